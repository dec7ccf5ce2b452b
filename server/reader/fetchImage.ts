import { USER_AGENT } from './fetchPage.ts';
import { type FollowOptions, follow } from './follow.ts';
import { acceptEncoding, readBody, tooLarge } from './readBody.ts';
import { ReaderError } from './readerError.ts';
import { statusError } from './statusError.ts';

const MAX_BYTES = 5 * 1024 * 1024;

export type FetchedImage = { bytes: Buffer; type: string };
type Options = FollowOptions & { userAgent?: string; maxBytes?: number };

/**
 * Fetches one picture by the rules of `fetchPage`, of at most 5 MiB unpacked. Its type is told by its first bytes and not
 * by what the site says. An SVG is let through: whoever passes it on must see to it that no script in it runs.
 * Throws ReaderError.
 */
export function fetchImage(address: string, options: Options = {}): Promise<FetchedImage> {
  const headers = {
    'user-agent': options.userAgent ?? USER_AGENT,
    accept: 'image/avif, image/webp, image/*',
    'accept-encoding': acceptEncoding,
    connection: 'close',
  };
  const maxBytes = options.maxBytes ?? MAX_BYTES;
  return follow(address, headers, options, async ({ response, url, signal }) => {
    try {
      if (response.statusCode !== 200) throw statusError(response, url.hostname);
      if (Number(response.headers['content-length']) > maxBytes) throw tooLarge(maxBytes);
      const { bytes } = await readBody(response, { maxBytes, cut: false, signal });
      const type = imageType(bytes);
      if (!type) throw new ReaderError('unsupported-type', `What ${url.hostname} sent is no picture.`);
      return { bytes, type };
    } finally {
      response.destroy();
    }
  });
}

/** Where in a file which bytes stand, in hexadecimal, for each type that browsers show. */
const SIGNATURES: [offset: number, bytes: string, type: string][] = [
  [0, '89504e470d0a1a0a', 'image/png'],
  [0, 'ffd8ff', 'image/jpeg'],
  [0, '474946383761', 'image/gif'],
  [0, '474946383961', 'image/gif'],
  [8, '57454250', 'image/webp'],
  [4, '6674797061766966', 'image/avif'],
  [4, '6674797061766973', 'image/avif'],
];
const SVG = /^(\s|<\?xml[^>]*>|<!--.*?-->|<!DOCTYPE svg[^>]*>)*<svg[\s>]/is;

function imageType(bytes: Buffer): string | undefined {
  const fits = ([offset, hex]: (typeof SIGNATURES)[number]) =>
    bytes.toString('hex', offset, offset + hex.length / 2) === hex;
  const known = SIGNATURES.find(fits)?.[2];
  return known ?? (SVG.test(bytes.toString('utf8', 0, 2048).replace(/^\ufeff/, '')) ? 'image/svg+xml' : undefined);
}
