import { type QueryClient, type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query';
import { errorSentence } from './api.ts';
import { showMessage } from './parts/messages.ts';

/** Changes what is on the screen and answers with the function that takes exactly this change back. */
type Patch<V> = (client: QueryClient, value: V) => () => void;

interface Options<V> {
  send: (value: V) => Promise<unknown>;
  patch: Patch<V>;
  /** Lists whose running requests would bring the old state back, and that are fetched anew when next opened. */
  touches: QueryKey[];
  /** Begins the message when the server refuses: "The blog was not marked as read". */
  failed: string | ((value: V) => string);
  /** Said when it is done; with `undo` the message offers to take it back. */
  done?: (value: V) => { text: string; undo?: () => void } | undefined;
}

/** One after the other: a quick undo must not reach the server before what it undoes. */
const IN_TURN = { id: 'changes' };

/** For a change that is not shown before it is done: sends it after those that are still on their way. */
export function useInTurn(): <T>(send: () => Promise<T>) => Promise<T> {
  const { mutateAsync } = useMutation({ mutationFn: (send: () => Promise<unknown>) => send(), scope: IN_TURN });
  return <T>(send: () => Promise<T>) => mutateAsync(send) as Promise<T>;
}

/**
 * A change that shows at once and is sent afterwards. When the server refuses, the change is taken back (only this one:
 * others may be under way) and a message says why.
 */
export function useOptimistic<V>({ send, patch, touches, failed, done }: Options<V>): (value: V) => void {
  const client = useQueryClient();
  const { mutate } = useMutation({
    mutationFn: send,
    scope: IN_TURN,
    onMutate: (value: V) => {
      for (const queryKey of touches) void client.cancelQueries({ queryKey });
      const revert = patch(client, value);
      const message = done?.(value);
      if (message) showMessage(message);
      return revert;
    },
    onError: (error, value, revert) => {
      revert?.();
      const begin = typeof failed === 'string' ? failed : failed(value);
      showMessage({ text: `${begin}. ${errorSentence(error)}`, isError: true });
    },
    onSettled: () => {
      for (const queryKey of touches) void client.invalidateQueries({ queryKey, refetchType: 'none' });
    },
  });
  return mutate;
}
