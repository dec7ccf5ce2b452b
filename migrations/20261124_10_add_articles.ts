import { DataTypes, QueryTypes } from 'sequelize';
import type { Step } from '../server/database/migrator.ts';

export const loses = 'the text of every article, and what its page said about itself; the blogs stay';

const BATCH = 2000; // blogs that get their key in one statement

export async function up({ context: queryInterface }: Step) {
  const { sequelize } = queryInterface;
  await queryInterface.addColumn('blogs', 'address_key', { type: DataTypes.TEXT });
  for (let last = 0; ; ) {
    const blogs = await sequelize.query<{ id: number; url: string }>(
      'SELECT id, url FROM blogs WHERE id > $last ORDER BY id LIMIT $limit',
      { type: QueryTypes.SELECT, bind: { last, limit: BATCH } },
    );
    if (!blogs.length) break;
    last = blogs.at(-1)?.id ?? 0;
    await sequelize.query(
      `UPDATE blogs SET address_key = given.key
       FROM unnest($ids::int[], $keys::text[]) AS given (id, key) WHERE blogs.id = given.id`,
      { bind: { ids: blogs.map(({ id }) => id), keys: blogs.map(({ url }) => keyOf(url)) } },
    );
  }
  // A hash, because an address can be longer than an entry of a B-tree may be.
  await sequelize.query('CREATE INDEX blogs_address_key ON blogs USING hash (address_key)');

  await queryInterface.createTable('articles', {
    blog_id: {
      type: DataTypes.INTEGER,
      primaryKey: true,
      references: { model: 'blogs', key: 'id' },
      onDelete: 'CASCADE',
    },
    state: { type: DataTypes.TEXT, allowNull: false },
    reason: { type: DataTypes.TEXT },
    withheld: { type: DataTypes.TEXT },
    site_name: { type: DataTypes.TEXT },
    excerpt: { type: DataTypes.TEXT },
    language: { type: DataTypes.TEXT },
    direction: { type: DataTypes.TEXT, allowNull: false, defaultValue: 'ltr' },
    lead_image: { type: DataTypes.TEXT },
    canonical_url: { type: DataTypes.TEXT },
    published_at: { type: DataTypes.DATE },
    word_count: { type: DataTypes.INTEGER, allowNull: false, defaultValue: 0 },
    reading_minutes: { type: DataTypes.INTEGER, allowNull: false, defaultValue: 0 },
    html: { type: DataTypes.TEXT },
    text: { type: DataTypes.TEXT },
    fetched_at: { type: DataTypes.DATE },
    created_at: { type: DataTypes.DATE, allowNull: false },
    updated_at: { type: DataTypes.DATE, allowNull: false },
  });
  await queryInterface.addConstraint('articles', {
    type: 'check',
    name: 'articles_state_known',
    fields: ['state'],
    where: { state: ['waiting', 'ready', 'failed'] },
  });
}

export async function down({ context: queryInterface }: Step) {
  await queryInterface.dropTable('articles');
  await queryInterface.removeColumn('blogs', 'address_key'); // its index goes with it
}

/** The address by which a page is recognised, as normaliseUrl made it on the day of this migration; null for none. */
function keyOf(address: string): string | null {
  if (!URL.canParse(address.trim())) return null;
  const url = new URL(address.trim());
  if (!/^https?:$/.test(url.protocol) || url.username || url.password) return null;
  const path = plain(url.pathname).replace(/(?<=.)\/+$/, '');
  const query = url.search.slice(1).split('&').filter(Boolean).map(plain);
  const kept = query.filter((pair) => !TRACKING.test(nameOf(pair)));
  kept.sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : nameOf(a) > nameOf(b) ? 1 : 0));
  const fragment = url.hash.replace(/:~:.*$/s, '');
  const route = /^#!?\/./.test(fragment) || /^#!./.test(fragment) ? fragment : '';
  const host = `${url.hostname.replace(/\.$/, '')}${url.port ? `:${url.port}` : ''}`;
  return `${url.protocol}//${host}${path}${kept.length ? `?${kept.join('&')}` : ''}${route}`;
}

function plain(text: string): string {
  return text.replace(/%([0-9a-f]{2})/gi, (whole, hex: string) => {
    const character = String.fromCharCode(Number.parseInt(hex, 16));
    return /[A-Za-z0-9\-._~]/.test(character) ? character : whole.toUpperCase();
  });
}

function nameOf(pair: string): string {
  const name = pair.split('=', 1)[0] ?? '';
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

const TRACKING = new RegExp(
  `^((utm_|mtm_|pk_|matomo_|piwik_|hsa_|ef_id).*|${[
    'gclid|dclid|gbraid|wbraid|gad_source|gad_campaignid|gclsrc|_ga|_gl|srsltid|fbclid|fb_action_ids|fb_action_types',
    'fb_source|fb_ref|igshid|igsh|h_ad_id|msclkid|cvid|ocid|twclid|ttclid|li_fat_id|rdt_cid|epik|sccid|yclid|ysclid',
    '_openstat|wickedid|mc_cid|mc_eid|goal_id|_hsenc|_hsmi|__hssc|__hstc|__hsfp|hsctatracking|mkt_tok|vero_id',
    'vero_conv|oly_anon_id|oly_enc_id|_kx|_ke|s_cid|ml_subscriber|ml_subscriber_hash|dm_i|_bta_tid|_bta_c',
    'ck_subscriber_id|irclickid|irgwc|rb_clickid|unicorn_click_id|__s|spm|scm|ncid|cmpid|wt_mc|wt_zmc|at_medium',
    'at_campaign|xtor|trk|trkcampaign',
  ].join('|')})$`,
  'i',
);
