import { type FormEvent, useEffect, useRef, useState } from 'react';

/**
 * Sends a form, once at a time. What `send` throws is kept as `error` until the next try, and the focus goes to the first
 * field that is marked as wrong.
 */
export function useSubmit(send: (fields: FormData) => Promise<unknown>) {
  const form = useRef<HTMLFormElement>(null);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isBusy) return;
    setBusy(true);
    setError(undefined);
    try {
      await send(new FormData(event.currentTarget));
    } catch (problem) {
      setError(problem);
    } finally {
      setBusy(false);
    }
  };
  useEffect(() => {
    if (error) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [error]);
  return { form, isBusy, error, onSubmit };
}
