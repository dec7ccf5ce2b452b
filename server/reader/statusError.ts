import type { IncomingMessage } from 'node:http';
import { ReaderError } from './readerError.ts';

const MAX_WAIT_SECONDS = 24 * 60 * 60;

const SENTENCES: Record<number, string> = {
  401: 'wants a login before it shows this page',
  402: 'wants to be paid before it shows this page',
  403: 'does not let this server read the page',
  404: 'has no page at this address',
  410: 'has taken this page down',
  429: 'was asked too often and wants a pause',
  451: 'may not show this page for legal reasons',
};

/** Puts an answer that is no page into words; 408, 425, 429 and 5xx are worth another try. */
export function statusError(response: IncomingMessage, hostname: string): ReaderError {
  const status = response.statusCode ?? 0;
  const reason = SENTENCES[status] ?? (status >= 500 ? 'has a fault of its own' : 'sent no page');
  return new ReaderError('status', `${hostname} ${reason} (status ${status}).`, {
    status,
    retryable: status >= 500 || [408, 425, 429].includes(status),
    retryAfter: waitSeconds(response.headers['retry-after']),
  });
}

/** Retry-After is seconds or a date; undefined when it is neither or lies in the past, at most a day. */
function waitSeconds(header: string | undefined): number | undefined {
  if (!header) return undefined;
  const seconds = /^\d+$/.test(header) ? Number(header) : (Date.parse(header) - Date.now()) / 1000;
  return seconds > 0 ? Math.min(Math.ceil(seconds), MAX_WAIT_SECONDS) : undefined;
}
