import { describe, expect, it } from 'vitest';
import { defaultValues } from '#contract/values.ts';
import { uniforms } from '#sim/random.ts';
import { relativeEntropy } from '#theory/measures/divergence.ts';
import { entropy } from '#theory/measures/entropy.ts';
import { close, closeAll } from '../../../fixtures/oracle.ts';
import { distancesOf, firstCounted, noneFresh, positions, withSequence } from './fresh.ts';
import { gapTo } from './learners.ts';
import { params, type Asked } from './parameters.ts';
import { sequenceOf } from './sequence.ts';

const asked: Asked = defaultValues(params);
const next = uniforms(3);
const sequence = Array.from({ length: positions }, () => Math.floor(next() * 3));
const late = Array.from({ length: positions - firstCounted }, (_, i) => i + firstCounted);
const mean = (of: (t: number) => number) => late.reduce((sum, t) => sum + of(t), 0) / late.length;

/** (n_ij + 1)/(n_i + 3), counted anew for each position, and the same of single symbols. */
const bigram = (t: number) => {
  const counts = [1, 1, 1];
  for (let s = 1; s < t; s++) if (sequence[s - 1] === sequence[t - 1]) counts[sequence[s]]++;
  return counts.map((n) => n / (counts[0] + counts[1] + counts[2]));
};
const unigram = (t: number) => [0, 1, 2].map((x) => (sequence.slice(0, t).filter((y) => y === x).length + 1) / (t + 3));

/** A network that always says the same. */
const opinion = [0.5, 0.3, 0.2];
const logs = Array.from({ length: positions }, () => opinion.map(Math.log));

describe('what is measured of the network', () => {
  it('the gap is the divergence from the exact law to its own', () => {
    close(gapTo([0.5, 0.5, 0], opinion.map(Math.log)), relativeEntropy([0.5, 0.5, 0], opinion));
    close(gapTo([0.2, 0.3, 0.5], opinion.map(Math.log)), 0.3 * Math.log(2.5));
  });

  it('one fresh sequence adds what it costs whom', () => {
    const { of, sequences } = withSequence(noneFresh('x'), sequence, logs, asked);
    expect(sequences).toBe(1);
    close(
      of.gap.sum,
      mean((t) => relativeEntropy(bigram(t), opinion)),
    );
    close(
      of.entropy.sum,
      mean((t) => entropy(bigram(t))),
    );
    close(
      of.model.sum,
      mean((t) => -Math.log(opinion[sequence[t]])),
    );
    close(
      of.unigram.sum,
      mean((t) => -Math.log(unigram(t)[sequence[t]])),
    );
    close(
      of.regret.sum,
      mean((t) => Math.log(bigram(t)[sequence[t]] / opinion[sequence[t]])),
    );
  });

  it('a second one adds to the sums and to those of the squares', () => {
    const once = withSequence(noneFresh('x'), sequence, logs, asked);
    const twice = withSequence(once, sequence, logs, asked);
    expect(twice.of.gap.sum).toBeCloseTo(2 * once.of.gap.sum, 12);
    expect(twice.of.gap.squares).toBeCloseTo(2 * once.of.gap.sum ** 2, 12);
  });

  it('the distances are mean divergences from each learner', () => {
    const found = distancesOf([sequence], [logs], asked);
    const five = (x: number) => Number(x.toPrecision(5));
    close(found.uniform, five(relativeEntropy([1 / 3, 1 / 3, 1 / 3], opinion)));
    close(found.unigram, five(mean((t) => relativeEntropy(unigram(t), opinion))));
    close(found.bigram, five(mean((t) => relativeEntropy(bigram(t), opinion))));
  });
});

it('sequences without chance are what they are called', () => {
  closeAll(sequenceOf({ ...asked, source: 'cycle', length: 8, seed: 4 }), [1, 2, 0, 1, 2, 0, 1, 2]);
  closeAll(sequenceOf({ ...asked, source: 'constant', length: 8, seed: 5 }), new Array<number>(8).fill(2));
  closeAll(sequenceOf({ ...asked, source: 'typed', typed: 'cab' }), [2, 0, 1]);
});
