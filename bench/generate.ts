/**
 * From 0 up to 1, always the same for the same two numbers (both below 2^32): a multiplicative hash with the constants of
 * MurmurHash3's finaliser.
 */
export function pick(n: number, salt: number): number {
  let hash = Math.imul(n, 0x9e3779b1) ^ Math.imul(salt, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

/** From 0 up to `most` - 1, the small ones far more often: k is k times rarer than 1. */
export function skewed(n: number, salt: number, most: number): number {
  return Math.floor(most ** pick(n, salt)) - 1;
}

/** From 1 to `most`, where number k of the favourites comes up 1/k as often as the first; they are spread by 7919, prime to every size. */
export function zipf(n: number, salt: number, most: number): number {
  return 1 + (((skewed(n, salt, most) + 1) * 7919) % most);
}

const FREQUENT = ['the', 'web', 'postgres', 'reading', 'code', 'test', 'on', 'react'];
const SYLLABLES = 'ka,lo,mi,ne,ru,sa,ti,vo,pe,da,hu,jo,ly,ro,na,se,to,vi,ma,ki'.split(',');

/** Of a language of 8,000 words that begins with a few frequent ones. */
export function word(rank: number): string {
  const syllable = (of: number) => SYLLABLES[Math.floor(rank / of) % 20];
  return FREQUENT[rank] ?? `${syllable(1)}${syllable(20)}${syllable(400)}`;
}

export function words(n: number, salt: number, many: number): string {
  return Array.from({ length: many }, (_, i) => word(skewed(n * 64 + i, salt, 8000))).join(' ');
}

/** Words with capitals, as in titles and names. */
export function title(n: number, salt: number, many: number): string {
  return words(n, salt, many).replace(/\b\w/g, (letter) => letter.toUpperCase());
}

/** Puts a list in an order of its own, the same every time. */
export function shuffle(list: Float64Array, salt: number): void {
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(pick(i, salt) * (i + 1));
    const other = list[j] as number;
    list[j] = list[i] as number;
    list[i] = other;
  }
}
