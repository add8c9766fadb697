import { describe, expect, it } from 'vitest';
import { binaryEntropy, entropy } from '#theory/measures/entropy.ts';
import { watched } from '../../fixtures/correctness/watch.ts';
import { close, closeAll, oracleCases } from '../../fixtures/oracle.ts';
import { coinPosterior, predictHeads, twoCoins } from './coin-mixture.ts';
import { coinsSource, markovSource, spellsSource, type KnownSource } from './known-sources.ts';
import { countLaws, crossEntropyOfCounter, type LabeledChain } from './labeled-chain.ts';

/** p(state, these symbols), by going through them. */
function forward({ moves }: LabeledChain, state: readonly number[], symbol: number): number[] {
  const next = state.map(() => 0);
  state.forEach((p, s) =>
    moves[s].forEach((move) => {
      if (move.symbol === symbol) next[move.to] += p * move.probability;
    }),
  );
  return next;
}

/** Every string of k symbols with p(string, 0 next) and p(string, 1 next). */
function strings(chain: LabeledChain, k: number): { ones: number; next: [number, number] }[] {
  let all = [{ ones: 0, state: chain.start }];
  for (let i = 0; i < k; i++)
    all = all.flatMap(({ ones, state }) =>
      [0, 1].map((symbol) => ({ ones: ones + symbol, state: forward(chain, state, symbol) })),
    );
  const total = (p: number[]) => p.reduce((a, b) => a + b, 0);
  return all.map(({ ones, state }) => ({
    ones,
    next: [total(forward(chain, state, 0)), total(forward(chain, state, 1))],
  }));
}

const sources: [string, KnownSource][] = [
  ['two coins', coinsSource(twoCoins)],
  ['three coins', coinsSource({ heads: [0.5, 0.1, 1], weights: [0.2, 0.5, 0.3] })],
  ['a sticky chain', markovSource(0.1, 0.2)],
  ['an alternating chain', markovSource(1, 1)],
  ['spells of 6 to 10', spellsSource([0, 0, 0, 0, 0, 0.2, 0.2, 0.2, 0.2, 0.2])],
  ['spells of 1 or 3', spellsSource([0.5, 0, 0.5])],
];

describe.each(sources)('%s', (_name, source) => {
  it('have the entropies that going through all strings gives', () => {
    const lengths = [0, 1, 2, 3, 5, 8, 11];
    const entropies = watched('sim/known-sources.KnownSource.entropies', source.entropies)(11);
    for (const k of lengths) {
      const exact = strings(source.chain, k).reduce((sum, { next: [a, b] }) => {
        return a + b > 0 ? sum + (a + b) * binaryEntropy(Math.min(1, b / (a + b))) : sum;
      }, 0);
      close(entropies[k], exact, 1e-11);
    }
  });

  it('are stationary, so that their entropies never rise, and fall to the rate', () => {
    const { start, moves } = source.chain;
    const next = start.map(() => 0);
    start.forEach((p, s) => moves[s].forEach(({ probability, to }) => (next[to] += p * probability)));
    closeAll(next, start, 1e-12);
    const entropies = source.entropies(256);
    for (let k = 1; k <= 256; k++) expect(entropies[k]).toBeLessThanOrEqual(entropies[k - 1] + 1e-14);
    expect(entropies[256]).toBeGreaterThanOrEqual(source.rate - 1e-14);
    expect(entropies[256] - source.rate).toBeLessThan(0.002);
  });

  it('count as all strings do, and a counter pays what it pays on them', () => {
    const one = (k: number) => (ones: number) => (ones + 1) / (k + 2);
    const lengths = [0, 1, 4, 9];
    countLaws(source.chain, lengths).forEach((law, i) => {
      const k = lengths[i];
      const expected = Array.from({ length: k + 1 }, () => [0, 0]);
      let loss = 0;
      for (const { ones, next } of strings(source.chain, k)) {
        next.forEach((p, symbol) => (expected[ones][symbol] += p));
        const q = one(k)(ones);
        loss -= next[0] * Math.log(1 - q) + next[1] * Math.log(q);
      }
      closeAll(law.flat(), expected.flat(), 1e-11);
      close(crossEntropyOfCounter(law, one(k)), loss, 1e-11);
    });
  });
});

describe('reference values', () => {
  it('hold for the chains of the oracle', () => {
    interface Input {
      P1: number[][];
    }
    interface Expected {
      mu1: number[];
      entropy_rate_1: number;
    }
    const cases = oracleCases<Input, Expected>('07_markov_mixture', 'rates').filter(
      ({ input }) => input.P1.length === 2,
    );
    expect(cases.length).toBeGreaterThan(1);
    for (const { input, expected } of cases) {
      const source = markovSource(input.P1[0][1], input.P1[1][0]);
      closeAll(source.chain.start, expected.mu1);
      close(source.rate, expected.entropy_rate_1);
    }
  });

  it('a spell that is never long is a fair coin: lengths with p(length = n) = 2⁻ⁿ', () => {
    const lengths = Array.from({ length: 50 }, (_, i) => 2 ** -(i + 1));
    lengths[49] *= 2;
    for (const nats of spellsSource(lengths).entropies(20)) close(nats, Math.LN2, 1e-9);
    close(spellsSource(lengths).rate, entropy(lengths) / 2, 1e-9);
  });
});

describe('a counter', () => {
  it('who is right about the coins pays their entropy, and any other more', () => {
    const { chain, entropies } = coinsSource(twoCoins);
    const lengths = [0, 1, 2, 16, 256];
    const exact = entropies(256);
    const wrong = { heads: [0.9, 0.1], weights: [0.5, 0.5] };
    countLaws(chain, lengths).forEach((law, i) => {
      const k = lengths[i];
      close(
        crossEntropyOfCounter(law, (h) => predictHeads(twoCoins, h, k - h)),
        exact[k],
        1e-10,
      );
      // Before the first toss, by symmetry, the wrong coins say one half.
      const paid = crossEntropyOfCounter(law, (h) => predictHeads(wrong, h, k - h));
      if (k === 0) close(paid, Math.LN2);
      else expect(paid).toBeGreaterThan(exact[k] + 0.01);
    });
  });

  it('who is sure of the wrong coins pays in the end −p ln q̂ − (1 − p) ln(1 − q̂) for each', () => {
    const law = countLaws(coinsSource(twoCoins).chain, [2000])[0];
    const wrong = { heads: [0.9, 0.1], weights: [0.5, 0.5] };
    const limit = -(0.7 * Math.log(0.9) + 0.3 * Math.log(0.1) + 0.4 * Math.log(0.1) + 0.6 * Math.log(0.9)) / 2;
    close(
      crossEntropyOfCounter(law, (h) => predictHeads(wrong, h, 2000 - h)),
      limit,
      1e-9,
    );
    close(coinPosterior(wrong, 1400, 600)[0], 1, 1e-12);
  });

  it('pays infinitely for what it rules out', () => {
    const [law] = countLaws(coinsSource(twoCoins).chain, [1]);
    expect(crossEntropyOfCounter(law, () => 1)).toBe(Infinity);
  });
});

describe('bad input', () => {
  it('is named', () => {
    const { chain } = markovSource(0.1, 0.2);
    expect(() => countLaws(chain, [3, 2])).toThrow('lengths[1] must be a whole number above the one before it, got 2');
    expect(() => countLaws({ ...chain, start: [1] }, [1])).toThrow('moves must have 1 entries, got 2');
    expect(() => countLaws({ start: [1], moves: [[{ probability: 1, symbol: 0, to: 3 }]] }, [1])).toThrow(
      'moves[0][0].to must be a whole number from 0 to 0, got 3',
    );
    expect(() => markovSource(0, 0)).toThrow(RangeError);
    expect(() => markovSource(1.5, 0)).toThrow(RangeError);
    expect(() => spellsSource([0.5, 0.6])).toThrow(RangeError);
  });
});
