import type { Signal } from '#contract/engine.ts';

/** A promise of the abortion, and a way to stop listening for it. */
export function whenAborted(signal: Signal): { promise: Promise<undefined>; forget(): void } {
  let stop = () => {};
  // Not the event: whoever races it against an answer asks whether there is one.
  const promise = new Promise<undefined>((resolve) => (stop = () => resolve(undefined)));
  signal.addEventListener('abort', stop, { once: true });
  return { promise, forget: () => signal.removeEventListener('abort', stop) };
}
