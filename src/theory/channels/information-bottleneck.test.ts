import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { close, closeAll, oracleCases } from '../../../fixtures/oracle.ts';
import { contractionCoefficient, maximalCorrelation } from './contraction.ts';
import { relativeEntropy } from '#theory/measures/divergence.ts';
import { mutualInformationGaussian } from '#theory/continuous/gaussian.ts';
import { bottleneck, bottleneckCurve, bottleneckFrom, bottleneckGaussian } from './information-bottleneck.ts';
import { entropy } from '#theory/measures/entropy.ts';
import { marginalX, type JointTable } from '#theory/measures/joint.ts';
import { mutualInformation } from '#theory/measures/mutual-information.ts';

interface Section {
  section: string;
  joint_p_xy: number[][];
  I_XY_nats: number;
  H_X_nats: number;
  singular_values: number[];
  'local_bifurcation_beta=1/s2^2': number;
  eta_KL_numeric: number;
  'global_onset_beta=1/eta_KL': number;
}

const file = new URL('../../../fixtures/oracles/04_ib_ratedistortion.json', import.meta.url);
const { sections } = JSON.parse(readFileSync(file, 'utf8')) as { sections: Section[] };
const curve = sections.find(({ section }) => section === 'information_bottleneck_curve')!;
const joint: JointTable = curve.joint_p_xy;

/** From here down clusters are about to merge, where the reference itself is good to 1e-6. */
const NEAR_ONSET = 3.5;

describe('the information bottleneck', () => {
  const cases = oracleCases('04_ib_ratedistortion', 'information_bottleneck_curve');
  const found = bottleneckCurve(
    joint,
    cases.map(({ input }) => input.beta),
  );

  it.each(cases.map(({ input, expected }, i) => [input.beta, expected, i] as const))(
    'at β = %d has the reference values',
    (beta, expected, i) => {
      const tolerance = beta <= NEAR_ONSET ? 1e-6 : 1e-9;
      close(found[i].complexity, expected.I_XT_nats, tolerance);
      close(found[i].relevance, expected.I_TY_nats, tolerance);
      close(found[i].lagrangian, expected['L=I_XT-beta*I_TY'], tolerance);
    },
  );

  it('satisfies its equations: a step changes nothing', () => {
    for (const { beta, encoder } of found) {
      const { residual } = bottleneckFrom(joint, beta, encoder, { residual: 0, iterations: 1 });
      expect(residual).toBeLessThan(1e-12);
    }
  });

  it('never tells more than X does, nor more than it costs, and the curve is monotone', () => {
    const whole = mutualInformation(joint);
    close(whole, curve.I_XY_nats);
    close(entropy(marginalX(joint)), curve.H_X_nats);
    found.forEach(({ complexity, relevance }, i) => {
      expect(relevance).toBeLessThanOrEqual(Math.min(whole, complexity) + 1e-12);
      if (i > 0) expect(complexity).toBeLessThanOrEqual(found[i - 1].complexity + 1e-9);
    });
    close(bottleneck(joint, 1e4).relevance, whole, 1e-6);
  });

  it('is trivial at β ≤ 1 by data processing, whatever the law', () => {
    const law = fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 6, maxLength: 6 }).map((w) => {
      const total = w.reduce((a, b) => a + b, 0);
      return [0, 1, 2].map((x) => [w[2 * x] / total, w[2 * x + 1] / total]);
    });
    fc.assert(
      fc.property(law, fc.double({ min: 0, max: 0.9, noNaN: true }), (p, beta) => {
        expect(bottleneck(p, beta).lagrangian).toBeGreaterThan(-1e-12);
        expect(bottleneck(p, beta).complexity).toBeLessThan(1e-9);
      }),
      { numRuns: 10 },
    );
  });

  it('lowers its Lagrangian with every step', () => {
    const start = [
      [0.5, 0.3, 0.2],
      [0.2, 0.2, 0.6],
      [0.1, 0.8, 0.1],
      [0.4, 0.4, 0.2],
    ];
    const values = [1, 2, 5, 10, 50, 200].map(
      (iterations) => bottleneckFrom(joint, 6, start, { residual: 0, iterations }).lagrangian,
    );
    values.slice(1).forEach((value, i) => expect(value).toBeLessThanOrEqual(values[i] + 1e-12));
  });

  it('rejects what does not fit', () => {
    expect(() => bottleneck(joint, -1)).toThrow(new RangeError('beta must be at least 0 and finite, got -1'));
    expect(() => bottleneckFrom(joint, 1, [[1]])).toThrow(
      new RangeError('start must have one row per row of joint, 4, got 1'),
    );
    expect(() =>
      bottleneck(
        [
          [0.5, 0.5],
          [0, 0],
        ],
        1,
      ),
    ).toThrow('probability of row 1 of joint must be positive');
  });
});

describe('the two thresholds', () => {
  const eta = contractionCoefficient(joint);

  it('have the reference values', () => {
    close(maximalCorrelation(joint), curve.singular_values[1]);
    close(1 / maximalCorrelation(joint) ** 2, curve['local_bifurcation_beta=1/s2^2']);
    close(eta, curve.eta_KL_numeric);
    close(1 / eta, curve['global_onset_beta=1/eta_KL']);
  });

  it('are where one cluster stops being best, and where it stops being stable', () => {
    expect(bottleneck(joint, 1 / eta - 1e-3).lagrangian).toBeGreaterThan(-1e-12);
    const local = 1 / maximalCorrelation(joint) ** 2;
    const nearlyTrivial = joint.map((_, x) => [0.5 + (x < 2 ? 1e-4 : -1e-4), 0.5 + (x < 2 ? -1e-4 : 1e-4)]);
    const after = (beta: number) => bottleneckFrom(joint, beta, nearlyTrivial, { residual: 0, iterations: 2000 });
    expect(after(local * 0.98).complexity).toBeLessThan(1e-12);
    expect(after(local * 1.02).complexity).toBeGreaterThan(1e-3);
  });

  it('bound every ratio of divergences', () => {
    const px = marginalX(joint);
    const py = [0, 1].map((y) => joint.reduce((t, row) => t + row[y], 0));
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 4, maxLength: 4 }), (weights) => {
        const total = weights.reduce((a, b) => a + b, 0);
        fc.pre(total > 0);
        const r = weights.map((w) => w / total);
        const ry = [0, 1].map((y) => r.reduce((t, p, x) => t + (p * joint[x][y]) / px[x], 0));
        expect(relativeEntropy(ry, py)).toBeLessThanOrEqual(eta * relativeEntropy(r, px) + 1e-12);
      }),
    );
  });

  it('of a symmetric channel are both (1 − 2f)², and of a normal pair ρ²', () => {
    for (const flip of [0.05, 0.2, 0.4]) {
      const symmetric = [
        [(1 - flip) / 2, flip / 2],
        [flip / 2, (1 - flip) / 2],
      ];
      close(maximalCorrelation(symmetric), 1 - 2 * flip);
      close(contractionCoefficient(symmetric), (1 - 2 * flip) ** 2, 1e-6);
    }
    expect(
      maximalCorrelation([
        [0.25, 0.25],
        [0.25, 0.25],
      ]),
    ).toBe(0);
  });
});

describe('the Gaussian bottleneck', () => {
  it('has the reference values', () => {
    for (const { input, expected } of oracleCases('04_ib_ratedistortion', 'gaussian_information_bottleneck_scalar')) {
      const { criticalBeta, complexity, relevance } = bottleneckGaussian(input.rho, input.beta);
      closeAll([criticalBeta, complexity, relevance], [expected.beta_critical, expected.I_XT_nats, expected.I_TY_nats]);
      close(mutualInformationGaussian(input.rho), expected.I_XY_nats);
    }
  });

  it('follows the curve I(T;Y) = I(X;Y) of a channel of that capacity, with slope 1/β', () => {
    const at = (beta: number) => bottleneckGaussian(0.8, beta);
    const [below, above] = [at(5 - 1e-4), at(5 + 1e-4)];
    close((above.relevance - below.relevance) / (above.complexity - below.complexity), 1 / 5, 1e-6);
    close(at(1e9).relevance, mutualInformationGaussian(0.8), 1e-8);
    expect(() => bottleneckGaussian(1, 2)).toThrow(RangeError);
    expect(() => bottleneckGaussian(0.5, NaN)).toThrow(RangeError);
  });
});
