import { type RefObject, useEffect } from 'react';

const STEPS: Record<string, (row: number, column: number, cells: number) => [number, number]> = {
  ArrowUp: (row, column) => [row - 1, column],
  ArrowDown: (row, column) => [row + 1, column],
  ArrowLeft: (row, column) => [row, column - 1],
  ArrowRight: (row, column) => [row, column + 1],
  Home: (row) => [row, 1],
  End: (row, _, cells) => [row, cells - 2], // the last one only fills the line
};

/**
 * Lets arrow keys, Home and End go from cell to cell of a table. Past React: a state per cell would draw thousands anew at
 * every step. The cell that was left last is the one that Tab comes back to.
 */
export function useCellKeys(table: RefObject<HTMLTableElement | null>): void {
  useEffect(() => {
    const element = table.current;
    const step = (event: KeyboardEvent) => {
      const move = STEPS[event.key];
      const cell = (event.target as Element).closest<HTMLTableCellElement>('td, tbody th');
      const row = cell?.parentElement as HTMLTableRowElement | null;
      if (!move || !cell || !row || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      const [nextRow, nextColumn] = move(row.rowIndex, cell.cellIndex, row.cells.length);
      const next = nextRow > 0 ? element?.rows[nextRow]?.cells[nextColumn] : undefined;
      if (!next || nextColumn > row.cells.length - 2) return;
      const target = next.querySelector('a') ?? next;
      for (const stop of element?.querySelectorAll<HTMLElement>('td[tabindex="0"]') ?? []) stop.tabIndex = -1;
      if (target === next) next.tabIndex = 0;
      else row.cells[1]?.setAttribute('tabindex', '0'); // on a title, which Tab reaches anyhow
      target.focus();
    };
    element?.addEventListener('keydown', step);
    return () => element?.removeEventListener('keydown', step);
  }, [table]);
}
