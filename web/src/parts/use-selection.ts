import { type RefObject, useEffect, useRef, useState } from 'react';
import { useKeys } from '../keys.ts';

export interface RowKey<T> {
  key: string;
  label: string;
  run: (item: T) => void;
}

/**
 * The row that keys act on. Moving to a row with j and k puts the focus on its first link, so that Enter and Tab go on from
 * there; and a row that gets the focus in any other way is selected.
 */
export function useSelection<T>(
  name: string,
  list: RefObject<HTMLElement | null>,
  items: T[],
  keys: RowKey<T>[],
  scrollTo: (index: number) => void,
): number {
  const [selected, setSelected] = useState(-1);
  const wantsFocus = useRef(false);
  const current = Math.min(selected, items.length - 1);

  const select = (index: number) => {
    if (index < 0 || index >= items.length) return;
    wantsFocus.current = true;
    setSelected(index);
    scrollTo(index);
  };

  // Without dependencies: the row may come into the document some renders after it was selected.
  useEffect(() => {
    // The focused row went away (marked, removed): its place, and the focus, go to the one that moved up.
    if (current >= 0 && document.activeElement === document.body) wantsFocus.current = true;
    if (!wantsFocus.current) return;
    const target = list.current?.querySelector<HTMLElement>(`[data-index="${current}"] :is(a, button)`);
    if (!target) return;
    wantsFocus.current = false;
    target.focus({ preventScroll: true });
  });

  useEffect(() => {
    const element = list.current;
    const follow = (event: FocusEvent) => {
      const row = (event.target as Element).closest('[data-index]');
      if (row) setSelected(Number(row.getAttribute('data-index')));
    };
    const letGo = (event: PointerEvent) => {
      if (!element?.contains(event.target as Node)) setSelected(-1);
    };
    element?.addEventListener('focusin', follow);
    document.addEventListener('pointerdown', letGo);
    return () => {
      element?.removeEventListener('focusin', follow);
      document.removeEventListener('pointerdown', letGo);
    };
  }, [list]);

  const act = (run: (item: T) => void) => () => {
    const item = items[current];
    if (item) run(item);
  };
  useKeys(name, [
    { key: 'j', label: 'Next', run: () => select(current + 1) },
    { key: 'k', label: 'Previous', run: () => select(current - 1) },
    ...keys.map(({ key, label, run }) => ({ key, label, run: act(run) })),
  ]);
  return current;
}
