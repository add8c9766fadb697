import type { ContextCounts } from './contextCounts.ts';
import { power } from './exponential.ts';
import { logarithm } from './logarithm.ts';

/** Contexts of so many symbols. */
const ORDERS = [2, 4, 5, 6, 8];

/** What a count of one is measured by, where one symbol has followed. */
const WEIGHT = 2;
const FIRST_EXPONENT = 0.15;
/** Of a step along the gradient. */
const RATE = 0.002;
/** A probability of the network is taken as no less. */
const LEAST = 1e-12;

/**
 * The network times what counts say, one factor for each context k:
 *
 *     p(s) ∝ q(s) Πₖ (1 + nₖ(s) / (w dₖ² q(s)))^θₖ,   w = 2
 *
 * q is the network’s, nₖ(s) how often s followed the context, and dₖ how many different symbols did. A symbol that never followed has
 * the factor one. The exponents begin at 0.15, stay from 0 to 1, and take a step along the gradient of ln p of what came: the factor’s logarithm less its mean
 * under p. Such products of experts are of Hinton 2002; mixing logarithms with weights that learn is of Mahoney 2005.
 */
export class CorrectedNetwork {
  private readonly counts: ContextCounts;
  private readonly exponents = new Float64Array(ORDERS.length).fill(FIRST_EXPONENT);
  /** The logarithms of the factors that are not one: of which context, of the symbol at which place, how much. */
  private factors: (readonly [number, number, number])[] = [];
  /** Of each symbol, the sum of θ times these. */
  private readonly sum: Float64Array;

  /** `counts` are kept by another. */
  constructor(counts: ContextCounts, symbols: number) {
    this.counts = counts;
    this.sum = new Float64Array(symbols);
  }

  /** Of the symbols that have a place ≥ 0, m of them, into p. */
  predict(placeOf: Int16Array, m: number, network: Float64Array, p: Float64Array): void {
    const { counts, sum } = this;
    this.factors = [];
    sum.fill(0, 0, m);
    ORDERS.forEach((order, k) => {
      if (order > counts.known) return;
      const context = counts.active[order];
      const distinct = counts.distinct[context];
      for (let node = counts.child[context]; node !== 0; node = counts.sibling[node]) {
        const j = placeOf[counts.symbol[node]];
        if (j < 0) continue;
        const q = Math.max(LEAST, network[j]);
        const factor = logarithm(1 + counts.count[node] / (WEIGHT * distinct * distinct * q));
        this.factors.push([k, j, factor]);
        sum[j] += this.exponents[k] * factor;
      }
    });
    let total = 0;
    for (let j = 0; j < m; j++) {
      const q = Math.max(LEAST, network[j]);
      total += p[j] = sum[j] === 0 ? q : q * power(sum[j]);
    }
    for (let j = 0; j < m; j++) p[j] /= total;
  }

  /** The symbol at the place `came` of the last prediction came. */
  learn(came: number, p: Float64Array): void {
    const { exponents } = this;
    for (const [k, j, factor] of this.factors) exponents[k] += RATE * ((j === came ? 1 : 0) - p[j]) * factor;
    for (let k = 0; k < exponents.length; k++) exponents[k] = Math.min(1, Math.max(0, exponents[k]));
  }
}
