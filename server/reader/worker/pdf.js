import { inflateSync } from 'node:zlib';
import { parseDate } from './dates.js';
import { fileName } from './plainText.js';
import { flatten, shorten } from './words.js';

/** @import { Article } from '../article.ts' */

const MAX_OBJECT_STREAMS = 400;
const MAX_INFLATED = 4 * 1024 * 1024;

/**
 * Title, author and year of a PDF from its metadata packet or information dictionary; its text is not read. Without
 * a title, the name of the file.
 * @param {{ bytes: Uint8Array, url: string }} file
 * @returns {Article}
 */
export function readPdf({ bytes, url }) {
  const pdf = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  const info = pdf.includes('/Encrypt') ? '' : findInfo(pdf);
  const packet = between(pdf, '<x:xmpmeta', '</x:xmpmeta>');
  const { hostname, pathname } = new URL(url);
  const title = packetValue(packet, 'dc:title') || entry(info, 'Title');
  const date = parseDate(
    /(\d{4})(\d\d)?(\d\d)?/.exec(entry(info, 'CreationDate'))?.[0] ?? packetValue(packet, 'xmp:CreateDate'),
  );
  return {
    // Word processors write the file's name, or "untitled", into every title.
    title: shorten(isTitle(title) ? title : fileName(pathname) || hostname, 500),
    author: shorten(packetValue(packet, 'dc:creator') || entry(info, 'Author'), 200) || null,
    ...(date ?? { publishedAt: null, year: null }),
    siteName: hostname.replace(/^www\./, ''),
    ...{ excerpt: null, language: null, direction: 'ltr', leadImage: null, canonicalUrl: null },
    ...{ wordCount: 0, readingMinutes: 0, html: null, text: null, withheld: 'pdf' },
  };
}

/** @param {string} title */
function isTitle(title) {
  return (
    title.length > 2 && !/^(untitled|microsoft (word|powerpoint) - .*|.*\.(docx?|dvi|tex|pdf|indd|pptx?))$/i.test(title)
  );
}

/** The dictionary that the last trailer names, written plainly or inside a compressed object stream. @param {string} pdf */
function findInfo(pdf) {
  const at = pdf.lastIndexOf('/Info');
  const [, number] = /^\/Info\s+(\d+)\s+\d+\s+R/.exec(pdf.slice(at, at + 40)) ?? [];
  if (!number) return '';
  const plain = new RegExp(`(?:^|[\\r\\n\\s])${number}\\s+\\d+\\s+obj\\b`).exec(pdf);
  if (plain) return pdf.slice(plain.index, plain.index + 10_000).split('endobj', 1)[0] ?? '';
  let from = pdf.indexOf('/ObjStm');
  for (let count = 0; from >= 0 && count < MAX_OBJECT_STREAMS; count++) {
    const found = objectInStream(pdf, from, number);
    if (found) return found;
    from = pdf.indexOf('/ObjStm', from + 7);
  }
  return '';
}

/** @param {string} pdf @param {number} from @param {string} number */
function objectInStream(pdf, from, number) {
  const start = pdf.indexOf('stream', from);
  const end = pdf.indexOf('endstream', start);
  const head = pdf.slice(Math.max(0, pdf.lastIndexOf('obj', from)), start);
  const first = Number(/\/First\s+(\d+)/.exec(head)?.[1]);
  if (start < 0 || end < 0 || !first) return null;
  const packed = pdf.slice(start + 6, end).replace(/^\r?\n/, '');
  try {
    const options = { maxOutputLength: MAX_INFLATED, finishFlush: 2 };
    const stream = head.includes('/FlateDecode')
      ? inflateSync(Buffer.from(packed, 'latin1'), options).toString('latin1')
      : packed;
    const pairs = stream.slice(0, first).trim().split(/\s+/);
    const index = pairs.findIndex((value, position) => position % 2 === 0 && value === number);
    return index < 0 ? null : stream.slice(first + Number(pairs[index + 1]), first + Number(pairs[index + 3] ?? 1e9));
  } catch {
    return null;
  }
}

/** A text entry of a dictionary: (literal) or <hex>, in UTF-16, UTF-8 or Latin-1. @param {string} dictionary @param {string} key */
function entry(dictionary, key) {
  const match = new RegExp(
    `/${key}\\s*(?:\\(((?:\\\\[\\s\\S]|[^\\\\()]|\\((?:\\\\[\\s\\S]|[^\\\\()])*\\))*)\\)|<([0-9A-Fa-f\\s]*)>)`,
  ).exec(dictionary);
  if (!match) return '';
  const literal = match[1]?.replace(/\\(\d{1,3}|\r\n|[\s\S])/g, (_, code) => unescaped(code));
  const bytes =
    literal === undefined ? Buffer.from((match[2] ?? '').replace(/\s/g, ''), 'hex') : Buffer.from(literal, 'latin1');
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return flatten(
      bytes
        .subarray(2, bytes.length & ~1)
        .swap16()
        .toString('utf16le'),
    );
  return flatten(bytes[0] === 0xef && bytes[1] === 0xbb ? bytes.subarray(3).toString() : bytes.toString('latin1'));
}

/** @param {string} code */
function unescaped(code) {
  if (/^\d/.test(code)) return String.fromCharCode(Number.parseInt(code, 8) & 0xff);
  return { n: '\n', r: '\r', t: '\t', b: '', f: '' }[code] ?? (/^[\r\n]/.test(code) ? '' : code);
}

/** @param {string} packet @param {string} name */
function packetValue(packet, name) {
  const inside = between(packet, `<${name}`, `</${name}>`);
  const text = inside.replace(/^[^>]*>/, '').replace(/<[^>]*>/g, ' ');
  const bytes = Buffer.from(text, 'latin1').toString('utf8');
  return flatten(
    bytes.replace(
      /&(lt|gt|amp|quot|apos);/g,
      (_, entity) => ({ lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" })[/** @type {'lt'} */ (entity)],
    ),
  );
}

/** @param {string} text @param {string} start @param {string} end */
function between(text, start, end) {
  const from = text.indexOf(start);
  const to = from < 0 ? -1 : text.indexOf(end, from);
  return to < 0 ? '' : text.slice(from + start.length, to);
}
