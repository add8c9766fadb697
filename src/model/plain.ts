/**
 * The transformer of `train/model.py` in plain TypeScript: pre-norm, causal, learned positions, GELU (tanh form), tied head,
 * no biases. Activations are float32, sums run in float64. Shapes: n new tokens, T tokens in all, d width, V vocabulary.
 *
 * There is one way to run it: `extend` feeds tokens to a context that holds the keys and values of the tokens before. A whole
 * window is an empty context extended by all its tokens, decoding is a context extended by one token at a time.
 */
import { attend, gelu, multiply, normalize } from './kernels.ts';
import type { Config, Weights } from './weights.ts';

interface Layer {
  readonly norm1: Float32Array; // [d]
  readonly norm2: Float32Array; // [d]
  readonly query: Float32Array; // [d, d]
  readonly keyValue: Float32Array; // [2d, d]
  readonly out: Float32Array; // [d, d]
  readonly up: Float32Array; // [4d, d]
  readonly down: Float32Array; // [d, 4d]
}

/** The keys and values of the first `length` tokens of a text, per layer: [context, 2d], a token's key before its value. */
export interface Context {
  readonly keysAndValues: readonly Float32Array[];
  /** May be lowered, to go back to an earlier token. */
  length: number;
}

/** Sees the residual stream [n, d]: stage 0 the embedding, stage l after block l. */
export type Observer = (stage: number, residual: Float32Array) => void;

export class PlainTransformer {
  readonly config: Config;
  private readonly token: Float32Array; // [V, d]
  private readonly position: Float32Array; // [context, d]
  private readonly gain: Float32Array; // [d]
  private readonly layers: readonly Layer[];

  constructor({ config, tensor }: Weights) {
    const { vocabulary, context, width: d, layers, heads } = config;
    if (vocabulary % 4 || d % (4 * heads)) {
      throw new RangeError(`config: a vocabulary of ${vocabulary} or a head of ${d / heads} is not a multiple of 4`);
    }
    this.config = config;
    this.token = tensor('token', [vocabulary, d]);
    this.position = tensor('position', [context, d]);
    this.gain = tensor('norm.gain', [d]);
    this.layers = Array.from({ length: layers }, (_, l) => {
      const qkv = tensor(`blocks.${l}.qkv.weight`, [3 * d, d]);
      return {
        norm1: tensor(`blocks.${l}.norm1.gain`, [d]),
        norm2: tensor(`blocks.${l}.norm2.gain`, [d]),
        query: qkv.subarray(0, d * d),
        keyValue: qkv.subarray(d * d),
        out: tensor(`blocks.${l}.out.weight`, [d, d]),
        up: tensor(`blocks.${l}.up.weight`, [4 * d, d]),
        down: tensor(`blocks.${l}.down.weight`, [d, 4 * d]),
      };
    });
  }

  start(): Context {
    const size = this.config.context * 2 * this.config.width;
    return { keysAndValues: this.layers.map(() => new Float32Array(size)), length: 0 };
  }

  /** Appends tokens to the context; returns the logits [n, V] of what follows each of them. */
  extend(context: Context, ids: ArrayLike<number>, observe?: Observer): Float32Array {
    const { vocabulary, width } = this.config;
    const residual = this.residual(context, ids, true, observe);
    const normal = normalize(residual, this.gain);
    return multiply(normal, this.token, new Float32Array(ids.length * vocabulary), width);
  }

  /** Appends tokens whose predictions nobody asks for: the last block then only makes its keys and values. */
  skip(context: Context, ids: ArrayLike<number>): void {
    this.residual(context, ids, false);
  }

  private residual(context: Context, ids: ArrayLike<number>, whole: boolean, observe?: Observer): Float32Array {
    const { width: d, heads, layers, context: longest } = this.config;
    const before = context.length;
    const n = ids.length;
    if (before + n > longest) throw new RangeError(`ids: ${before + n} tokens do not fit into a context of ${longest}`);
    const x = new Float32Array(n * d);
    for (let t = 0; t < n; t++) {
      for (let k = 0; k < d; k++) x[t * d + k] = this.token[ids[t] * d + k] + this.position[(before + t) * d + k];
    }
    observe?.(0, x);
    for (let l = 0; l < layers; l++) {
      const layer = this.layers[l];
      const keyValue = context.keysAndValues[l];
      const normal1 = normalize(x, layer.norm1);
      multiply(normal1, layer.keyValue, keyValue.subarray(before * 2 * d, (before + n) * 2 * d), d);
      if (!whole && l === layers - 1) break;
      const query = multiply(normal1, layer.query, new Float32Array(n * d), d);
      const mixed = attend(query, keyValue, before, d, heads);
      add(x, multiply(mixed, layer.out, new Float32Array(n * d), d));
      const hidden = multiply(normalize(x, layer.norm2), layer.up, new Float32Array(n * 4 * d), d);
      add(x, multiply(gelu(hidden), layer.down, new Float32Array(n * d), 4 * d));
      observe?.(l + 1, x);
    }
    context.length = before + n;
    return x;
  }
}

function add(x: Float32Array, y: Float32Array): void {
  for (let i = 0; i < x.length; i++) x[i] += y[i];
}
