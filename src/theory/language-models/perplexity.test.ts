import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { close, closeInBits, oracleCases } from '../../../fixtures/oracle.ts';
import { perplexity } from '#theory/measures/entropy.ts';
import {
  batchesOf,
  conditionalPerplexity,
  eToTheBits,
  inverseMeanProbability,
  meanInverseProbability,
  meanOfBatchPerplexities,
  meanSurprisal,
  perplexityOfBatches,
  perplexityOfBatchMeans,
  perplexityPer,
  twoToTheNats,
  weightedMeanSurprisal,
  weightedPerplexity,
} from './perplexity.ts';

const surprisals = fc.array(fc.double({ min: 0, max: 12, noNaN: true }), { minLength: 1, maxLength: 60 });
const small = 1e-9;

describe('perplexity of a text', () => {
  it('agrees with the reference values', () => {
    const cases = oracleCases<{ token_probs: number[] }>('13_llm_metrics', 'perplexity');
    for (const { input, expected } of cases) {
      const costs = input.token_probs.map((p) => -Math.log(p));
      const mean = meanSurprisal(costs);
      close(mean, expected.CE_nats);
      closeInBits(mean, expected.CE_bits);
      close(perplexity(mean), expected.perplexity);
      close(1 / perplexity(mean), expected.geometric_mean_prob);
      close(perplexityPer(mean * costs.length, costs.length), expected.perplexity);
    }
  });

  it('to the power of the number of units is the inverse probability of the text, whatever the unit', () => {
    close(perplexityPer(Math.log(4096), 3) ** 3, 4096);
    close(perplexityPer(Math.log(4096), 12), 2);
    expect(perplexityPer(0, 0)).toBe(1);
  });
});

describe('batches', () => {
  it('agree with the reference values, right and wrong', () => {
    const cases = oracleCases<Record<string, [number, number][]>>('13_llm_metrics', 'perplexity_averaging_pitfall');
    for (const { input, expected } of cases) {
      const batches = input['batches_(CE_nats,tokens)'].map(([mean, tokens]) => ({ mean, tokens }));
      close(perplexityOfBatches(batches), expected.correct_token_weighted_ppl);
      close(meanOfBatchPerplexities(batches), expected.wrong_mean_of_batch_ppls);
      close(perplexityOfBatchMeans(batches), expected.exp_of_unweighted_mean_CE);
    }
  });

  it('never change the right answer, and order the wrong ones as Jensen says', () => {
    fc.assert(
      fc.property(surprisals, fc.array(fc.nat(60)), (costs, places) => {
        const cuts = [...new Set(places.filter((c) => c > 0 && c < costs.length))].sort((a, b) => a - b);
        const batches = batchesOf(costs, cuts);
        expect(batches.reduce((n, { tokens }) => n + tokens, 0)).toBe(costs.length);
        close(perplexityOfBatches(batches), perplexity(meanSurprisal(costs)));
        expect(meanOfBatchPerplexities(batches)).toBeGreaterThanOrEqual(perplexityOfBatchMeans(batches) * (1 - small));
      }),
    );
  });

  it('are cut before the tokens that are named', () => {
    expect(batchesOf([1, 3, 5, 7], [2])).toEqual([
      { mean: 2, tokens: 2 },
      { mean: 6, tokens: 2 },
    ]);
    for (const cuts of [[0], [4], [2, 2], [3, 1], [1.5]])
      expect(() => batchesOf([1, 3, 5, 7], cuts)).toThrow(RangeError);
  });
});

describe('means of probabilities', () => {
  it('are the harmonic and arithmetic means around the geometric one', () => {
    const costs = [0.5, 0.25, 0.125].map((p) => -Math.log(p));
    close(meanInverseProbability(costs), (2 + 4 + 8) / 3);
    close(inverseMeanProbability(costs), 3 / 0.875);
    close(perplexity(meanSurprisal(costs)), 4);
    fc.assert(
      fc.property(surprisals, (random) => {
        const right = perplexity(meanSurprisal(random));
        expect(inverseMeanProbability(random)).toBeLessThanOrEqual(right * (1 + small));
        expect(meanInverseProbability(random)).toBeGreaterThanOrEqual(right * (1 - small));
      }),
    );
  });
});

it('a base that does not belong to the unit is a power of the perplexity', () => {
  close(twoToTheNats(Math.log(8)), 8 ** Math.LN2);
  close(eToTheBits(Math.log(8)), Math.exp(3));
  close(twoToTheNats(3), 8);
});

describe('weights and prompts', () => {
  it('of one and of none change nothing', () => {
    fc.assert(
      fc.property(surprisals, (costs) => {
        const right = perplexity(meanSurprisal(costs));
        close(weightedPerplexity(costs, costs.map(() => 2.5)), right); // prettier-ignore
        close(conditionalPerplexity(costs, 0), right);
      }),
    );
  });

  it('count a token as often as its weight says', () => {
    close(weightedPerplexity([1, 5], [3, 1]), perplexity(meanSurprisal([1, 1, 1, 5])));
    expect(weightedPerplexity([1, 5], [0, 0])).toBe(1);
    close(weightedMeanSurprisal([800, 900, Infinity], [3, 1, 0]), 825);
  });

  it('leave the prompt out: p(text) = p(prompt) · p(rest | prompt)', () => {
    const costs = [2, 1, 4, 3];
    close(conditionalPerplexity(costs, 2), Math.exp(3.5));
    close(conditionalPerplexity(costs, 2) ** 2 * perplexityPer(3, 2) ** 2, Math.exp(10));
    expect(conditionalPerplexity(costs, 4)).toBe(1);
    expect(conditionalPerplexity(costs, 9)).toBe(1);
  });

  it('are refused where they make no sense', () => {
    expect(() => meanSurprisal([])).toThrow('surprisals must have at least one entry, got none');
    expect(() => meanSurprisal([1, -0.1])).toThrow('-0.1');
    expect(() => meanSurprisal([NaN])).toThrow('NaN');
    expect(() => weightedPerplexity([1], [-1])).toThrow('-1');
    expect(() => weightedPerplexity([1], [1, 1])).toThrow('weights must have 1 entries like surprisals, got 2');
    expect(() => conditionalPerplexity([1], -1)).toThrow('-1');
    expect(() => perplexityPer(1, -1)).toThrow('-1');
    for (const mean of [perplexityOfBatches, perplexityOfBatchMeans, meanOfBatchPerplexities]) {
      expect(() => mean([])).toThrow(RangeError);
      expect(() => mean([{ mean: 1, tokens: 0 }])).toThrow('batches[0].tokens must be positive and finite, got 0');
    }
  });
});
