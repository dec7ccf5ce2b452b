/** Every kind of job there is, with what it is given. Each has its queue in the database, made by a migration. */
export interface Jobs {
  'fetch-article': { blogId: number };
  'check-feed': { feedId: number };
}

export type Queue = keyof Jobs;

/** What a kind of job does. */
export interface Work<Data> {
  /** The slow part, outside of any transaction. Answers what it found as a write, which is committed with the job's end. */
  run: (data: Data, signal: AbortSignal) => Promise<() => Promise<void>>;
  /** Notes down that it failed: for good, or to be tried again by itself. In one transaction with the job. */
  failed: (data: Data, sentence: string, final: boolean) => Promise<void>;
  /** Notes down that one that had failed for good waits again. */
  waits: (data: Data) => Promise<void>;
}

export type Works = { [Q in Queue]: Work<Jobs[Q]> };
