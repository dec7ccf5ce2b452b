import type { Told } from './events.sql.ts';

/** More things of one topic than this are told as "anything of the topic": one answer holds no list of ids. */
const NAMED_MOST = 20;

/** What to tell to a channel, as JSON text. */
export interface Line {
  channel: string;
  origin: string | null;
  text: string;
}

/** Each change once, and for a topic of which much changed one line for all of it. */
export function summarise(events: Told[]): Line[] {
  const byTopic = new Map<string, { first: Told; ids: Set<number | null> }>();
  for (const event of events) {
    const key = JSON.stringify([event.channel, event.topic, event.origin]);
    const found = byTopic.get(key);
    if (found) found.ids.add(event.id);
    else byTopic.set(key, { first: event, ids: new Set([event.id]) });
  }
  return [...byTopic.values()].flatMap(({ first: { channel, topic, origin }, ids }) => {
    const named = ids.has(null) || ids.size > NAMED_MOST ? [undefined] : [...ids];
    return named.map((id) => ({ channel, origin, text: JSON.stringify({ topic, id }) }));
  });
}
