import fp from 'fastify-plugin';
export const classroom = fp(async () => {});
