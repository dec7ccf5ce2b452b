import { ApiError, errorSentence, sentence } from '../../api.ts';

const FIELDS = ['username', 'name', 'password'] as const;

type Problems = Partial<Record<(typeof FIELDS)[number] | 'other', string>>;

/** Why the server refused an account, each reason at the field that it names; `other` is for the form as a whole. */
export function accountProblems(error: unknown): Problems {
  if (!error) return {};
  const found: Problems = {};
  const problems = error instanceof ApiError ? error.problems : [errorSentence(error)];
  for (const problem of problems) {
    const field = FIELDS.find((name) => new RegExp(`\\b${name}\\b`).test(problem)) ?? 'other';
    found[field] ??= reword(problem);
  }
  return found;
}

/** The two that speak of the database's rules are said as what to do about them. */
function reword(problem: string): string {
  if (/isEmail/.test(problem)) return 'This is not an e-mail address. Write it like ada@example.org.';
  if (/^username must be unique$/.test(problem)) return 'Another account has this e-mail address already.';
  return sentence(problem);
}
