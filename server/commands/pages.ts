import type { Keys, Keyset, Page } from '../database/keyset.ts';

const PAGE = 500;

/** Everything of a list, a page at a time behind the last row of the page before, so that the whole never is in memory. */
export async function* everyPage<Row extends { id: number | string; sortKey?: string | number | null }>(
  { key }: Keyset,
  fetch: (page: Page) => Promise<Row[]>,
): AsyncGenerator<Row[]> {
  let after: Keys | undefined;
  for (;;) {
    const found = await fetch({ limit: PAGE, after }); // answers one row more when there is more
    const page = found.slice(0, PAGE);
    yield page;
    const last = page.at(-1);
    if (!last || found.length <= PAGE) return;
    after = key ? [last.sortKey as string | number, last.id] : [last.id];
  }
}
