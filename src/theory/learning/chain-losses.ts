import { assertPositive, assertWholeNumber, refuse } from '#theory/numerics/assert.ts';
import { product, rootsOfUnity, type Complex, type Point } from '#theory/numerics/complex-series.ts';
import { Exits, lossKinds, LossesOfRow } from './urn-series.ts';

/** Expected log-loss of one symbol, in nats, given those before it: of several who predict it. Entry t is about the symbol after t others. */
export interface ChainLosses {
  /** Of the posterior predictive (n_ij + α)/(n_i + Aα): nobody does better. */
  readonly bayes: Float64Array;
  /** Of (n_ij + β)/(n_i + Aβ): of the Bayesian who believes in β. */
  readonly believer: Float64Array;
  /** Of one who knows the chain and its state. The first symbol is uniform for all. */
  readonly irreducible: Float64Array;
}

/** Most symbols: the time grows with their third power at least. */
const MOST_POSITIONS = 2000;

/**
 * Expected losses in a Markov chain over A symbols whose rows are drawn from the symmetric Dirichlet law with parameter α, exactly, for
 * `positions` symbols; the first is uniform. `inContextLosses` finds the same by recursion over transition counts, whose number grows like
 * T^(A² − A); this goes by a Fourier transform over the flows between the states, in O(T^(A + 1)), and is for A of 2 or 3.
 *
 * A row is a Pólya urn of its own, whatever the others do. Exits of state i that are counted by n_i1 … n_iA lead to a path from u to v iff
 * what enters a state leaves it again (but for u and v), and iff the last exits of the states other than v lead to v, along a tree.
 * An urn's last exit is j, and the others n_ij less one, with the probability of that order: so the law of the counts is
 *
 *   E[loss] = Σ_v ∮ (1 + Σ_i x_i) w(x; z) tree(x; z) dx,   w = Σ_n P(n_v1 … n_vA) loss(n_v1 … n_vA) z^n Π_j x_j^n_vj,   x_v = 1,
 *
 * with the coefficient of z^t for the symbol after t + 1 others, 1 + Σ x_i for a start that is uniform, and `tree` the sum over trees toward v of
 * the generating functions of the exits. No flow exceeds T, so that the integral is a sum over the roots of unity of order T + 2.
 *
 * A generator, so that a page can answer in between: it yields the share that is done, and the losses in the end. Throws RangeError unless A is 2 or 3, α and β are
 * positive, and positions is a whole number.
 */
export function* chainLosses(
  symbols: number,
  alpha: number,
  believed: number,
  positions: number,
): Generator<number | ChainLosses> {
  if (symbols !== 2 && symbols !== 3) refuse('symbols', 'be 2 or 3', symbols);
  assertPositive(alpha, 'alpha');
  assertPositive(believed, 'believed');
  assertWholeNumber(positions, 'positions', 0, MOST_POSITIONS);
  const found: Float64Array[] = lossKinds.map(() => new Float64Array(positions));
  const degree = positions - 2;
  if (positions > 0) found.forEach((losses) => (losses[0] = Math.log(symbols)));
  if (degree >= 0) {
    const row = new LossesOfRow(symbols, alpha, believed, degree);
    const exits = new Exits(symbols, alpha, degree);
    // Odd, so that no flow but 0 is its own conjugate.
    const order = degree + 2 + ((degree + 1) % 2);
    const roots = rootsOfUnity(order);
    const root = (index: number): Point => {
      const at = 2 * ((index + order) % order);
      return [roots[at], roots[at + 1]];
    };
    const half = (order - 1) / 2;
    for (let b = 0; b <= half; b++) {
      if (symbols === 2) {
        const tree = exits.series([root(0), root(-b)], 1);
        tree[0] += 1;
        add(found, row.flows(root(b)), tree, root(b), (b === 0 ? 1 : 2) / order);
        yield b / (half + 1);
      } else {
        row.fix(root(b));
        // Conjugate flows have conjugate terms, and the two states that are not v may be exchanged: |c| ≤ b stands for all.
        for (let c = -b; c <= b; c++) {
          const alike = b === 0 ? 1 : Math.abs(c) === b ? 2 : 4;
          const sum: Point = [root(b)[0] + root(c)[0], root(b)[1] + root(c)[1]];
          add(found, row.flows(root(c)), treeOfThree(exits, root, b, c), sum, alike / order ** 2);
          yield (b * b + b + c) / (half + 1) ** 2;
        }
      }
    }
    if (believed === alpha) found[1] = found[0];
  }
  const [bayes, believer, irreducible] = found;
  yield { bayes, believer, irreducible };
}

/** Adds share · Re((1 + x) w · tree), coefficient by coefficient. */
function add(
  found: readonly Float64Array[],
  flows: readonly (Complex | undefined)[],
  tree: Complex,
  x: Point,
  share: number,
) {
  const re = share * (1 + x[0]);
  const im = share * x[1];
  for (let kind = 0; kind < flows.length; kind++) {
    const w = flows[kind];
    if (!w) continue;
    const losses = found[kind];
    for (let t = 0; t < w.length; t += 2) {
      let a = 0;
      let b = 0;
      for (let n = 0, m = t; n <= t; n += 2, m -= 2) {
        a += w[n] * tree[m] - w[n + 1] * tree[m + 1];
        b += w[n] * tree[m + 1] + w[n + 1] * tree[m];
      }
      losses[t / 2 + 1] += re * a - im * b;
    }
  }
}

/** (1 + AV)(1 + BV) + AB · BV + BA · AV, where AV are the exits of A, the last of them to V; a state that is never left needs none. */
function treeOfThree(exits: Exits, root: (index: number) => Point, b: number, c: number): Complex {
  const fromA = [root(0), root(-b), root(c - b)];
  const fromB = [root(0), root(-c), root(b - c)];
  const [av, ab] = [exits.series(fromA, 1), exits.series(fromA, 2)];
  const [bv, ba] = [exits.series(fromB, 1), exits.series(fromB, 2)];
  const left = av.map((x, i) => x + ab[i]);
  left[0] += 1;
  const right = bv.slice();
  right[0] += 1;
  const [tree, rest] = [product(left, right), product(ba, av)];
  for (let i = 0; i < tree.length; i++) tree[i] += rest[i] - ab[i];
  return tree;
}
