import { LINE_BREAK } from '#sim/tokenizer.ts';
import type { Arithmetic } from '#model/arithmetic.ts';
import { PlainTransformer, type Context } from '#model/plain.ts';
import type { Tensors } from '#model/parameters.ts';
import { exponential } from './exponential.ts';
import { NeuralCache } from './neuralCache.ts';

/** When the context is full it begins anew with the last three eighths of its tokens. */
const KEPT = 3 / 8;
/** After so many tokens the head takes a step. */
const STEP = 32;
const RATE = 0.0015;
/** What logits are multiplied by: beside the votes a flatter law does better. */
const FLATNESS = 0.97;
/** So many tokens an encoder reads at once: each has the same bits as alone, and the weights are fetched once for all. */
const AT_ONCE = 32;
/** A token whose probability was wrong by less does not move the head. */
const LEAST_ERROR = 0.005;

/**
 * The network reads token after token and says how likely each token is next. Its head learns while it reads: every 32 tokens it takes
 * a step W ← W + rate · Σ (1[came] − p) (h − mean of h)ᵀ, errors below 0.005 left out. Without the mean and the limit that were a step down
 * the gradient of their surprisal, as in the dynamic evaluation of Mikolov et al. 2010 and Krause et al. 2018, but of the last matrix
 * alone; the embedding, which it was tied to, stays. What came in a similar state is remembered too, by a `NeuralCache`. All of it is in `arithmetic` and in + − × ÷ of float64.
 */
export class AdaptingReader {
  /** Of each token next: the network’s, and these corrected by what came in similar states. */
  readonly alone: Float64Array;
  readonly probabilities: Float64Array;
  private readonly transformer: PlainTransformer;
  private readonly context: Context;
  private readonly head: ReturnType<Arithmetic['changing']>;
  private readonly matrix: Float32Array;
  private readonly gradient: Float64Array;
  private readonly moved: Uint8Array;
  /** The last tokens of the context. */
  private readonly last: Uint16Array;
  private read = 0;
  /** The states after the last token and after those that an encoder looks ahead to, [n, d], and which of them is the last token's. */
  private states: Float32Array = new Float32Array(0);
  private row = 0;
  private readonly ahead: ArrayLike<number>;
  /** Of all states so far. */
  private readonly mean: Float64Array;
  private readonly logits: Float32Array;
  private readonly cache: NeuralCache;

  /** `ahead`: the tokens that are going to come, if they are known. They change how fast it goes, and no number. */
  constructor(tensors: Tensors, arithmetic: Arithmetic, ahead: ArrayLike<number> = []) {
    const { vocabulary, width, context } = tensors.config;
    this.ahead = ahead;
    this.transformer = new PlainTransformer(tensors, arithmetic);
    this.context = this.transformer.start();
    this.last = new Uint16Array(KEPT * context);
    this.matrix = tensors.tensor('token', [vocabulary, width]).slice();
    this.head = arithmetic.changing(this.matrix, width);
    this.gradient = new Float64Array(vocabulary * width);
    this.mean = new Float64Array(width);
    this.moved = new Uint8Array(vocabulary);
    this.alone = new Float64Array(vocabulary);
    this.probabilities = new Float64Array(vocabulary);
    this.logits = new Float32Array(vocabulary);
    this.cache = new NeuralCache(vocabulary);
    this.extend(LINE_BREAK);
  }

  /** This token came. */
  add(token: number): void {
    this.cache.learn(token, this.probabilities[token]);
    this.learn(token);
    this.extend(token);
  }

  private extend(token: number): void {
    const { last, alone, probabilities, logits, mean } = this;
    const d = mean.length;
    if (++this.row * d >= this.states.length) {
      this.states = this.statesAfter(token);
      this.row = 0;
    }
    last[this.read++ % last.length] = token;
    const state = this.states.subarray(this.row * d, (this.row + 1) * d);
    this.head.times(state, logits);
    let most = logits[0];
    for (let v = 1; v < logits.length; v++) if (logits[v] > most) most = logits[v];
    let total = 0;
    for (let v = 0; v < logits.length; v++) total += alone[v] = exponential(FLATNESS * (logits[v] - most));
    for (let v = 0; v < logits.length; v++) probabilities[v] = alone[v] /= total;
    this.cache.correct(token, state, probabilities);
  }

  private statesAfter(token: number): Float32Array {
    const { transformer, context, last, ahead } = this;
    const most = transformer.config.context;
    if (context.length === most) {
      context.length = 0;
      transformer.skip(
        context,
        Array.from(last, (_, i) => last[(this.read + i) % last.length]),
      );
    }
    const known = Math.max(1, Math.min(AT_ONCE, most - context.length, ahead.length - this.read + 1));
    // Token number `read` is the first after this one: the line break is none of them.
    const next = [token, ...Array.from({ length: known - 1 }, (_, i) => ahead[this.read + i])];
    return transformer.normal(transformer.residual(context, next));
  }

  private learn(token: number): void {
    const { probabilities, gradient, matrix, moved, mean } = this;
    const d = mean.length;
    const own = this.states.subarray(this.row * d, (this.row + 1) * d);
    for (let k = 0; k < d; k++) mean[k] += (own[k] - mean[k]) / this.read;
    const state = mean.map((average, k) => own[k] - average);
    for (let v = 0; v < probabilities.length; v++) {
      const error = (v === token ? 1 : 0) - probabilities[v];
      if (error < LEAST_ERROR && error > -LEAST_ERROR) continue;
      moved[v] = 1;
      for (let k = 0, at = v * d; k < d; k++, at++) gradient[at] += error * state[k];
    }
    if (this.read % STEP !== 0) return;
    for (let v = 0; v < moved.length; v++) {
      if (moved[v] === 0) continue;
      for (let at = v * d; at < (v + 1) * d; at++) {
        matrix[at] += RATE * gradient[at];
        gradient[at] = 0;
      }
      moved[v] = 0;
    }
    this.head.set(matrix);
  }
}
