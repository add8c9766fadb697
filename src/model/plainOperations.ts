/**
 * The operations of a block that are no products of matrices, and their derivatives, for training in plain TypeScript. Arrays are
 * float32, row by row, and are filled in place; what a derivative needs of the way there is kept in them. Sums run in float64.
 */

/** LayerNorm of every row, (x − mean) / √(variance + 10⁻⁵) into `normal`, and times the gain into `y`; `inverse` is one over the root. */
export function normalize(
  x: Float32Array,
  gain: Float32Array,
  normal: Float32Array,
  inverse: Float32Array,
  y: Float32Array,
): void {
  const d = gain.length;
  for (let row = 0, at = 0; at < x.length; row++, at += d) {
    let mean = 0;
    for (let k = 0; k < d; k++) mean += x[at + k];
    mean /= d;
    let square = 0;
    for (let k = 0; k < d; k++) square += (x[at + k] - mean) * (x[at + k] - mean);
    const scale = 1 / Math.sqrt(square / d + 1e-5);
    inverse[row] = scale;
    for (let k = 0; k < d; k++) {
      normal[at + k] = (x[at + k] - mean) * scale;
      y[at + k] = normal[at + k] * gain[k];
    }
  }
}

/** Adds to `dx`; `dGain` is set. */
export function normalizeBack(
  dy: Float32Array,
  gain: Float32Array,
  normal: Float32Array,
  inverse: Float32Array,
  dx: Float32Array,
  dGain: Float32Array,
): void {
  const d = gain.length;
  const sums = new Float64Array(d);
  for (let row = 0, at = 0; at < dy.length; row++, at += d) {
    let mean = 0;
    let along = 0;
    for (let k = 0; k < d; k++) {
      const scaled = dy[at + k] * gain[k];
      mean += scaled;
      along += scaled * normal[at + k];
      sums[k] += dy[at + k] * normal[at + k];
    }
    mean /= d;
    along /= d;
    for (let k = 0; k < d; k++) dx[at + k] += inverse[row] * (dy[at + k] * gain[k] - mean - normal[at + k] * along);
  }
  dGain.set(sums);
}

const A = 2 * Math.sqrt(2 / Math.PI);
const B = 0.044715 * A;

/** GELU in its tanh form: y = x σ(2u) with 2u = x (A + B x²); the sigmoid is kept. */
export function gelu(x: Float32Array, sigmoid: Float32Array, y: Float32Array): void {
  for (let i = 0; i < x.length; i++) {
    sigmoid[i] = 1 / (1 + Math.exp(-x[i] * (A + B * x[i] * x[i])));
    y[i] = x[i] * sigmoid[i];
  }
}

/** In place: `dy` becomes dx. */
export function geluBack(dy: Float32Array, x: Float32Array, sigmoid: Float32Array): void {
  for (let i = 0; i < x.length; i++) {
    const s = sigmoid[i];
    dy[i] *= s + x[i] * s * (1 - s) * (A + 3 * B * x[i] * x[i]);
  }
}

/** The teacher's predictions softmax(logits) [N, V] and the tokens that came, mixed row by row of a batch: `shares[b]` of the former. */
export function softTargets(
  logits: Float32Array,
  targets: Int32Array,
  shares: readonly number[],
  into: Float32Array,
): void {
  const V = logits.length / targets.length;
  const T = targets.length / shares.length;
  for (let t = 0, at = 0; t < targets.length; t++, at += V) {
    const share = shares[Math.floor(t / T)];
    const row = logits.subarray(at, at + V);
    const most = row.reduce((a, b) => Math.max(a, b));
    let total = 0;
    for (let v = 0; v < V; v++) total += Math.exp(row[v] - most);
    for (let v = 0; v < V; v++) into[at + v] = (share * Math.exp(row[v] - most)) / total;
    into[at + targets[t]] += 1 - share;
  }
}

/** Sum of −Σ target · ln softmax(logits) in nats over N rows; in place, `logits` [N, V] becomes the derivative of the mean. */
export function softCrossEntropy(logits: Float32Array, targets: Float32Array, N: number): number {
  const V = logits.length / N;
  let loss = 0;
  for (let at = 0; at < logits.length; at += V) {
    let most = -Infinity;
    for (let v = 0; v < V; v++) if (logits[at + v] > most) most = logits[at + v];
    let [total, along] = [0, 0];
    for (let v = 0; v < V; v++) {
      total += Math.exp(logits[at + v] - most);
      along += targets[at + v] * (logits[at + v] - most);
    }
    loss += Math.log(total) - along;
    for (let v = 0; v < V; v++) logits[at + v] = (Math.exp(logits[at + v] - most) / total - targets[at + v]) / N;
  }
  return loss;
}

/** Sum of −ln softmax(logits)[target] in nats; in place, `logits` [N, V] becomes the derivative of the mean. */
export function crossEntropy(logits: Float32Array, targets: Int32Array): number {
  const V = logits.length / targets.length;
  const share = 1 / targets.length;
  let loss = 0;
  for (let t = 0, at = 0; t < targets.length; t++, at += V) {
    let most = -Infinity;
    for (let v = 0; v < V; v++) if (logits[at + v] > most) most = logits[at + v];
    const right = logits[at + targets[t]] - most;
    let total = 0;
    for (let v = 0; v < V; v++) {
      const exponential = Math.exp(logits[at + v] - most);
      logits[at + v] = exponential;
      total += exponential;
    }
    loss += Math.log(total) - right;
    for (let v = 0; v < V; v++) logits[at + v] *= share / total;
    logits[at + targets[t]] -= share;
  }
  return loss;
}

/** Causal softmax of `scale` times each row of a [T, T] square, in place: zero on later ones. */
export function causalSoftmax(scores: Float32Array, T: number, scale: number): void {
  for (let t = 0, at = 0; t < T; t++, at += T) {
    let most = -Infinity;
    for (let s = 0; s <= t; s++) if (scores[at + s] > most) most = scores[at + s];
    let total = 0;
    for (let s = 0; s <= t; s++) {
      const exponential = Math.exp(scale * (scores[at + s] - most));
      scores[at + s] = exponential;
      total += exponential;
    }
    for (let s = 0; s <= t; s++) scores[at + s] /= total;
    scores.fill(0, at + t + 1, at + T);
  }
}

/** In place: `dy` becomes the derivative with respect to the scores, given the weights that `causalSoftmax` made of them. */
export function causalSoftmaxBack(dy: Float32Array, weights: Float32Array, T: number, scale: number): void {
  for (let t = 0, at = 0; t < T; t++, at += T) {
    let along = 0;
    for (let s = 0; s <= t; s++) along += dy[at + s] * weights[at + s];
    for (let s = 0; s <= t; s++) dy[at + s] = scale * weights[at + s] * (dy[at + s] - along);
    dy.fill(0, at + t + 1, at + T);
  }
}

/** Copies `count` rows of `width` numbers; rows are `fromStride` and `toStride` numbers apart. */
export function copyRows(
  from: Float32Array,
  fromAt: number,
  fromStride: number,
  to: Float32Array,
  toAt: number,
  toStride: number,
  count: number,
  width: number,
): void {
  for (let row = 0; row < count; row++, fromAt += fromStride, toAt += toStride)
    for (let k = 0; k < width; k++) to[toAt + k] = from[fromAt + k];
}

export function add(x: Float32Array, y: Float32Array): void {
  for (let i = 0; i < x.length; i++) x[i] += y[i];
}
