import { startTransition, useEffect, useState } from 'react';

const REST_MS = 150;

/**
 * For what a row needs only when somebody stays at it: false at first, true once it has been in the document for a moment, or
 * at once when asked. Rows that are scrolled past never draw it; the others do when there is nothing more urgent.
 */
export function useRested(): [isRested: boolean, rest: () => void] {
  const [isRested, setRested] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => startTransition(() => setRested(true)), REST_MS);
    return () => clearTimeout(timer);
  }, []);
  return [isRested, () => setRested(true)];
}
