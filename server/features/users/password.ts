import { hash, verify } from '@node-rs/argon2';

/** The argon2id hash of a password, with the library's defaults (19 MiB, 2 rounds: OWASP's first choice). About 25 ms. */
export function hashPassword(password: string): Promise<string> {
  return hash(password);
}

/** What an unknown user's password is compared with, so that his login costs what a known one's does. */
const nobody = hash('nobody has this password');

/** Whether `password` belongs to `passwordHash`; without a hash the answer is no, after the same time. */
export async function isPassword(password: string, passwordHash: string | undefined): Promise<boolean> {
  const right = await verify(passwordHash ?? (await nobody), password);
  return right && passwordHash !== undefined;
}
