import Type from 'typebox';

/** The largest id a table can hold (PostgreSQL integer). A larger one in a request is simply not found. */
export const MAX_ID = 2_147_483_647;

export const Id = Type.Integer({ minimum: 1, maximum: MAX_ID, description: 'a positive integer' });
export const IdParams = Type.Object({ id: Id });
export const Time = Type.String({ format: 'date-time', description: 'ISO 8601, UTC' });
export const Day = Type.String({ format: 'date', description: 'a day, as 2026-01-31' });

/** Text of which at least one character is visible. */
export function Text(most: number, description?: string) {
  return Type.String({ minLength: 1, maxLength: most, pattern: '\\S', ...(description && { description }) });
}

export function Nullable<T extends Type.TSchema>(schema: T, description?: string) {
  return Type.Union([schema, Type.Null()], { ...(description && { description }) });
}

export const ErrorAnswer = Type.Object(
  { error: Type.Union([Type.String(), Type.Array(Type.String())]) },
  { description: 'one sentence, or one per problem of a body' },
);

export const PageQuery = Type.Object({
  limit: Type.Integer({ minimum: 1, maximum: 500, default: 100, description: 'most items to answer with' }),
  cursor: Type.Optional(
    Type.String({ maxLength: 2000, description: 'where the next page starts: opaque, taken from the Link header' }),
  ),
});

/** A switch in a query that asks for more than the answer has by itself. */
export function Switch(description: string) {
  return Type.Optional(Type.Enum(['1', 'true', '0', 'false'], { description }));
}

export function isOn(value: '1' | 'true' | '0' | 'false' | undefined): boolean {
  return value === '1' || value === 'true';
}

/** What a 204 answers. */
export const Nothing = Type.Null({ description: 'done; nothing to say' });

/** The refusals that any route with these statuses may answer. */
export function refusals<const S extends number>(...statuses: S[]) {
  return Object.fromEntries(statuses.map((status) => [status, ErrorAnswer])) as Record<S, typeof ErrorAnswer>;
}
