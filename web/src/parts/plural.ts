/** "1,204". One formatter for all: `toLocaleString` looks for one each time, which takes twelve times as long. */
export const sayNumber: (count: number) => string = new Intl.NumberFormat('en').format;

/** "1 like", "2 likes", "1,204 likes". */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${sayNumber(count)} ${count === 1 ? one : many}`;
}
