import { useLayoutEffect, useRef, useSyncExternalStore } from 'react';

export interface KeyBinding {
  /** As KeyboardEvent.key: "j", "/", "?", "Enter". */
  key: string;
  /** What it does, as the overlay lists it: "Mark as read". */
  label: string;
  run: () => void;
}

interface Scope {
  name: string;
  bindings: KeyBinding[];
}

let scopes: Scope[] = [];
const listeners = new Set<() => void>();

/**
 * Gives single keys to a screen while it is mounted; `name` heads them in the overlay of `?`. Of two that want the same key the
 * one mounted last gets it. Keys are silent while somebody types, while a dialog is open and with Ctrl, Alt or Cmd.
 */
export function useKeys(name: string, bindings: KeyBinding[]): void {
  const latest = useRef(bindings);
  latest.current = bindings;
  const keys = bindings.map(({ key, label }) => `${key} ${label}`).join('\n');
  // With the paint and not behind it: who sees a screen may press a key at once.
  useLayoutEffect(() => {
    const scope: Scope = {
      name,
      bindings: keys.split('\n').map((line, index) => ({
        key: line.slice(0, line.indexOf(' ')),
        label: line.slice(line.indexOf(' ') + 1),
        run: () => latest.current[index]?.run(),
      })),
    };
    change([...scopes, scope]);
    return () => change(scopes.filter((other) => other !== scope));
  }, [name, keys]);
}

/** Every key that works at the moment, by screen. */
export function useKeyScopes(): Scope[] {
  return useSyncExternalStore(subscribe, () => scopes);
}

/** Starts listening, once for the page. */
export function listenForKeys(): void {
  window.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isBusy(event.target)) return;
    const binding = scopes.flatMap((scope) => scope.bindings).findLast(({ key }) => key === event.key);
    if (!binding) return;
    event.preventDefault();
    binding.run();
  });
}

function isBusy(target: EventTarget | null): boolean {
  const types = target instanceof Element && target.closest('input, textarea, select, [contenteditable="true"]');
  return Boolean(types) || document.querySelector('[role="dialog"], [role="menu"]') !== null;
}

function change(next: Scope[]): void {
  scopes = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
