const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789'; // 32, without those that look alike

/** A password to hand to somebody: four groups of four letters, 80 bits. */
export function randomPassword(): string {
  const letters = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => LETTERS[byte % 32]);
  return letters.join('').replace(/(.{4})(?=.)/g, '$1-');
}
