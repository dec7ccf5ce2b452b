/** What came with the address of /save: from the bookmarklet, or from another app's share button. */
export interface Shared {
  url?: string;
  title?: string;
  text?: string;
}

/**
 * The page that is meant. A browser's share names it as `url`; most apps of a phone put the address somewhere in `text`, and
 * some in `title`. Anything but http and https counts as none.
 */
export function sharedPage({ url, title, text }: Shared): { url?: string; title?: string } {
  const address = [url, text, title].map(addressIn).find(Boolean);
  const named = title && addressIn(title) ? undefined : title?.trim();
  return { url: address, title: named || undefined };
}

function addressIn(text: string | undefined): string | undefined {
  const found = /\bhttps?:\/\/[^\s<>"]+/i
    .exec(text ?? '')?.[0]
    .replace(/[.,;:!?'’”)\]]+$/, (end) => (/^\)/.test(end) && text?.includes('(') ? ')' : ''));
  return found && URL.canParse(found) ? found : undefined;
}
