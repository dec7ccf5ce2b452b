import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import type { FastifyInstance, FastifySchemaValidationError } from 'fastify';
import fp from 'fastify-plugin';
import { Invalid, NotFound, type Refusal } from '../errors.ts';
import { MAX_ID } from './common.schemas.ts';

const ISO_TIME = /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d(:\d\d(\.\d+)?)?([Zz]|[+-]\d\d:?\d\d)$/;
const DIGITS = /^-?\d+$/;
const shared = { allErrors: true, useDefaults: true, formats: { 'date-time': isTime, date: isDay } } as const;

/** A body is taken as it is: "5" is no number. Parameters and queries are text by nature, so there it is one (`readTexts`). */
const bodies = new Ajv(shared);
// Without strictNumbers the bounds are held against Infinity too, which 400 digits are: too large, and not malformed.
const texts = new Ajv({ ...shared, strictNumbers: false });

/** Checks requests against their TypeBox schemas. */
export const validation = fp(async (app: FastifyInstance) => {
  app.setValidatorCompiler(({ schema, httpPart }) =>
    httpPart === 'body'
      ? whenUsed(bodies, schema as object)
      : whenUsed(texts, schema as object, readTexts(schema as object)),
  );
  // PostgreSQL stores no NUL, and half a surrogate pair is no character: refused here, once, for every route.
  app.addHook('preValidation', async (request) => {
    for (const [part, value] of [
      ['body', request.body],
      ['query', request.query],
      ['address', request.params],
    ] as const)
      if (!isStorable(value)) throw new Invalid(`the ${part} has text with a NUL character or half a character in it`);
  });
});

/** Compiled for the first request that needs it: a start should not wait for what nobody asks for. */
function whenUsed(ajv: Ajv, schema: object, prepare?: (value: Texts) => void): ValidateFunction {
  const check = (value: unknown) => {
    prepare?.(value as Texts);
    const compiled = ajv.compile(schema); // which looks whether it has done so before
    const isValid = compiled(value);
    check.errors = compiled.errors;
    return isValid;
  };
  check.errors = null as ValidateFunction['errors'];
  return check as unknown as ValidateFunction;
}

type Texts = Record<string, unknown>;

/**
 * Reads the texts of an address as what its schema asks for: decimal digits as a whole number, `true` and `false`. What is
 * neither stays text, and is refused as such. Ajv's own coercion would take `1e3`, `0x10` and ` 5` for numbers too.
 */
function readTexts(schema: { properties?: Record<string, { type?: string }> }): (value: Texts) => void {
  const properties = Object.entries(schema.properties ?? {});
  const namesOf = (wanted: string) => properties.filter(([, { type }]) => type === wanted).map(([name]) => name);
  const numbers = namesOf('integer');
  const switches = namesOf('boolean');
  return (value) => {
    for (const name of numbers) {
      const text = value[name];
      if (typeof text === 'string' && DIGITS.test(text)) value[name] = Number(text);
    }
    for (const name of switches) {
      const text = value[name];
      if (text === 'true' || text === 'false') value[name] = text === 'true';
    }
  };
}

/** Checks what came by another way than a request by the same rules. @throws Invalid, one sentence per problem. */
export function requireInput(schema: object, value: unknown): void {
  if (!isStorable(value)) throw new Invalid('text with a NUL character or half a character cannot be stored');
  const check = bodies.compile(schema);
  if (!check(value)) throw refuseInput(check.errors as FastifySchemaValidationError[], 'body');
}

/** The refusal for a request that failed its schema. */
export function refuseInput(errors: FastifySchemaValidationError[], part: string | undefined): Refusal {
  // An id too large for the column names nothing, so it is not found rather than malformed.
  if (errors.every((error) => error.keyword === 'maximum' && error.params.limit === MAX_ID))
    return new NotFound(errors.map(nameOf).join(' and ').replace(/Id$/, ''));
  const problems = [...new Set(errors.filter(saysWhatIsWrong).map((error) => sentence(error as ErrorObject, part)))];
  return new Invalid(problems.join('; '), part === 'body' ? problems : undefined);
}

/** Of "a year or null" only the year's own complaint helps; "not null either" and "none of both" do not. */
function saysWhatIsWrong({ keyword, params }: FastifySchemaValidationError): boolean {
  return keyword !== 'anyOf' && !(keyword === 'type' && params.type === 'null');
}

const NOUNS: Record<string, string> = {
  integer: 'a whole number',
  number: 'a number',
  string: 'text',
  boolean: 'true or false',
  object: 'a JSON object',
  array: 'a list',
};

function nameOf(error: { instancePath: string }): string {
  return error.instancePath.slice(1).replaceAll('/', '.');
}

function sentence(error: ErrorObject, part: string | undefined): string {
  const name = nameOf(error) || `the request ${part === 'body' ? 'body' : 'address'}`;
  const { params } = error;
  switch (error.keyword) {
    case 'required':
      return `${params.missingProperty} is required`;
    case 'type':
      return `${name} must be ${NOUNS[params.type as string] ?? params.type}`;
    case 'minLength':
      return params.limit === 1 ? `${name} must not be empty` : `${name} must have at least ${params.limit} characters`;
    case 'maxLength':
      return `${name} must have at most ${params.limit} characters`;
    case 'pattern':
      return `${name} must not be empty`;
    case 'minimum':
      return `${name} must be at least ${params.limit}`;
    case 'maximum':
      return `${name} must be at most ${params.limit}`;
    case 'enum':
      return `${name} must be one of: ${(params.allowedValues as unknown[]).join(', ')}`;
    case 'const':
      return `${name} must be ${JSON.stringify(params.allowedValue)}`;
    case 'format':
      return `${name} must be ${params.format === 'date' ? 'a day like 2026-01-31' : 'a time like 2026-01-31T12:00:00Z'}`;
    default:
      return `${name} ${error.message}`;
  }
}

function isTime(text: string): boolean {
  return ISO_TIME.test(text) && !Number.isNaN(Date.parse(text));
}

/** A day of the calendar from 1900 to 2999: `Date` would read February 30 as March 2, PostgreSQL would refuse it. */
function isDay(text: string): boolean {
  const time = /^(19|2\d)\d\d-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** Whether every text in a value can be stored; a loop, because a body may be nested as deep as it is long. */
export function isStorable(value: unknown): boolean {
  const waiting = [value];
  while (waiting.length) {
    const next = waiting.pop();
    if (typeof next === 'string') {
      if (next.includes('\0') || !next.isWellFormed()) return false;
    } else if (next && typeof next === 'object')
      for (const [key, inner] of Object.entries(next)) waiting.push(key, inner); // a spread call would overflow the stack
  }
  return true;
}
