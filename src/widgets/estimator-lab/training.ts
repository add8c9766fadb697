import type { Progress } from '#contract/spec.ts';
import { drawNormalPairs } from '#sim/draw-pairs.ts';
import { criticScores, criticShape, trainCritic, type Pairs } from '#sim/pair-critic.ts';
import { uniforms } from '#sim/random.ts';
import type { Bounds, Lab, Snapshot, Training } from './lab.ts';
import { bestScores, boundsOf } from './numbers.ts';
import { lastStep, mostPairs, type Asked } from './parameters.ts';

/** Steps after which the critic is judged. */
const kept = [0, 5, 10, 15, 20, 25, 30, 40, 50, 60, 80, 100, 130, 160, lastStep];
/** Samples of new pairs, each as large as the one for training, and units of the critic. */
export const [batches, hidden, rate] = [16, 16, 0.02];

/** Trainings that are done: another step of the slider asks for one anew. */
export const done = new Map<string, Training>();
const mostDone = 40;
export function keep(key: string, training: Training): void {
  if (done.size >= mostDone) done.delete([...done.keys()][0]);
  done.set(key, training);
}

/** Trains a critic on one sample and judges it on others. */
export function* workOnCritic(asked: Asked, begun: Lab): Generator<Progress<Lab>> {
  const { correlation, dimensions, bound, seed } = asked;
  const n = Math.min(asked.pairs, mostPairs.critic);
  const key = [correlation, dimensions, bound, seed, n].join();
  const known = done.get(key);
  if (known) return yield { share: 1, model: { ...begun, training: known } };
  const draw = (...which: readonly number[]): Pairs => drawNormalPairs(correlation, dimensions, n, uniforms(seed, 79, ...which)); // prettier-ignore
  const pairs = draw(0);
  const fresh = Array.from({ length: batches }, (_, batch) => draw(1, batch));
  const best = fresh.map((one) => boundsOf(bestScores(one, correlation)));
  const shape = criticShape(pairs, hidden);
  const snapshots: Snapshot[] = [];
  let step = 0;
  for (const parameters of trainCritic(pairs, { bound, hidden, rate, steps: lastStep }, uniforms(seed, 83))) {
    const share = step / (lastStep + 1);
    if (kept.includes(step)) {
      const seen = boundsOf(criticScores(shape, parameters, pairs));
      const judged: Bounds[] = [];
      for (const one of fresh) {
        judged.push(boundsOf(criticScores(shape, parameters, one)));
        yield { share };
      }
      snapshots.push({ step, seen, fresh: judged });
      yield { share, model: { ...begun, training: { snapshots: [...snapshots], best } } };
    } else yield { share };
    step++;
  }
  const training = { snapshots, best };
  keep(key, training);
  yield { share: 1, model: { ...begun, training } };
}
