import { existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import serveStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';
import helmet from 'helmet';

const BUILT = ['../../web/', '../../dist/web/'] // beside dist/server, or seen from the sources
  .map((folder) => fileURLToPath(new URL(folder, import.meta.url)))
  .find((folder) => existsSync(`${folder}index.html`) && existsSync(`${folder}assets`));

const A_YEAR = 'public, max-age=31536000, immutable';

/** Serves the built web client: its files, and its one page for every address that it routes itself. */
export const web = fp(async (app: FastifyInstance, { images }: { images: 'ask' | 'proxy' | 'off' }) => {
  const headers = securityHeaders({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"], // Mantine writes its colours as a style element
        // A reader who asks for the pictures of a text gets them from their sites, many of the older ones by http.
        imgSrc: ["'self'", 'data:', ...(images === 'ask' ? ['https:', 'http:'] : [])],
        workerSrc: ["'self'"], // the service worker
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: false, // said by the proxy that has the certificate
  });
  app.addHook('onRequest', async (_request, reply) => void reply.headers(headers));
  if (BUILT)
    await app.register(serveStatic, {
      root: BUILT,
      wildcard: false,
      preCompressed: true,
      cacheControl: false,
      setHeaders: (reply, path) => reply.header('cache-control', path.includes('/assets/') ? A_YEAR : 'no-cache'),
    });
  else app.get('/', async () => ({ name: 'Carrel', docs: '/api/docs', web: 'not built: run "npm run build"' }));

  app.setNotFoundHandler((request, reply) => {
    const isPage = BUILT && request.method === 'GET' && request.headers.accept?.includes('text/html');
    if (isPage && !/^\/(api|assets|health)(\/|$)/i.test(request.url)) return reply.sendFile('index.html');
    return reply.code(404).send({ error: 'unknown endpoint' });
  });
});

/** What helmet says, which is the same for every answer: asked once, since asking it each time cost 9 % of a small request. */
function securityHeaders(options: Parameters<typeof helmet>[0]): Record<string, string> {
  const headers: Record<string, string> = {};
  const response = { setHeader: (name: string, value: string) => (headers[name] = value), removeHeader: () => {} };
  helmet(options)({} as IncomingMessage, response as unknown as ServerResponse, () => {});
  return headers;
}
