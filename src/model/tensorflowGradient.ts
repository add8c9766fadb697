/**
 * The mean loss of a batch and its gradient in TensorFlow.js, on whichever backend is set. Every operation comes with its derivative,
 * written by hand: that takes half the kernels of the library's own differentiation, and every product goes through `tensorflowProducts.ts`.
 * Shapes: B sequences of T + 1 tokens, N = B·T predictions, d width, H heads, V vocabulary. Activations are two-dimensional, [N, d].
 */
import * as tf from '@tensorflow/tfjs-core';
import type { Config, Teacher } from '#contract/training.ts';
import { layoutOf, type Entry } from './parameters.ts';
import { productForm } from './tensorflowProducts.ts';

/** The value of an operation, and what a gradient with respect to it says of its arguments. */
interface Step<Gradients> {
  readonly y: tf.Tensor2D;
  back(this: void, dy: tf.Tensor2D): Gradients;
}

type Pair = readonly [dx: tf.Tensor2D, dParameter: tf.Tensor];

/** LayerNorm of every row with a gain and no bias; epsilon 10⁻⁵ under the square root. */
function normalize(x: tf.Tensor2D, gain: tf.Tensor): Step<Pair> {
  const centered = tf.sub(x, tf.mean(x, 1, true));
  const inverse = tf.rsqrt(tf.add(tf.mean(tf.square(centered), 1, true), 1e-5));
  const normal = tf.mul(centered, inverse);
  return {
    y: tf.mul(normal, gain) as tf.Tensor2D,
    back(dy) {
      const scaled = tf.mul(dy, gain);
      const along = tf.mul(normal, tf.mean(tf.mul(scaled, normal), 1, true));
      const dx = tf.mul(inverse, tf.sub(tf.sub(scaled, tf.mean(scaled, 1, true)), along));
      return [dx as tf.Tensor2D, tf.sum(tf.mul(dy, normal), 0)];
    },
  };
}

/** GELU in its tanh form: x σ(2u) with 2u = x (a + b x²), a = 2√(2/π), b = 0.044715 a. */
function gelu(x: tf.Tensor2D): Step<tf.Tensor2D> {
  const a = 2 * Math.sqrt(2 / Math.PI);
  const b = 0.044715 * a;
  const square = tf.square(x);
  const sigmoid = tf.sigmoid(tf.mul(x, tf.add(tf.mul(square, b), a)));
  const y = tf.mul(x, sigmoid) as tf.Tensor2D;
  return {
    y,
    back(dy) {
      // d/dx x σ = σ + x σ (1 − σ)(a + 3b x²)
      const slope = tf.mul(tf.sub(y, tf.mul(y, sigmoid)), tf.add(tf.mul(square, 3 * b), a));
      return tf.mul(dy, tf.add(sigmoid, slope)) as tf.Tensor2D;
    },
  };
}

/** Sum of −Σ target · ln softmax(logits) over the rows, and its derivative, softmax − target; the rows of `target` sum to one. */
function crossEntropy(logits: tf.Tensor2D, target: tf.Tensor2D): { loss: tf.Scalar; derivative: tf.Tensor2D } {
  const shifted = tf.sub(logits, tf.max(logits, 1, true));
  const exponentials = tf.exp(shifted);
  const total = tf.sum(exponentials, 1, true);
  const loss = tf.sub(tf.sum(tf.log(total)), tf.sum(tf.mul(target, shifted)));
  return { loss: loss as tf.Scalar, derivative: tf.sub(tf.div(exponentials, total), target) };
}

/** A teacher on the backend. */
export interface TeacherTensors {
  readonly values: tf.Tensor1D;
  readonly shares: tf.Tensor1D;
}

export const tensorsOfTeacher = ({ network, shares }: Teacher): TeacherTensors => ({
  values: tf.tensor1d(network.values),
  shares: tf.tensor1d([...shares], 'float32'),
});

export class TensorflowGradient {
  private readonly config: Config;
  private readonly batch: number;
  private readonly layout: readonly Entry[];
  private readonly mask: tf.Tensor2D; // [T, T]
  private readonly product = productForm();

  constructor(config: Config, batch: number) {
    this.config = config;
    this.batch = batch;
    this.layout = layoutOf(config);
    const { context: T } = config;
    // −10⁴ and no less: where a graphics processor computes in half precision, −10⁹ is −∞ and makes every logit NaN.
    const mask = Float32Array.from({ length: T * T }, (_, i) => (i % T > Math.floor(i / T) ? -1e4 : 0));
    this.mask = tf.tensor2d(mask, [T, T]);
  }

  /**
   * The mean loss in nats per token of the sequences [B, T + 1], and `scale` times its gradient with respect to the parameters, in
   * their order. To be called within tf.tidy.
   */
  run(
    values: tf.Tensor1D,
    sequences: Int32Array,
    scale = 1,
    teacher?: TeacherTensors,
  ): { loss: tf.Scalar; gradient: tf.Tensor1D } {
    const { context: T, width: d } = this.config;
    const inputs = this.oneHot(sequences, 0);
    const { blocks, final, head } = this.forward(values, inputs);
    const came = this.oneHot(sequences, 1);
    const target = teacher ? this.mixed(came, this.forward(teacher.values, inputs).head.y, teacher.shares) : came;
    const { loss, derivative } = crossEntropy(head.y, target);

    const N = this.batch * T;
    const [dNormal, dHead] = head.back(tf.mul(derivative, scale / N) as tf.Tensor2D);
    const [dResidual, dFinal] = final.back(dNormal);
    let dx = dResidual;
    const gradients: tf.Tensor[] = [dFinal];
    for (const block of blocks.reverse()) {
      const [dBlock, own] = block.back(dx);
      dx = dBlock;
      gradients.unshift(...own);
    }
    const dToken = tf.add(dHead, this.product(inputs, dx, { transposeA: true }));
    const dPosition = tf.sum(tf.reshape(dx, [-1, T, d]), 0);
    const gradient = tf.concat1d([dToken, dPosition, ...gradients].map((each) => tf.reshape(each, [-1])));
    return { loss: tf.div(loss, N), gradient };
  }

  /** A tensor of [N, V] of the tokens from `from` on. */
  private oneHot(sequences: Int32Array, from: number): tf.Tensor2D {
    const { vocabulary: V, context: T } = this.config;
    const ids = new Int32Array(this.batch * T);
    for (let b = 0; b < this.batch; b++) ids.set(sequences.subarray(b * (T + 1) + from, b * (T + 1) + from + T), b * T);
    // Of another type than int32 it is wrong on the WebAssembly backend.
    return tf.cast(tf.oneHot(tf.tensor1d(ids, 'int32'), V), 'float32') as tf.Tensor2D;
  }

  /** Of the tokens that came and what a teacher with these logits predicts, for each row of the batch `shares` of the latter. */
  private mixed(came: tf.Tensor2D, logits: tf.Tensor2D, shares: tf.Tensor1D): tf.Tensor2D {
    const share = tf.reshape(tf.tile(tf.reshape(shares, [-1, 1]), [1, this.config.context]), [-1, 1]);
    return tf.add(came, tf.mul(share, tf.sub(tf.softmax(logits), came))) as tf.Tensor2D;
  }

  /** As far as the logits. */
  private forward(values: tf.Tensor1D, inputs: tf.Tensor2D) {
    const { context: T, width: d, layers } = this.config;
    const tensors = this.layout.map(({ shape, offset, size }) =>
      tf.reshape(tf.slice(values, offset, size), [...shape]),
    );
    const [token, position] = tensors as [tf.Tensor2D, tf.Tensor2D];
    const embedded = tf.reshape(this.product(inputs, token), [-1, T, d]);
    let x = tf.reshape(tf.add(embedded, position), [-1, d]) as tf.Tensor2D;
    const blocks = Array.from({ length: layers }, (_, l) => {
      const block = this.block(x, tensors.slice(2 + 6 * l, 8 + 6 * l) as tf.Tensor2D[]);
      x = block.y;
      return block;
    });
    const final = normalize(x, tensors[tensors.length - 1]);
    const head = this.linear(final.y, token);
    return { blocks, final, head };
  }

  dispose(): void {
    this.mask.dispose();
  }

  /** x wᵀ: w is [outputs, inputs]. */
  private linear(x: tf.Tensor2D, w: tf.Tensor2D): Step<readonly [tf.Tensor2D, tf.Tensor2D]> {
    return {
      y: this.product(x, w, { transposeB: true }),
      back: (dy) => [this.product(dy, w), this.product(dy, x, { transposeA: true })],
    };
  }

  /** A block; the gradients of its parameters are in the order of the parameters. */
  private block(x: tf.Tensor2D, parameters: tf.Tensor2D[]): Step<readonly [tf.Tensor2D, tf.Tensor[]]> {
    const [norm1, norm2, qkv, out, up, down] = parameters;
    const normal1 = normalize(x, norm1);
    const projected = this.linear(normal1.y, qkv);
    const mixed = this.attention(projected.y);
    const read = this.linear(mixed.y, out);
    const between = tf.add(x, read.y) as tf.Tensor2D;
    const normal2 = normalize(between, norm2);
    const raised = this.linear(normal2.y, up);
    const hidden = gelu(raised.y);
    const lowered = this.linear(hidden.y, down);
    return {
      y: tf.add(between, lowered.y) as tf.Tensor2D,
      back(dy) {
        const [dHidden, dDown] = lowered.back(dy);
        const [dNormal2, dUp] = raised.back(hidden.back(dHidden));
        const [dAround2, dNorm2] = normal2.back(dNormal2);
        const dBetween = tf.add(dy, dAround2) as tf.Tensor2D;
        const [dMixed, dOut] = read.back(dBetween);
        const [dNormal1, dQkv] = projected.back(mixed.back(dMixed));
        const [dAround1, dNorm1] = normal1.back(dNormal1);
        return [tf.add(dBetween, dAround1) as tf.Tensor2D, [dNorm1, dNorm2, dQkv, dOut, dUp, dDown]];
      },
    };
  }

  /** Causal attention of every sequence and head: softmax(q kᵀ/√(d/H) + mask) v. qkv is [N, 3d]; the result is [N, d]. */
  private attention(qkv: tf.Tensor2D): Step<tf.Tensor2D> {
    const { context: T, width: d, heads: H } = this.config;
    const { batch: B, product } = this;
    const size = d / H;
    /** [N, parts · d] to [H·B, T, d/H], for each part. */
    const apart = (x: tf.Tensor2D, parts: number) => {
      const perHead = tf.transpose(tf.reshape(x, [B, T, parts * H, size]), [2, 0, 1, 3]);
      const all = tf.reshape(perHead, [parts * H * B, T, size]) as tf.Tensor3D;
      if (parts === 1) return [all];
      return Array.from({ length: parts }, (_, i) => tf.slice(all, [i * H * B, 0, 0], [H * B, T, size]));
    };
    const together = (parts: tf.Tensor3D[]) => {
      const perHead = tf.reshape(tf.concat(parts), [parts.length * H, B, T, size]);
      return tf.reshape(tf.transpose(perHead, [1, 2, 0, 3]), [B * T, parts.length * d]) as tf.Tensor2D;
    };
    const [query, k, v] = apart(qkv, 3);
    const q = tf.mul(query, 1 / Math.sqrt(size)) as tf.Tensor3D;
    const weights = tf.softmax(tf.add(product(q, k, { transposeB: true }), this.mask)) as tf.Tensor3D; // [H·B, T, T]
    return {
      y: together([product(weights, v)]),
      back(dy) {
        const [dMixed] = apart(dy, 1);
        const dWeights = product(dMixed, v, { transposeB: true });
        const weighted = tf.mul(dWeights, weights);
        const dScores = tf.sub(weighted, tf.mul(weights, tf.sum(weighted, 2, true))) as tf.Tensor3D;
        const dQuery = tf.mul(product(dScores, k), 1 / Math.sqrt(size)) as tf.Tensor3D;
        const dKey = product(dScores, q, { transposeA: true });
        return together([dQuery, dKey, product(weights, dMixed, { transposeA: true })]);
      },
    };
  }
}
