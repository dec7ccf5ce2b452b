import { type MutationOptions, type QueryClient, type QueryKey, useQueryClient } from '@tanstack/react-query';
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

/**
 * Sends a change after those that are still on their way. Without useMutation, which watches what becomes of it and draws its
 * component anew each time: nobody here asks, and a row of a list has half a dozen changes to offer.
 */
function sendInTurn<T, V, R>(client: QueryClient, options: MutationOptions<T, Error, V, R>, value: V): Promise<T> {
  return client
    .getMutationCache()
    .build(client, { ...options, scope: IN_TURN })
    .execute(value);
}

/** For a change that is not shown before it is done. */
export function useInTurn(): <T>(send: () => Promise<T>) => Promise<T> {
  const client = useQueryClient();
  return (send) => sendInTurn(client, { mutationFn: send }, undefined);
}

/**
 * A change that shows at once and is sent afterwards. When the server refuses, the change is taken back (only this one:
 * others may be under way) and a message says why.
 */
export function useOptimistic<V>({ send, patch, touches, failed, done }: Options<V>): (value: V) => void {
  const client = useQueryClient();
  const options: MutationOptions<unknown, Error, V, () => void> = {
    mutationFn: send,
    onMutate: (value) => {
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
  };
  return (value) => void sendInTurn(client, options, value).catch(() => {}); // onError has said it
}
