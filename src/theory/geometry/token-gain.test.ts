import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import '../../../fixtures/arbitrary.ts';
import { close, closeAll, oracleCases } from '../../../fixtures/oracle.ts';
import { bayesianRegression } from '#theory/belief/bayesian-regression.ts';
import { lasso } from './lasso.ts';
import {
  logDeterminantOfTokens,
  ridgeResidual,
  ridgeWeights,
  tokenGain,
  tokenGains,
  turnedVectors,
} from './token-gain.ts';

const vector = fc.array(
  fc.integer({ min: -20, max: 20 }).map((v) => v / 10),
  { minLength: 3, maxLength: 3 },
);
const vectors = fc.array(vector, { minLength: 1, maxLength: 6 });
const weight = fc.constantFrom(0.1, 1, 2, 30);

interface Regression {
  readonly X: number[][];
  readonly y: number[];
  readonly sigma2: number;
  readonly tau2: number;
}

describe('the gain of a new token', () => {
  it('has the reference values', () => {
    const cases = oracleCases<{ Z: number[][]; a: number }, { rows: Record<string, number>[] }>(
      '11_geometry',
      'logdet_token_gain',
    );
    for (const { input, expected } of cases) {
      expect(expected.rows).toHaveLength(input.Z.length);
      for (const { token, delta_logdet, logdet } of expected.rows) {
        close(tokenGain(input.Z[token - 1], input.Z.slice(0, token - 1), input.a), delta_logdet);
        close(logDeterminantOfTokens(input.Z.slice(0, token), input.a), logdet);
      }
    }
  });

  it('is what the token adds to the log-determinant, and the ridge residual', () => {
    fc.assert(
      fc.property(vectors, vector, weight, (past, token, a) => {
        const added = logDeterminantOfTokens([...past, token], a) - logDeterminantOfTokens(past, a);
        expect(Math.abs(tokenGain(token, past, a) - added)).toBeLessThan(1e-10);
        close(tokenGain(token, past, a), Math.log1p(a * ridgeResidual(token, past, 1 / a)), 1e-12);
      }),
    );
  });

  it('is found for all tokens at once, and the sum is the same in the other order', () => {
    fc.assert(
      fc.property(vectors, weight, (tokens, a) => {
        const gains = tokenGains(tokens, a);
        gains.forEach((gain, t) =>
          expect(Math.abs(gain - tokenGain(tokens[t], tokens.slice(0, t), a))).toBeLessThan(1e-10),
        );
        const added = (list: readonly number[]) => list.reduce((total, gain) => total + gain, 0);
        expect(Math.abs(added(gains) - logDeterminantOfTokens(tokens, a))).toBeLessThan(1e-9);
        expect(Math.abs(added(tokenGains([...tokens].reverse(), a)) - added(gains))).toBeLessThan(1e-9);
      }),
    );
    // (1, 0), then the same again, then (0, 1), at a = 1: ln 2, ln 1.5, ln 2.
    closeAll(
      tokenGains(
        [
          [1, 0],
          [1, 0],
          [0, 1],
        ],
        1,
      ),
      [Math.log(2), Math.log(1.5), Math.log(2)],
    );
  });

  it('leaves a residual whose weights nothing beats', () => {
    const cost = (z: readonly number[], past: readonly (readonly number[])[], b: readonly number[], penalty: number) =>
      z.reduce((total, value, k) => total + (value - past.reduce((s, row, i) => s + b[i] * row[k], 0)) ** 2, 0) +
      penalty * b.reduce((total, value) => total + value ** 2, 0);
    fc.assert(
      fc.property(vectors, vector, weight, (past, token, a) => {
        const b = ridgeWeights(token, past, 1 / a);
        const least = cost(token, past, b, 1 / a);
        expect(Math.abs(least - ridgeResidual(token, past, 1 / a))).toBeLessThan(1e-10);
        b.forEach((_, i) => {
          for (const step of [-1e-3, 1e-3]) {
            const other = b.map((value, j) => (i === j ? value + step : value));
            expect(cost(token, past, other, 1 / a)).toBeGreaterThan(least);
          }
        });
      }),
    );
    // By hand: (0.6, 0.8) on (1, 0) with λ = 1 has weight 0.6/2.
    closeAll(ridgeWeights([0.6, 0.8], [[1, 0]], 1), [0.3]);
    expect(ridgeWeights([1, 2], [], 1)).toEqual([]);
  });

  it('does not change when the vectors are turned into few dimensions, and neither does the Lasso', () => {
    fc.assert(
      fc.property(vectors, weight, (tokens, a) => {
        const turned = turnedVectors(tokens);
        const dot = (x: readonly number[], y: readonly number[]) => x.reduce((s, value, k) => s + value * y[k], 0);
        tokens.forEach((x, i) =>
          tokens.forEach((y, j) => expect(Math.abs(dot(x, y) - dot(turned[i], turned[j]))).toBeLessThan(1e-9)),
        );
        turned.forEach((row, i) => expect(row.slice(i + 1).every((value) => value === 0)).toBe(true));
        const [one, other] = [tokenGains(tokens, a), tokenGains(turned, a)];
        one.forEach((gain, t) => expect(Math.abs(gain - other[t])).toBeLessThan(1e-9));
      }),
    );
    const columns = (rows: readonly (readonly number[])[]) => rows[0].map((_, k) => rows.map((row) => row[k]));
    const rows = [
      [1, 0.5, 0.2, 3],
      [-0.3, 0.8, 0.4, 1],
      [0.6, -0.1, 0.9, 2],
    ];
    const turned = turnedVectors(rows);
    // The objective has 1/2n with n the number of entries: the penalty goes with it.
    closeAll(
      lasso(columns(turned.slice(0, 2)), turned[2], (0.1 * 4) / 3),
      lasso(columns(rows.slice(0, 2)), rows[2], 0.1),
      1e-10,
    );
  });

  it('falls as more is known, never below 0', () => {
    fc.assert(
      fc.property(vectors, vector, weight, (past, token, a) => {
        const gains = Array.from({ length: past.length + 1 }, (_, t) => tokenGain(token, past.slice(0, t), a));
        gains.forEach((gain, t) => expect(gain).toBeLessThanOrEqual((gains[t - 1] ?? Infinity) + 1e-12));
        expect(gains[past.length]).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('refuses what does not fit', () => {
    expect(() => tokenGain([1, 2], [[1]], 1)).toThrow('token must have 1 entries');
    expect(() => tokenGain([], [], 1)).toThrow('token must have at least one');
    expect(() => tokenGain([NaN], [], 1)).toThrow('token[0]');
    expect(() => tokenGain([1], [], 0)).toThrow('weight must be positive');
    expect(() => ridgeResidual([1], [], -1)).toThrow('penalty must be positive and finite, got -1');
    expect(() => logDeterminantOfTokens([[1]], Infinity)).toThrow('weight');
    expect(() => tokenGains([[1], [1, 2]], 1)).toThrow('tokens');
    expect(() => tokenGains([[1]], 0)).toThrow('weight must be positive');
    expect(() => ridgeWeights([1, 2], [[1]], 1)).toThrow('token must have 1 entries');
    expect(() => ridgeWeights([1], [[1]], 0)).toThrow('penalty');
    expect(() => turnedVectors([[NaN]])).toThrow('vectors[0][0]');
  });
});

describe('the ridge residual', () => {
  it('is the least objective: no other coefficients do better, and some do as well', () => {
    fc.assert(
      fc.property(vectors, vector, fc.integer({ min: 0, max: 99 }), (past, token, at) => {
        const penalty = 0.5;
        const objective = (b: readonly number[]) =>
          token.reduce((t, z, i) => t + (z - past.reduce((s, row, r) => s + row[i] * b[r], 0)) ** 2, 0) +
          penalty * b.reduce((t, value) => t + value * value, 0);
        const least = ridgeResidual(token, past, penalty);
        // Descent one coefficient at a time, each to the minimum of its parabola.
        const b = past.map((_, r) => Math.sin(at + r));
        expect(objective(b)).toBeGreaterThanOrEqual(least - 1e-12);
        for (let cycle = 0; cycle < 2000; cycle++) {
          past.forEach((row, r) => {
            const rest = token.map((z, i) => z - past.reduce((s, other, q) => (q === r ? s : s + other[i] * b[q]), 0));
            const dot = row.reduce((t, value, i) => t + value * rest[i], 0);
            b[r] = dot / (row.reduce((t, value) => t + value * value, 0) + penalty);
          });
        }
        expect(Math.abs(objective(b) - least)).toBeLessThan(1e-9);
      }),
      { numRuns: 10 },
    );
  });
});

describe('Bayesian linear regression', () => {
  it('has the reference values, row by row', () => {
    const cases = oracleCases<Regression, { rows: (Record<string, number> & { posterior_mean: number[] })[] }>(
      '11_geometry',
      'ridge_information_gain',
    );
    for (const { input, expected } of cases) {
      const { X, y, sigma2, tau2 } = input;
      const steps = bayesianRegression(X, y, sigma2, tau2);
      expect(steps).toHaveLength(expected.rows.length);
      let total = 0;
      steps.forEach((step, t) => {
        const row = expected.rows[t];
        total += step.informationGain;
        close(step.informationGain, row.info_gain_nats);
        close(total, row.cumulative_info_nats);
        close(logDeterminantOfTokens(X.slice(0, t + 1), tau2 / sigma2) / 2, row.cumulative_info_nats);
        close(step.predictedMean, row.pred_mean);
        close(step.predictedVariance, row.pred_var);
        close(step.logEvidence, row.cum_log_evidence);
        closeAll(step.mean, row.posterior_mean);
        close(ridgeResidual(X[t], X.slice(0, t), sigma2 / tau2), row.ridge_objective_min);
        close(tokenGain(X[t], X.slice(0, t), tau2 / sigma2) / 2, row.info_gain_nats);
      });
    }
  });

  it('ends at the same law in any order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(vector, fc.integer({ min: -9, max: 9 })), { minLength: 1, maxLength: 6 }),
        (pairs) => {
          const run = (all: typeof pairs) =>
            bayesianRegression(
              all.map(([x]) => x),
              all.map(([, y]) => y),
              0.5,
              2,
            )[all.length - 1];
          const [one, other] = [run(pairs), run([...pairs].reverse())];
          closeAll(other.mean, one.mean, 1e-9);
          close(other.logEvidence, one.logEvidence, 1e-9);
          closeAll(other.covariance.flat(), one.covariance.flat(), 1e-9);
        },
      ),
    );
  });

  it('refuses what is no regression', () => {
    expect(() => bayesianRegression([[1]], [1, 2], 1, 1)).toThrow(
      'targets must have 1 entries like inputs has rows, got 2',
    );
    expect(() => bayesianRegression([[1]], [1], 0, 1)).toThrow('noiseVariance');
    expect(() => bayesianRegression([[1]], [1], 1, NaN)).toThrow('priorVariance');
    expect(() => bayesianRegression([], [], 1, 1)).toThrow('inputs must have at least one row');
  });
});
