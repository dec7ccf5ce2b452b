import { SerializerSelector } from '@fastify/fast-json-stringify-compiler';
import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';

type Serializer = (data: unknown) => string;

/**
 * Writes answers by their schemas with Fastify's own compiler, which is slow and leaves much behind: each schema is compiled
 * for the first answer that needs it, and once, however many routes have it. Compiling some 500 of them at the start took a
 * third of the start's time and 30 MB.
 */
export const serialization = fp(async (app: FastifyInstance) => {
  const compile = SerializerSelector()({}, {}) as (route: { schema: object }) => Serializer;
  const compiled = new WeakMap<object, Serializer>();
  app.setSerializerCompiler<object>((route) => (data) => {
    let serialize = compiled.get(route.schema);
    if (!serialize) {
      serialize = compile(route);
      compiled.set(route.schema, serialize);
    }
    return serialize(data);
  });
});
