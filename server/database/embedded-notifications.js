const NOTIFICATION = 'A'.charCodeAt(0);
const HEADER = 5; // bytes: a letter, and the length as an integer that counts itself and not the letter

/**
 * Finds notifications in what the embedded engine's one backend sends. It sends each to whichever client committed last,
 * which may be another process; here, where all answers pass, every one is heard wherever it goes.
 */
export class NotificationReader {
  /** Bytes of a message's header, or of a whole notification, that the rest is still missing of. */
  #begun = Buffer.alloc(0);
  /** How much of another message is still to come. */
  #skip = 0;

  /** @param {(payload: string) => void} hear */
  constructor(hear) {
    this.hear = hear;
  }

  /** The answer to another client's message begins: what was cut off before cannot go on. */
  begin() {
    this.#begun = Buffer.alloc(0);
    this.#skip = 0;
  }

  /** @param {Uint8Array} bytes as they come: messages may be cut anywhere */
  push(bytes) {
    let data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (this.#begun.length) data = Buffer.concat([this.#begun, data]);
    let at = Math.min(this.#skip, data.length);
    this.#skip -= at;
    while (at + HEADER <= data.length) {
      const end = at + 1 + data.readInt32BE(at + 1);
      if (data[at] === NOTIFICATION) {
        if (end > data.length) break;
        this.#read(data.subarray(at + HEADER, end));
      }
      this.#skip = Math.max(0, end - data.length);
      at = Math.min(end, data.length);
    }
    this.#begun = Buffer.from(data.subarray(at)); // a copy: the engine uses its memory again
  }

  /** Process id, then channel and payload, each ended by a zero. @param {Buffer} body */
  #read(body) {
    const channelEnd = body.indexOf(0, 4);
    this.hear(body.toString('utf8', channelEnd + 1, body.length - 1));
  }
}
