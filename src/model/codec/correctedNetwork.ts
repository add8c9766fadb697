import type { ContextCounts } from './contextCounts.ts';
import { exponential } from './exponential.ts';
import { logarithm } from './logarithm.ts';
import { WordCounts, WORDS } from './wordCounts.ts';

/** Contexts of so many symbols, besides those of words. */
const ORDERS = [4, 5, 6, 8];
const CONTEXTS = ORDERS.length + WORDS;

/** What a count of one is measured by, where one symbol has followed. */
const WEIGHT = 2;
const FIRST_EXPONENT = 0.15;
const MOST_EXPONENT = 1;
/** Of a step along the gradient. */
const RATE = 0.002;
/** A probability of the network is taken as no less. */
const LEAST = 1e-12;

/** eˣ, also for x > 0. */
const power = (x: number) => (x > 0 ? 1 / exponential(-x) : exponential(x));

/**
 * The network times what counts say, one factor for each context k:
 *
 *     p(s) ∝ q(s) Πₖ (1 + nₖ(s) / (w dₖ² q(s)))^θₖ,   w = 2
 *
 * q is the network’s, nₖ(s) how often s followed the context, and dₖ how many different symbols did. A symbol that never followed has
 * the factor one. The exponents begin at 0.15 and take a step along the gradient of ln p of what came: the factor’s logarithm less its mean
 * under p. Such products of experts are of Hinton 2002; mixing logarithms with weights that learn is of Mahoney 2005.
 */
export class CorrectedNetwork {
  private readonly counts: ContextCounts;
  private readonly words: WordCounts;
  private readonly exponents = new Float64Array(CONTEXTS).fill(FIRST_EXPONENT);
  /** The logarithms of the factors that are not one: of which context, of the symbol at which place, how much. */
  private readonly context: number[] = [];
  private readonly place: number[] = [];
  private readonly factor: number[] = [];
  /** Of each symbol, the sum of θ times these. */
  private readonly sum: Float64Array;

  /** `counts` are kept by another; `room` is for the contexts of words. */
  constructor(counts: ContextCounts, symbols: number, room: number) {
    this.counts = counts;
    this.words = new WordCounts(room);
    this.sum = new Float64Array(symbols);
  }

  /** Of the symbols that have a place ≥ 0, m of them, into p. */
  predict(placeOf: Int16Array, m: number, network: Float64Array, p: Float64Array): void {
    const { counts, words, sum } = this;
    this.context.length = this.place.length = this.factor.length = 0;
    sum.fill(0, 0, m);
    const see = (k: number, first: number, distinct: number, own: ContextCounts | WordCounts) => {
      for (let node = first; node !== 0; node = own.sibling[node]) {
        const j = placeOf[own.symbol[node]];
        if (j < 0) continue;
        const q = network[j] > LEAST ? network[j] : LEAST;
        const factor = logarithm(1 + own.count[node] / (WEIGHT * distinct * distinct * q));
        this.context.push(k);
        this.place.push(j);
        this.factor.push(factor);
        sum[j] += this.exponents[k] * factor;
      }
    };
    for (let k = 0; k < ORDERS.length && ORDERS[k] <= counts.known; k++) {
      const context = counts.active[ORDERS[k]];
      see(k, counts.child[context], counts.distinct[context], counts);
    }
    for (let k = 0; k < WORDS; k++) see(ORDERS.length + k, words.first[k], words.distinct[k], words);
    let total = 0;
    for (let j = 0; j < m; j++) {
      const q = network[j] > LEAST ? network[j] : LEAST;
      total += p[j] = sum[j] === 0 ? q : q * power(sum[j]);
    }
    for (let j = 0; j < m; j++) p[j] /= total;
  }

  /** The symbol at the place `came` of the last prediction came. */
  learn(came: number, p: Float64Array): void {
    const { exponents, context, place, factor } = this;
    for (let i = 0; i < factor.length; i++)
      exponents[context[i]] += RATE * ((place[i] === came ? 1 : 0) - p[place[i]]) * factor[i];
    for (let k = 0; k < CONTEXTS; k++) exponents[k] = Math.min(MOST_EXPONENT, Math.max(0, exponents[k]));
  }

  /** A symbol came, or one that was sure. `counts` are told by their keeper. */
  add(symbol: number): void {
    this.words.add(symbol);
  }
}
