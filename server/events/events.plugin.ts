import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';
import { connectedEngine } from '../database/sequelize.ts';
import { type Access, Hub } from './hub.ts';

declare module 'fastify' {
  interface FastifyInstance {
    events: Hub;
  }
}

/** The streams of this application; `access` says what a session may hear. They end before the server closes. */
export const events = fp(async (app: FastifyInstance, { access }: { access: Access }) => {
  const hub = new Hub(connectedEngine(), access, (error) => app.log.warn({ err: error }, 'events'));
  app.decorate('events', hub);
  app.addHook('preClose', () => hub.close());
});
