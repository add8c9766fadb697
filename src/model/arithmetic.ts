import type { Config } from '#contract/training.ts';
import { attend, gelu, multiply, normalize } from './kernels.ts';

/** y[t, o] = Σ_k x[t, k] w[o, k] for every row t of x, into y, which it returns. Or something else that is done to every row. */
export type Rows = (x: Float32Array, y: Float32Array) => Float32Array;

/** The hidden layer before and after GELU, [n, 4d] each, for whoever wants to keep it. */
export interface Hidden {
  readonly up: Float32Array;
  readonly active: Float32Array;
}

/** As `Rows`; fills `kept`. */
export type FeedForward = (x: Float32Array, y: Float32Array, kept?: Hidden) => Float32Array;

/** What takes the time in a transformer of one size. Its matrices are [outputs, inputs]; both are multiples of 4. */
export interface Arithmetic {
  /** It turns queries and keys by their places: see `rotary` in `toldPlaces.ts`. */
  readonly turns?: true;
  product(w: Float32Array, inputs: number): Rows;
  /** As `product`, of a matrix that changes: `set` takes the numbers of another one of its size. */
  changing(w: Float32Array, inputs: number): { readonly times: Rows; set(w: Float32Array): void };
  /** As `normalize` in `kernels.ts`. */
  normalize(x: Float32Array, gain: Float32Array): Float32Array;
  /** GELU(x upᵀ) downᵀ: `up` is [4d, d], `down` is [d, 4d]. */
  feedForward(up: Float32Array, down: Float32Array): FeedForward;
  /** As `attend` in `kernels.ts`. */
  attend(query: Float32Array, keyValue: Float32Array, before: number, kept?: Float32Array): Float32Array;
}

export function inTypeScript({ width: d, heads }: Config): Arithmetic {
  return {
    product: (w, inputs) => (x, y) => multiply(x, w, y, inputs),
    changing(w, inputs) {
      const own = w.slice();
      return { times: (x, y) => multiply(x, own, y, inputs), set: (next) => own.set(next) };
    },
    normalize,
    feedForward: (up, down) => (x, y, kept) => {
      const hidden = multiply(x, up, new Float32Array(4 * x.length), d);
      kept?.up.set(hidden);
      gelu(hidden);
      kept?.active.set(hidden);
      return multiply(hidden, down, y, 4 * d);
    },
    attend: (query, keyValue, before, kept) => attend(query, keyValue, before, d, heads, kept),
  };
}
