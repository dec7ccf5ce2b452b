/**
 * How deep each heading stands below those before it, from 0: pages begin with an h3, or leave out levels, because of how these
 * look; depth knows only what is below what.
 */
export function depthsOf(levels: readonly number[]): number[] {
  const above: number[] = [];
  return levels.map((level) => {
    while (above.length && (above.at(-1) as number) >= level) above.pop();
    above.push(level);
    return above.length - 1;
  });
}
