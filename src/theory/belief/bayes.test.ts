import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { channelOf, distributionOf, probability } from '../../../fixtures/arbitrary.ts';
import { close, closeAll, closeInBits, oracleCases } from '../../../fixtures/oracle.ts';
import { diagnosticTest, weighEvidence } from './bayes.ts';
import { relativeEntropy } from '#theory/measures/divergence.ts';
import { entropy } from '#theory/measures/entropy.ts';

describe('diagnosticTest', () => {
  it('agrees with the reference values', () => {
    for (const { input, expected } of oracleCases('13_llm_metrics', 'diagnostic_test_information')) {
      const test = diagnosticTest(input.prevalence, input.sensitivity, input.specificity);
      closeInBits(test.entropyBefore, expected.H_disease_bits);
      closeInBits(test.mutualInformation, expected.I_bits);
      close(test.posterior[0]![0], expected.PPV);
      close(test.posterior[1]![1], expected.NPV);
      closeInBits(test.entropyAfter[0]!, expected.H_given_pos_bits);
      closeInBits(test.entropyAfter[1]!, expected.H_given_neg_bits);
    }
  });

  it('shows that a positive result can raise entropy while the average falls', () => {
    const test = diagnosticTest(0.01, 0.9, 0.95);
    closeInBits(test.entropyBefore, 0.0808, 1e-3);
    closeInBits(test.entropyAfter[0]!, 0.6194, 1e-4);
    closeInBits(test.mutualInformation, 0.0332, 2e-3);
    expect(test.entropyAfter[0]!).toBeGreaterThan(test.entropyBefore);
    expect(test.expectedEntropyAfter).toBeLessThan(test.entropyBefore);
  });

  it('teaches nothing if both results are as likely with the condition as without it', () => {
    const test = diagnosticTest(0.2, 0.3, 0.7);
    close(test.mutualInformation, 0);
    closeAll(test.posterior[0]!, [0.2, 0.8]);
  });

  it('leaves what follows from an impossible result open', () => {
    const test = diagnosticTest(0, 0.9, 1);
    expect(test.resultProbability).toEqual([0, 1]);
    expect(test.posterior).toEqual([null, [0, 1]]);
    expect(test.entropyAfter).toEqual([null, 0]);
    expect([test.expectedEntropyAfter, test.mutualInformation]).toEqual([0, 0]);
  });

  it('names the number that is out of range', () => {
    expect(() => diagnosticTest(1.2, 0.9, 0.9)).toThrow(new RangeError('prevalence must be between 0 and 1, got 1.2'));
    expect(() => diagnosticTest(0.1, -1, 0.9)).toThrow(new RangeError('sensitivity must be between 0 and 1, got -1'));
    expect(() => diagnosticTest(0.1, 0.9, NaN)).toThrow(new RangeError('specificity must be between 0 and 1, got NaN'));
  });
});

describe('weighEvidence', () => {
  const threeHypotheses = fc.tuple(distributionOf(3), channelOf(3, 4));

  it('is Bayes’ rule: posterior odds are prior odds times the likelihood ratio', () => {
    fc.assert(
      fc.property(threeHypotheses, ([prior, likelihood]) => {
        weighEvidence(prior, likelihood).posterior.forEach((posterior, r) => {
          if (!posterior) return;
          close(
            posterior.reduce((a, b) => a + b),
            1,
          );
          close(posterior[0] * prior[1] * likelihood[1][r], posterior[1] * prior[0] * likelihood[0][r]);
        });
      }),
    );
  });

  it('has posteriors that average to the prior', () => {
    fc.assert(
      fc.property(threeHypotheses, ([prior, likelihood]) => {
        const { posterior, resultProbability } = weighEvidence(prior, likelihood);
        const mean = prior.map((_, h) =>
          posterior.reduce((sum, p, r) => sum + resultProbability[r] * (p ? p[h] : 0), 0),
        );
        closeAll(mean, prior);
      }),
    );
  });

  it('lowers entropy on average by the mutual information, which is the mean divergence to the prior', () => {
    fc.assert(
      fc.property(threeHypotheses, ([prior, likelihood]) => {
        const evidence = weighEvidence(prior, likelihood);
        close(evidence.entropyBefore - evidence.expectedEntropyAfter, evidence.mutualInformation, 1e-9);
        const gain = evidence.posterior.map((p, r) =>
          p ? evidence.resultProbability[r] * relativeEntropy(p, prior) : 0,
        );
        close(
          gain.reduce((a, b) => a + b),
          evidence.mutualInformation,
          1e-9,
        );
        evidence.posterior.forEach((p, r) => p && close(evidence.entropyAfter[r]!, entropy(p)));
      }),
    );
  });

  it('treats two results with the same likelihoods as one', () => {
    fc.assert(
      fc.property(probability, probability, probability, (prior, a, b) => {
        const whole = diagnosticTest(prior, a, b);
        const split = weighEvidence(
          [prior, 1 - prior],
          [
            [a / 2, a / 2, 1 - a],
            [(1 - b) / 2, (1 - b) / 2, b],
          ],
        );
        close(split.mutualInformation, whole.mutualInformation);
      }),
    );
  });
});
