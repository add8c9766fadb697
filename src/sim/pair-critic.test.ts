import { describe, expect, it } from 'vitest';
import { close } from '../../fixtures/oracle.ts';
import {
  sampledDonskerVaradhan,
  sampledInfoNce,
  sampledNguyenWainwrightJordan,
  type Scores,
} from '#theory/estimation/sampled-bounds.ts';
import { drawNormalPairs } from './draw-pairs.ts';
import { criticScores, criticShape, trainCritic, type Bound } from './pair-critic.ts';
import { uniforms } from './random.ts';

const pairs = drawNormalPairs(0.8, 2, 8, uniforms(4));
const sampled: Record<Bound, (scores: Scores) => number> = {
  infoNce: sampledInfoNce,
  donskerVaradhan: sampledDonskerVaradhan,
  nguyenWainwrightJordan: sampledNguyenWainwrightJordan,
};
const shape = criticShape(pairs, 5);
const train = (bound: Bound, rate: number, steps: number) =>
  [...trainCritic(pairs, { bound, hidden: 5, rate, steps }, uniforms(9))].at(-1)!;

describe('a trained critic', () => {
  it('scores each x with each y', () => {
    const parameters = train('infoNce', 0.1, 0);
    const scores = criticScores(shape, parameters, pairs);
    const swapped = criticScores(shape, parameters, { x: pairs.x, y: [...pairs.y].reverse() });
    expect([...scores[2]].reverse()).toEqual([...swapped[2]]);
    // By hand: one hidden unit, max(0, x + 2y), times 3, plus 1.
    const one = { x: [[1], [-1]], y: [[1], [0.25]] };
    const said = criticScores(criticShape(one, 1), Float64Array.of(1, 2, 0, 3, 1), one);
    expect(said.map((row) => [...row])).toEqual([[10, 5.5], [4, 1]]); // prettier-ignore
  });

  it.each(Object.keys(sampled) as Bound[])('goes the way in which the bound grows, %s', (bound) => {
    // Adam's first step is the sign of the gradient: along each parameter alone the bound grows that way.
    const start = train(bound, 1e-4, 0);
    const after = train(bound, 1e-4, 1);
    const at = (parameters: Float64Array) => sampled[bound](criticScores(shape, parameters, pairs));
    let moved = 0;
    start.forEach((value, i) => {
      const step = after[i] - value;
      const slope = at(start.map((p, j) => (j === i ? p + 1e-5 : p))) - at(start.map((p, j) => (j === i ? p - 1e-5 : p))); // prettier-ignore
      if (Math.abs(slope) < 1e-8) return;
      moved++;
      close(step, 1e-4 * Math.sign(slope), 1e-3);
    });
    expect(moved).toBeGreaterThan(10);
    expect(at(train(bound, 0.02, 100))).toBeGreaterThan(at(start) + 0.5);
  });

  it('is the same for the same seed, and refuses what is no training', () => {
    expect([...train('infoNce', 0.1, 3)]).toEqual([...train('infoNce', 0.1, 3)]);
    expect(() => train('infoNce', 0, 3)).toThrow('training.rate');
    expect(() => criticShape({ x: [[1]], y: [[1]] }, 3)).toThrow('at least 2');
  });
});
