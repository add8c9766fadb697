import type { FromWorker, Port, PortEvent, ToWorker } from './protocol.ts';
import { serve, type Setup } from './serve.ts';

/** A worker without a thread, for the build and for tests: the same loop, its messages copied and delivered later. */
export function inProcess(setup: Setup): Port {
  const toClient: ((event: { data: FromWorker }) => void)[] = [];
  const toWorker: ((event: { data: ToWorker }) => void)[] = [];
  let alive = true;
  function deliver<Message>(listeners: ((event: { data: Message }) => void)[], message: Message): void {
    const data = structuredClone(message);
    queueMicrotask(() => {
      if (alive) for (const listener of listeners) listener({ data });
    });
  }
  serve(
    {
      postMessage: (message) => deliver(toClient, message),
      addEventListener: (_type, listener) => toWorker.push(listener),
    },
    setup,
  );
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
