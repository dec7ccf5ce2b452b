/** How long the log is kept. */
export const KEPT_MS = 3_600_000;

/** Older than this, what a stream missed may be half gone from the log, whatever the clocks of two servers say. */
const RESUMED_MS = KEPT_MS / 2;

/**
 * Where a stream stands, as it is told to the client: the horizon of what was published last, and when that was said. A quiet
 * hour moves the time on and not the horizon.
 */
export function writePosition(horizon: number): string {
  return `${horizon}-${Math.floor(Date.now() / 1000)}`;
}

/** The horizon to go on from; undefined where it is too old, or no position of ours. */
export function readPosition(position: string): number | undefined {
  const [, horizon, seconds] = /^(\d{1,15})-(\d{1,12})$/.exec(position) ?? [];
  return Date.now() - Number(seconds) * 1000 < RESUMED_MS ? Number(horizon) : undefined;
}
