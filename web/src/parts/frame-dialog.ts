import { useSyncExternalStore } from 'react';

/**
 * A dialog about some `T` that the frame has once for all rows and screens, so that none of them needs a place for it: `open`
 * asks for it, and `useOpened` tells the frame what it is open for, and how to close it.
 */
export function frameDialog<T>() {
  let opened: T | undefined;
  const listeners = new Set<() => void>();
  const change = (next: T | undefined) => {
    opened = next;
    for (const listener of listeners) listener();
  };
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return {
    open: (about: T): void => change(about),
    useOpened: (): [T | undefined, () => void] => [
      useSyncExternalStore(subscribe, () => opened),
      () => change(undefined),
    ],
  };
}
