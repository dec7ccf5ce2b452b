import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';

const DESCRIPTION = `
Every answer is JSON. Say who you are with \`Authorization: Bearer TOKEN\` (from \`POST /api/login\` or \`POST /api/sessions\`) or the
session cookie. Refusals are \`{"error": "one sentence"}\`, for a body \`{"error": ["one sentence per problem"]}\`.

Lists are arrays of at most \`limit\` items (100 unless asked for, 500 at most). When there is more, the answer has a header
\`Link: <…>; rel="next"\`; follow it as it is, its cursor is opaque. Unknown keys in a body are ignored, times are ISO 8601 in UTC.`;

/** The document at /api/openapi.json and a page that shows it at /api/docs, all from this server. */
export const openapi = fp(async (app: FastifyInstance, { version }: { version: string }) => {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Carrel', version, description: DESCRIPTION, license: { name: 'MIT' } },
      components: {
        securitySchemes: {
          bearer: { type: 'http', scheme: 'bearer' },
          cookie: { type: 'apiKey', in: 'cookie', name: 'carrel_session' },
        },
      },
      security: [{ bearer: [] }, { cookie: [] }],
    },
    hideUntagged: true,
    // A route says `config.public`; the document says it as "no security needed".
    transform: ({ schema, url, route }) => ({
      schema: route.config?.public ? { ...schema, security: [] } : schema,
      url,
    }),
  });
  await app.register(swaggerUi, { routePrefix: '/api/docs', staticCSP: true });
  app.get('/api/openapi.json', { config: { public: true }, schema: { hide: true } }, async () => app.swagger());
});
