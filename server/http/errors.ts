import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import pg from 'pg';
import {
  BaseError,
  ConnectionError,
  DatabaseError,
  ForeignKeyConstraintError,
  UniqueConstraintError,
  ValidationError,
} from 'sequelize';
import { Invalid, NotFound, Refusal, TooManyAttempts } from '../errors.ts';
import { refuseInput } from './validation.ts';

const UNAVAILABLE = new Refusal(503, 'the database cannot be reached at the moment; try again');
const UNEXPECTED = new Refusal(500, 'something went wrong here; the log of the server has the details');

/** Sentences for Fastify's own refusals, whose messages speak of its insides. */
const SENTENCES: Record<string, string> = {
  FST_ERR_CTP_INVALID_JSON_BODY: 'the request body is not valid JSON',
  FST_ERR_CTP_BODY_TOO_LARGE: 'the request body is larger than 1 MiB',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'the request body must be JSON: send it with Content-Type: application/json',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'the request body does not have the length that Content-Length says',
  FST_ERR_BAD_URL: 'the address is not a valid URL',
};

/** Answers every error in one place: `{"error": …}`, never a stack, SQL or anything of the inside. */
export const errors = fp(async (app: FastifyInstance) => {
  app.setErrorHandler((error: FastifyError, request, reply) => answerError(error, request, reply));
});

export function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  const refusal = refusalFor(error);
  if (refusal.status >= 500) request.log.error({ err: error }, 'request failed');
  if (refusal instanceof TooManyAttempts) reply.header('retry-after', refusal.retryAfter);
  reply.code(refusal.status).send({ error: refusal.problems ?? refusal.message });
}

/** Maps an error to its refusal by class and code, never by message. */
export function refusalFor(error: FastifyError | Error): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof UniqueConstraintError) return notUnique(error);
  if (error instanceof ForeignKeyConstraintError) return new NotFound('what this refers to');
  if (error instanceof ValidationError) {
    const problems = error.errors.map(({ message }) => message);
    return new Invalid(problems.join('; '), problems);
  }
  if (error instanceof pg.DatabaseError && error.code === '23503') return new NotFound('what this refers to');
  if (error instanceof ConnectionError || isLostConnection(error)) return UNAVAILABLE;
  if (error instanceof BaseError) return UNEXPECTED;
  if ('validation' in error && error.validation) return refuseInput(error.validation, error.validationContext);
  const { statusCode, code } = error as FastifyError;
  if (statusCode && statusCode >= 400 && statusCode < 500)
    return new Refusal(statusCode, SENTENCES[code] ?? error.message);
  return UNEXPECTED;
}

/** `Key (lower(username))=(…) already exists` names the column within the index's expression. */
function notUnique(error: UniqueConstraintError): Invalid {
  const field = Object.keys(error.fields)[0]?.replace(/^lower\((.*)\)$/, '$1') ?? 'this';
  const sentence = `${field} must be unique`;
  return new Invalid(sentence, [sentence]);
}

const NETWORK = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND']);

/** PostgreSQL's classes 08 (connection), 53 (resources), 57P (shutdown) and 40 (deadlock): the same request may work later. */
function isLostConnection(error: Error): boolean {
  const cause = error instanceof DatabaseError ? error.original : error;
  const { code } = cause as { code?: string };
  if (!code) return cause.message === 'Connection terminated unexpectedly';
  return cause instanceof pg.DatabaseError ? /^(08|53|57P|40)/.test(code) : NETWORK.has(code);
}
