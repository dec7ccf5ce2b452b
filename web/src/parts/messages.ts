import { useSyncExternalStore } from 'react';

export interface Message {
  id: number;
  text: string;
  isError: boolean;
  undo?: () => void;
}

const SHOWN_MS = 6000;
const ERROR_MS = 12_000;
const MOST = 3;

let messages: Message[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

/** Shows a line at the foot of the page for some seconds. The newest pushes the oldest out. */
export function showMessage({ text, undo, isError = false }: { text: string; undo?: () => void; isError?: boolean }) {
  lastId += 1;
  const id = lastId;
  change([...messages, { id, text, undo, isError }].slice(-MOST));
  setTimeout(() => hideMessage(id), isError ? ERROR_MS : SHOWN_MS);
}

export function hideMessage(id: number): void {
  change(messages.filter((message) => message.id !== id));
}

/** Takes the newest change back that still offers it; the key `z`. */
export function undoNewest(): void {
  const newest = messages.findLast(({ undo }) => undo);
  if (!newest) return;
  hideMessage(newest.id);
  newest.undo?.();
}

function change(next: Message[]): void {
  messages = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useMessages(): Message[] {
  return useSyncExternalStore(subscribe, () => messages);
}
