import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { close, closeAll } from '../../../fixtures/oracle.ts';
import { guessedRuns } from './overlap.ts';

const rankings = fc.array(fc.oneof({ weight: 2, arbitrary: fc.constant(1) }, fc.integer({ min: 1, max: 9 })), {
  minLength: 1,
  maxLength: 40,
});

/** Every run of n tokens, one after another. */
function byDefinition(ranks: readonly number[], n: number): number {
  const runs = ranks.slice(n - 1).map((_, from) => ranks.slice(from, from + n));
  return runs.filter((run) => run.every((rank) => rank === 1)).length / runs.length;
}

describe('guessed runs', () => {
  it('are counted by hand in a small case', () => {
    // Hits: yes yes yes yes no yes yes. Singles 6 of 7, pairs 4 of 6, threes 2 of 5, fours 1 of 4.
    const { shares, overlap } = guessedRuns([1, 1, 1, 1, 5, 1, 1]);
    closeAll(shares, [6 / 7, 4 / 6, 2 / 5, 1 / 4]);
    close(overlap, (2 / 35) ** 0.25);
  });

  it('are all runs tried one after another, for any text and any length', () => {
    fc.assert(
      fc.property(rankings, fc.integer({ min: 1, max: 6 }), (ranks, longest) => {
        const { shares, overlap } = guessedRuns(ranks, longest);
        const lengths = Array.from({ length: Math.min(longest, ranks.length) }, (_, n) => n + 1);
        closeAll(
          shares,
          lengths.map((n) => byDefinition(ranks, n)),
        );
        const mean = lengths.reduce((sum, n) => sum + Math.log(byDefinition(ranks, n)), 0) / lengths.length;
        close(overlap, Math.exp(mean));
        // A longer run is never guessed more often, so that the mean lies between the ends.
        for (let n = 1; n < shares.length; n++) expect(shares[n]).toBeLessThanOrEqual(shares[n - 1] + 1e-15);
        expect(overlap).toBeLessThanOrEqual(shares[0] + 1e-12);
      }),
    );
  });

  it('know the first guess alone: any other ranks give the same', () => {
    expect(guessedRuns([1, 2, 1, 1])).toEqual(guessedRuns([1, 900, 1, 1]));
  });

  it('refuse what is no rank', () => {
    expect(() => guessedRuns([])).toThrow('ranks must have at least one entry, got none');
    expect(() => guessedRuns([1, 0])).toThrow('ranks[1] must be a whole number of at least 1, got 0');
    expect(() => guessedRuns([1], 0)).toThrow('longest must be a whole number of at least 1, got 0');
  });
});
