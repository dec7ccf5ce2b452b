/**
 * Query parameters that only say where a click came from; dropping them never changes the page. Taken from the
 * documentation of the services that add them (named behind each line), and checked against the lists that Firefox
 * (`privacy.query_stripping.strip_list`) and Brave strip. Not here: `ref`, `source`, `s`, `si`, which some sites need.
 */
const NAMES = new Set([
  ...['gclid', 'dclid', 'gbraid', 'wbraid', 'gad_source', 'gad_campaignid', 'gclsrc', '_ga', '_gl', 'srsltid'], // Google
  ...['fbclid', 'fb_action_ids', 'fb_action_types', 'fb_source', 'fb_ref', 'igshid', 'igsh', 'h_ad_id'], // Meta
  ...['msclkid', 'cvid', 'ocid'], // Microsoft
  ...['twclid', 'ttclid', 'li_fat_id', 'rdt_cid', 'epik', 'sccid'], // X, TikTok, LinkedIn, Reddit, Pinterest, Snap
  ...['yclid', 'ysclid', '_openstat', 'wickedid'], // Yandex, Wicked Reports
  ...['mc_cid', 'mc_eid', 'goal_id'], // Mailchimp
  ...['_hsenc', '_hsmi', '__hssc', '__hstc', '__hsfp', 'hsctatracking'], // HubSpot
  ...['mkt_tok', 'vero_id', 'vero_conv', 'oly_anon_id', 'oly_enc_id', '_kx', '_ke'], // Marketo, Vero, Omeda, Klaviyo
  ...['s_cid', 'ml_subscriber', 'ml_subscriber_hash', 'dm_i', '_bta_tid', '_bta_c', 'ck_subscriber_id'], // mail senders
  ...['irclickid', 'irgwc', 'rb_clickid', 'unicorn_click_id', '__s', 'spm', 'scm', 'ncid', 'cmpid'], // advertising
  ...['wt_mc', 'wt_zmc', 'at_medium', 'at_campaign', 'xtor', 'trk', 'trkcampaign'], // Webtrekk, AT Internet, LinkedIn
]);
/** Google Analytics (utm_), Matomo (mtm_, pk_, matomo_, piwik_), HubSpot ads (hsa_), Adobe (ef_). */
const PREFIXES = /^(utm_|mtm_|pk_|matomo_|piwik_|hsa_|ef_id)/;

/** Whether a query parameter only tracks the reader; the letter case of the name does not matter. */
export function isTrackingParameter(name: string): boolean {
  const lower = name.toLowerCase();
  return NAMES.has(lower) || PREFIXES.test(lower);
}
