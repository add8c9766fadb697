import { posteriorPredictive } from '#theory/learning/dirichlet.ts';
import { assertPositive, assertWholeNumber } from '#theory/numerics/assert.ts';
import { assertSymbol, MOST_ORDER, MOST_SYMBOLS, type Predictor } from './predictor.ts';

/**
 * Learns a Markov chain of order k while it reads: p(y | context) = (n(context, y) + α)/(n(context) + Vα), the posterior predictive if each
 * context has a law drawn from a Dirichlet with parameter α. The first k symbols are uniform. For k = 1 it is the statistical
 * induction head, for k = 0 it counts symbols; α = ½ is the estimator of Krichevsky and Trofimov 1981, α = 1 that of Laplace.
 */
export class DirichletPredictor implements Predictor {
  readonly symbols: number;
  private readonly order: number;
  private readonly prior: readonly number[];
  private readonly counts = new Map<string, number[]>();
  private readonly recent: number[] = [];

  /** Throws RangeError unless symbols ≥ 1 and order ≥ 0 are whole numbers and alpha is positive. */
  constructor(symbols: number, order: number, alpha: number) {
    assertWholeNumber(symbols, 'symbols', 1, MOST_SYMBOLS);
    assertWholeNumber(order, 'order', 0, MOST_ORDER);
    assertPositive(alpha, 'alpha');
    this.symbols = symbols;
    this.order = order;
    this.prior = new Array<number>(symbols).fill(alpha);
  }

  private row(): number[] {
    return this.counts.get(this.recent.join()) ?? this.prior.map(() => 0);
  }

  predict(): number[] {
    return posteriorPredictive(this.row(), this.prior);
  }

  add(symbol: number): void {
    assertSymbol(symbol, this.symbols);
    if (this.recent.length === this.order) {
      const row = this.row();
      row[symbol]++;
      this.counts.set(this.recent.join(), row);
    }
    this.recent.push(symbol);
    if (this.recent.length > this.order) this.recent.shift();
  }
}
