import type { ServerResponse } from 'node:http';
import type { Engine } from '../database/engine.ts';
import { horizonOf, type Snapshot, selectEventsSince, selectEventsUnseen, type Told } from './events.sql.ts';
import { listen } from './listen.ts';
import { readPosition, writePosition } from './position.ts';
import { ACCESS, type Channel } from './publish.ts';
import { Stream } from './stream.ts';
import { summarise } from './summarise.ts';

const GATHER_MS = 10; // what is published within this time is told at once
const HEARTBEAT_MS = 25_000; // proxies close what is silent for 30 s
const MISSED_MOST = 1000; // more than that was missed: everything is fetched anew

/** What a session may hear; none where it is over, or its user disabled. */
export type Access = (sessionIds: number[]) => Promise<Map<number, Channel[]>>;

/** Told where so much was missed that the client has to fetch all anew. */
const EVERYTHING: Told = { channel: 'everyone', topic: 'everything', id: null, origin: null };

function atMost(told: Told[]): Told[] {
  return told.length < MISSED_MOST ? told : [EVERYTHING];
}

/** The open streams of this process: hears that something was published, reads it in the log, and tells each stream what is for it. */
export class Hub {
  /** How far the log was read. */
  #seen: Snapshot | undefined;
  /** How far was told. What is not told yet belongs to transactions at or behind it, so here a stream goes on. */
  #horizon = 0;
  readonly #streams = new Set<Stream>();
  readonly #byChannel = new Map<string, Set<Stream>>();
  #due: NodeJS.Timeout | undefined;
  /** Whether there may be something in the log that nobody was there to hear. */
  #isBehind = false;
  #began!: () => void;
  /** Settled once this hub listens and knows where it stands: a stream that is open before would miss what comes until then. */
  readonly #listening = new Promise<void>((resolve) => {
    this.#began = resolve;
  });
  #newcomers: Stream[] = [];
  #turn: Promise<void> = Promise.resolve();
  readonly #stopListening: () => Promise<void>;
  readonly #heartbeat: NodeJS.Timeout;

  constructor(
    engine: Engine,
    private readonly access: Access,
    private readonly failed: (error: unknown) => void,
  ) {
    this.#stopListening = listen(engine, {
      hear: () => this.#lookSoon(),
      began: () => this.#catchUp(),
      failed,
    });
    this.#heartbeat = setInterval(() => this.#beat(), HEARTBEAT_MS);
  }

  /** How far was told. Whoever asks first, then fetches, and then listens from here on, misses nothing in between. */
  get position(): string {
    return writePosition(this.#horizon);
  }

  /**
   * Tells changes to a response from now on, and first what happened after `position`, if one is given; until the client
   * goes, or the session is over. Never rejects: what fails ends the stream, and the client comes back.
   */
  async open(
    raw: ServerResponse,
    session: { sessionId: number; id: number },
    from: { page: string | null; position?: string },
  ): Promise<void> {
    const stream = new Stream(session.sessionId, from.page, raw);
    this.#streams.add(stream);
    raw.on('close', () => this.#forget(stream));
    this.#subscribe(stream, [`user:${session.id}`]); // so that a session that ends meanwhile is noticed
    try {
      await this.#listening;
      if (this.#isBehind) await this.#inTurn(() => this.#look());
      this.#newcomers.push(stream);
      await this.#inTurn(() => this.#check(this.#newcomers.splice(0))); // one query for all who came meanwhile
      const missed = from.position === undefined ? [] : await this.#missedBy(stream, from.position);
      stream.caughtUp = true;
      stream.tell(missed, this.position);
    } catch (error) {
      this.failed(error);
      this.#end(stream);
    }
  }

  /** Ends every stream; the clients come back, to whoever serves then. */
  async close(): Promise<void> {
    clearInterval(this.#heartbeat);
    await this.#stopListening();
    clearTimeout(this.#due);
    await this.#turn;
    for (const stream of [...this.#streams]) this.#end(stream);
  }

  async #missedBy(stream: Stream, position: string): Promise<Set<string>> {
    const horizon = readPosition(position);
    const missed =
      horizon === undefined ? [EVERYTHING] : atMost(await selectEventsSince(horizon, MISSED_MOST, stream.channels));
    const others = missed.filter(({ origin }) => !origin || origin !== stream.page);
    return new Set(summarise(others).map(({ text }) => text));
  }

  /** Listening began, perhaps not for the first time: what was told meanwhile is in the log. */
  #catchUp(): Promise<void> {
    return this.#inTurn(async () => {
      await this.#check([...this.#streams]); // a session may have ended longer ago than the log tells
      await this.#look();
    });
  }

  /** Where nobody listens the next one looks when he comes. */
  #lookSoon(): void {
    this.#isBehind = !this.#streams.size;
    if (this.#isBehind) return;
    this.#due ??= setTimeout(() => {
      this.#due = undefined;
      void this.#inTurn(() => this.#look());
    }, GATHER_MS);
  }

  async #look(): Promise<void> {
    const { told, snapshot } = await selectEventsUnseen(this.#seen, MISSED_MOST);
    this.#seen = snapshot;
    this.#isBehind = false;
    this.#began();
    await this.#tell(atMost(told), horizonOf(snapshot));
  }

  /** One after the other, so that what follows a change of access is told by the new access, and by nothing older. */
  #inTurn(work: () => Promise<void>): Promise<void> {
    this.#turn = this.#turn.then(work).catch(this.failed);
    return this.#turn;
  }

  async #tell(events: Told[], horizon: number): Promise<void> {
    const changed = events.filter(({ topic }) => topic === ACCESS).flatMap(({ channel }) => this.#listenersOf(channel));
    await this.#check([...new Set(changed)]);
    const texts = new Map<Stream, Set<string>>();
    for (const { channel, origin, text } of summarise(events))
      for (const stream of this.#listenersOf(channel)) {
        if (origin && origin === stream.page) continue;
        const list = texts.get(stream);
        if (list) list.add(text);
        else texts.set(stream, new Set([text]));
      }
    this.#horizon = horizon;
    const { position } = this;
    for (const [stream, list] of texts) stream.tell(list, position);
  }

  #listenersOf(channel: string): Stream[] {
    return [...(this.#byChannel.get(channel) ?? [])];
  }

  /** Asks what these sessions may hear now, and ends the streams of those that are over; all of them if nobody can tell. */
  async #check(streams: Stream[]): Promise<void> {
    if (!streams.length) return;
    const access = await this.access(streams.map(({ sessionId }) => sessionId)).catch((error) => {
      this.failed(error);
      return new Map<number, Channel[]>();
    });
    for (const stream of streams) {
      const channels = access.get(stream.sessionId);
      if (channels) this.#subscribe(stream, channels);
      else {
        stream.tell([JSON.stringify({ topic: ACCESS })], this.position);
        this.#end(stream);
      }
    }
  }

  #subscribe(stream: Stream, channels: string[]): void {
    if (!this.#streams.has(stream)) return; // the client went while we asked
    for (const channel of stream.channels) this.#unsubscribe(stream, channel);
    stream.channels = channels;
    for (const channel of channels) {
      const listeners = this.#byChannel.get(channel);
      if (listeners) listeners.add(stream);
      else this.#byChannel.set(channel, new Set([stream]));
    }
  }

  #unsubscribe(stream: Stream, channel: string): void {
    const listeners = this.#byChannel.get(channel);
    listeners?.delete(stream);
    if (!listeners?.size) this.#byChannel.delete(channel);
  }

  #end(stream: Stream): void {
    this.#forget(stream);
    stream.close();
  }

  #forget(stream: Stream): void {
    this.#streams.delete(stream);
    for (const channel of stream.channels) this.#unsubscribe(stream, channel);
  }

  /** Keeps streams alive in the eyes of proxies, tells how far they are, and ends those whose session ran out. */
  #beat(): void {
    const streams = [...this.#streams];
    for (const stream of streams) stream.tell([], this.position);
    void this.#inTurn(async () => {
      await this.#check(streams);
      await this.#look(); // a process that died between its commit and its notification told nobody
    });
  }
}
