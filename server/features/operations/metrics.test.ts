import { expect, test } from 'vitest';
import { useServer } from '../../../test/app.ts';

const token = 'prometheus-reads-this';
const server = useServer({ metrics: token });
const scrape = (headers = { authorization: `Bearer ${token}` }) =>
  server.nobody.send({ method: 'GET', url: '/metrics', headers });

test('tells requests by route, connections, sessions, jobs and the event loop', async () => {
  const user = await server.user();
  await user.get('/api/blogs/12345');
  await user.get('/no/such/page');
  const { status, body, headers } = await scrape();
  expect(status).toBe(200);
  expect(headers['content-type']).toContain('text/plain');
  expect(body).toMatch(
    /^carrel_http_request_duration_seconds_count\{method="GET",route="\/api\/blogs\/:id",status="404"\} 1$/m,
  );
  expect(body).toMatch(/route="unknown",status="404"\} 1$/m);
  expect(body).not.toContain('12345');
  expect(body).toMatch(/^carrel_pool_connections\{state="waiting"\} 0$/m);
  expect(body).toMatch(/^carrel_pool_connections\{state="shared"\} [1-4]$/m);
  expect(body).toMatch(/^carrel_sessions\{kind="login"\} 1$/m);
  expect(body).toMatch(/^carrel_sessions\{kind="token"\} 0$/m);
  expect(body).toMatch(/^nodejs_eventloop_lag_p99_seconds /m);
  expect(body).toContain('# TYPE carrel_jobs gauge');
});

test('is for who knows the token', async () => {
  expect((await scrape({ authorization: 'Bearer something-else-here' })).status).toBe(401);
  expect((await scrape({ authorization: '' })).status).toBe(401);
});
