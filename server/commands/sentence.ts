import { ValidationError } from 'sequelize';
import { refusalFor } from '../http/errors.ts';

/** What went wrong, as one sentence for a person: the words that the API answers with, where it knows the error. */
export function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof ValidationError) {
    // The API answers this one in words that its clients know by heart; here a person reads.
    const item = error.errors.find(({ validatorKey }) => validatorKey === 'isEmail');
    if (item) return `${JSON.stringify(item.value)} is no e-mail address, and a ${item.path} must be one.`;
  }
  const refusal = refusalFor(error);
  const sentence = refusal.status < 500 ? (refusal.problems?.join('; ') ?? refusal.message) : reasonOf(error);
  return /[.!?…)]$/.test(sentence) ? sentence : `${sentence}.`;
}

/** Of several addresses that all refused, node gives an error without words and the reasons inside it. */
function reasonOf(error: Error): string {
  if (error.message) return error.message;
  return error instanceof AggregateError ? error.errors.map(({ message }) => message).join('; ') : error.name;
}
