/**
 * The transformer of `train/model.py` in plain TypeScript: pre-norm, causal, learned positions, GELU (tanh form), tied head,
 * no biases. Activations are float32. Shapes: n new tokens, T tokens in all, d width, V vocabulary.
 *
 * There is one way to run it: `extend` feeds tokens to a context that holds the keys and values of the tokens before. A whole
 * window is an empty context extended by all its tokens, decoding is a context extended by one token at a time.
 */
import type { Config } from '#contract/training.ts';
import { inTypeScript, type Arithmetic, type FeedForward, type Rows } from './arithmetic.ts';
import { assertConfig, type Tensors } from './parameters.ts';
import { inWebAssembly } from './simdArithmetic.ts';

interface Layer {
  readonly norm1: Float32Array; // [d]
  readonly norm2: Float32Array; // [d]
  readonly query: Rows; // d to d numbers
  readonly keyValue: Rows; // d to 2d
  readonly out: Rows; // d to d
  readonly feedForward: FeedForward; // d to d
}

/** The keys and values of the first `length` tokens of a text, per layer: [context, 2d], a token's key before its value. */
export interface Context {
  readonly keysAndValues: readonly Float32Array[];
  /** May be lowered, to go back to an earlier token. */
  length: number;
}

/**
 * What a block computes from its stage of the residual stream, in this order: [n, d] each, as `InsideBlock` explains them. A token's
 * key stands before its value, [n, 2d].
 */
export type Part = 'normal1' | 'query' | 'keyValue' | 'mixed' | 'attended' | 'normal2' | 'fed';

/** Sees what is in between. What it is lent changes afterwards. */
export interface Observer {
  /** The residual stream [n, d]: stage 0 the embedding, stage l after block l. */
  residual?(stage: number, residual: Float32Array): void;
  /** The weights of each new token, the query, on every token: [heads, n, T], zero on later ones; before it sees what they mix. */
  attention?(layer: number, weights: Float32Array): void;
  /** The hidden layer of the feed-forward network before and after GELU: [n, 4d] each. */
  hidden?(layer: number, up: Float32Array, active: Float32Array): void;
  /** The network goes on with what this makes of `mixed` and `fed`. */
  part?(layer: number, name: Part, values: Float32Array): void;
}

/** The fastest arithmetic that there is here. */
export const fastest = (config: Config): Arithmetic => inWebAssembly(config) ?? inTypeScript(config);

export class PlainTransformer {
  readonly config: Config;
  private readonly token: Float32Array; // [V, d]
  private readonly position: Float32Array; // [context, d]
  private readonly gain: Float32Array; // [d]
  private readonly head: Rows; // d to V numbers
  private readonly layers: readonly Layer[];
  private readonly arithmetic: Arithmetic;

  /**
   * `arithmetic` is the fastest that there is, unless one is given; a rotary network needs one that turns. Throws RangeError on
   * impossible sizes and on an arithmetic that does not turn where it should.
   */
  constructor({ config, tensor }: Tensors, arithmetic?: Arithmetic) {
    assertConfig(config);
    const own = (this.arithmetic = arithmetic ?? fastest(config));
    if (!config.rotary !== !own.turns) throw new RangeError('arithmetic must turn as config says');
    const { vocabulary, context, width: d, layers } = config;
    this.config = config;
    this.token = tensor('token', [vocabulary, d]);
    this.position = tensor('position', [context, d]);
    this.gain = tensor('norm.gain', [d]);
    this.head = own.product(this.token, d);
    this.layers = Array.from({ length: layers }, (_, l) => {
      const qkv = tensor(`blocks.${l}.qkv.weight`, [3 * d, d]);
      return {
        norm1: tensor(`blocks.${l}.norm1.gain`, [d]),
        norm2: tensor(`blocks.${l}.norm2.gain`, [d]),
        query: own.product(qkv.subarray(0, d * d), d),
        keyValue: own.product(qkv.subarray(d * d), d),
        out: own.product(tensor(`blocks.${l}.out.weight`, [d, d]), d),
        feedForward: own.feedForward(
          tensor(`blocks.${l}.up.weight`, [4 * d, d]),
          tensor(`blocks.${l}.down.weight`, [d, 4 * d]),
        ),
      };
    });
  }

  start(): Context {
    const size = this.config.context * 2 * this.config.width;
    return { keysAndValues: this.layers.map(() => new Float32Array(size)), length: 0 };
  }

  /** Appends tokens to the context; returns the logits [n, V] of what follows each of them. */
  extend(context: Context, ids: ArrayLike<number>, observer?: Observer): Float32Array {
    return this.logits(this.residual(context, ids, observer));
  }

  /** Appends tokens whose predictions nobody asks for: the last block then only makes its keys and values. */
  skip(context: Context, ids: ArrayLike<number>): void {
    this.residual(context, ids, undefined, false);
  }

  /** The last LayerNorm of rows of the residual stream, times its gain: [n, d]. */
  normal(residual: Float32Array): Float32Array {
    return this.arithmetic.normalize(residual, this.gain);
  }

  /** The logits [n, V] of rows of the residual stream, as if their stage were the last. */
  logits(residual: Float32Array): Float32Array {
    const { vocabulary, width } = this.config;
    return this.head(this.normal(residual), new Float32Array((residual.length / width) * vocabulary));
  }

  /** Appends tokens to the context; returns the last stage of the residual stream, [n, d]. */
  residual(context: Context, ids: ArrayLike<number>, observer?: Observer, whole = true): Float32Array {
    const { width: d, heads, layers, context: longest } = this.config;
    const before = context.length;
    const n = ids.length;
    if (before + n > longest) throw new RangeError(`ids: ${before + n} tokens do not fit into a context of ${longest}`);
    const x = new Float32Array(n * d);
    for (let t = 0; t < n; t++) {
      for (let k = 0; k < d; k++) x[t * d + k] = this.token[ids[t] * d + k] + this.position[(before + t) * d + k];
    }
    observer?.residual?.(0, x);
    for (let l = 0; l < layers; l++) {
      const layer = this.layers[l];
      const see = (name: Part, values: Float32Array) => {
        observer?.part?.(l, name, values);
        return values;
      };
      const keyValue = context.keysAndValues[l];
      const normal1 = see('normal1', this.arithmetic.normalize(x, layer.norm1));
      const query = whole || l < layers - 1 ? see('query', layer.query(normal1, new Float32Array(n * d))) : undefined;
      see('keyValue', layer.keyValue(normal1, keyValue.subarray(before * 2 * d, (before + n) * 2 * d)));
      if (!query) break;
      const weights = observer?.attention && new Float32Array(heads * n * (before + n));
      const mixed = this.arithmetic.attend(query, keyValue, before, weights);
      if (weights) observer.attention!(l, weights);
      see('mixed', mixed);
      add(x, see('attended', layer.out(mixed, new Float32Array(n * d))));
      const normal2 = see('normal2', this.arithmetic.normalize(x, layer.norm2));
      const hidden = observer?.hidden && { up: new Float32Array(4 * n * d), active: new Float32Array(4 * n * d) };
      const fed = layer.feedForward(normal2, new Float32Array(n * d), hidden);
      if (hidden) observer.hidden!(l, hidden.up, hidden.active);
      add(x, see('fed', fed));
      observer?.residual?.(l + 1, x);
    }
    context.length = before + n;
    return x;
  }
}

function add(x: Float32Array, y: Float32Array): void {
  for (let i = 0; i < x.length; i++) x[i] += y[i];
}
