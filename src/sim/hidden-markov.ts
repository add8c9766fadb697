import { assertEach, assertIndex, assertObject } from '#theory/numerics/assert.ts';
import { assertChannel, type Channel } from '#theory/channels/channel.ts';
import { assertDistribution, sum } from '#theory/measures/distribution.ts';
import { assertChain, type MarkovChain } from '#theory/chains/markov-chain.ts';
import { assertSymbol, type Predictor } from './predictor.ts';

/** A Markov chain that nobody sees, which writes a symbol in every state. Baum and Petrie 1966. */
export interface HiddenMarkov {
  /** Law of the first state. */
  readonly start: readonly number[];
  readonly transitions: MarkovChain;
  /** Row s is the law of the symbol that state s writes. */
  readonly emissions: Channel;
}

/** Throws RangeError unless start, transitions and emissions are laws for the same number of states. */
export function assertHiddenMarkov(model: HiddenMarkov): void {
  assertObject(model, 'model');
  const { start, transitions, emissions } = model;
  assertDistribution(start, 'start');
  assertChain(transitions, 'transitions');
  assertChannel(emissions, 'emissions');
  for (const [name, rows] of Object.entries({ transitions, emissions })) {
    if (rows.length !== start.length) {
      throw new RangeError(`${name} must have ${start.length} rows like start has entries, got ${rows.length}`);
    }
  }
}

/** The law μ(s) = Σ weight · P(s, ·). */
const move = (law: readonly number[], chain: MarkovChain) => law.map((_, y) => sum(law.map((p, x) => p * chain[x][y])));

/** The forward filter: keeps the law of the hidden state given all symbols so far, normalized after each, so that nothing underflows. */
export class HiddenMarkovPredictor implements Predictor {
  readonly symbols: number;
  private readonly model: HiddenMarkov;
  /** Law of the state that writes the next symbol. */
  private coming: readonly number[];

  constructor(model: HiddenMarkov) {
    assertHiddenMarkov(model);
    this.symbols = model.emissions[0].length;
    this.model = model;
    this.coming = model.start;
  }

  /** The law of the state that will write the next symbol, given all symbols so far. */
  stateBelief(): number[] {
    return [...this.coming];
  }

  predict(): number[] {
    const { emissions } = this.model;
    return emissions[0].map((_, x) => sum(this.coming.map((p, s) => p * emissions[s][x])));
  }

  add(symbol: number): void {
    assertSymbol(symbol, this.symbols);
    this.coming = move(seen(this.model, this.coming, symbol), this.model.transitions);
  }
}

/** The law of the state that wrote the symbol. */
function seen({ emissions }: HiddenMarkov, coming: readonly number[], symbol: number): number[] {
  const joint = coming.map((p, s) => p * emissions[s][symbol]);
  const total = sum(joint);
  if (total === 0) throw new RangeError(`symbol ${symbol} is impossible here`);
  return joint.map((p) => p / total);
}

/**
 * The law of every hidden state given the whole sequence, by a pass forward and one backward: γ_t(s) = α_t(s) Σ_r P(s, r) γ_{t+1}(r)/
 * (α_t P)(r), with the filtered laws α. O(T S²). Throws RangeError if the model cannot write the sequence. Rauch, Tung and Striebel 1965.
 */
export function smoothedStates(model: HiddenMarkov, sequence: ArrayLike<number>): number[][] {
  assertHiddenMarkov(model);
  assertEach(sequence, 'sequence', (symbol, name) => assertIndex(symbol, name, model.emissions[0].length));
  let coming: readonly number[] = model.start;
  const filtered = Array.from(sequence, (symbol) => {
    const law = seen(model, coming, symbol);
    coming = move(law, model.transitions);
    return law;
  });
  const smoothed = [...filtered];
  for (let t = filtered.length - 2; t >= 0; t--) {
    const ahead = move(filtered[t], model.transitions);
    const ratio = smoothed[t + 1].map((p, r) => (ahead[r] > 0 ? p / ahead[r] : 0));
    smoothed[t] = filtered[t].map((p, s) => p * sum(ratio.map((q, r) => model.transitions[s][r] * q)));
  }
  return smoothed;
}
