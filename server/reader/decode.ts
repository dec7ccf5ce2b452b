import { TextDecoder } from '@exodus/bytes/encoding.js';

const FALLBACK = 'windows-1252';
/** How far a meta element is looked for. The standard says 1,024 bytes; real pages put analytics before it. */
const PRESCAN_BYTES = 16 * 1024;

export type Decoded = { text: string; charset: string };

/**
 * Bytes to text: charset from the BOM, the Content-Type header, the meta element or XML declaration, in this order,
 * by the labels of the WHATWG Encoding standard. Bytes that contradict what was declared are believed more: text that
 * is UTF-8 all through is read as UTF-8, text that is mostly not UTF-8 is not. Never throws.
 */
export function decode(bytes: Uint8Array, contentType = ''): Decoded {
  const bom = bomCharset(bytes);
  if (bom) return { text: new TextDecoder(bom).decode(bytes), charset: bom };
  const header = known(/charset\s*=\s*["']?([^\s;"',]+)/i.exec(contentType)?.[1]);
  const inside = insideCharset(bytes);
  const declared = header ?? inside;

  // Only single-byte declarations are doubted: a text of theirs that happens to be valid UTF-8 is not seen in practice.
  if (!declared || /^(windows-|iso-8859-|koi8-|macintosh|ibm866)/.test(declared)) {
    const utf8 = decodeStrictly(bytes);
    if (utf8 !== null) return { text: utf8, charset: 'utf-8' };
  }
  const charset = declared ?? FALLBACK;
  if (charset !== 'utf-8') return { text: new TextDecoder(charset).decode(bytes), charset };

  const text = new TextDecoder().decode(bytes);
  if (!isMostlyBroken(text)) return { text, charset };
  const other = inside && inside !== 'utf-8' ? inside : FALLBACK;
  return { text: new TextDecoder(other).decode(bytes), charset: other };
}

function bomCharset(bytes: Uint8Array): string | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return a === 0xff && b === 0xfe ? 'utf-16le' : null;
}

/** What the text says about itself. If it can be read as ASCII to say so, it is not UTF-16, whatever it claims. */
function insideCharset(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, PRESCAN_BYTES)).toString('latin1');
  const withoutComments = head.replace(/<!--[\s\S]*?-->/g, '');
  const meta = /<meta\b[^>]{0,300}?charset\s*=\s*["']?\s*([^\s"'/>;]+)/i.exec(withoutComments)?.[1];
  const xml = /^\s*<\?xml\b[^>]{0,200}?encoding\s*=\s*["']([^"']+)["']/.exec(withoutComments)?.[1];
  const charset = known(meta ?? xml);
  return charset?.startsWith('utf-16') ? 'utf-8' : charset;
}

/** The standard's name for a label, or null; labels that are there only to be refused are null as well. */
function known(label: string | undefined): string | null {
  if (!label) return null;
  try {
    return new TextDecoder(label.trim()).encoding;
  } catch {
    return null;
  }
}

function decodeStrictly(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** More replaced bytes than characters that were decoded from several bytes: this never was UTF-8. */
function isMostlyBroken(text: string): boolean {
  let replaced = 0;
  let decoded = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit === 0xfffd) replaced++;
    else if (unit > 0x7f) decoded++;
  }
  return replaced > decoded;
}
