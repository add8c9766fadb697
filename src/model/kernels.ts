/**
 * The arithmetic of the plain transformer. Matrices are float32, row by row; sums run in float64, which costs nothing in
 * JavaScript. The inner loops are unrolled by hand: with two rows by four outputs at a time the engine keeps all eight sums
 * in registers and reads every number less often, which is three times as fast as plain dot products.
 */

/** y[t, o] = Σ_k x[t, k] w[o, k] for every row t of x. The number of outputs is a multiple of 4, `inner` is even. */
export function multiply(x: Float32Array, w: Float32Array, y: Float32Array, inner: number): Float32Array {
  const rows = x.length / inner;
  const outputs = w.length / inner;
  for (let o = 0; o < outputs; o += 4) {
    const w0 = o * inner;
    const w1 = w0 + inner;
    const w2 = w1 + inner;
    const w3 = w2 + inner;
    for (let t = 0; t < rows; t += 2) {
      // A last odd row is paired with itself.
      const u = t + 1 < rows ? t + 1 : t;
      const x0 = t * inner;
      const x1 = u * inner;
      let s00 = 0;
      let s01 = 0;
      let s02 = 0;
      let s03 = 0;
      let s10 = 0;
      let s11 = 0;
      let s12 = 0;
      let s13 = 0;
      for (let k = 0; k < inner; k += 2) {
        const a0 = x[x0 + k];
        const a1 = x[x1 + k];
        const b0 = w[w0 + k];
        const b1 = w[w1 + k];
        const b2 = w[w2 + k];
        const b3 = w[w3 + k];
        s00 += a0 * b0;
        s01 += a0 * b1;
        s02 += a0 * b2;
        s03 += a0 * b3;
        s10 += a1 * b0;
        s11 += a1 * b1;
        s12 += a1 * b2;
        s13 += a1 * b3;
        const c0 = x[x0 + k + 1];
        const c1 = x[x1 + k + 1];
        const d0 = w[w0 + k + 1];
        const d1 = w[w1 + k + 1];
        const d2 = w[w2 + k + 1];
        const d3 = w[w3 + k + 1];
        s00 += c0 * d0;
        s01 += c0 * d1;
        s02 += c0 * d2;
        s03 += c0 * d3;
        s10 += c1 * d0;
        s11 += c1 * d1;
        s12 += c1 * d2;
        s13 += c1 * d3;
      }
      const y0 = t * outputs + o;
      const y1 = u * outputs + o;
      y[y0] = s00;
      y[y0 + 1] = s01;
      y[y0 + 2] = s02;
      y[y0 + 3] = s03;
      y[y1] = s10;
      y[y1 + 1] = s11;
      y[y1 + 2] = s12;
      y[y1 + 3] = s13;
    }
  }
  return y;
}

/**
 * Causal attention: new token t, at position p = before + t, mixes the values of positions 0 to p with the softmax of its
 * query's products with their keys, over the square root of the head's width. `keyValue` is [context, 2d]; `query` is [n, d].
 * Into `kept`, [heads, n, before + n], go the softmaxes themselves.
 */
export function attend(
  query: Float32Array,
  keyValue: Float32Array,
  before: number,
  d: number,
  heads: number,
  kept?: Float32Array,
): Float32Array {
  const size = d / heads;
  const row = 2 * d;
  const scale = 1 / Math.sqrt(size);
  const mixed = new Float32Array(query.length);
  const weights = new Float64Array(keyValue.length / row + 4);
  for (let t = 0; t * d < query.length; t++) {
    const positions = before + t + 1;
    for (let h = 0; h < heads; h++) {
      const q0 = t * d + h * size;
      let max = -Infinity;
      for (let s = 0; s < positions; s += 4) {
        const k0 = s * row + h * size;
        let s0 = 0;
        let s1 = 0;
        let s2 = 0;
        let s3 = 0;
        for (let k = 0; k < size; k++) {
          const a = query[q0 + k];
          s0 += a * keyValue[k0 + k];
          s1 += a * keyValue[k0 + row + k];
          s2 += a * keyValue[k0 + 2 * row + k];
          s3 += a * keyValue[k0 + 3 * row + k];
        }
        weights[s] = s0 * scale;
        weights[s + 1] = s1 * scale;
        weights[s + 2] = s2 * scale;
        weights[s + 3] = s3 * scale;
      }
      for (let s = 0; s < positions; s++) if (weights[s] > max) max = weights[s];
      let total = 0;
      for (let s = 0; s < positions; s++) {
        const weight = Math.exp(weights[s] - max);
        weights[s] = weight;
        total += weight;
      }
      if (kept) {
        const rows = query.length / d;
        const at = (h * rows + t) * (before + rows);
        for (let s = 0; s < positions; s++) kept[at + s] = weights[s] / total;
      }
      for (let j = 0; j < size; j += 4) {
        let m0 = 0;
        let m1 = 0;
        let m2 = 0;
        let m3 = 0;
        for (let s = 0, v = d + h * size + j; s < positions; s++, v += row) {
          const weight = weights[s];
          m0 += weight * keyValue[v];
          m1 += weight * keyValue[v + 1];
          m2 += weight * keyValue[v + 2];
          m3 += weight * keyValue[v + 3];
        }
        mixed[q0 + j] = m0 / total;
        mixed[q0 + j + 1] = m1 / total;
        mixed[q0 + j + 2] = m2 / total;
        mixed[q0 + j + 3] = m3 / total;
      }
    }
  }
  return mixed;
}

/** LayerNorm of every row with a gain and no bias: (x − mean) / √(variance + 10⁻⁵) · gain. */
export function normalize(x: Float32Array, gain: Float32Array): Float32Array {
  const d = gain.length;
  const y = new Float32Array(x.length);
  for (let at = 0; at < x.length; at += d) {
    let mean = 0;
    for (let k = 0; k < d; k++) mean += x[at + k];
    mean /= d;
    let variance = 0;
    for (let k = 0; k < d; k++) variance += (x[at + k] - mean) * (x[at + k] - mean);
    const scale = 1 / Math.sqrt(variance / d + 1e-5);
    for (let k = 0; k < d; k++) y[at + k] = (x[at + k] - mean) * scale * gain[k];
  }
  return y;
}

/** GELU in its tanh form, in place: ½x(1 + tanh u) = x / (1 + e^(−2u)) with u = √(2/π) (x + 0.044715 x³). */
export function gelu(x: Float32Array): Float32Array {
  const twice = 2 * Math.sqrt(2 / Math.PI);
  for (let i = 0; i < x.length; i++) {
    const z = x[i];
    x[i] = z / (1 + Math.exp(-twice * z * (1 + 0.044715 * z * z)));
  }
  return x;
}
