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
  private readonly sumsAlone: Float64Array;
  private readonly network = new Float64Array(SYMBOLS);
  private readonly remembering = new Float64Array(SYMBOLS);
  private readonly p = new Float64Array(SYMBOLS);
  private readonly places = new Uint32Array(SYMBOLS);

  /** `length`: bytes of the whole text. */
  constructor(steps: TokenSteps, reader: AdaptingReader, coder: Coder, length: number) {
    this.steps = steps;
    this.reader = reader;
    this.coder = coder;
    this.mixture = new StepMixture(SYMBOLS, length, true);
    this.sums = new Float64Array(steps.nodes);
    this.sumsAlone = new Float64Array(steps.nodes);
  }

  /** Codes one token, and says which it is. */
  code(bytes?: Uint8Array): number {
    const { steps, sums, sumsAlone, network, remembering, p, places, mixture, cost, reader } = this;
    steps.sum(reader.alone, sumsAlone);
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
      steps.at(node, reader.alone, sumsAlone, network);
      steps.at(node, reader.probabilities, sums, remembering);
      mixture.predict(symbols, m, network, remembering, p);
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
