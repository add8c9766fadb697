import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { close, closeInBits, oracleCases } from '../../../fixtures/oracle.ts';
import { totalVariation } from '#theory/measures/distance.ts';
import { mutualInformation } from '#theory/measures/mutual-information.ts';
import { errorOfShare, randomizedResponse, repeatedResponse } from './randomized-response.ts';

describe('randomizedResponse', () => {
  it('has the reference values', () => {
    for (const { input, expected } of oracleCases('13_llm_metrics', 'differential_privacy_randomised_response')) {
      const response = randomizedResponse(input.epsilon);
      close(response.flip, expected.flip_prob);
      close(response.information, expected.I_nats);
      closeInBits(response.information, expected.I_bits);
      close(response.bound, expected.eps_nats_bound);
      close(response.quadraticBound, expected['eps^2/2-type_bound_nats']);
      close(response.totalVariation, expected.TV);
    }
  });

  it('keeps its promise: the ratio is e^ε, the information below both bounds', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 20, noNaN: true }), (epsilon) => {
        const { flip, information, bound, quadraticBound, totalVariation: tv } = randomizedResponse(epsilon);
        close(Math.log((1 - flip) / flip), epsilon, 1e-7);
        expect(information).toBeLessThanOrEqual(Math.min(bound, quadraticBound, Math.LN2) + 1e-12);
        close(tv, totalVariation([flip, 1 - flip], [1 - flip, flip]), 1e-9);
      }),
    );
    expect(randomizedResponse(0).information).toBe(0);
    close(randomizedResponse(Infinity).information, Math.LN2);
    expect(() => randomizedResponse(-1)).toThrow(new RangeError('epsilon must be at least 0, got -1'));
  });
});

/** All rows of k answers, each with its number of yeses, its chance from a yes and from a no. */
function rowsOf(flip: number, answers: number) {
  return Array.from({ length: 2 ** answers }, (_, row) => {
    const says = Array.from({ length: answers }, (_, i) => (row >> i) & 1);
    const from = (bit: number) => says.reduce((product, said) => product * (said === bit ? 1 - flip : flip), 1);
    return { yeses: says.filter(Boolean).length, ifYes: from(1), ifNo: from(0) };
  });
}

describe('repeatedResponse', () => {
  it('is what all rows of answers tell, one by one', () => {
    for (const [prior, epsilon, answers] of [
      [0.5, 1, 1],
      [0.3, 0.4, 5],
      [0.02, 2, 7],
      [0.9, 0, 3],
    ] as const) {
      const rows = rowsOf(1 / (1 + Math.exp(epsilon)), answers);
      const repeated = repeatedResponse(prior, epsilon, answers);
      close(repeated.information, mutualInformation([rows.map(({ ifYes }) => prior * ifYes), rows.map(({ ifNo }) => (1 - prior) * ifNo)]), 1e-9); // prettier-ignore
      for (const { yeses, ifYes, ifNo } of rows)
        close(repeated.posterior[yeses], (prior * ifYes) / (prior * ifYes + (1 - prior) * ifNo), 1e-9);
      close(
        repeated.divergence,
        rows.reduce((sum, { ifYes, ifNo }) => sum + ifYes * Math.log(ifYes / ifNo), 0),
        1e-9,
      );
      const told = rows.flatMap(({ ifYes, ifNo }) => [ifYes, ifNo].map((p) => Math.log(p / (prior * ifYes + (1 - prior) * ifNo)))); // prettier-ignore
      close(repeated.worst, Math.max(...told), 1e-9);
    }
  });

  it('has the reference value for one answer about a fair bit', () => {
    for (const { input, expected } of oracleCases('13_llm_metrics', 'differential_privacy_randomised_response'))
      close(repeatedResponse(0.5, input.epsilon, 1).information, expected.I_nats);
  });

  it('tells at most its bounds, and of a bit that is known nothing', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 10, noNaN: true }),
        fc.integer({ min: 1, max: 30 }),
        (prior, epsilon, answers) => {
          const { information, bound, divergence, worst } = repeatedResponse(prior, epsilon, answers);
          expect(information).toBeGreaterThan(-1e-12);
          expect(information).toBeLessThanOrEqual(
            Math.min(bound, divergence, worst, (answers * epsilon ** 2) / 2) + 1e-9,
          );
          expect(worst).toBeLessThanOrEqual(bound + 1e-9);
        },
      ),
    );
    expect([repeatedResponse(0, 1, 2).information, repeatedResponse(1, 1, 2).worst]).toEqual([0, 0]);
    expect(() => repeatedResponse(0.5, 1, 0)).toThrow(RangeError);
  });
});

describe('errorOfShare', () => {
  it('is the standard deviation of the estimate, over every number of yes answers', () => {
    const [share, epsilon, patients] = [0.3, 0.8, 12];
    const { flip } = randomizedResponse(epsilon);
    const says = share * (1 - flip) + (1 - share) * flip;
    const law = Array.from({ length: patients + 1 }, (_, j) => {
      const choose = Array.from({ length: j }, (_, i) => (patients - i) / (i + 1)).reduce((a, b) => a * b, 1);
      return choose * says ** j * (1 - says) ** (patients - j);
    });
    const estimates = law.map((_, j) => (j / patients - flip) / (1 - 2 * flip));
    const mean = law.reduce((sum, p, j) => sum + p * estimates[j], 0);
    close(mean, share, 1e-9);
    close(errorOfShare(share, epsilon, 1, patients), Math.sqrt(law.reduce((sum, p, j) => sum + p * (estimates[j] - mean) ** 2, 0)), 1e-9); // prettier-ignore
  });

  it('is that of one patient by the law of his answers, for several of them', () => {
    const [share, epsilon, answers] = [0.2, 1.3, 4];
    const { ifYes, ifNo } = repeatedResponse(share, epsilon, answers);
    const { flip } = randomizedResponse(epsilon);
    const estimate = (j: number) => (j / answers - flip) / (1 - 2 * flip);
    const variance = ifYes.reduce((sum, p, j) => sum + (share * p + (1 - share) * ifNo[j]) * (estimate(j) - share) ** 2, 0); // prettier-ignore
    close(errorOfShare(share, epsilon, answers, 1), Math.sqrt(variance), 1e-9);
    expect(() => errorOfShare(0.5, 0, 1, 1)).toThrow(RangeError);
  });
});
