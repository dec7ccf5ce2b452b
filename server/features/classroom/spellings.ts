import type { FastifySchema } from 'fastify';

/** The keys that a course's clients spell both ways. */
const SPELLINGS = [
  ['blogId', 'blog_id'],
  ['userId', 'user_id'],
] as const;

const READING_LIST = {
  type: 'object',
  properties: { id: { type: 'integer' }, read: { type: 'boolean' } },
};

type Json = Record<string, unknown>;

/** The response schemas of a route, with both spellings wherever they have one, and `reading_list` beside `readinglists`. */
export function declareSpellings(schema: FastifySchema): FastifySchema {
  return schema.response ? { response: withSpellings(schema.response) as Json } : {};
}

function withSpellings(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withSpellings);
  if (!isObject(schema)) return schema;
  const copy: Json = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, withSpellings(value)]));
  if (isObject(copy.properties)) {
    for (const [camel, snake] of SPELLINGS) if (copy.properties[camel]) copy.properties[snake] = copy.properties[camel];
    if (copy.properties.readinglists) copy.properties.reading_list = READING_LIST;
  }
  return copy;
}

/** Reads `blog_id` and `user_id` of a body as what the routes know. */
export function readSpellings(body: unknown): void {
  if (!isObject(body)) return;
  for (const [camel, snake] of SPELLINGS) if (body[snake] !== undefined) body[camel] ??= body[snake];
}

/** An answer with both spellings. */
export function addSpellings(answer: unknown): unknown {
  if (Array.isArray(answer)) return answer.map(addSpellings);
  if (!isObject(answer)) return answer;
  const copy: Json = Object.fromEntries(Object.entries(answer).map(([key, value]) => [key, addSpellings(value)]));
  for (const [camel, snake] of SPELLINGS) if (camel in copy) copy[snake] = copy[camel];
  if (Array.isArray(copy.readinglists)) copy.reading_list = copy.readinglists[0];
  return copy;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
