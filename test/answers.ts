import { Ajv, type ValidateFunction } from 'ajv';
import type { FastifyInstance } from 'fastify';

const ajv = new Ajv({
  strict: false,
  formats: { 'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/, date: /^\d{4}-\d\d-\d\d$/ },
});

interface Operation {
  responses?: Record<string, { content?: Record<string, { schema: object }> }>;
}

/**
 * Holds every JSON answer of `app` against its OpenAPI document: the status must be declared and the body must fit.
 * Returns what did not, as sentences; the test client looks there after every request.
 */
export function watchAnswers(app: FastifyInstance): string[] {
  const faults: string[] = [];
  const compiled = new Map<string, ValidateFunction | undefined>();
  app.addHook('onSend', async (request, reply, payload) => {
    const { url } = request.routeOptions;
    if (!url?.startsWith('/api/') || url.startsWith('/api/docs') || url === '/api/openapi.json') return;
    if (!/json|^$/.test(String(reply.getHeader('content-type') ?? ''))) return; // a page or a file
    const status = String(reply.statusCode);
    const method = request.method.toLowerCase();
    if (method === 'head') return;
    const key = `${method} ${url} ${status}`;
    if (!compiled.has(key)) compiled.set(key, compile(app, url, method, status));
    const check = compiled.get(key);
    if (!check && status !== '204') faults.push(`${key} is not in the OpenAPI document`);
    else if (check && typeof payload === 'string' && !check(JSON.parse(payload)))
      faults.push(`${key} answered ${payload.slice(0, 300)}: ${ajv.errorsText(check.errors)}`);
  });
  return faults;
}

/** What any route may answer before it is reached; said once in the document's text. */
const ANYWHERE = new Set(['400', '401', '403', '413', '415', '429', '503']);
const ANY_ERROR = ajv.compile({
  type: 'object',
  required: ['error'],
  additionalProperties: false,
  properties: { error: { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' }, minItems: 1 }] } },
});

function compile(app: FastifyInstance, url: string, method: string, status: string): ValidateFunction | undefined {
  const path = url.replace(/:(\w+)/g, '{$1}');
  const operation = (app.swagger() as { paths?: Record<string, Record<string, Operation>> }).paths?.[path]?.[method];
  const content = operation?.responses?.[status]?.content ?? {};
  const schema = content['application/json']?.schema ?? Object.values(content)[0]?.schema;
  if (schema) return ajv.compile(schema);
  return ANYWHERE.has(status) ? ANY_ERROR : undefined;
}
