/**
 * The mean loss of a batch and its gradient in plain TypeScript, every derivative written by hand: the same numbers as
 * `tensorflowGradient.ts`. Shapes: B sequences of T + 1 tokens, N = B·T predictions, d width, H heads, V vocabulary.
 */
import type { Config, Teacher } from '#contract/training.ts';
import { layoutOf, parameterCount } from './parameters.ts';
import {
  add,
  causalSoftmax,
  causalSoftmaxBack,
  copyRows,
  crossEntropy,
  gelu,
  geluBack,
  normalize,
  normalizeBack,
  softCrossEntropy,
  softTargets,
} from './plainOperations.ts';
import type { Products } from './plainProducts.ts';

type Allocate = (length: number) => Float32Array;

/** What a block leaves on the way forward. */
function blockMemory({ width: d, context: T, heads: H }: Config, B: number, allocate: Allocate) {
  const N = B * T;
  const norm = () => ({ normal: allocate(N * d), inverse: allocate(N), y: allocate(N * d) });
  return {
    norm1: norm(),
    qkv: allocate(N * 3 * d),
    weights: Array.from({ length: B * H }, () => allocate(T * T)),
    mixed: allocate(N * d),
    norm2: norm(),
    raised: allocate(N * 4 * d),
    sigmoid: allocate(N * 4 * d),
    hidden: allocate(N * 4 * d),
  };
}

/** Everything that is needed, and as much as is needed. */
function memory(config: Config, B: number, allocate: Allocate) {
  const { vocabulary: V, width: d, context: T, layers, heads: H } = config;
  const N = B * T;
  const parameters = layoutOf(config);
  const head = () => allocate(T * (d / H));
  return {
    parameters: parameters.map(({ size }) => allocate(size)),
    gradients: parameters.map(({ size }) => allocate(size)),
    blocks: Array.from({ length: layers }, () => blockMemory(config, B, allocate)),
    residual: allocate(N * d),
    final: { normal: allocate(N * d), inverse: allocate(N), y: allocate(N * d) },
    logits: allocate(N * V),
    // Backward, and for what is added to the residual stream.
    narrow: allocate(N * d),
    wide: allocate(N * 4 * d),
    dResidual: allocate(N * d),
    square: allocate(T * T),
    ...{ query: head(), key: head(), value: head(), dMixed: head(), dQuery: head(), dKey: head(), dValue: head() },
  };
}

type BlockMemory = ReturnType<typeof blockMemory>;

/** Tensors of a block in the order of the layout. */
const block = (tensors: readonly Float32Array[], l: number) => tensors.slice(2 + 6 * l, 8 + 6 * l);

export class PlainGradient {
  private readonly config: Config;
  private readonly batch: number;
  private readonly products: Products;
  private readonly memory: ReturnType<typeof memory>;
  private readonly inputs: Int32Array;
  private readonly targets: Int32Array;
  /** [N, V], once a teacher has been there. */
  private soft: Float32Array | undefined;

  /** `makeProducts` is told the lengths of all the arrays that it will be asked for. */
  constructor(config: Config, batch: number, makeProducts: (lengths: readonly number[]) => Products) {
    this.config = config;
    this.batch = batch;
    const lengths: number[] = [];
    memory(config, batch, (length) => {
      lengths.push(length);
      return new Float32Array(0);
    });
    this.products = makeProducts(lengths);
    this.memory = memory(config, batch, this.products.allocate.bind(this.products));
    this.inputs = new Int32Array(batch * config.context);
    this.targets = new Int32Array(batch * config.context);
  }

  /** The mean loss in nats per token of the sequences [B, T + 1], and its gradient, in the order of the parameters. */
  run(values: Float32Array, sequences: Int32Array, teacher?: Teacher): { loss: number; gradient: Float32Array } {
    const { config, batch: B, inputs, targets } = this;
    const { context: T } = config;
    const { gradients, logits } = this.memory;
    for (let b = 0; b < B; b++) {
      const at = b * (T + 1);
      inputs.set(sequences.subarray(at, at + T), b * T);
      targets.set(sequences.subarray(at + 1, at + 1 + T), b * T);
    }
    let loss: number;
    if (teacher) {
      this.forward(teacher.network.values);
      this.soft ??= new Float32Array(logits.length);
      softTargets(logits, targets, teacher.shares, this.soft);
      this.forward(values);
      loss = softCrossEntropy(logits, this.soft, targets.length) / targets.length;
    } else {
      this.forward(values);
      loss = crossEntropy(logits, targets) / targets.length;
    }
    this.backward();
    const gradient = new Float32Array(parameterCount(config));
    layoutOf(config).forEach(({ offset }, i) => gradient.set(gradients[i], offset));
    return { loss, gradient };
  }

  /** As far as the logits. */
  private forward(values: Float32Array): void {
    const { parameters } = this.memory;
    layoutOf(this.config).forEach(({ offset, size }, i) => parameters[i].set(values.subarray(offset, offset + size)));
    const { config, memory: m, inputs } = this;
    const { context: T, width: d, vocabulary: V, layers } = config;
    const [token, position] = m.parameters;
    const N = inputs.length;
    const x = m.residual;
    for (let t = 0; t < N; t++) {
      for (let k = 0; k < d; k++) x[t * d + k] = token[inputs[t] * d + k] + position[(t % T) * d + k];
    }
    for (let l = 0; l < layers; l++) {
      const own = m.blocks[l];
      const [gain1, gain2, qkv, out, up, down] = block(m.parameters, l);
      normalize(x, gain1, own.norm1.normal, own.norm1.inverse, own.norm1.y);
      this.linear(own.norm1.y, qkv, own.qkv, d, 3 * d);
      this.attend(own);
      add(x, this.linear(own.mixed, out, m.narrow, d, d));
      normalize(x, gain2, own.norm2.normal, own.norm2.inverse, own.norm2.y);
      this.linear(own.norm2.y, up, own.raised, d, 4 * d);
      gelu(own.raised, own.sigmoid, own.hidden);
      add(x, this.linear(own.hidden, down, m.narrow, 4 * d, d));
    }
    const { normal, inverse, y } = m.final;
    normalize(x, m.parameters[m.parameters.length - 1], normal, inverse, y);
    this.linear(y, token, m.logits, d, V);
  }

  /** Takes `logits` for their own derivative, which the loss has made of them. */
  private backward(): void {
    const { config, memory: m, inputs } = this;
    const { context: T, width: d, vocabulary: V, layers } = config;
    const last = m.parameters.length - 1;
    const [token] = m.parameters;
    const [dToken, dPosition] = m.gradients;
    const dx = m.dResidual.fill(0);
    this.linearBack(m.logits, m.final.y, token, m.narrow, dToken, d, V);
    normalizeBack(m.narrow, m.parameters[last], m.final.normal, m.final.inverse, dx, m.gradients[last]);
    for (let l = layers - 1; l >= 0; l--) {
      const own = m.blocks[l];
      const [gain1, gain2, qkv, out, up, down] = block(m.parameters, l);
      const [dGain1, dGain2, dQkv, dOut, dUp, dDown] = block(m.gradients, l);
      this.linearBack(dx, own.hidden, down, m.wide, dDown, 4 * d, d);
      geluBack(m.wide, own.raised, own.sigmoid);
      this.linearBack(m.wide, own.norm2.y, up, m.narrow, dUp, d, 4 * d);
      normalizeBack(m.narrow, gain2, own.norm2.normal, own.norm2.inverse, dx, dGain2);
      this.linearBack(dx, own.mixed, out, m.narrow, dOut, d, d);
      // The derivative takes the place of the queries, keys and values themselves.
      this.attendBack(own, m.narrow);
      this.linearBack(own.qkv, own.norm1.y, qkv, m.narrow, dQkv, d, 3 * d);
      normalizeBack(m.narrow, gain1, own.norm1.normal, own.norm1.inverse, dx, dGain1);
    }
    dPosition.fill(0);
    for (let t = 0; t < inputs.length; t++) {
      for (let k = 0; k < d; k++) {
        dPosition[(t % T) * d + k] += dx[t * d + k];
        dToken[inputs[t] * d + k] += dx[t * d + k];
      }
    }
  }

  /** y = x wᵀ; w is [outputs, width]. */
  private linear(x: Float32Array, w: Float32Array, y: Float32Array, width: number, outputs: number): Float32Array {
    const m = this.inputs.length;
    this.products.product(x, w, y, { m, n: outputs, k: width, transposeB: true });
    return y;
  }

  /** dx = dy w and dw = dyᵀ x. */
  private linearBack(
    dy: Float32Array,
    x: Float32Array,
    w: Float32Array,
    dx: Float32Array,
    dw: Float32Array,
    width: number,
    outputs: number,
  ): void {
    const N = this.inputs.length;
    this.products.product(dy, w, dx, { m: N, n: width, k: outputs });
    this.products.product(dy, x, dw, { m: outputs, n: width, k: N, transposeA: true });
  }

  /** Calls back for each sequence and head with its weights, and with where its rows begin in `qkv` [N, 3d] and `mixed` [N, d]. */
  private eachHead(own: BlockMemory, visit: (weights: Float32Array, qkvAt: number, mixedAt: number) => void): void {
    const { context: T, width: d, heads: H } = this.config;
    for (let b = 0; b < this.batch; b++) {
      for (let h = 0; h < H; h++) visit(own.weights[b * H + h], b * T * 3 * d + (h * d) / H, b * T * d + (h * d) / H);
    }
  }

  /** mixed = softmax(q kᵀ/√(d/H)) v, causal, for every sequence and head. */
  private attend(own: BlockMemory): void {
    const { context: T, width: d, heads: H } = this.config;
    const { query, key, value, dMixed: mixed } = this.memory;
    const size = d / H;
    this.eachHead(own, (weights, qkvAt, mixedAt) => {
      [query, key, value].forEach((part, i) => copyRows(own.qkv, qkvAt + i * d, 3 * d, part, 0, size, T, size));
      this.products.product(query, key, weights, { m: T, n: T, k: size, transposeB: true });
      causalSoftmax(weights, T, 1 / Math.sqrt(size));
      this.products.product(weights, value, mixed, { m: T, n: size, k: T });
      copyRows(mixed, 0, size, own.mixed, mixedAt, d, T, size);
    });
  }

  private attendBack(own: BlockMemory, dy: Float32Array): void {
    const { context: T, width: d, heads: H } = this.config;
    const { query, key, value, dMixed, square, dQuery, dKey, dValue } = this.memory;
    const size = d / H;
    this.eachHead(own, (weights, qkvAt, mixedAt) => {
      [query, key, value].forEach((part, i) => copyRows(own.qkv, qkvAt + i * d, 3 * d, part, 0, size, T, size));
      copyRows(dy, mixedAt, d, dMixed, 0, size, T, size);
      this.products.product(weights, dMixed, dValue, { m: T, n: size, k: T, transposeA: true });
      this.products.product(dMixed, value, square, { m: T, n: T, k: size, transposeB: true });
      causalSoftmaxBack(square, weights, T, 1 / Math.sqrt(size));
      this.products.product(square, key, dQuery, { m: T, n: size, k: T });
      this.products.product(square, query, dKey, { m: T, n: size, k: T, transposeA: true });
      [dQuery, dKey, dValue].forEach((part, i) => copyRows(part, 0, size, own.qkv, qkvAt + i * d, 3 * d, T, size));
    });
  }
}
