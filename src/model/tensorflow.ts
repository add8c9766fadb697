/**
 * The transformer of `train/model.py` in TensorFlow.js, on whichever backend is set: the same function as `plain.ts`.
 * Shapes: B windows, T tokens of each (padded to the context, so that a graphics processor compiles its programs once),
 * d width, H heads, V vocabulary. Activations are two-dimensional, [B·T, d].
 */
import * as tf from '@tensorflow/tfjs-core';
import type { Config } from '#contract/training.ts';
import type { Tensors } from './parameters.ts';
import { gelu, normalize } from './tensorflowKernels.ts';
import { productForm } from './tensorflowProducts.ts';
import { attendsTo } from './wasmKernels.ts';

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
  private readonly token: Float32Array; // [V, d]
  private readonly position: Float32Array; // [T, d]
  private readonly head: tf.Tensor2D; // [d, V]: the tokens, transposed
  private readonly gain: tf.Tensor1D; // [d]
  private readonly mask: tf.Tensor2D; // [T, T]
  private readonly layers: readonly Layer[];
  private readonly product = productForm();

  constructor({ config, tensor }: Tensors) {
    const { vocabulary: V, context: T, width: d, heads: H } = config;
    this.config = config;
    const gain = (name: string) => tf.tensor1d(tensor(name, [d]));
    const matrix = (values: Float32Array, outputs: number) =>
      tf.tensor2d(transpose(values, outputs), [values.length / outputs, outputs]);
    this.token = tensor('token', [V, d]);
    this.position = tensor('position', [T, d]);
    this.head = matrix(this.token, V);
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
    const { head, gain, mask, layers } = this;
    tf.dispose([head, gain, mask, ...layers.flatMap((layer) => Object.values<tf.Tensor>({ ...layer }))]);
  }

  private stages(windows: readonly ArrayLike<number>[]): tf.Tensor2D[] {
    const { context: T, width: d } = this.config;
    // Looked up here: a copy of some rows, for which the WebAssembly backend takes as long as for a product.
    const embedded = new Float32Array(windows.length * T * d);
    for (const [w, window] of windows.entries()) {
      for (let t = 0; t < T; t++) {
        const [from, to] = [(window[t] ?? 0) * d, (w * T + t) * d];
        for (let k = 0; k < d; k++) embedded[to + k] = this.token[from + k] + this.position[t * d + k];
      }
    }
    const stages = [tf.tensor2d(embedded, [windows.length * T, d])];
    for (const layer of this.layers) stages.push(this.block(stages[stages.length - 1], layer));
    return stages;
  }

  private block(x: tf.Tensor2D, layer: Layer): tf.Tensor2D {
    const mixed = this.attention(tf.matMul(normalize(x, layer.norm1), layer.qkv));
    const y = tf.add(x, tf.matMul(mixed, layer.out)) as tf.Tensor2D;
    const hidden = gelu(tf.matMul(normalize(y, layer.norm2), layer.up));
    return tf.add(y, tf.matMul(hidden, layer.down));
  }

  /** Causal attention of every window and head. qkv is [B·T, 3d]; the result is [B·T, d]. */
  private attention(qkv: tf.Tensor2D): tf.Tensor2D {
    const { context: T, width: d, heads: H } = this.config;
    if (attendsTo(T, d / H)) return tf.engine().runKernel('CausalAttention', { x: qkv }, { tokens: T, heads: H });
    const perHead = tf.transpose(tf.reshape(qkv, [-1, T, 3 * H, d / H]), [2, 0, 1, 3]); // [3H, B, T, d/H]
    const [q, k, v] = tf.split(perHead, 3).map((part) => tf.reshape(part, [-1, T, d / H]) as tf.Tensor3D); // [HB, T, d/H]
    const weights = tf.softmax(tf.add(this.product(q, k, { transposeB: true }), this.mask)) as tf.Tensor3D;
    const mixed = this.product(weights, v);
    return tf.reshape(tf.transpose(tf.reshape(mixed, [H, -1, T, d / H]), [1, 2, 0, 3]), [-1, d]);
  }
}

async function download(tensor: tf.Tensor): Promise<Float32Array> {
  const values = await tensor.data<'float32'>();
  tensor.dispose();
  return values;
}

/** [rows, columns] to [columns, rows], row by row. */
function transpose(values: Float32Array, rows: number): Float32Array {
  const columns = values.length / rows;
  const out = new Float32Array(values.length);
  for (let r = 0; r < rows; r++) for (let c = 0; c < columns; c++) out[c * rows + r] = values[r * columns + c];
  return out;
}
