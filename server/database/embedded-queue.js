import { NotificationReader } from './embedded-notifications.js';
import { SharedStatements } from './embedded-statements.js';

/** @typedef {{ id: number, messages: Uint8Array[], onData: (bytes: Uint8Array) => void, resolve: (bytes: number) => void, reject: (error: unknown) => void }} Batch */

const WRITTEN_AT_ONCE = 65_536; // bytes of an answer that are gathered before they are sent

/**
 * Which client's messages the embedded engine's one backend takes next: the queue of PGLiteSocketServer, replaced.
 *
 * Its own one keeps a client's turn only inside BEGIN … COMMIT, but a query alone is several messages too (Parse, Bind,
 * Execute … Sync). Two that waited for a transaction to end were then run message by message in turn, over the one unnamed
 * statement that the backend has: one client got the other's answer, which could be the other's session. And after an
 * error the backend skips everything up to a Sync: it skipped the beginning of somebody else's query. Here nothing is run
 * before its Sync has come, and then all of it in one go, which also is three times as fast as message by message; and a
 * client keeps the backend as long as its transaction is open.
 */
export class ClientQueue {
  /** @type {Batch[]} */
  #waiting = [];
  /** What a client has sent of a query whose end is still to come. @type {Map<number, Uint8Array[]>} */
  #begun = new Map();
  /** @type {number | undefined} */
  #holder;
  /** Whether the holder has asked for answers before the end of its query: the backend still waits for a Sync. */
  #isFlushed = false;
  #running = false;
  /** @type {Set<number>} */
  #gone = new Set();
  #statements = new SharedStatements();

  /**
   * @param {import('@electric-sql/pglite').PGlite} database
   * @param {(payload: string) => void} hear gets every notification that any client's transaction sent
   */
  constructor(database, hear = () => {}) {
    this.database = database;
    this.notifications = new NotificationReader(hear);
  }

  /**
   * Runs what a client has sent when it is its turn; answers how many bytes came back.
   * @param {number} id @param {Uint8Array} message @param {(bytes: Uint8Array) => void} onData @returns {Promise<number>}
   */
  enqueue(id, message, onData) {
    const messages = this.#begun.get(id) ?? [];
    messages.push(message);
    if (!isEnd(message)) {
      this.#begun.set(id, messages);
      return Promise.resolve(0);
    }
    this.#begun.delete(id);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ id, messages, onData, resolve, reject });
      void this.#run();
    });
  }

  async #run() {
    if (this.#running) return;
    this.#running = true;
    for (let next = this.#take(); next; next = this.#take()) {
      const { id, messages, onData, resolve, reject } = next;
      this.#holder = id;
      const answer = new Answer(onData);
      try {
        await this.#answer(messages, answer);
        answer.send();
        resolve(answer.bytes);
      } catch (error) {
        reject(error);
      }
      this.#isFlushed = messages.at(-1)?.[0] === FLUSH;
      if (this.#gone.has(id)) await this.#leave();
      else if (!this.#isFlushed && !this.database.isInTransaction()) this.#holder = undefined;
    }
    this.#running = false;
  }

  /** @param {Uint8Array[]} messages @param {Answer} answer */
  async #answer(messages, answer) {
    const { rest, said, learn } = this.#statements.look(messages);
    if (said) answer.add(said);
    this.notifications.begin();
    const onRawData = (/** @type {Uint8Array} */ data) => {
      learn?.(data);
      this.notifications.push(data);
      answer.add(data);
    };
    const batch = Buffer.concat(rest);
    await this.database.runExclusive(() => this.database.execProtocolRawStream(batch, { onRawData }));
  }

  #take() {
    const holder = this.#holder;
    const i = holder === undefined ? 0 : this.#waiting.findIndex(({ id }) => id === holder);
    return i < 0 ? undefined : this.#waiting.splice(i, 1)[0];
  }

  /** Ends what the holder left half done or open, so that the next client finds the backend as a fresh one. */
  async #leave() {
    if (this.#isFlushed) await this.database.runExclusive(() => this.database.execProtocolRaw(SYNC));
    if (this.database.isInTransaction()) await this.database.exec('ROLLBACK');
    this.#holder = undefined;
    this.#isFlushed = false;
  }

  /** A client is gone: what it still wanted is not run. @param {number} id */
  clearQueueForHandler(id) {
    this.#gone.add(id);
    this.#begun.delete(id);
    const [its, others] = [true, false].map((mine) => this.#waiting.filter((one) => (one.id === id) === mine));
    this.#waiting = others ?? [];
    for (const { reject } of its ?? []) reject(new Error('The client has gone.'));
  }

  /** Called after clearQueueForHandler. @param {number} id */
  async clearTransactionIfNeeded(id) {
    if (this.#holder !== id || this.#running) return; // while its query runs, the loop does it afterwards
    this.#running = true;
    await this.#leave();
    this.#running = false;
    await this.#run();
  }

  getQueueLength() {
    return this.#waiting.length;
  }
}

/** Gathers what the backend says, since each piece that is sent is a system call here and one on the other side. */
class Answer {
  bytes = 0;
  /** @type {Buffer[]} */
  #pieces = [];
  #gathered = 0;

  /** @param {(bytes: Uint8Array) => void} onData */
  constructor(onData) {
    this.onData = onData;
  }

  /** @param {Uint8Array} data which is copied: the engine uses its memory again */
  add(data) {
    this.bytes += data.length;
    this.#gathered += data.length;
    this.#pieces.push(Buffer.from(data));
    if (this.#gathered > WRITTEN_AT_ONCE) this.send();
  }

  send() {
    if (!this.#gathered) return;
    this.onData(Buffer.concat(this.#pieces));
    this.#pieces = [];
    this.#gathered = 0;
  }
}

const SYNC = new Uint8Array([0x53, 0, 0, 0, 4]);
const FLUSH = 'H'.charCodeAt(0);

/** Query, Sync, Terminate, FunctionCall, Flush, CopyDone and CopyFail, password; a start-up message has no letter but a length. */
const ENDS = new Set([...'QSXFHcfp\0'].map((letter) => letter.charCodeAt(0)));

/** @param {Uint8Array} message */
function isEnd(message) {
  return ENDS.has(message[0] ?? 0);
}
