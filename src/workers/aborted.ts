import type { Signal } from '#contract/engine.ts';

/** A promise of the abortion, and a way to stop listening for it. */
export function whenAborted(signal: Signal): { promise: Promise<void>; forget(): void } {
  let stop = () => {};
  const promise = new Promise<void>((resolve) => (stop = resolve));
  signal.addEventListener('abort', stop, { once: true });
  return { promise, forget: () => signal.removeEventListener('abort', stop) };
}
