import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import '../../../fixtures/arbitrary.ts';
import { close, closeAll, oracleCases, oracleSection, type OracleSection } from '../../../fixtures/oracle.ts';
import { attentionWeights } from '#theory/language-models/attention.ts';
import { entropy } from '#theory/measures/entropy.ts';
import { largestPenalty, lasso, lassoObjective, lassoPath } from './lasso.ts';

interface PathInput {
  readonly lambda_over_lambda_max: number;
  readonly lambda: number;
}
interface PathExpected {
  readonly beta: number[];
  readonly nonzeros: number;
  readonly objective: number;
}
interface PathSection extends OracleSection<PathInput, PathExpected> {
  readonly X: number[][];
  readonly y: number[];
  readonly lambda_max: number;
  readonly path_knots_lambda: number[];
  readonly ols: number[];
}

const nonzeros = (b: readonly number[]) => b.filter((value) => value !== 0).length;

describe('the Lasso', () => {
  const { X, y, cases, ...reference } = oracleSection<PathSection>('11_geometry', 'lasso_path');

  it('has the reference path', () => {
    close(largestPenalty(X, y), reference.lambda_max);
    const path = lassoPath(
      X,
      y,
      cases.map(({ input }) => input.lambda),
    );
    cases.forEach(({ input, expected }, i) => {
      close(input.lambda, input.lambda_over_lambda_max * reference.lambda_max);
      closeAll(path[i], expected.beta);
      expect(nonzeros(path[i])).toBe(expected.nonzeros);
      close(lassoObjective(X, y, input.lambda, path[i]), expected.objective);
    });
  });

  it('meets the reference knots, where one coefficient becomes nonzero', () => {
    const knots = reference.path_knots_lambda;
    knots.forEach((knot, i) => {
      expect(nonzeros(lasso(X, y, knot * (1 + 1e-9)))).toBe(i);
      if (knot > 0) expect(nonzeros(lasso(X, y, knot * (1 - 1e-9)))).toBe(i + 1);
    });
  });

  it('ends at least squares', () => {
    closeAll(lasso(X, y, 0), reference.ols);
  });

  const problem = fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 5 })).chain(([n, d]) => {
    const entry = fc.integer({ min: -30, max: 30 }).map((v) => v / 10);
    return fc.tuple(
      fc.array(fc.array(entry, { minLength: d, maxLength: d }), { minLength: n, maxLength: n }),
      fc.array(entry, { minLength: n, maxLength: n }),
    );
  });

  it('satisfies its optimality conditions: |X_jᵀr|/n ≤ λ, equal where b_j is not 0', () => {
    fc.assert(
      fc.property(problem, fc.integer({ min: 1, max: 20 }), ([inputs, targets], percent) => {
        const penalty = (percent / 20) * (largestPenalty(inputs, targets) + 0.01);
        const b = lasso(inputs, targets, penalty);
        const r = inputs.map((row, i) => targets[i] - row.reduce((t, value, j) => t + value * b[j], 0));
        b.forEach((value, j) => {
          const slope = inputs.reduce((t, row, i) => t + row[j] * r[i], 0) / inputs.length;
          if (value !== 0) expect(Math.abs(slope - Math.sign(value) * penalty)).toBeLessThan(1e-9);
          else expect(Math.abs(slope)).toBeLessThan(penalty + 1e-9);
        });
      }),
    );
  });

  it('is all zeros from the largest penalty on and has some below it', () => {
    fc.assert(
      fc.property(problem, ([inputs, targets]) => {
        const most = largestPenalty(inputs, targets);
        expect(nonzeros(lasso(inputs, targets, most * (1 + 1e-12)))).toBe(0);
        if (most > 0) expect(nonzeros(lasso(inputs, targets, 0.99 * most))).toBeGreaterThan(0);
      }),
    );
  });

  it('refuses what is no regression', () => {
    expect(() => lasso([], [], 1)).toThrow('inputs must have at least one row');
    expect(() => lasso([[1]], [1, 2], 1)).toThrow('targets must have 1 entries like inputs has rows, got 2');
    expect(() => lasso([[1]], [1], -1)).toThrow('penalty must be at least 0 and finite, got -1');
    expect(() => lasso([[1]], [1], 1, [1, 2])).toThrow('start must have 1 entries like inputs has columns, got 2');
    expect(() => largestPenalty([[1]], [NaN])).toThrow('targets[0]');
  });
});

describe('the Lasso and attention', () => {
  it('choose the reference tokens', () => {
    const cases = oracleCases<
      { context_tokens: number[][]; last_token: number[] },
      { lasso_b: number[]; attention: number[]; attention_entropy_nats: number }
    >('11_geometry', 'lasso_vs_attention_token_selection');
    for (const { input, expected } of cases) {
      const { context_tokens: context, last_token: last } = input;
      // A token is a column: its coordinates are the rows of the regression.
      const columns = last.map((_, i) => context.map((token) => token[i]));
      closeAll(lasso(columns, last, 0.02), expected.lasso_b);
      const attention = attentionWeights(last, context);
      closeAll(attention, expected.attention);
      close(entropy(attention), expected.attention_entropy_nats);
    }
  });
});

describe('attention', () => {
  it('is even for equal keys, and for a query of zeros', () => {
    closeAll(
      attentionWeights(
        [1, 2],
        [
          [3, 4],
          [3, 4],
        ],
      ),
      [0.5, 0.5],
    );
    closeAll(attentionWeights([0], [[9], [-9], [0]]), [1 / 3, 1 / 3, 1 / 3]);
  });

  it('has odds e^(q · (k − k′)/√d), whatever their size', () => {
    const [a, b] = attentionWeights(
      [2, 0, 0, 0],
      [
        [3, 1, 1, 1],
        [1, 5, 0, 2],
      ],
    );
    close(a / b, Math.exp(2));
    expect(attentionWeights([1e5], [[1e5], [0]])).toEqual([1, 0]);
  });

  it('refuses what does not fit', () => {
    expect(() => attentionWeights([1, 2], [[1]])).toThrow('query must have 1 entries like the keys, got 2');
    expect(() => attentionWeights([1], [])).toThrow('keys must have at least one row');
    expect(() => attentionWeights([Infinity], [[1]])).toThrow('query[0]');
  });
});
