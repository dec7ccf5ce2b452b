import type { IncomingMessage } from 'node:http';
import { pipeline as pipeStreams, Readable, type Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import zlib from 'node:zlib';
import { ReaderError } from './readerError.ts';

type Chunks = AsyncIterable<Buffer>;
type Step = (source: Chunks) => Chunks;
type Limits = { maxBytes: number; cut: boolean; signal: AbortSignal };
type Body = { chunks: Buffer[]; size: number; truncated: boolean };

/** Node has zstd from 22.15 on; on 20 it is neither offered nor understood. */
const createZstd = (zlib as unknown as { createZstdDecompress?: () => Transform }).createZstdDecompress;
const MAX_LAYERS = 3;

/** The Accept-Encoding that `readBody` can undo on this Node. */
export const acceptEncoding = createZstd ? 'gzip, deflate, br, zstd' : 'gzip, deflate, br';

/**
 * Reads and unpacks a response body of at most `maxBytes`, counted before and after unpacking, so that a small bomb is
 * cut off after its first `maxBytes`. With `cut` that much is kept, else more throws ReaderError `too-large`.
 */
export async function readBody(response: IncomingMessage, { maxBytes, cut, signal }: Limits) {
  const body: Body = { chunks: [], size: 0, truncated: false };
  try {
    const steps = contentDecoders(response.headers['content-encoding']);
    const unpacked = steps.reduce((source, step) => step(source), limitPacked(response, maxBytes, body));
    await pipeline(Readable.from(unpacked), (source: Chunks) => collect(source, maxBytes, body), { signal });
  } catch (error) {
    if (!body.truncated) throw isPackingError(error) ? badEncoding(error) : error;
  } finally {
    response.destroy();
  }
  if (body.truncated && !cut) throw tooLarge(maxBytes);
  return { bytes: Buffer.concat(body.chunks), truncated: body.truncated };
}

async function collect(source: Chunks, maxBytes: number, body: Body): Promise<void> {
  for await (const chunk of source) {
    const room = maxBytes - body.size;
    body.chunks.push(chunk.subarray(0, room));
    body.size += Math.min(chunk.length, room);
    body.truncated = chunk.length > room;
    if (body.truncated) return;
  }
}

/** Also the packed bytes are counted: endless empty gzip members would otherwise cost traffic and yield nothing. */
async function* limitPacked(source: Chunks, maxBytes: number, body: Body): Chunks {
  let before = 0;
  for await (const chunk of source) {
    body.truncated ||= before > maxBytes;
    if (body.truncated) return;
    before += chunk.length;
    yield chunk;
  }
}

function contentDecoders(header: string | undefined): Step[] {
  const names = (header ?? '').split(',').map((name) => name.trim().toLowerCase());
  const layers = names.filter((name) => name && name !== 'identity' && name !== 'none');
  if (layers.length > MAX_LAYERS) throw badEncoding(new Error(`${layers.length} layers of compression`));
  return layers.reverse().map(decoderStep);
}

/** Streams that end early are taken as far as they go, as browsers do: some servers cut the trailing checksum. */
function decoderStep(name: string): Step {
  const { Z_SYNC_FLUSH, BROTLI_OPERATION_FLUSH } = zlib.constants;
  if (name === 'gzip' || name === 'x-gzip')
    return (source) => pipe(source, zlib.createGunzip({ finishFlush: Z_SYNC_FLUSH }));
  if (name === 'br')
    return (source) => pipe(source, zlib.createBrotliDecompress({ finishFlush: BROTLI_OPERATION_FLUSH }));
  if (name === 'zstd' && createZstd) return (source) => pipe(source, createZstd());
  if (name === 'deflate') return inflateEither;
  throw badEncoding(new Error(`unknown compression ${name}`));
}

/** `deflate` means zlib, but servers send raw deflate under the same name; the first byte tells which. */
async function* inflateEither(source: Chunks): Chunks {
  const rest = source[Symbol.asyncIterator]();
  const { value: first, done } = await rest.next();
  if (done) return;
  const options = { finishFlush: zlib.constants.Z_SYNC_FLUSH };
  const decoder = ((first[0] ?? 0) & 0x0f) === 8 ? zlib.createInflate(options) : zlib.createInflateRaw(options);
  yield* pipe(prepend(first, rest), decoder);
}

async function* prepend(first: Buffer, rest: AsyncIterator<Buffer>): Chunks {
  yield first;
  yield* { [Symbol.asyncIterator]: () => rest };
}

function pipe(source: Chunks, decoder: Transform): Chunks {
  return pipeStreams(Readable.from(source), decoder, () => {});
}

function isPackingError(error: unknown): boolean {
  return /^(Z_|ZSTD|ERR__|ERR_BROTLI|ERR_ZSTD)/.test(String((error as NodeJS.ErrnoException)?.code ?? ''));
}

function badEncoding(cause: unknown): ReaderError {
  const detail = cause instanceof Error ? cause.message : String(cause);
  return new ReaderError('bad-encoding', `The site sent a page that cannot be unpacked (${detail}).`, { cause });
}

/** The error for a body over the limit, also used when the headers alone announce one. */
export function tooLarge(maxBytes: number): ReaderError {
  const limit = `${Math.round((maxBytes / 1024 / 1024) * 10) / 10} MiB`;
  return new ReaderError('too-large', `The page is larger than ${limit} and was not read.`);
}
