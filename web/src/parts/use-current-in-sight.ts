import { type RefObject, useEffect, useRef } from 'react';

/** For a row of tabs that is wider than a phone: the open one, `current`, is moved into sight. */
export function useCurrentInSight<T extends HTMLElement>(current: string): RefObject<T | null> {
  const row = useRef<T>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is marked in the document follows from it
  useEffect(() => {
    // Asking for places has the page laid out at once, which a first paint should not wait for where all tabs fit.
    if (!window.matchMedia('(max-width: 640px)').matches) return;
    const open = row.current?.querySelector<HTMLElement>('[aria-current="page"], [aria-pressed="true"]');
    if (!open || !row.current) return;
    const { offsetLeft, offsetWidth } = open;
    row.current.scrollLeft = offsetLeft - row.current.offsetLeft - (row.current.clientWidth - offsetWidth) / 2;
  }, [current]);
  return row;
}
