import type { Socket } from 'node:net';

/** What is answered to bytes that never became a request, by Node's error code. */
const ANSWERS: Record<string, [status: string, sentence: string]> = {
  ERR_HTTP_REQUEST_TIMEOUT: ['408 Request Timeout', 'the request took too long to arrive'],
  HPE_HEADER_OVERFLOW: ['431 Request Header Fields Too Large', 'the headers and the address are larger than 16 KiB'],
};
const MALFORMED = ['400 Bad Request', 'this is not a valid HTTP request'] as const;

/** How long a request may take to arrive whole; without it a slow client holds its connection for ever. */
export const REQUEST_TIMEOUT_MS = 120_000;

/** Answers what Node could not read as a request, in the shape of every other refusal, and hangs up. */
export function answerClientError(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const [status, sentence] = ANSWERS[error.code ?? ''] ?? MALFORMED;
  const body = JSON.stringify({ error: sentence });
  const headers = [
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${body.length}`,
    'Connection: close',
  ];
  // Ended, not destroyed: destroying with bytes unread resets the connection, and the answer may be lost with it.
  socket.end(`HTTP/1.1 ${status}\r\n${headers.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy());
}
