import { useSyncExternalStore } from 'react';
import type { BlogAnswer } from '../../../../server/features/blogs/blogs.schemas.ts';

type Shared = Pick<BlogAnswer, 'id' | 'title'>;

let shared: Shared | undefined;
const listeners = new Set<() => void>();

function change(next: Shared | undefined): void {
  shared = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Opens the dialog that puts a blog on a team's list. The frame has it once for all rows and screens, so that none of them
 * needs a place for it.
 */
export function useShare(): (blog: Shared) => void {
  return change;
}

/** The blog that the dialog is open for, and how to close it; for the frame. */
export function useShared(): [Shared | undefined, () => void] {
  return [useSyncExternalStore(subscribe, () => shared), () => change(undefined)];
}
