import type { AdaptingReader } from './adaptingReader.ts';
import { quantize, type Coder } from './rangeCoder.ts';
import { StepMixture } from './stepMixture.ts';
import { END, SYMBOLS, type TokenSteps } from './tokenSteps.ts';

/** In bits. */
const surprisal = (p: number) => -Math.log2(p);

/**
 * The one walk of both ends: at every step of every token both compute the same probabilities, and the coder says which symbol it is.
 * An encoder has been told; a decoder finds out.
 */
export class TokenCoder {
  /** What the tokens so far cost by the whole numbers that were coded, and by the network alone, in bits. For the eye: no code depends on them. */
  readonly cost = { mixture: 0, network: 0 };
  private readonly steps: TokenSteps;
  private readonly reader: AdaptingReader;
  private readonly coder: Coder;
  private readonly mixture: StepMixture;
  private readonly sums: Float64Array;
  private readonly network = new Float64Array(SYMBOLS);
  private readonly p = new Float64Array(SYMBOLS);
  private readonly places = new Uint32Array(SYMBOLS);

  /** `length`: bytes of the whole text. */
  constructor(steps: TokenSteps, reader: AdaptingReader, coder: Coder, length: number) {
    this.steps = steps;
    this.reader = reader;
    this.coder = coder;
    this.mixture = new StepMixture(SYMBOLS, length, true);
    this.sums = new Float64Array(steps.nodes);
  }

  /** Codes one token, and says which it is. */
  code(bytes?: Uint8Array): number {
    const { steps, sums, network, p, places, mixture, cost, reader } = this;
    steps.sum(reader.probabilities, sums);
    let node = 0;
    for (let i = 0; ; i++) {
      const symbols = steps.symbols[node];
      const next = steps.next[node];
      const m = symbols.length;
      if (m === 1 && symbols[0] === END) {
        mixture.pass(END);
        break;
      }
      const own = steps.token[node] < 0 ? 0 : reader.probabilities[steps.token[node]];
      // Where all that is possible has underflowed the network has nothing to say.
      const all = sums[node];
      for (let j = 0; j < m; j++) network[j] = all > 0 ? (next[j] < 0 ? own : sums[next[j]]) / all : 1 / m;
      mixture.predict(symbols, m, network, p);
      const total = quantize(p, m, places);
      const came = this.coder.code(places, m, total, bytes ? symbols.indexOf(bytes[i] ?? END) : 0);
      cost.mixture += surprisal(places[came] / total);
      cost.network += surprisal(network[came]);
      mixture.learn(symbols, m, network, came);
      if (next[came] < 0) break;
      node = next[came];
    }
    const token = steps.token[node];
    reader.add(token);
    return token;
  }
}
