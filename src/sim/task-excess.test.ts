import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { close, closeAll } from '../../fixtures/oracle.ts';
import { inContextLosses } from '#theory/learning/dirichlet-markov.ts';
import { posteriorPredictive } from '#theory/learning/dirichlet.ts';
import { relativeEntropy } from '#theory/measures/divergence.ts';
import { BayesMixture } from './bayes-mixture.ts';
import { MarkovPredictor } from './markov-predictor.ts';
import { predictionsAlong } from './predictor.ts';
import { taskChains } from './task-chains.ts';
import {
  drawTask,
  learningExcess,
  learningPredictions,
  measured,
  networkExcess,
  networkGap,
  retrievingExcess,
  retrievingPredictions,
  tokensOfTask,
  type TaskSequence,
} from './task-excess.ts';

const uniform = [1 / 3, 1 / 3, 1 / 3];

/** D(row ‖ prediction) at every symbol but the first. */
const byHand = ({ chain, symbols }: TaskSequence, predictions: readonly (readonly number[])[]) =>
  symbols.map((_, t) => (t === 0 ? 0 : relativeEntropy(chain[symbols[t - 1]], predictions[t])));

describe('the tasks', () => {
  it('are the chains that the networks learned from, and fewer are the first of more', () => {
    const file = new URL('../../fixtures/tasks/chains.json', import.meta.url);
    const chains = JSON.parse(readFileSync(file, 'utf8')) as number[][][];
    expect(chains).toHaveLength(256);
    taskChains(256).forEach((chain, m) => closeAll(chain.flat(), chains[m].flat(), 1e-5));
    expect(taskChains(4)).toEqual(taskChains(64).slice(0, 4));
    expect(() => taskChains(0)).toThrow(RangeError);
    expect(() => taskChains(257)).toThrow(new RangeError('count must be at most 256, got 257'));
  });

  it('come by seed and number: known ones are among the M, new ones the same for every M', () => {
    for (let i = 0; i < 20; i++) {
      expect(taskChains(4)).toContainEqual(drawTask('known', 4, 5, 1, i).chain);
      expect(drawTask('new', 4, 5, 1, i)).toEqual(drawTask('new', 256, 5, 1, i));
      expect(drawTask('known', Infinity, 5, 1, i)).toEqual(drawTask('new', 4, 5, 1, i));
    }
    expect(drawTask('new', 4, 5, 1, 0)).not.toEqual(drawTask('new', 4, 5, 2, 0));
    expect(() => drawTask('known', 0, 5, 1, 0)).toThrow(RangeError);
  });
});

describe('what predicting costs beyond knowing the task', () => {
  it('is the divergence of the mixture of the tasks, one who retrieves', () => {
    for (const tasks of [1, 4, 16]) {
      const sequence = drawTask('new', tasks, 30, 3, tasks);
      const chains = taskChains(tasks);
      const mixture = new BayesMixture(
        chains.map((chain) => new MarkovPredictor(chain, uniform)),
        chains.map(() => 1 / tasks),
      );
      closeAll(
        retrievingExcess(chains, sequence),
        byHand(sequence, predictionsAlong(mixture, sequence.symbols).slice(0, -1)),
        1e-9,
      );
    }
  });

  it('is nothing if there is one task and it is this one', () => {
    const sequence = drawTask('known', 1, 20, 5, 0);
    for (const nats of retrievingExcess([sequence.chain], sequence)) expect(nats).toBeLessThan(1e-15);
  });

  it('is the divergence of the posterior predictive, one who learns', () => {
    const sequence = drawTask('new', 1, 25, 2, 0);
    const { symbols } = sequence;
    const predictions = symbols.map((_, t) => {
      const counts = [0, 0, 0];
      for (let s = 1; s < t; s++) if (symbols[s - 1] === symbols[t - 1]) counts[symbols[s]]++;
      return posteriorPredictive(counts, [1, 1, 1]);
    });
    closeAll(learningExcess(sequence), byHand(sequence, predictions), 1e-12);
  });

  it('is on average over all chains what the theory says, exactly', () => {
    const exact = inContextLosses(3, 1, 9).map(({ bayes, irreducible }) => bayes - irreducible);
    const each = Array.from({ length: 4000 }, (_, i) => learningExcess(drawTask('new', 1, 9, 11, i)));
    exact.forEach((nats, t) => {
      const { mean, error } = measured(each.map((excess) => excess[t]));
      expect(Math.abs(mean - nats)).toBeLessThan(4 * error + 1e-15);
    });
  });

  it('of a network is the divergence of what it predicts, with what it wastes on the start token', () => {
    const sequence = { chain: [uniform, [0.5, 0.5, 0], [0, 0, 1]], symbols: [1, 0, 2] };
    expect(Array.from(tokensOfTask(sequence))).toEqual([3, 1, 0]);
    const row = [0.25, 0.25, 0.25, 0.25].map(Math.log);
    const excess = networkExcess(sequence, Float64Array.from([...row, ...row, ...row]), 4);
    closeAll(excess, [0, Math.log(2), Math.log(4 / 3)], 1e-12);
    expect(() => networkExcess(sequence, new Float64Array(8), 4)).toThrow(RangeError);
  });
});

it('a mean has the standard error s/√n', () => {
  const { mean, error } = measured([1, 2, 3, 6]);
  close(mean, 3);
  close(error, Math.sqrt(14 / 3 / 4));
  expect(measured([5])).toEqual({ mean: 5, error: 0 });
  expect(() => measured([])).toThrow(RangeError);
});

it('the gap of a network to somebody is the mean of D(prediction ‖ network), and zero if both predict the same', () => {
  const sequence = drawTask('new', 4, 12, 5, 0);
  const learning = learningPredictions(sequence);
  const other = [0.5, 0.2, 0.2];
  const logs = Float64Array.from(
    sequence.symbols.flatMap(() => [...other, 0.1]),
    Math.log,
  );
  closeAll(
    networkGap(learning, logs, 4),
    learning.map((law, t) => (t === 0 ? 0 : law.reduce((sum, p, x) => sum + p * Math.log(p / other[x]), 0))),
  );
  const same = Float64Array.from(
    learning.flatMap((law) => [...law, 1e-300]),
    Math.log,
  );
  expect(Math.max(...networkGap(learning, same, 4))).toBeLessThan(1e-12);
  closeAll(retrievingPredictions([sequence.chain], sequence).slice(1).flat(), sequence.symbols.slice(0, -1).flatMap((x) => sequence.chain[x])); // prettier-ignore
});
