import type { AnyWidget } from '#contract/spec.ts';
import type { WidgetStore, Workshop } from '#kit/state/store.ts';
import { createWork, type WorkPort } from '#workers/work.ts';
import { spawnWorker } from './assets.ts';

/**
 * Does the work of the first values in the worker, and shows nothing of it: their model came with the page, but not what it was read from.
 * The first change of values ends it; what is done by then is not done again.
 */
export async function prepare(work: Workshop, store: WidgetStore): Promise<void> {
  const abort = new AbortController();
  const { values } = store.getState();
  const unsubscribe = store.subscribe((now) => now.values !== values && abort.abort());
  for await (const _ of work(values, abort.signal)) if (abort.signal.aborted) break;
  unsubscribe();
}

/** Does the work of one figure, in a worker of its own that starts when there is something to do. */
export const workshopOf = ({ id, work }: AnyWidget): Workshop =>
  createWork(async () => (await spawnWorker(`work-${id}`)) as WorkPort, work!);
