import { assertDistribution } from '#theory/measures/distribution.ts';
import { assertChain, type MarkovChain } from '#theory/chains/markov-chain.ts';
import { assertSymbol, type Predictor } from './predictor.ts';

/** A known Markov chain, whose first symbol has the law `start`. */
export class MarkovPredictor implements Predictor {
  readonly symbols: number;
  private readonly chain: MarkovChain;
  private next: readonly number[];

  constructor(chain: MarkovChain, start: readonly number[]) {
    assertChain(chain);
    assertDistribution(start, 'start');
    if (start.length !== chain.length) {
      throw new RangeError(`start must have ${chain.length} entries, one per state, got ${start.length}`);
    }
    this.symbols = chain.length;
    this.chain = chain;
    this.next = start;
  }

  predict(): number[] {
    return [...this.next];
  }

  add(symbol: number): void {
    assertSymbol(symbol, this.symbols);
    if (this.next[symbol] === 0) throw new RangeError(`symbol ${symbol} is impossible here`);
    this.next = this.chain[symbol];
  }
}
