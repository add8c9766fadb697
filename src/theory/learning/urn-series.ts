/**
 * Generating functions of Pólya urns: the rows of a Markov chain drawn from the symmetric Dirichlet law with parameter α, seen through
 * what was drawn from them. Used by `chain-losses.ts`, which says what for.
 */
import { assertEach, assertIndex, assertLength, assertPositive, assertWholeNumber } from '#theory/numerics/assert.ts';
import { assertPoint, powersOf, timesLinear, type Complex, type Point } from '#theory/numerics/complex-series.ts';
import { digamma } from '#theory/numerics/special.ts';

export const lossKinds = ['bayes', 'believer', 'irreducible'] as const;

const MOST_SYMBOLS = 3;
const MOST_DEGREE = 2000;

/** Generating functions of the exits of a state other than v. */
export class Exits {
  private readonly symbols: number;
  private readonly alpha: number;
  private readonly degree: number;
  /** n!/(A)_n for the sum A of the parameters of an urn from which one exit is taken. */
  private readonly scale: Float64Array;

  constructor(symbols: number, alpha: number, degree: number) {
    assertWholeNumber(symbols, 'symbols', 2, MOST_SYMBOLS);
    assertPositive(alpha, 'alpha');
    assertWholeNumber(degree, 'degree', 0, MOST_DEGREE);
    this.symbols = symbols;
    this.alpha = alpha;
    this.degree = degree;
    this.scale = new Float64Array(degree + 1).fill(1);
    for (let n = 1; n <= degree; n++) this.scale[n] = (this.scale[n - 1] * n) / (symbols * alpha + n);
  }

  /**
   * Σ_n z^n x_last E[p_last (Σ_j p_j x_j)^(n − 1)], n ≥ 1, for rows p from Dirichlet(α …): the exits of which the last is `last`. p_last makes it
   * an expectation over Dirichlet(α … α + 1 … α)/A, and the moments m_n of that law have Σ (A)_n/n! m_n z^n = Π (1 − x_j z)^(−a_j). The
   * coefficients c_n of this product P come from its equation Π (1 − x_j z) P′ = Σ_j a_j x_j Π_{i ≠ j} (1 − x_i z) P.
   */
  series(x: readonly Point[], last: number): Complex {
    assertLength(x, 'x', this.symbols, 'like there are symbols');
    assertEach(x, 'x', assertPoint);
    assertIndex(last, 'last', this.symbols);
    const { symbols, alpha, degree, scale } = this;
    const left = x.reduce<readonly Point[]>(timesLinear, [[1, 0]]);
    const right = x.map((): Point => [0, 0]);
    x.forEach(([re, im], j) => {
      const a = alpha + (j === last ? 1 : 0);
      const others = x.filter((_, i) => i !== j).reduce<readonly Point[]>(timesLinear, [[a * re, a * im]]);
      others.forEach(([p, q], i) => (right[i] = [right[i][0] + p, right[i][1] + q]));
    });
    const c = new Float64Array(2 * (degree + 1));
    const series = new Float64Array(2 * (degree + 1));
    c[0] = 1;
    for (let n = 1; n <= degree; n++) {
      let re = 0;
      let im = 0;
      for (let i = 1; i <= symbols && i <= n; i++) {
        // (a_i − (n − i) d_i) c_{n − i}, with a on the right and d on the left of the equation.
        const p = right[i - 1][0] - (n - i) * left[i][0];
        const q = right[i - 1][1] - (n - i) * left[i][1];
        const at = 2 * (n - i);
        re += p * c[at] - q * c[at + 1];
        im += p * c[at + 1] + q * c[at];
      }
      c[2 * n] = re / n;
      c[2 * n + 1] = im / n;
      const share = scale[n - 1] / symbols;
      series[2 * n] = share * (c[2 * n - 2] * x[last][0] - c[2 * n - 1] * x[last][1]);
      series[2 * n + 1] = share * (c[2 * n - 2] * x[last][1] + c[2 * n - 1] * x[last][0]);
    }
    return series;
  }
}

/**
 * Σ P(n_1 … n_A) loss(n_1 … n_A) Π_j x_j^n_j over the counts of n exits of v, for n = 0, 1, …, degree and each kind of loss; x_1 = 1. A loss
 * is total(n) − Σ_j one(n_j)/(n + Aα), and the law of the counts Π_j chance(n_j)/chances(n).
 */
export class LossesOfRow {
  private readonly symbols: number;
  private readonly counts: number;
  private readonly chance: Float64Array;
  private readonly chances: Float64Array;
  private readonly kinds: readonly { total: Float64Array; one: Float64Array; perTotal: Float64Array }[];
  /** Of three: entry (n, k) is summed over the second count; k is the third. */
  private readonly fixed: readonly Complex[];
  private readonly skipsBeliever: boolean;

  constructor(symbols: number, alpha: number, believed: number, degree: number) {
    assertWholeNumber(symbols, 'symbols', 2, MOST_SYMBOLS);
    assertPositive(alpha, 'alpha');
    assertPositive(believed, 'believed');
    assertWholeNumber(degree, 'degree', 0, MOST_DEGREE);
    const [counts, all] = [degree + 1, symbols * alpha];
    const table = (of: (n: number) => number) => Float64Array.from({ length: counts }, (_, n) => of(n));
    const rising = (a: number) => {
      const values = new Float64Array(counts).fill(1);
      for (let n = 1; n < counts; n++) values[n] = (values[n - 1] * (a + n - 1)) / n;
      return values;
    };
    const perTotal = table((n) => 1 / (n + all));
    const kind = (total: (n: number) => number, one: (n: number) => number) => ({
      total: table(total),
      one: table((n) => (n + alpha) * one(n)),
      perTotal,
    });
    this.symbols = symbols;
    this.counts = counts;
    this.chance = rising(alpha);
    this.chances = rising(all);
    this.kinds = [
      kind(
        (n) => Math.log(n + all),
        (n) => Math.log(n + alpha),
      ),
      kind(
        (n) => Math.log(n + symbols * believed),
        (n) => Math.log(n + believed),
      ),
      kind(
        (n) => digamma(n + all + 1),
        (n) => digamma(n + alpha + 1),
      ),
    ];
    this.skipsBeliever = believed === alpha;
    this.fixed = this.kinds.map(() => new Float64Array(symbols === 3 ? counts * (counts + 1) : 0));
  }

  /** Takes x_2 of three. */
  fix(x: Point): void {
    assertPoint(x, 'x');
    const { chance, chances, counts } = this;
    const powers = powersOf(x, counts);
    this.kinds.forEach(({ total, one, perTotal }, kind) => {
      const fixed = this.fixed[kind];
      for (let n = 0; n < counts; n++) {
        for (let k = 0; k <= n; k++) {
          let re = 0;
          let im = 0;
          for (let m = 0; m + k <= n; m++) {
            const rest = n - m - k;
            const weight = chance[m] * chance[rest] * (total[n] - (one[m] + one[k] + one[rest]) * perTotal[n]);
            re += weight * powers[2 * m];
            im += weight * powers[2 * m + 1];
          }
          const at = n * (n + 1) + 2 * k;
          fixed[at] = (re * chance[k]) / chances[n];
          fixed[at + 1] = (im * chance[k]) / chances[n];
        }
      }
    });
  }

  /** With x the last of the variables. Nothing for a believer who is right. */
  flows(x: Point): (Complex | undefined)[] {
    assertPoint(x, 'x');
    const powers = powersOf(x, this.counts);
    return this.kinds.map((_, kind) => {
      if (kind === 1 && this.skipsBeliever) return undefined;
      return this.symbols === 3 ? this.flowOfThree(kind, powers) : this.flowOfTwo(kind, powers);
    });
  }

  private flowOfThree(kind: number, powers: Complex): Complex {
    const fixed = this.fixed[kind];
    const series = new Float64Array(2 * this.counts);
    for (let n = 0, at = 0; n < this.counts; n++) {
      let re = 0;
      let im = 0;
      for (let k = 0; k <= n; k++, at += 2) {
        re += fixed[at] * powers[2 * k] - fixed[at + 1] * powers[2 * k + 1];
        im += fixed[at] * powers[2 * k + 1] + fixed[at + 1] * powers[2 * k];
      }
      series[2 * n] = re;
      series[2 * n + 1] = im;
    }
    return series;
  }

  private flowOfTwo(kind: number, powers: Complex): Complex {
    const { chance, chances, counts } = this;
    const { total, one, perTotal } = this.kinds[kind];
    const series = new Float64Array(2 * counts);
    for (let n = 0; n < counts; n++) {
      for (let k = 0; k <= n; k++) {
        const law = (chance[k] * chance[n - k]) / chances[n];
        const weight = law * (total[n] - (one[k] + one[n - k]) * perTotal[n]);
        series[2 * n] += weight * powers[2 * k];
        series[2 * n + 1] += weight * powers[2 * k + 1];
      }
    }
    return series;
  }
}
