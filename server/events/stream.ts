import type { ServerResponse } from 'node:http';

/** More than this unsent means that the client does not read; it comes back and goes on where it stopped. */
const UNSENT_MOST = 256 * 1024; // bytes

/** One open page: a response that never ends by itself, and what may be told to it. Small, because there may be thousands. */
export class Stream {
  channels: string[] = [];
  /** Whether it has caught up; until then it must not learn how far it is, or what it missed would be lost with it. */
  caughtUp = false;

  constructor(
    readonly sessionId: number,
    readonly page: string | null,
    private readonly raw: ServerResponse,
  ) {}

  /** Tells changes, as JSON texts; none of them (a client hears an empty list) only says how far the stream is, and that it is alive. */
  tell(changes: Iterable<string>, position: string): void {
    if (this.raw.writableEnded || this.raw.destroyed) return;
    const id = this.caughtUp ? `id: ${position}\n` : '';
    this.raw.write(`${id}data: [${[...changes].join()}]\n\n`);
    if (this.raw.writableLength > UNSENT_MOST) this.raw.destroy();
  }

  close(): void {
    this.raw.end();
  }
}
