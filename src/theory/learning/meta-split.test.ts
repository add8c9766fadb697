import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { channelOf, distributionOf, probability } from '../../../fixtures/arbitrary.ts';
import { close, oracleCases } from '../../../fixtures/oracle.ts';
import { expectedEntropy } from './dirichlet.ts';
import { expectationUnderBeta, finiteWorlds, sparsePairs, type CoinPair } from './document-hierarchy.ts';
import { entropy } from '#theory/measures/entropy.ts';
import { splitMetaAndIntra } from './meta-split.ts';

interface Worlds {
  worlds_weights: number[][];
  coins: number[];
  world_prior: number[];
  M: number;
  T: number;
}
interface Sparse {
  R: number;
  coins: CoinPair;
  component_grid: number[];
  M: number;
  T: number;
}

const grid = (values: readonly number[]) => values.flatMap((a) => values.map((b): CoinPair => [a, b]));

describe('the split of the estimation error', () => {
  it('has the reference values for finitely many worlds', () => {
    for (const { input, expected } of oracleCases<Worlds>('08_meta_decomposition', 'thm_4_2_finite_worlds')) {
      const { M, T, world_prior: prior, worlds_weights: worlds } = input;
      const split = splitMetaAndIntra(finiteWorlds(prior, worlds, input.coins), M, T);
      close(split.entropy, expected.H_total);
      close(split.entropy / (M * T), expected.L_MT);
      close(split.irreducible / (M * T), expected.irreducible_per_token);
      close(split.estimation / (M * T), expected.estimation_error_per_token);
      close(split.estimation, expected.I_H_theta);
      close(split.meta, expected.I_H_psi);
      close(split.intra, expected.I_D_theta_given_psi);
      close(split.meta / (M * T), expected.meta_per_token);
      close(split.intra / T, expected.intra_per_token);
      close(split.inContext / T, expected['in_context_excess_tau=T_per_token']);
      close(split.inContextBound / T, expected.thm_4_7_bound_per_token);
      close(entropy(prior), expected.H_psi);
      const givenPsi = worlds.reduce((total, weights, i) => total + prior[i] * entropy(weights), 0);
      close(givenPsi, expected.E_H_theta_given_psi);
      const direct = expected.direct_enumeration_I_H_theta as number | undefined;
      if (direct !== undefined) close(split.estimation, direct);
    }
  });

  it('has the reference values for two known coins with Dirichlet weights', () => {
    const cases = oracleCases<Sparse>('08_meta_decomposition', 'dirichlet_mixture_N2_known_coins');
    for (const { input, expected } of cases) {
      const { M, T, R } = input;
      const split = splitMetaAndIntra(sparsePairs(R, [input.coins]), M, T);
      close(split.entropy, expected.H_total);
      close(split.estimation, expected.I_H_theta);
      close(split.meta, expected.I_H_psi);
      close(split.intra, expected.I_D_theta_given_psi);
      close(expectedEntropy(R, 2), expected.E_H_alpha);
      close(split.estimation / (M * T), expected.estimation_error_per_token);
      close(split.inContext / T, expected.in_context_excess_per_token);
      close(split.inContextBound / T, expected.thm_4_7_bound_per_token);
      close(Math.LN2, expected.ln_N);
      expect(split.intra).toBeLessThanOrEqual(expectedEntropy(R, 2));
    }
  });

  it('has the reference values for two unknown coins with Dirichlet weights', () => {
    const cases = oracleCases<Sparse>('08_meta_decomposition', 'dirichlet_mixture_N2_unknown_components');
    for (const { input, expected } of cases) {
      const { M, T, R } = input;
      const split = splitMetaAndIntra(sparsePairs(R, grid(input.component_grid)), M, T);
      close(split.entropy, expected.H_total);
      close(split.estimation, expected.I_H_theta);
      close(split.meta, expected.I_H_psi);
      close(split.intra, expected.I_D_theta_given_psi);
      close(split.meta / (M * T), expected.meta_per_token);
      close(split.intra / T, expected.intra_per_token);
      close(split.estimation / (M * T), expected.estimation_error_per_token);
    }
  });

  const worlds = fc.tuple(distributionOf(2), channelOf(2, 3), fc.tuple(probability, probability, probability));

  it('is that of all documents, worlds and choices of coins, one by one', () => {
    fc.assert(
      fc.property(worlds, ([prior, weights, coins]) => {
        const split = splitMetaAndIntra(finiteWorlds(prior, weights, coins), 2, 2);
        const document = (word: number, j: number) =>
          [0, 1].reduce((p, t) => p * ((word >> t) & 1 ? coins[j] : 1 - coins[j]), 1);
        const [words, js] = [
          [0, 1, 2, 3],
          [0, 1, 2],
        ];
        // H(H), H(H, ψ) and H(H, Θ₁, Θ₂), from the table of everything.
        const all = words.flatMap((a) => words.map((b) => [a, b]));
        const given = (i: number, d: number) => js.reduce((t, j) => t + weights[i][j] * document(d, j), 0);
        const withPsi = all.map(([a, b]) => prior.map((p, i) => p * given(i, a) * given(i, b)));
        const ofTheta = js.flatMap((j) =>
          js.map((k) => ({ j, k, p: prior.reduce((t, p, i) => t + p * weights[i][j] * weights[i][k], 0) })),
        );
        const withTheta = all.flatMap(([a, b]) => ofTheta.map(({ j, k, p }) => p * document(a, j) * document(b, k)));
        const whole = entropy(withPsi.map((row) => row[0] + row[1]));
        close(split.entropy, whole, 1e-9);
        const estimation = whole - (entropy(withTheta) - entropy(ofTheta.map(({ p }) => p)));
        expect(Math.abs(split.estimation - estimation)).toBeLessThan(1e-12);
        expect(Math.abs(split.meta - (whole - entropy(withPsi.flat()) + entropy(prior)))).toBeLessThan(1e-12);
      }),
    );
  });

  it('adds up, and the bound on in-context learning holds for every length of the new document', () => {
    fc.assert(
      fc.property(worlds, fc.integer({ min: 1, max: 4 }), ([prior, weights, coins], M) => {
        const hierarchy = finiteWorlds(prior, weights, coins);
        const splits = [0, 1, 2, 3].map((newTosses) => splitMetaAndIntra(hierarchy, M, 3, newTosses));
        for (const split of splits) {
          expect(Math.abs(split.estimation - split.meta - M * split.intra)).toBeLessThan(1e-12);
          expect(split.inContext).toBeLessThanOrEqual(split.inContextBound + 1e-12);
          expect(split.meta).toBeLessThanOrEqual(entropy(prior) + 1e-12);
        }
        // One document more, read to its end, is the next split.
        const next = splitMetaAndIntra(hierarchy, M + 1, 3);
        const step = next.estimation - splits[3].estimation;
        expect(Math.abs(splits[3].inContext - step)).toBeLessThan(1e-12);
        expect(splits[0].inContext).toBeLessThan(1e-14);
      }),
      { numRuns: 50 },
    );
  });

  it('of Dirichlet weights is that of worlds that stand for many weights', () => {
    // Beta(1, 1): the mean over 4000 equally likely weights, in the middle of equal parts.
    const coins: CoinPair = [0.2, 0.8];
    const weights = Array.from({ length: 4000 }, (_, i) => (i + 0.5) / 4000);
    const worldsOfWeights = weights.map((w) => [w, 1 - w]);
    const many = finiteWorlds(
      weights.map(() => 1 / 4000),
      worldsOfWeights,
      coins,
    );
    const exact = splitMetaAndIntra(sparsePairs(2, [coins]), 3, 2);
    const near = splitMetaAndIntra(many, 3, 2);
    for (const key of ['entropy', 'estimation', 'meta', 'intra', 'inContext'] as const)
      close(near[key], exact[key], 1e-6);
  });

  it('rejects what is no hierarchy', () => {
    expect(() => finiteWorlds([1], [], [])).toThrow(
      new RangeError('worlds must be one for each of the 1 entries of prior, got 0'),
    );
    expect(() => finiteWorlds([1], [[0.5, 0.5]], [0.5])).toThrow(RangeError);
    expect(() => finiteWorlds([1], [[1]], [1.5])).toThrow(new RangeError('coins[0] must be between 0 and 1, got 1.5'));
    expect(() => sparsePairs(0, [[0.1, 0.2]])).toThrow(new RangeError('R must be positive and finite, got 0'));
    expect(() => sparsePairs(1, [])).toThrow(new RangeError('pairs must have at least one entry, got none'));
    const hierarchy = sparsePairs(1, [[0.1, 0.2]]);
    expect(() => splitMetaAndIntra(hierarchy, 0, 1)).toThrow(
      new RangeError('documents must be a whole number of at least 1, got 0'),
    );
    expect(() => splitMetaAndIntra(hierarchy, 1, 2, 3)).toThrow(
      new RangeError('newTosses must be at most tosses, 2, got 3'),
    );
  });
});

describe('expectation under a beta law', () => {
  it('has the moments of the law, for poles at the ends and for narrow bells', () => {
    for (const a of [0.05, 0.25, 0.5, 1, 2, 5, 50]) {
      close(
        expectationUnderBeta(a, () => 1),
        1,
        1e-12,
      );
      close(
        expectationUnderBeta(a, (x) => x),
        0.5,
        1e-12,
      );
      close(
        expectationUnderBeta(a, (x, rest) => x * rest),
        a / (2 * (2 * a + 1)),
        1e-11,
      );
      const entropyOfWeights = (x: number, rest: number) => entropy([x, rest]);
      close(expectationUnderBeta(a, entropyOfWeights), expectedEntropy(2 * a, 2), 1e-11);
    }
    expect(() => expectationUnderBeta(0, () => 1)).toThrow(RangeError);
  });
});
