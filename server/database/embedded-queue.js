import { NotificationReader } from './embedded-notifications.js';

/**
 * Which client's message the embedded engine's one backend takes next: the queue of PGLiteSocketServer, replaced.
 *
 * Its own one keeps a client's turn only inside BEGIN … COMMIT, but a query alone is several messages too (Parse, Bind,
 * Execute … Sync). Two that waited for a transaction to end were then run message by message in turn, over the one unnamed
 * statement that the backend has: one client got the other's answer, which could be the other's session. And after an
 * error the backend skips everything up to a Sync: it skipped the beginning of somebody else's query. Here a client that
 * has begun keeps the backend until its Sync, and as long as its transaction is open.
 */
export class ClientQueue {
  /** @type {{ id: number, message: Uint8Array, onData: (bytes: Uint8Array) => void, resolve: (bytes: number) => void, reject: (error: unknown) => void }[]} */
  #waiting = [];
  /** @type {number | undefined} */
  #holder;
  #running = false;
  /** @type {Set<number>} */
  #gone = new Set();

  /**
   * @param {import('@electric-sql/pglite').PGlite} database
   * @param {(payload: string) => void} hear gets every notification that any client's transaction sent
   */
  constructor(database, hear = () => {}) {
    this.database = database;
    this.notifications = new NotificationReader(hear);
  }

  /**
   * Runs one message of a client when it is its turn; answers how many bytes came back.
   * @param {number} id @param {Uint8Array} message @param {(bytes: Uint8Array) => void} onData @returns {Promise<number>}
   */
  enqueue(id, message, onData) {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ id, message, onData, resolve, reject });
      void this.#run();
    });
  }

  async #run() {
    if (this.#running) return;
    this.#running = true;
    for (let next = this.#take(); next; next = this.#take()) {
      const { id, message, onData, resolve, reject } = next;
      this.#holder = id;
      let bytes = 0;
      this.notifications.begin();
      try {
        const onRawData = (/** @type {Uint8Array} */ data) => {
          bytes += data.length;
          this.notifications.push(data);
          onData(data);
        };
        await this.database.runExclusive(() => this.database.execProtocolRawStream(message, { onRawData }));
        resolve(bytes);
      } catch (error) {
        reject(error);
      }
      if (this.#gone.has(id)) await this.#leave();
      else if (endsItsTurn(message) && !this.database.isInTransaction()) this.#holder = undefined;
    }
    this.#running = false;
  }

  #take() {
    const holder = this.#holder;
    const i = holder === undefined ? 0 : this.#waiting.findIndex(({ id }) => id === holder);
    return i < 0 ? undefined : this.#waiting.splice(i, 1)[0];
  }

  /** Ends what the holder left half done, so that the next client finds the backend as a fresh one. */
  async #leave() {
    await this.database.runExclusive(() => this.database.execProtocolRaw(SYNC));
    if (this.database.isInTransaction()) await this.database.exec('ROLLBACK');
    this.#holder = undefined;
  }

  /** A client is gone: what it still wanted is not run. @param {number} id */
  clearQueueForHandler(id) {
    this.#gone.add(id);
    const [its, others] = [true, false].map((mine) => this.#waiting.filter((one) => (one.id === id) === mine));
    this.#waiting = others ?? [];
    for (const { reject } of its ?? []) reject(new Error('The client has gone.'));
  }

  /** Called after clearQueueForHandler. @param {number} id */
  async clearTransactionIfNeeded(id) {
    if (this.#holder !== id || this.#running) return; // while its message runs, the loop does it afterwards
    this.#running = true;
    await this.#leave();
    this.#running = false;
    await this.#run();
  }

  getQueueLength() {
    return this.#waiting.length;
  }
}

const SYNC = new Uint8Array([0x53, 0, 0, 0, 4]);

/** Query, Sync, Terminate, FunctionCall, CopyDone and CopyFail, password; a start-up message has no letter but a length. */
const ENDS = new Set([...'QSXFcfp\0'].map((letter) => letter.charCodeAt(0)));

/** @param {Uint8Array} message */
function endsItsTurn(message) {
  return ENDS.has(message[0] ?? 0);
}
