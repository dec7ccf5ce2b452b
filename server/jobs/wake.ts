let listener: (() => void) | undefined;

/** Tells the runner of this process, if it has one, that there may be something to do. */
export function wake(): void {
  listener?.();
}

/** What `wake` calls from now on. */
export function onWake(hear: (() => void) | undefined): void {
  listener = hear;
}
