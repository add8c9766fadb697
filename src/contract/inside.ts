/**
 * What a widget may ask of the way through the book's network. DOM-free. Numbers are float32 as the network has them, row by row: n rows
 * of input tokens, d the width, T = n. Row 0 is the line break that every text is read after, row t the text's token t − 1; row t
 * predicts the token of row t + 1. A text longer than one window is cut: only its first `context` − 1 tokens are looked at.
 *
 * All of it is computed by the plain transformer, whatever backend reads: the same one on which every number is compared with PyTorch's.
 */
import type { Signal } from './signal.ts';

/**
 * A part whose contribution to the residual stream is switched off: one head (counted from 0), all heads of a block, or its feed-forward
 * layer. By `zero` it contributes nothing; by `mean` every row gets the mean of the contribution over the rows of this window. By `even`,
 * for heads only, it keeps its values and its output matrix, and its weights are the same on all that it can see.
 */
export interface Silenced {
  readonly layer: number;
  readonly part: number | 'attention' | 'feedForward';
  readonly by: 'zero' | 'mean' | 'even';
}

/**
 * A row that no later row can see, in any block: its attention weight goes to the others that the row sees, in proportion, as a softmax
 * without it would have it. It still sees itself and those before it.
 */
export interface Unseen {
  readonly unseen: number;
}

/** One block. What a row of the residual stream was before is `residual` of its stage. */
export interface InsideBlock {
  /** LayerNorm of the residual stream, times its gain: [n, d]. */
  readonly normal1: Float32Array;
  /** [n, d] each; head h owns columns h·d/heads … (h + 1)·d/heads − 1. */
  readonly query: Float32Array;
  readonly key: Float32Array;
  readonly value: Float32Array;
  /** The weights of each row, the query, on every row: [heads, n, n], zero on later ones. */
  readonly attention: Float32Array;
  /** The weighted means of the values, side by side: [n, d]. */
  readonly mixed: Float32Array;
  /** What attention adds to the residual stream: [n, d]. */
  readonly attended: Float32Array;
  /** LayerNorm of the sum, times its gain: [n, d]. */
  readonly normal2: Float32Array;
  /** The hidden layer before and after GELU: [n, 4d] each. */
  readonly up: Float32Array;
  readonly active: Float32Array;
  /** What the feed-forward layer adds to the residual stream: [n, d]. */
  readonly fed: Float32Array;
}

/** The whole way of one window. */
export interface Inside {
  /** n input tokens; the first is the line break. */
  readonly ids: Uint16Array;
  /** Token t of the text covers text.slice(starts[t], ends[t]); row t + 1 is its row. All tokens of the text, also those that were cut. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly layers: number;
  readonly heads: number;
  readonly width: number;
  /** The residual stream [n, d]: stage 0 the embedding, stage l after block l. */
  readonly residual: readonly Float32Array[];
  readonly blocks: readonly InsideBlock[];
  /** LayerNorm of the last stage, times its gain: [n, d]; times the token embeddings these are the logits. */
  readonly normal: Float32Array;
}

/** What the predictions of one stage are worth, in nats; n rows, of which the last predicts what is not in the window. */
export interface StagePrediction {
  /** Of the token that came; n − 1. */
  readonly surprisal: Float32Array;
  /** Of the prediction; n. */
  readonly entropy: Float32Array;
  /** Of the token that came, 1 the likeliest; n − 1. */
  readonly rank: Uint16Array;
  /** The likeliest tokens of each row, `top` of them: [n, top], and their log-probabilities. */
  readonly likeliest: Uint16Array;
  readonly logProbabilities: Float32Array;
}

/** The surprisals in nats of the tokens of one window (n − 1 of them) while some parts are switched off: number `index` of a list. */
export interface AblatedReading {
  readonly index: number;
  readonly surprisal: Float32Array;
}

export interface InsideEngine {
  /** Rejects with an AbortError when it is aborted, with RangeError on a part that there is not, else with a sentence for the reader. */
  inside(
    text: string,
    options: { readonly signal: Signal; readonly silenced?: readonly (Silenced | Unseen)[] },
  ): Promise<Inside>;
  /**
   * The logit lens: every stage of the residual stream, put through the last LayerNorm and the head as if it were the last. One
   * prediction for each stage, 0 the embedding; the last stage is the model's own. Rejects as `inside` does.
   */
  lens(text: string, options: { readonly signal: Signal; readonly top: number }): Promise<readonly StagePrediction[]>;
  /** Reads the window once for each list of silenced parts, in their order; an empty list is the whole model. Ends when it is aborted. */
  ablations(
    text: string,
    lists: readonly (readonly (Silenced | Unseen)[])[],
    options: { readonly signal: Signal },
  ): AsyncIterable<AblatedReading>;
  /** A tensor of the network by its name in the state dict of `train/model.py`, as float32. Rejects if there is none. */
  tensor(name: string): Promise<{ readonly shape: readonly number[]; readonly values: Float32Array }>;
}
