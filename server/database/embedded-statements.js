const [PARSE, CLOSE, STATEMENT, PARSED] = [...'PCS1'].map((letter) => letter.charCodeAt(0));
const PARSE_COMPLETE = Buffer.from([0x31, 0, 0, 0, 4]);
const CLOSE_COMPLETE = Buffer.from([0x33, 0, 0, 0, 4]);
const NAME = /^[\w-]{22}$/; // as sql.ts makes them: the same name is the same text, whoever says it

/**
 * The prepared statements of the embedded engine's one backend, which all clients share without knowing it. Each thinks that it
 * has to prepare its own; the second one would be told that the name is taken. Here it is told that its statement is
 * prepared, which is true. A statement of a page takes a third to a tenth of the time once it is.
 */
export class SharedStatements {
  /** @type {Set<string>} */
  #known = new Set();

  /**
   * What of a query is still to be run, what is answered to the rest before, and who has to see how the backend's answer begins.
   * @param {Uint8Array[]} messages @returns {{ rest: Uint8Array[], said?: Buffer | undefined, learn?: (data: Uint8Array) => void }}
   */
  look(messages) {
    const kept = messages.filter((message) => message[0] !== CLOSE || !nameIn(message)); // the others go on using it
    const closed = kept.length < messages.length ? [CLOSE_COMPLETE] : [];
    const [first, ...rest] = kept;
    const name = first && nameIn(first);
    if (name && this.#known.has(name)) return { rest, said: Buffer.concat([PARSE_COMPLETE, ...closed]) };
    let isFirst = true;
    const learn = (/** @type {Uint8Array} */ data) => {
      if (name && isFirst && data[0] === PARSED) this.#known.add(name);
      isFirst = false;
    };
    return { rest: kept, said: closed[0], learn };
  }
}

/** The name in a Parse, or a Close of a statement, if it is one of ours. @param {Uint8Array} message */
function nameIn(message) {
  const start = message[0] === PARSE ? 5 : message[0] === CLOSE && message[5] === STATEMENT ? 6 : 0;
  if (!start) return undefined;
  const name = Buffer.from(message.subarray(start, message.indexOf(0, start))).toString('latin1');
  return NAME.test(name) ? name : undefined;
}
