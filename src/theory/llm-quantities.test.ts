import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distributionOf, probability } from '../../fixtures/arbitrary.ts';
import { close, closeAll, closeInBits, oracleCases } from '../../fixtures/oracle.ts';
import { blockError, hammingBlockError, repetitionBlockError } from './block-error.ts';
import { brierScore, expectedCalibrationError, logScore, reliability } from './calibration.ts';
import { capacityBinarySymmetric } from './capacity.ts';
import { totalVariation } from './distance.ts';
import { crossEntropy, entropy } from './entropy.ts';
import { informationComponent, logObservedOverExpected } from './information-component.ts';
import { repairMacRoman } from './mojibake.ts';
import { randomizedResponse } from './randomized-response.ts';
import { representationCeiling } from './representation-ceiling.ts';
import {
  crossEntropyGradient,
  focalOptimum,
  leastSmoothedLoss,
  smoothedTarget,
  unweighted,
  weightedOptimum,
} from './training-loss.ts';
import { surprisalOfIndex } from './softmax.ts';

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

describe('losses', () => {
  it('have the reference values', () => {
    for (const { input, expected } of oracleCases('13_llm_metrics', 'class_weighted_CE_optimum')) {
      close(weightedOptimum(input.p, input.w), expected.q_star);
      close(unweighted(expected.q_star, input.w), input.p);
    }
    for (const { input, expected } of oracleCases('13_llm_metrics', 'label_smoothing')) {
      close(leastSmoothedLoss(input.eps, input.K), expected.min_loss_nats);
    }
    type Gradient = { loss: number; grad: number[] };
    for (const { input, expected } of oracleCases<{ logits: number[]; y: number }, Gradient>(
      '13_llm_metrics',
      'CE_gradient',
    )) {
      close(surprisalOfIndex(input.logits, input.y), expected.loss);
      closeAll(crossEntropyGradient(input.logits, input.y), expected.grad);
    }
  });

  it('have their minima where they are said to be', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        fc.double({ min: 0.1, max: 30, noNaN: true }),
        (p, w) => {
          const loss = (q: number) => -w * p * Math.log(q) - (1 - p) * Math.log(1 - q);
          const q = weightedOptimum(p, w);
          expect(loss(q)).toBeLessThanOrEqual(Math.min(loss(q * 0.99), loss(q + 0.01 * (1 - q))));
          close(unweighted(q, w), p, 1e-9);
        },
      ),
    );
    fc.assert(
      fc.property(distributionOf(5), probability, (q, epsilon) => {
        expect(crossEntropy(smoothedTarget(epsilon, 5, 2), q)).toBeGreaterThanOrEqual(
          leastSmoothedLoss(epsilon, 5) - 1e-12,
        );
      }),
    );
  });

  it('have the gradient of a difference quotient', () => {
    const logits = [0.3, -1, 2, 0];
    const gradient = crossEntropyGradient(logits, 3);
    logits.forEach((_, i) => {
      const at = (shift: number) =>
        surprisalOfIndex(
          logits.map((z, j) => (i === j ? z + shift : z)),
          3,
        );
      close((at(1e-5) - at(-1e-5)) / 2e-5, gradient[i], 1e-8);
    });
    close(
      gradient.reduce((a, b) => a + b, 0),
      0,
    );
  });

  it('of focal kind flatten a likely outcome and sharpen unlikely ones', () => {
    close(focalOptimum([0.9, 0.1], 2)[0], 0.694213, 1e-6);
    const flat = [0.1, ...new Array<number>(999).fill(0.9 / 999)];
    close(focalOptimum(flat, 2)[0], 0.118490623, 1e-8);
    const zipf = Array.from({ length: 1000 }, (_, i) => 1 / (i + 1));
    const total = zipf.reduce((a, b) => a + b, 0);
    const law = zipf.map((w) => w / total);
    const bits = (nats: number) => nats / Math.LN2;
    close(bits(entropy(law)), 7.489046, 1e-6);
    const best = focalOptimum(law, 2);
    const sum = best.reduce((a, b) => a + b, 0);
    close(sum, 1, 1e-10);
    close(bits(entropy(best.map((q) => q / sum))), 7.268119, 1e-6);
    closeAll(focalOptimum([0.7, 0.3], 0), [0.7, 0.3], 1e-9);
  });

  it('of focal kind are best among neighbors', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.05, max: 0.95, noNaN: true }),
        fc.double({ min: 1, max: 5, noNaN: true }),
        (p, gamma) => {
          const loss = (q: number) => -p * (1 - q) ** gamma * Math.log(q) - (1 - p) * q ** gamma * Math.log(1 - q);
          const [q] = focalOptimum([p, 1 - p], gamma);
          expect(loss(q)).toBeLessThanOrEqual(Math.min(loss(q * 0.99), loss(q + 0.01 * (1 - q))) + 1e-15);
        },
      ),
    );
  });

  it('reject bad arguments', () => {
    expect(() => weightedOptimum(0.5, 0)).toThrow(new RangeError('weight must be positive and finite, got 0'));
    expect(() => smoothedTarget(0.1, 3, 3)).toThrow(new RangeError('label must be less than 3, got 3'));
    expect(() => crossEntropyGradient([1, 2], 2)).toThrow(RangeError);
    expect(() => focalOptimum([1, 0], 2)).toThrow('p must have at least two outcomes that occur');
    expect(() => focalOptimum([0.5, 0.5], 0.5)).toThrow('gamma must be 0, or at least 1');
  });
});

describe('calibration', () => {
  it('has the reference scores', () => {
    for (const { input, expected } of oracleCases<{ confidence: number[]; correct: number[] }>(
      '13_llm_metrics',
      'calibration',
    )) {
      const forecasts = { confidence: input.confidence, correct: input.correct.map((one) => one === 1) };
      close(expectedCalibrationError(forecasts, 5, 0.5), expected.ECE);
      close(brierScore(forecasts), expected.brier_binary);
      close(logScore(forecasts), expected.NLL);
      const bins = reliability(forecasts, 5, 0.5);
      closeAll(
        bins.map(({ from }) => from),
        [0.5, 0.6, 0.7, 0.8, 0.9],
      );
      expect(bins.map(({ count }) => count)).toEqual([2, 2, 2, 2, 2]);
    }
  });

  it('proper scores are best for the truth, and calibrated forecasts have no calibration error', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20 }), probability, (heads, said) => {
        const correct = Array.from({ length: 20 }, (_, i) => i < heads);
        const saying = (c: number) => ({ confidence: correct.map(() => c), correct });
        expect(brierScore(saying(said))).toBeGreaterThanOrEqual(brierScore(saying(heads / 20)) - 1e-12);
        expect(logScore(saying(said))).toBeGreaterThanOrEqual(logScore(saying(heads / 20)) - 1e-12);
        close(logScore(saying(heads / 20)), entropy([heads / 20, 1 - heads / 20]));
        close(expectedCalibrationError(saying(heads / 20), 10), 0);
        close(expectedCalibrationError(saying(said), 1), Math.abs(said - heads / 20), 1e-9);
      }),
    );
    expect(logScore({ confidence: [1], correct: [false] })).toBe(Infinity);
    expect(Object.is(logScore({ confidence: [1], correct: [true] }), 0)).toBe(true);
  });

  it('rejects forecasts that do not fit', () => {
    expect(() => brierScore({ confidence: [], correct: [] })).toThrow('confidence must have at least one entry');
    expect(() => logScore({ confidence: [0.5], correct: [] })).toThrow('correct must have one entry per confidence, 1');
    expect(() => reliability({ confidence: [0.5], correct: [true] }, 0)).toThrow(RangeError);
    expect(() => reliability({ confidence: [0.5], correct: [true] }, 5, 1)).toThrow(RangeError);
  });
});

describe('informationComponent', () => {
  it('has the reference values', () => {
    for (const { input, expected } of oracleCases('17_extra', 'information_component_adverse_events')) {
      closeInBits(logObservedOverExpected(input.observed, input.expected_count), expected.raw_PMI_bits);
      closeInBits(informationComponent(input.observed, input.expected_count), expected.IC_shrunk_bits);
    }
  });

  it('is nearer to 0 than the plain ratio, and agrees for large counts', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), fc.double({ min: 0.01, max: 1000, noNaN: true }), (o, e) => {
        expect(Math.abs(informationComponent(o, e))).toBeLessThanOrEqual(
          Math.abs(logObservedOverExpected(o, e)) + 1e-12,
        );
      }),
    );
    expect(() => logObservedOverExpected(0, 0)).toThrow('observed and expected must not both be 0');
    expect(() => informationComponent(-1, 1)).toThrow(RangeError);
  });
});

describe('representationCeiling', () => {
  it('has the reference values', () => {
    for (const { input, expected } of oracleCases('17_extra', 'normalised_representation_entropy_ceiling')) {
      const { best, normalizer, normalized } = representationCeiling(input.n_tokens, input.d, input.eps);
      close(best, expected.best_possible_logdet_unit_norm_rows);
      close(normalizer, expected['normaliser_d_ln(1+1/eps^2)']);
      close(normalized, expected.best_possible_normalised);
    }
  });

  it('is 1 with enough tokens and falls with the dimension without', () => {
    close(representationCeiling(500, 64, 0.3).normalized, 1);
    const falling = [128, 256, 512, 1024].map((d) => representationCeiling(128, d, 0.5).normalized);
    falling.slice(1).forEach((value, i) => expect(value).toBeLessThan(falling[i]));
    expect(() => representationCeiling(0, 1, 1)).toThrow(RangeError);
  });
});

describe('codes over a binary symmetric channel', () => {
  it('have the reference block errors', () => {
    for (const { input, expected } of oracleCases('03_channels', 'simple_codes_on_BSC')) {
      close(repetitionBlockError(3, input.p), expected.rep3_block_error);
      close(repetitionBlockError(5, input.p), expected.rep5_block_error);
      close(hammingBlockError(input.p), expected.hamming74_block_error);
      closeInBits(capacityBinarySymmetric(input.p), expected.C_bits);
    }
  });

  it('cannot help at flip ½, and need an odd number of repetitions', () => {
    close(repetitionBlockError(7, 0.5), 0.5);
    expect(blockError(7, 7, 0.3)).toBe(0);
    expect(() => repetitionBlockError(4, 0.1)).toThrow(new RangeError('repetitions must be odd, got 4'));
  });
});

describe('repairMacRoman', () => {
  it('puts the emojis of the first draft right', () => {
    type Text = Record<string, string>;
    for (const { input, expected } of oracleCases<Text, Text>('17_extra', 'emoji_mojibake')) {
      expect(repairMacRoman(input.garbled)).toBe(expected.decoded);
    }
  });

  it('leaves plain text alone and rejects what cannot have been garbled', () => {
    expect(repairMacRoman('plain text')).toBe('plain text');
    expect(() => repairMacRoman('漢')).toThrow('garbled must be Mac OS Roman');
    expect(() => repairMacRoman('é')).toThrow('garbled must be UTF-8 behind Mac OS Roman');
  });
});
