/**
 * Lets other messages in. A timer would do the same, but browsers make nested timers wait 4 ms. Node has `setImmediate`, and
 * an open channel would keep its process alive.
 */
export const nextTask: () => Promise<void> = (() => {
  if (typeof setImmediate === 'function') return () => new Promise((resolve) => setImmediate(resolve));
  const channel = new MessageChannel();
  const waiting: (() => void)[] = [];
  channel.port1.onmessage = () => waiting.shift()?.();
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      channel.port2.postMessage(undefined);
    });
})();
