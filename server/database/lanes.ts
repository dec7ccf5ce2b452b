import pg, { type ClientConfig, type QueryConfig, type QueryResultRow } from 'pg';

/** One connection over which several statements are on their way at the same time, answered in their order. */
interface Lane {
  client: pg.Client;
  isOpen: boolean;
  isCorked: boolean;
  /** Statements that are not answered yet. */
  waiting: number;
  /** When it last answered, or was given something after it had answered all; milliseconds. */
  movedAt: number;
}

const STUCK_MS = 50; // a statement that takes this long holds up those behind it, and no more shall join them
const LOST_MS = 30_000; // after this long nobody answers any more
const IDLE_MS = 60_000;
const LOOK_MS = 10_000;
const AGAIN_MS = 1000; // a server that refuses connections is not asked for one by every statement

/**
 * A few connections that statements share, instead of taking one each from a pool: what is asked in one turn of the event
 * loop leaves in one write, and neither side sleeps and wakes for each (pipelining, as PostgreSQL's protocol allows it).
 * That takes a third off what a small read costs server and database. For statements of a millisecond or two, since whoever
 * is behind a long one waits for it; and never for transactions.
 */
export class Lanes {
  readonly #lanes = new Set<Lane>();
  readonly #looking = setInterval(() => this.#look(), LOOK_MS).unref();
  #opensFrom = 0;

  /** @param most connections; each is opened when it is needed, and closed when it has been idle for a minute. */
  constructor(
    private readonly config: ClientConfig,
    private readonly most: number,
  ) {}

  /** How many connections there are. */
  get size(): number {
    return this.#lanes.size;
  }

  /** Runs a statement and answers its rows; undefined while no lane can take it and the caller has to find another connection. */
  query<Row extends QueryResultRow>(query: QueryConfig): Promise<Row[]> | undefined {
    const now = Date.now();
    const lane = this.#choose(now);
    if (!lane || lane.waiting) this.#open(now);
    if (!lane) return undefined;
    if (!lane.waiting++) lane.movedAt = now;
    corkForThisTurn(lane);
    return new Promise((resolve, reject) => {
      lane.client.query<Row>(query, (error, result) => {
        lane.waiting--;
        lane.movedAt = Date.now();
        if (!error) return resolve(result.rows);
        if ((error as pg.DatabaseError).severity === 'FATAL') this.#lanes.delete(lane); // its end is still on its way
        reject(error);
      });
    });
  }

  /** Closes all of them, each when it has answered. Nothing may be asked any more. */
  async close(): Promise<void> {
    clearInterval(this.#looking);
    this.#opensFrom = Number.POSITIVE_INFINITY;
    await Promise.all([...this.#lanes].map(({ client }) => client.end().catch(() => {})));
    this.#lanes.clear();
  }

  /** The open one with the fewest statements. */
  #choose(now: number): Lane | undefined {
    let chosen: Lane | undefined;
    for (const lane of this.#lanes) {
      if (!lane.isOpen || (lane.waiting && now - lane.movedAt > STUCK_MS)) continue;
      if (!chosen || lane.waiting < chosen.waiting) chosen = lane;
    }
    return chosen;
  }

  /** One more, for those who come after this statement. */
  #open(now: number): void {
    if (this.#lanes.size >= this.most || now < this.#opensFrom) return;
    const client = new pg.Client({ ...this.config, pipeline: true });
    const lane: Lane = { client, isOpen: false, isCorked: false, waiting: 0, movedAt: now };
    this.#lanes.add(lane);
    // Whatever ends a connection fails the statements on it, which tell their callers.
    client.on('error', () => this.#lanes.delete(lane));
    client.on('end', () => this.#lanes.delete(lane));
    client.connect().then(
      () => {
        lane.isOpen = true;
      },
      () => {
        this.#lanes.delete(lane);
        this.#opensFrom = Math.max(this.#opensFrom, Date.now() + AGAIN_MS);
      },
    );
  }

  /** Gives up those that do not answer, and closes those that nobody asks. */
  #look(): void {
    const now = Date.now();
    for (const lane of this.#lanes) {
      if (lane.waiting && now - lane.movedAt > LOST_MS) lane.client.connection.stream.destroy();
      if (lane.waiting || now - lane.movedAt < IDLE_MS) continue;
      this.#lanes.delete(lane);
      void lane.client.end().catch(() => {});
    }
  }
}

/** node-postgres corks each statement by itself; corks nest, so this one lets them all go at the end of the turn. */
function corkForThisTurn(lane: Lane): void {
  if (lane.isCorked) return;
  const { stream } = lane.client.connection;
  lane.isCorked = true;
  stream.cork();
  process.nextTick(() => {
    lane.isCorked = false;
    stream.uncork();
  });
}
