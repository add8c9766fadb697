import type { Training, TrainingSnapshot } from './training.ts';

/** Steps one by one: each is a snapshot, so that equal requests give equal curves however fast the computer is. */
export async function* stepByStep(training: Training, from: number, to: number): AsyncGenerator<TrainingSnapshot> {
  training.pause();
  const snapshots = training[Symbol.asyncIterator]();
  let step = from;
  while (step < to) {
    training.step();
    let next = await snapshots.next();
    while (!next.done && next.value.state.step <= step) next = await snapshots.next();
    if (next.done) return;
    step = next.value.state.step;
    yield next.value;
  }
  training.stop();
}
