import type { AnyWidget } from '#contract/spec.ts';
import type { Workshop } from '#kit/state/store.ts';
import { createWork, type WorkPort } from '#workers/work.ts';
import { spawnWorker } from './assets.ts';

/** Does the work of one figure, in a worker of its own that starts when there is something to do. */
export const workshopOf = ({ id, work }: AnyWidget): Workshop =>
  createWork(async () => (await spawnWorker(`work-${id}`)) as WorkPort, work!);
