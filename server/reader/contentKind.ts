import { ReaderError } from './readerError.ts';

/** What a fetched body is: a page to extract, text, a PDF of which the title is read, or a feed. */
export type ContentKind = 'html' | 'text' | 'pdf' | 'feed';

const BY_TYPE: [RegExp, ContentKind][] = [
  [/^(text\/html|application\/xhtml\+xml)$/, 'html'],
  [/^application\/pdf$/, 'pdf'],
  [/^(text\/(plain|markdown|x-markdown|x-rst))$/, 'text'],
  [/^(application\/(rss|atom|rdf)\+xml|(application|text)\/xml|application\/(feed\+)?json|text\/rss)$/, 'feed'],
];
/** Types that say nothing about the content; the first bytes decide then. */
const UNSPECIFIC =
  /^(|application\/(octet-stream|binary|x-download|force-download|unknown)|binary\/octet-stream|text\/x-.*)$/;

/** The media type of a Content-Type header, lower case, without parameters; '' when there is none. */
function mediaType(contentType: string | undefined): string {
  return (contentType ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

/** Refuses what is no page by its headers alone, before a byte of a film is read. Throws ReaderError. */
export function refuseByType(contentType: string | undefined): void {
  const type = mediaType(contentType);
  if (UNSPECIFIC.test(type) || BY_TYPE.some(([pattern]) => pattern.test(type))) return;
  throw new ReaderError('unsupported-type', `This address is not a page to read but a file of type ${type}.`);
}

/** What the bytes are, by header first and by their beginning where the header is vague or plainly wrong. */
export function contentKind(contentType: string | undefined, bytes: Buffer): ContentKind {
  const declared = BY_TYPE.find(([pattern]) => pattern.test(mediaType(contentType)))?.[1];
  // A PDF or page served as text/plain is common; a feed served as text/html or text/xml is, too.
  const kind = sniff(bytes) ?? declared;
  if (kind) return kind;
  if (bytes.subarray(0, 512).includes(0)) {
    throw new ReaderError('unsupported-type', 'This address is not a page to read but a file of an unknown type.');
  }
  return 'text';
}

function sniff(bytes: Buffer): ContentKind | null {
  const head = bytes.subarray(0, 2048).toString('latin1').replaceAll('\0', '');
  if (head.startsWith('%PDF-')) return 'pdf';
  const start = head.replace(/^(ï»¿|þÿ|ÿþ)?\s*/, '').replace(/^(<\?xml[^>]*\?>|<!--[\s\S]*?-->|\s)+/, '');
  if (/^<(rss|feed|rdf:RDF)[\s>]/i.test(start)) return 'feed';
  if (/^(<!doctype html|<html[\s>])/i.test(start)) return 'html';
  return /^\{\s*"version"\s*:\s*"https:\/\/jsonfeed\.org/.test(start) ? 'feed' : null;
}
