import fc from 'fast-check';
import type { FastifyInstance, InjectOptions } from 'fastify';
import {
  brokenJson,
  hostileCursor,
  hostileHeaders,
  hostileJson,
  hostileUrlPart,
  JSON_TEXTS,
  URL_PARTS,
} from './hostile.ts';

/** As much of a JSON schema as the OpenAPI document uses. */
interface Schema {
  type?: string;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  format?: string;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
}

interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  schema: Schema;
}

interface Operation {
  parameters?: Parameter[];
  requestBody?: { content?: Record<string, { schema: Schema }> };
}

export interface Route {
  method: string;
  path: string;
  operation: Operation;
}

/** Every operation of the OpenAPI document, and the addresses that stand outside it. */
export function routesOf(app: FastifyInstance): Route[] {
  const { paths } = app.swagger() as unknown as { paths: Record<string, Record<string, Operation>> };
  const routes = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  );
  const hidden = [
    '/',
    '/api/openapi.json',
    '/api/docs',
    '/api/docs/{file}',
    '/api/{unknown}',
    '/{unknown}',
    '/api/docs/static/{file}',
  ];
  return [...routes, ...hidden.map((path) => ({ method: 'GET', path, operation: {} }))];
}

const PLAUSIBLE = [
  'react',
  'https://blog.example/1',
  'member@example.com',
  'admin@example.com',
  'correct horse',
  'Toska',
  'owner',
  'read',
];
const seeded = fc.integer({ min: 1, max: 4 }); // the ids that a freshly filled database has

/** A value that fits the schema, as JSON text. */
function fitting(schema: Schema): fc.Arbitrary<string> {
  if (schema.enum) return fc.constantFrom(...schema.enum).map((value) => JSON.stringify(value));
  if ('const' in schema) return fc.constant(JSON.stringify(schema.const));
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map(fitting));
  switch (schema.type) {
    case 'integer':
    case 'number': {
      const { minimum: min = -1000, maximum: max = 2_147_483_647 } = schema;
      return fc.oneof(seeded, fc.integer({ min, max }), fc.constantFrom(min, max)).map(String);
    }
    case 'boolean':
      return fc.boolean().map(String);
    case 'null':
      return fc.constant('null');
    case 'array':
      return fc.array(fitting(schema.items ?? {}), { maxLength: 3 }).map((items) => `[${items.join(',')}]`);
    case 'object':
      return asObject(Object.entries(schema.properties ?? {}).map(([key, inner]) => [key, fitting(inner)]));
    default:
      return text(schema).map((value) => JSON.stringify(value));
  }
}

function text({ format, minLength: min = 0, maxLength: max = 50 }: Schema): fc.Arbitrary<string> {
  if (format === 'date-time')
    return fc.constantFrom('2031-01-01T00:00:00Z', '9999-12-31T23:59:59.999Z', '2031-01-01 00:00+02:00');
  const edges = [...'a😀'].map((character) => character.repeat(max)); // counted in characters, stored in bytes
  return fc.oneof(
    fc.constantFrom(...PLAUSIBLE),
    fc.string({ unit: 'binary', minLength: min, maxLength: Math.min(max, min + 50) }),
    { weight: max > 10_000 ? 0 : 1, arbitrary: fc.constantFrom(...edges) },
  );
}

function asObject(entries: [string, fc.Arbitrary<string | undefined>][]): fc.Arbitrary<string> {
  return fc.tuple(...entries.map(([, value]) => value)).map((values) => {
    const pairs = values.flatMap((value, i) =>
      value === undefined ? [] : [`${JSON.stringify(entries[i]?.[0])}:${value}`],
    );
    return `{${pairs.join(',')}}`;
  });
}

/** A body of the route's schema in which each field is right, hostile or missing; or something else altogether. */
function bodies(schema: Schema | undefined): fc.Arbitrary<string | undefined> {
  const fields = Object.entries(schema?.properties ?? {}).map(
    ([key, inner]): [string, fc.Arbitrary<string | undefined>] => [
      key,
      fc.oneof(
        { weight: 6, arbitrary: fitting(inner) },
        { weight: 2, arbitrary: hostileJson },
        { weight: schema?.required?.includes(key) ? 1 : 3, arbitrary: fc.constant(undefined) },
      ),
    ],
  );
  const more = fc.oneof({ weight: 9, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: hostileJson });
  const extra = ['__proto__', 'constructor', 'id', 'userId', 'blog_id', 'passwordHash'].map(
    (key): [string, fc.Arbitrary<string | undefined>] => [key, more],
  );
  return fc.oneof(
    { weight: 8, arbitrary: asObject([...fields, ...extra.slice(2)]) },
    { weight: 2, arbitrary: asObject([...fields, ...extra, ...fields.slice(0, 1)]) },
    { weight: 1, arbitrary: hostileJson },
    { weight: 1, arbitrary: brokenJson },
    { weight: 1, arbitrary: fc.constantFrom(undefined, '') },
  );
}

/** A path parameter: one that exists, or hostile. */
function pathPart({ schema }: Parameter): fc.Arbitrary<string> {
  const right = schema.type === 'integer' ? seeded.map(String) : fc.constantFrom(...PLAUSIBLE.map(encodeURIComponent));
  return fc.oneof({ weight: 3, arbitrary: right }, { weight: 1, arbitrary: hostileUrlPart });
}

function queries(parameters: Parameter[]): fc.Arbitrary<string> {
  const pairs = parameters.map(({ name, schema }) => {
    const right = fitting(schema).map((json) => encodeURIComponent(String(JSON.parse(json)).toWellFormed()));
    const made = name === 'cursor' ? hostileCursor : hostileUrlPart;
    const value = fc.oneof({ weight: 2, arbitrary: right }, { weight: 1, arbitrary: made });
    const key = fc.constantFrom(name, name, name, name, name, name, `${name}[]`, `${name}[a]`, name.toUpperCase());
    return fc.tuple(key, value);
  });
  const unknown = fc.tuple(
    fc.constantFrom('__proto__', '__proto__[admin]', 'x', 'a%00b', '%E0%A4', ''),
    hostileUrlPart,
  );
  return fc
    .array(fc.oneof(...pairs, unknown), { maxLength: parameters.length ? 4 : 1 })
    .map((chosen) => (chosen.length ? `?${chosen.map((pair) => pair.join('=')).join('&')}` : ''));
}

const ANY_METHOD = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND', 'SEARCH'] as const;

/** Requests to one route, mostly near enough to right ones that they get past the first check. */
export function requestsTo({ method, path, operation }: Route): fc.Arbitrary<InjectOptions> {
  const parameters = operation.parameters ?? [];
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string);
  const parts = names.map((name) => {
    const parameter = parameters.find((candidate) => candidate.name === name && candidate.in === 'path');
    return parameter ? pathPart(parameter) : hostileUrlPart;
  });
  const url = fc
    .tuple(fc.tuple(...parts), queries(parameters.filter((parameter) => parameter.in === 'query')))
    .map(([values, query]) => path.replace(/\{\w+\}/g, () => values.shift() as string) + query);
  const body = operation.requestBody
    ? bodies(operation.requestBody.content?.['application/json']?.schema)
    : fc.oneof({ weight: 5, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: bodies(undefined) });
  const methods = fc.oneof(
    { weight: 19, arbitrary: fc.constant(method) },
    { weight: 1, arbitrary: fc.constantFrom(...ANY_METHOD) },
  );
  const headers = fc.oneof({ weight: 4, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: hostileHeaders });
  return fc.record({ method: methods, url, payload: body, headers }).map(({ payload, ...request }) => ({
    ...request,
    method: request.method as 'GET',
    ...(payload !== undefined && { payload }),
    headers: { ...(payload !== undefined && { 'content-type': 'application/json' }), ...request.headers },
  }));
}

/** One request for each known hostile value in each place of a route, everything else about it right. */
export function examplesOf({ method, path, operation }: Route): InjectOptions[] {
  const { parameters = [], requestBody } = operation;
  const right = ({ schema }: Parameter) => (schema.type === 'integer' ? '1' : 'member%40example.com');
  const address = (changed?: string, value = '') =>
    path.replace(/\{(\w+)\}/g, (_, name) => {
      const parameter = parameters.find((candidate) => candidate.name === name);
      return name === changed ? value : parameter ? right(parameter) : 'x';
    });
  const schema = requestBody?.content?.['application/json']?.schema;
  const [body = '{}'] = schema ? fc.sample(fitting(schema), { seed: 1, numRuns: 1 }) : [];
  const fields = Object.keys(schema?.properties ?? {});
  const asBody = { method: method as 'POST', headers: { 'content-type': 'application/json' } };
  const urls = [
    ...[...path.matchAll(/\{(\w+)\}/g)].flatMap(([, name]) => URL_PARTS.map((part) => address(name, part))),
    ...parameters.flatMap(({ name, in: place }) =>
      place === 'query' ? URL_PARTS.map((part) => `${address()}?${name}=${part}`) : [],
    ),
  ];
  return [
    ...urls.map((url) => (schema ? { ...asBody, url, payload: body } : { method: method as 'GET', url })),
    // A key given twice has its last value.
    ...fields.flatMap((field) =>
      JSON_TEXTS.map((json) => ({
        ...asBody,
        url: address(),
        payload: `${body.slice(0, -1)}${body === '{}' ? '' : ','}${JSON.stringify(field)}:${json}}`,
      })),
    ),
    ...(schema ? JSON_TEXTS.map((payload) => ({ ...asBody, url: address(), payload })) : []),
  ];
}
