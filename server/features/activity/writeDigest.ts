/** What a weekly mail says, before it is written as text and as HTML. */
export interface DigestContent {
  greeting: string;
  sections: { title: string; lines: DigestLine[] }[];
  /** Where all of it is. */
  url: string;
}

export interface DigestLine {
  text: string;
  excerpt?: string;
  url?: string;
}

const ALL = 'All of it';
const END = 'No more of these mails';

/** The mail for programs, and people, that want text; `link` ends these mails. */
export function writeText({ greeting, sections, url }: DigestContent, link: string): string {
  const parts = sections.map(({ title, lines }) => {
    const said = lines.map((line) => [`- ${line.text}`, line.excerpt, line.url].filter(Boolean).join('\n  '));
    return [title, '-'.repeat(title.length), ...said].join('\n');
  });
  return `${[greeting, ...parts, `${ALL}: ${url}`].join('\n\n')}\n\n-- \n${END}: ${link}\n`;
}

// The colours of the web client's theme; a mail program shows no style sheet of ours.
const STYLE = `:root { color-scheme: light dark }
body { margin: 0 auto; padding: 24px 16px; max-width: 560px; background: #FBFAF7; color: #23211D; font: 15px/1.5 system-ui, sans-serif }
h2 { margin: 28px 0 0; padding-bottom: 6px; border-bottom: 1px solid #E7E3DA; font-size: 16px }
p { margin: 12px 0 } a { color: #1F6F54 } .muted { color: #6B665C; font-size: 13px }
@media (prefers-color-scheme: dark) {
  body { background: #191816; color: #ECE8DF } h2 { border-color: #37332D } a { color: #5DB592 } .muted { color: #A39C8F }
}`;

/** The same as HTML, without pictures or anything else that is fetched. */
export function writeHtml({ greeting, sections, url }: DigestContent, link: string): string {
  const parts = sections.map(
    ({ title, lines }) => `<h2>${escaped(title)}</h2>\n${lines.map((line) => `<p>${writeLine(line)}</p>`).join('\n')}`,
  );
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><style>${STYLE}</style></head>
<body><p>${escaped(greeting)}</p>
${parts.join('\n')}
<p style="margin-top: 28px"><a href="${escaped(url)}">${ALL}</a></p>
<p class="muted"><a href="${escaped(link)}">${END}</a></p></body></html>
`;
}

function writeLine({ text, excerpt, url }: DigestLine): string {
  const said = url ? `<a href="${escaped(url)}">${escaped(text)}</a>` : escaped(text);
  return excerpt ? `${said}<br><span class="muted">${escaped(excerpt)}</span>` : said;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
