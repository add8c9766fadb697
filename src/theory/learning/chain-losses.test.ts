import { describe, expect, it } from 'vitest';
import { close, closeAll, oracleCases } from '../../../fixtures/oracle.ts';
import { chainLosses, type ChainLosses } from './chain-losses.ts';
import { inContextLosses } from './dirichlet-markov.ts';
import { posteriorPredictive } from './dirichlet.ts';
import { sum } from '#theory/measures/distribution.ts';
import { crossEntropy } from '#theory/measures/entropy.ts';

function lossesOf(symbols: number, alpha: number, believed: number, positions: number): ChainLosses {
  let last: number | ChainLosses = 0;
  for (const step of chainLosses(symbols, alpha, believed, positions)) {
    if (typeof step === 'number') expect(step).toBeLessThan(1);
    last = step;
  }
  return last as ChainLosses;
}

/** By enumerating every sequence with its probability: the loss, at each position, of one who believes in this α. */
function enumerated(symbols: number, alpha: number, believed: number, positions: number): number[] {
  const losses = new Array<number>(positions).fill(0);
  const prior = (a: number) => new Array<number>(symbols).fill(a);
  const visit = (counts: readonly (readonly number[])[], last: number, probability: number, t: number) => {
    if (t === positions) return;
    const law = posteriorPredictive(counts[last], prior(alpha));
    losses[t] += probability * crossEntropy(law, posteriorPredictive(counts[last], prior(believed)));
    law.forEach((p, y) => {
      const after = counts.map((row, x) => row.map((n, j) => (x === last && j === y ? n + 1 : n)));
      visit(after, y, probability * p, t + 1);
    });
  };
  losses[0] = Math.log(symbols);
  const none = prior(0).map(() => prior(0));
  visit(none, 0, 1, 1);
  return losses;
}

describe('expected losses by a transform over flows', () => {
  it('have the reference totals', () => {
    const cases = oracleCases('14_icl', 'icl_markov_expected_loss_exact').filter(({ input }) => input.A <= 3);
    expect(cases.length).toBeGreaterThan(0);
    for (const { input, expected } of cases) {
      const { bayes, irreducible } = lossesOf(input.A, input.alpha, input.alpha, input.T);
      close(sum([...bayes]), expected['H_X_1:T_bayes_bigram_total']);
      close(sum([...irreducible]), expected['irreducible_total_ln2+E_sum_H(row visited)']);
      close(sum([...bayes]) - sum([...irreducible]), expected.estimation_error_total, 1e-9);
    }
  });

  it.each([
    [2, 0.3, 30],
    [2, 1, 40],
    [2, 20, 17],
    [3, 0.05, 9],
    [3, 1, 10],
    [3, 5, 8],
  ])('are those of the recursion over counts: %d symbols, alpha %d, %d positions', (symbols, alpha, positions) => {
    const slow = inContextLosses(symbols, alpha, positions);
    const { bayes, believer, irreducible } = lossesOf(symbols, alpha, alpha, positions);
    closeAll(
      bayes,
      slow.map((losses) => losses.bayes),
      1e-12,
    );
    closeAll(
      irreducible,
      slow.map((losses) => losses.irreducible),
      1e-12,
    );
    expect(believer).toEqual(bayes);
  });

  it.each([
    [2, 0.2, 1, 10],
    [3, 0.1, 1, 8],
    [3, 5, 1, 8],
    [3, 1, 0.3, 8],
  ])(
    'of a believer are those over all sequences: %d symbols, alpha %d, believed %d',
    (symbols, alpha, believed, positions) => {
      const { believer, bayes } = lossesOf(symbols, alpha, believed, positions);
      closeAll(believer, enumerated(symbols, alpha, believed, positions), 1e-12);
      closeAll(bayes, enumerated(symbols, alpha, alpha, positions), 1e-12);
    },
  );

  it('do not depend on how many positions are asked for, and are ordered', () => {
    const long = lossesOf(3, 0.1, 1, 31);
    for (const positions of [0, 1, 2, 3, 30]) {
      const short = lossesOf(3, 0.1, 1, positions);
      for (const kind of ['bayes', 'believer', 'irreducible'] as const)
        closeAll(short[kind], long[kind].slice(0, positions), 1e-11);
    }
    long.bayes.forEach((loss, t) => {
      expect(loss).toBeLessThanOrEqual(long.believer[t] + 1e-12);
      expect(loss).toBeGreaterThanOrEqual(long.irreducible[t] - 1e-12);
    });
    // The first symbol is uniform, not stationary: where rows are nearly sure, the loss need not fall at every step.
    expect(Math.max(...long.bayes.slice(1).map((loss, t) => loss - long.bayes[t]))).toBeGreaterThan(1e-4);
  });

  it('keep their digits over 128 positions of two symbols', () => {
    const { bayes, irreducible } = lossesOf(2, 1, 1, 128);
    // Rissanen: what is paid for each of the two parameters after n symbols of its row is 1/(2n) nats or so.
    const excess = bayes[127] - irreducible[127];
    expect(excess).toBeGreaterThan(0.9 / 128);
    expect(excess).toBeLessThan(1.1 / 128);
    for (let t = 1; t < 128; t++) expect(bayes[t]).toBeLessThanOrEqual(bayes[t - 1] + 1e-13);
  });

  it('reject numbers that make no chain', () => {
    const first = (...given: [number, number, number, number]) => chainLosses(...given).next();
    expect(() => first(4, 1, 1, 5)).toThrow(new RangeError('symbols must be 2 or 3, got 4'));
    expect(() => first(3, 0, 1, 5)).toThrow(new RangeError('alpha must be positive and finite, got 0'));
    expect(() => first(3, 1, -1, 5)).toThrow(RangeError);
    expect(() => first(3, 1, 1, 1.5)).toThrow(RangeError);
  });
});
