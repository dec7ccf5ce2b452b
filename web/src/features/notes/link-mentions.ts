import type { Mention } from '../../../../server/features/notes/conversation.schemas.ts';

/** As much of a HAST node as is looked at. */
export interface HtmlNode {
  type?: string;
  tagName?: string;
  value?: string;
  properties?: Record<string, unknown>;
  children?: HtmlNode[];
}

/** Makes links of the @… in the text that the server took for mentions; `dataPerson` says whose page they lead to. */
export function linkMentions(mentions: Mention[]): (root: HtmlNode) => void {
  const byText = new Map(mentions.map((mention) => [mention.written.toLowerCase(), mention]));
  const texts = [...byText.keys()].sort((a, b) => b.length - a.length).map(escapeRegExp);
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}_.+-])@(${texts.join('|')})(?![\\p{L}\\p{N}_])`, 'giu');

  const split = ({ value = '' }: HtmlNode): HtmlNode[] => {
    const parts: HtmlNode[] = [];
    let end = 0;
    for (const { 0: whole, 1: text = '', index } of value.matchAll(pattern)) {
      const mention = byText.get(text.toLowerCase());
      if (!mention) continue;
      if (index > end) parts.push({ type: 'text', value: value.slice(end, index) });
      parts.push(linkTo(mention));
      end = index + whole.length;
    }
    return [...parts, { type: 'text', value: value.slice(end) }];
  };
  const walk = (node: HtmlNode) => {
    if (!node.children || ['a', 'code', 'pre'].includes(node.tagName ?? '')) return;
    node.children = joinUsernames(node.children).flatMap((child) => {
      walk(child);
      return child.type === 'text' ? split(child) : [child];
    });
  };
  return walk;
}

function linkTo({ id, name }: Mention): HtmlNode {
  const children = [{ type: 'text', value: `@${name}` }];
  return { type: 'element', tagName: 'a', properties: { dataPerson: id }, children };
}

/** Of "@ada@example.com" Markdown makes an @ and a link to write a mail: one text again. */
function joinUsernames(children: HtmlNode[]): HtmlNode[] {
  const joined: HtmlNode[] = [];
  for (const child of children) {
    const before = joined.at(-1);
    const isAddress = child.tagName === 'a' && String(child.properties?.href).startsWith('mailto:');
    const text = isAddress ? child.children?.[0]?.value : child.type === 'text' ? child.value : undefined;
    const joins = before?.type === 'text' && text !== undefined && (!isAddress || before.value?.endsWith('@'));
    if (joins) joined[joined.length - 1] = { type: 'text', value: `${before.value}${text}` };
    else joined.push(child);
  }
  return joined;
}

function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
