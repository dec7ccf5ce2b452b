/** What went wrong, for code that has to tell cases apart; the message is the sentence for the person. */
export type ReaderErrorCode =
  | 'bad-url'
  | 'forbidden-address'
  | 'unknown-host'
  | 'no-connection'
  | 'timeout'
  | 'redirects'
  | 'status'
  | 'too-large'
  | 'bad-encoding'
  | 'unsupported-type'
  | 'unreadable'
  | 'too-complex'
  | 'cancelled';

type Details = { retryable?: boolean; status?: number; retryAfter?: number; cause?: unknown };

/**
 * The one error that the reader throws on purpose. `message` is a sentence to show, `retryable` says whether the same
 * request may succeed later, `status` is the HTTP status behind it, `retryAfter` the seconds the site asked to wait.
 */
export class ReaderError extends Error {
  override readonly name = 'ReaderError';
  readonly code: ReaderErrorCode;
  readonly retryable: boolean;
  readonly status: number | null;
  readonly retryAfter: number | null;

  constructor(code: ReaderErrorCode, message: string, details: Details = {}) {
    super(message, { cause: details.cause });
    this.code = code;
    this.retryable = details.retryable ?? false;
    this.status = details.status ?? null;
    this.retryAfter = details.retryAfter ?? null;
  }
}
