import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { isPageName } from '../../caller.ts';
import { NotAcceptable } from '../../errors.ts';
import { refusals } from '../../http/common.schemas.ts';
import { viewerOf } from '../users/viewer.ts';
import { LiveQuery } from './live.schemas.ts';

const tags = ['Live'];
const EVENT_STREAM = 'text/event-stream';

/** Somewhat apart, so that thousands of pages do not come back in the same moment after a restart. */
const retryMs = () => 1000 + Math.floor(Math.random() * 2000);

export const liveRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/events',
    {
      exposeHeadRoute: false, // it would not end
      schema: {
        tags,
        summary:
          'What changes, as it changes (server-sent events): each message is a JSON list of {topic, id?}; fetch those anew. ' +
          'Only with Accept: text/event-stream. Reconnecting with Last-Event-ID goes on without a gap',
        querystring: LiveQuery,
        response: { 200: { content: { [EVENT_STREAM]: { schema: Type.String() } } }, ...refusals(400, 401, 406) },
      },
    },
    (request, reply) => {
      const viewer = viewerOf(request);
      if (!request.headers.accept?.includes(EVENT_STREAM))
        throw new NotAcceptable(`this answer never ends; ask for it with Accept: ${EVENT_STREAM}`);
      const { after, page } = request.query;
      const position = request.headers['last-event-id'] ?? after;
      reply.hijack();
      request.raw.socket.setKeepAlive(true, 60_000);
      reply.raw.writeHead(200, {
        ...(reply.getHeaders() as Record<string, string>),
        'content-type': EVENT_STREAM,
        'cache-control': 'no-store',
        'x-accel-buffering': 'no', // nginx would hold messages back
      });
      reply.raw.on('error', () => {}); // the client went while something was on its way to it
      reply.raw.write(`retry: ${retryMs()}\n\n`);
      void app.events.open(reply.raw, viewer, {
        page: isPageName(page) ? page : null,
        position: Array.isArray(position) ? position[0] : position,
      });
    },
  );
};
