import type { FromWorker, Port, PortEvent, Scope, ToWorker } from './protocol.ts';
import { serve, type Setup } from './serve.ts';

/** A reader's worker without a thread. */
export const inProcess = (setup: Setup): Port => inThisThread((scope) => serve(scope, setup));

/** A worker without a thread, for the build and for tests: the same loop, its messages copied and delivered later. */
export function inThisThread(run: (scope: Scope) => void): Port {
  const toClient: ((event: { data: FromWorker }) => void)[] = [];
  const toWorker: ((event: { data: ToWorker }) => void)[] = [];
  let alive = true;
  function deliver<Message>(listeners: ((event: { data: Message }) => void)[], message: Message): void {
    const data = structuredClone(message);
    queueMicrotask(() => {
      if (alive) for (const listener of listeners) listener({ data });
    });
  }
  run({
    postMessage: (message) => deliver(toClient, message),
    addEventListener: (_type, listener) => toWorker.push(listener),
  });
  return {
    postMessage: (message) => deliver(toWorker, message),
    addEventListener(type, listener: (event: PortEvent) => void) {
      if (type === 'message') toClient.push(listener);
    },
    terminate() {
      alive = false;
    },
  };
}
