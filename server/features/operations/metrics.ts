import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import type { Registry } from 'prom-client';
import { connectionPool, lanes } from '../../database/sequelize.ts';
import { Unauthorized } from '../../errors.ts';
import { countJobs, countSessions } from './metrics.sql.ts';

const SECONDS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

/**
 * `GET /metrics` in Prometheus' format, for who knows the token. Requests are told apart by the pattern of their route, never
 * by their address: the number of series stays small whatever is asked for, and nobody's ids are in it.
 */
export const metrics = fp(async (app: FastifyInstance, { token }: { token: string }) => {
  if (!token) return;
  const prometheus = await import('prom-client'); // not loaded where it is off: it costs memory and start
  const register = new prometheus.Registry();
  prometheus.collectDefaultMetrics({ register }); // the process: CPU, memory, event loop lag, garbage collection
  const requests = new prometheus.Histogram({
    name: 'carrel_http_request_duration_seconds',
    help: 'Time from a request to the end of its answer',
    labelNames: ['method', 'route', 'status'],
    buckets: SECONDS,
    registers: [register],
  });
  app.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'unknown';
    requests.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
    done();
  });
  watchDatabase(prometheus, register);
  app.get('/metrics', { schema: { hide: true } }, async (request, reply) => {
    requireToken(request, token);
    return reply.type(register.contentType).send(await register.metrics());
  });
});

/** What is looked up when it is asked for. */
function watchDatabase({ Gauge }: typeof import('prom-client'), register: Registry): void {
  const registers = [register];
  new Gauge({
    name: 'carrel_pool_connections',
    help: 'Connections to the database, those that quick reads share, and requests that wait for one',
    labelNames: ['state'],
    registers,
    collect() {
      const { using, available, waiting } = connectionPool();
      const shared = lanes().size;
      for (const [state, count] of Object.entries({ using, available, waiting, shared })) this.set({ state }, count);
    },
  });
  new Gauge({
    name: 'carrel_sessions',
    help: 'Sessions and API tokens that are alive',
    labelNames: ['kind'],
    registers,
    async collect() {
      for (const { kind, count } of await countSessions()) this.set({ kind }, count);
    },
  });
  new Gauge({
    name: 'carrel_jobs',
    help: 'Background jobs by what they are and how they stand',
    labelNames: ['queue', 'state'],
    registers,
    async collect() {
      this.reset(); // a queue that ran empty has no row
      for (const { queue, state, count } of await countJobs()) this.set({ queue, state }, count);
    },
  });
}

/** @throws Unauthorized. Compared in the same time whatever was sent. */
function requireToken({ headers }: FastifyRequest, token: string): void {
  const sent = /^bearer +(\S+) *$/i.exec(headers.authorization ?? '')?.[1] ?? '';
  const [mine, theirs] = [token, sent].map((text) => createHash('sha256').update(text).digest()) as [Buffer, Buffer];
  if (!timingSafeEqual(mine, theirs)) throw new Unauthorized('this takes the token in CARREL_METRICS');
}
