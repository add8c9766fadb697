/**
 * The transformer of `train/model.py` in TensorFlow.js, on whichever backend is set: the same function as `plain.ts`.
 * Shapes: B windows, T tokens of each (padded to the context, so that a graphics processor compiles its programs once),
 * d width, H heads, V vocabulary. Activations are two-dimensional [B·T, d]: the WebAssembly backend is fast only for
 * products of two matrices, and products of a stack with one matrix have wrong gradients.
 */
import * as tf from '@tensorflow/tfjs-core';
import type { Config, Weights } from './weights.ts';

interface Layer {
  readonly norm1: tf.Tensor1D; // [d]
  readonly norm2: tf.Tensor1D; // [d]
  readonly qkv: tf.Tensor2D; // [d, 3d], the queries' part over √(d/H)
  readonly out: tf.Tensor2D; // [d, d]
  readonly up: tf.Tensor2D; // [d, 4d]
  readonly down: tf.Tensor2D; // [4d, d]
}

export class TensorflowTransformer {
  readonly config: Config;
  private readonly token: tf.Tensor2D; // [V, d]
  private readonly head: tf.Tensor2D; // [d, V]: the same, transposed
  private readonly position: tf.Tensor3D; // [1, T, d]
  private readonly gain: tf.Tensor1D; // [d]
  private readonly mask: tf.Tensor2D; // [T, T]
  private readonly layers: readonly Layer[];
  /**
   * A graphics processor multiplies the heads of all windows at once. The WebAssembly backend does so in a slow loop, and is
   * three times as fast with one product at a time, which its matrix library takes.
   */
  private readonly stacked = tf.getBackend() === 'webgl';

  constructor({ config, tensor }: Weights) {
    const { vocabulary: V, context: T, width: d, heads: H } = config;
    this.config = config;
    const gain = (name: string) => tf.tensor1d(tensor(name, [d]));
    const matrix = (values: Float32Array, outputs: number) =>
      tf.tensor2d(transpose(values, outputs), [values.length / outputs, outputs]);
    const token = tensor('token', [V, d]);
    this.token = tf.tensor2d(token, [V, d]);
    this.head = matrix(token, V);
    this.position = tf.tensor3d(tensor('position', [T, d]), [1, T, d]);
    this.gain = gain('norm.gain');
    // −10⁴ and no less: where a graphics processor computes in half precision, −10⁹ is −∞ and makes every logit NaN.
    const mask = Float32Array.from({ length: T * T }, (_, i) => (i % T > Math.floor(i / T) ? -1e4 : 0));
    this.mask = tf.tensor2d(mask, [T, T]);
    this.layers = Array.from({ length: config.layers }, (_, l) => {
      const qkv = tensor(`blocks.${l}.qkv.weight`, [3 * d, d]).slice();
      for (let i = 0; i < d * d; i++) qkv[i] /= Math.sqrt(d / H);
      return {
        norm1: gain(`blocks.${l}.norm1.gain`),
        norm2: gain(`blocks.${l}.norm2.gain`),
        qkv: matrix(qkv, 3 * d),
        out: matrix(tensor(`blocks.${l}.out.weight`, [d, d]), d),
        up: matrix(tensor(`blocks.${l}.up.weight`, [4 * d, d]), 4 * d),
        down: matrix(tensor(`blocks.${l}.down.weight`, [d, 4 * d]), d),
      };
    });
  }

  /** Logits [B, T − from, V] of what follows each row of each window from row `from` on. Windows of fewer than T tokens are padded. */
  async logits(windows: readonly ArrayLike<number>[], from = 0): Promise<Float32Array> {
    const { context: T, width: d } = this.config;
    const result = tf.tidy(() => {
      const residual = this.stages(windows).at(-1) as tf.Tensor2D;
      const wanted = from === 0 ? residual : tf.slice(tf.reshape(residual, [-1, T, d]), [0, from, 0]);
      return tf.matMul(normalize(tf.reshape(wanted, [-1, d]), this.gain), this.head);
    });
    return download(result);
  }

  /** The residual stream [B·T, d]: the embedding, then what every block leaves. */
  async residuals(windows: readonly ArrayLike<number>[]): Promise<Float32Array[]> {
    return Promise.all(tf.tidy(() => this.stages(windows)).map(download));
  }

  dispose(): void {
    const { token, head, position, gain, mask, layers } = this;
    tf.dispose([
      token,
      head,
      position,
      gain,
      mask,
      ...layers.flatMap((layer) => Object.values<tf.Tensor>({ ...layer })),
    ]);
  }

  private stages(windows: readonly ArrayLike<number>[]): tf.Tensor2D[] {
    const { context: T, width: d } = this.config;
    const ids = new Int32Array(windows.length * T);
    for (const [w, window] of windows.entries())
      for (let t = 0; t < window.length && t < T; t++) ids[w * T + t] = window[t];
    const embedded = tf.reshape(tf.gather(this.token, tf.tensor1d(ids, 'int32')), [-1, T, d]);
    const stages = [tf.reshape(tf.add(embedded, this.position), [-1, d]) as tf.Tensor2D];
    for (const layer of this.layers) stages.push(this.block(stages[stages.length - 1], layer));
    return stages;
  }

  private block(x: tf.Tensor2D, layer: Layer): tf.Tensor2D {
    const mixed = this.attention(tf.matMul(normalize(x, layer.norm1), layer.qkv));
    const y = tf.add(x, tf.matMul(mixed, layer.out));
    const hidden = gelu(tf.matMul(normalize(y, layer.norm2), layer.up));
    return tf.add(y, tf.matMul(hidden, layer.down));
  }

  /** Causal attention of every window and head. qkv is [B·T, 3d]; the result is [B·T, d]. */
  private attention(qkv: tf.Tensor2D): tf.Tensor2D {
    const { context: T, width: d, heads: H } = this.config;
    const perHead = tf.transpose(tf.reshape(qkv, [-1, T, 3 * H, d / H]), [2, 0, 1, 3]); // [3H, B, T, d/H]
    const [q, k, v] = tf.split(perHead, 3).map((part) => tf.reshape(part, [-1, T, d / H]) as tf.Tensor3D); // [HB, T, d/H]
    const mixed = this.stacked ? this.mixStacked(q, k, v) : this.mixOneByOne(q, k, v);
    return tf.reshape(tf.transpose(tf.reshape(mixed, [H, -1, T, d / H]), [1, 2, 0, 3]), [-1, d]);
  }

  /** softmax(q kᵀ + mask) v for every window and head: [HB, T, d/H] each. */
  private mixStacked(q: tf.Tensor3D, k: tf.Tensor3D, v: tf.Tensor3D): tf.Tensor {
    return tf.matMul(tf.softmax(tf.add(tf.matMul(q, k, false, true), this.mask)), v);
  }

  private mixOneByOne(q: tf.Tensor3D, k: tf.Tensor3D, v: tf.Tensor3D): tf.Tensor {
    const [queries, keys, values] = [q, tf.transpose(k, [0, 2, 1]), v].map((stack) => tf.unstack(stack));
    return tf.stack(
      queries.map((query, i) => tf.matMul(tf.softmax(tf.add(tf.matMul(query, keys[i]), this.mask)), values[i])),
    );
  }
}

async function download(tensor: tf.Tensor): Promise<Float32Array> {
  const values = await tensor.data<'float32'>();
  tensor.dispose();
  return values;
}

/** LayerNorm of every row with a gain and no bias; epsilon 10⁻⁵ under the square root. */
function normalize(x: tf.Tensor, gain: tf.Tensor1D): tf.Tensor2D {
  const centered = tf.sub(x, tf.mean(x, 1, true));
  const variance = tf.mean(tf.square(centered), 1, true);
  return tf.mul(tf.mul(centered, tf.rsqrt(tf.add(variance, 1e-5))), gain);
}

/** GELU in its tanh form: ½x(1 + tanh u) = x σ(2u) with u = √(2/π) (x + 0.044715 x³). */
function gelu(x: tf.Tensor2D): tf.Tensor2D {
  const twice = 2 * Math.sqrt(2 / Math.PI);
  const inner = tf.mul(x, tf.add(tf.mul(tf.square(x), twice * 0.044715), twice));
  return tf.mul(x, tf.sigmoid(inner));
}

/** [rows, columns] to [columns, rows], row by row. */
function transpose(values: Float32Array, rows: number): Float32Array {
  const columns = values.length / rows;
  const out = new Float32Array(values.length);
  for (let r = 0; r < rows; r++) for (let c = 0; c < columns; c++) out[c * rows + r] = values[r * columns + c];
  return out;
}
