import { createSandbox } from './sandbox.ts';

/** The one thread that reads pages unless a caller brings its own; it starts with the first page. */
export const sandbox = createSandbox();

/** Ends the reading thread; to be called when the server stops. */
export function closeReader(): Promise<void> {
  return sandbox.close();
}
