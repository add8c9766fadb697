import { describe, expect, it } from 'vitest';
import { inContextLosses } from '#theory/learning/dirichlet-markov.ts';
import { assertSource, drawBatch, startToken, tokensOfChains, type BatchSource } from './training-batches.ts';

const chains = { kind: 'chains', fewest: 2, most: 4, alpha: 0.7 } as const;
const rowsOf = (sequences: Int32Array, length: number) =>
  Array.from({ length: sequences.length / length }, (_, b) => [...sequences.subarray(b * length, (b + 1) * length)]);

/** Fails unless the mean is within five standard errors of what it should be. */
function expectMean(values: readonly number[], expected: number): void {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  const variance = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (values.length - 1);
  expect(variance).toBeGreaterThan(0);
  expect(Math.abs(mean - expected)).toBeLessThan(5 * Math.sqrt(variance / values.length));
}

describe('a batch of chains', () => {
  const rows = rowsOf(drawBatch(chains, 3000, 20, 1, 1), 20);

  it('says of each sequence how many symbols it is over, uniformly, and begins uniformly', () => {
    expect(tokensOfChains(chains)).toBe(7);
    for (const k of [2, 3, 4]) {
      const own = rows.filter(([start]) => start === startToken(chains, k));
      expectMean(
        rows.map(([start]) => (start === 4 + k - 2 ? 1 : 0)),
        1 / 3,
      );
      for (let symbol = 0; symbol < k; symbol++)
        expectMean(
          own.map((row) => (row[1] === symbol ? 1 : 0)),
          1 / k,
        );
      expect(new Set(own.flatMap((row) => row.slice(1)))).toEqual(new Set([0, 1, 2, 3].slice(0, k)));
    }
  });

  it('has the in-context losses of the exact learner: expected entropy of the posterior predictive, symbol by symbol', () => {
    const source = { kind: 'chains', fewest: 2, most: 2, alpha: 0.7 } as const;
    const length = 13;
    const exact = inContextLosses(2, source.alpha, length - 1);
    const losses = rowsOf(drawBatch(source, 4000, length, 2, 1), length).map((row) => {
      const counts = [0, 1].map(() => [source.alpha, source.alpha]);
      return row.slice(1).map((symbol, t) => {
        if (t === 0) return Math.LN2;
        const own = counts[row[t]];
        const loss = -Math.log(own[symbol] / (own[0] + own[1]));
        own[symbol]++;
        return loss;
      });
    });
    // The second is uniform, whatever was the first.
    for (const t of [2, 3, 6, 11])
      expectMean(
        losses.map((own) => own[t]),
        exact[t].bayes,
      );
  });

  it('stays at the third place with the probability (α + 1)/(kα + 1) that its first transition gives', () => {
    const three = rows.filter(([start]) => start === startToken(chains, 3));
    // A symbol that has followed itself once follows itself again.
    const stayed = three.filter((row) => row[1] === row[2]);
    expectMean(
      stayed.map((row) => (row[3] === row[2] ? 1 : 0)),
      (0.7 + 1) / (3 * 0.7 + 1),
    );
  });
});

describe('a batch of windows', () => {
  const ids = Uint16Array.from({ length: 30 }, (_, i) => 100 + i);
  const source = { kind: 'tokens', ids } as const;

  it('is of windows from everywhere, equally likely', () => {
    const rows = rowsOf(drawBatch(source, 4200, 10, 3, 5), 10);
    const counts = new Map<number, number>();
    for (const row of rows) {
      expect(row.every((token, t) => token === row[0] + t)).toBe(true);
      counts.set(row[0], (counts.get(row[0]) ?? 0) + 1);
    }
    expect([...counts.keys()].sort((a, b) => a - b)).toEqual(Array.from({ length: 21 }, (_, i) => 100 + i));
    const chiSquared = [...counts.values()].reduce((sum, n) => sum + (n - 200) ** 2 / 200, 0);
    // Mean 20, standard deviation √40.
    expect(Math.abs(chiSquared - 20)).toBeLessThan(4 * Math.sqrt(40));
  });
});

describe('any batch', () => {
  it.each<BatchSource>([chains, { kind: 'tokens', ids: Uint16Array.from({ length: 500 }, (_, i) => i) }])(
    'depends on seed and step alone, and a sequence not on how many there are',
    (source) => {
      const batch = drawBatch(source, 4, 17, 6, 9);
      expect(drawBatch(source, 4, 17, 6, 9)).toEqual(batch);
      expect(drawBatch(source, 2, 17, 6, 9)).toEqual(batch.slice(0, 34));
      expect(drawBatch(source, 4, 17, 6, 10)).not.toEqual(batch);
      expect(drawBatch(source, 4, 17, 7, 9)).not.toEqual(batch);
    },
  );
});

describe('a source', () => {
  const config = { context: 8, vocabulary: 8 };
  it.each<[BatchSource, string]>([
    [{ kind: 'tokens', ids: new Uint16Array(8) }, 'source.ids must be more than 8 tokens, got 8'],
    [{ kind: 'tokens', ids: Uint16Array.of(...new Uint16Array(9), 8) }, 'source.ids must be tokens below 8, got 8'],
    [{ ...chains, fewest: 0 }, 'source.fewest must be a whole number of at least 1, got 0'],
    [{ ...chains, most: 1 }, 'source.most must be a whole number of at least 2, got 1'],
    [{ ...chains, most: 5 }, 'source.most must be such that 9 tokens are at most 8, got 5'],
    [{ ...chains, alpha: 0 }, 'source.alpha must be positive and finite, got 0'],
  ])('%o is refused', (source, sentence) => {
    expect(() => assertSource(source, config)).toThrow(new RangeError(sentence));
  });

  it('that fits is not', () => {
    assertSource(chains, config);
    assertSource({ kind: 'tokens', ids: new Uint16Array(9) }, config);
  });
});

describe('a batch of two texts', () => {
  const ids = Uint16Array.from({ length: 50 }, (_, i) => i % 5);
  const old = Uint16Array.from({ length: 40 }, (_, i) => 5 + (i % 3));
  const source = (rows: number): BatchSource => ({ kind: 'tokens', ids, mixed: { ids: old, rows } });

  it('has so many sequences of the other text, and the rest as without it', () => {
    const rows = rowsOf(drawBatch(source(2), 5, 9, 3, 1), 9);
    const without = rowsOf(drawBatch({ kind: 'tokens', ids }, 5, 9, 3, 1), 9);
    expect(
      rows
        .slice(0, 2)
        .flat()
        .every((token) => token >= 5),
    ).toBe(true);
    expect(rows.slice(2)).toEqual(without.slice(2));
    expect(rowsOf(drawBatch(source(0), 5, 9, 3, 1), 9)).toEqual(without);
  });

  it('is refused if the other text is too short, or has other tokens', () => {
    const shape = { context: 8, vocabulary: 8 };
    expect(() => assertSource(source(2), shape)).not.toThrow();
    expect(() => assertSource(source(2), { ...shape, vocabulary: 7 })).toThrow(
      'source.mixed.ids must be tokens below 7',
    );
    expect(() => assertSource({ kind: 'tokens', ids, mixed: { ids: old.slice(0, 8), rows: 1 } }, shape)).toThrow(
      'source.mixed.ids must be more than 8 tokens, got 8',
    );
  });
});
