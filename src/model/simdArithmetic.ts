import type { Config } from '#contract/training.ts';
import type { Arithmetic, Rows } from './arithmetic.ts';
import { attend } from './kernels.ts';
import { attentionScratch, simdKernel } from './simdKernel.ts';
import { wholeRows } from './wholeNumbers.ts';

/** Rows at a time: what they come to stays in the second-level cache. */
const ROWS = 64;
const PAGE = 65_536;

/**
 * The arithmetic in WebAssembly SIMD, several times as fast as in TypeScript, with sums in float32. It has a memory of its own, which
 * goes when it does: room for some rows that come in and go out and for the keys and values of a context, and the matrices, each
 * packed once. With `whole`, products with matrices that do not change are of whole numbers. Undefined where it cannot be had.
 */
export function inWebAssembly({ vocabulary, context, width: d, heads }: Config, whole = false): Arithmetic | undefined {
  let memory: WebAssembly.Memory;
  try {
    memory = new WebAssembly.Memory({ initial: 1 });
  } catch {
    return undefined;
  }
  const kernel = simdKernel(memory);
  if (!kernel) return undefined;

  let floats = new Float32Array(memory.buffer);
  let end = 0;
  /** Makes the memory reach so many bytes beyond its end. */
  function reserve(bytes: number): void {
    const missing = end + bytes - memory.buffer.byteLength;
    if (missing <= 0) return;
    memory.grow(Math.ceil(missing / PAGE));
    floats = new Float32Array(memory.buffer);
  }
  function allocate(bytes: number): number {
    reserve(bytes);
    const at = end;
    end += Math.ceil(bytes / 16) * 16;
    return at;
  }
  const widest = Math.max(4 * d, vocabulary);
  const size = d / heads;
  const scratch = allocate(attentionScratch(context, size));
  const [input, output] = [allocate(4 * ROWS * widest), allocate(4 * ROWS * widest)];
  const cache = allocate(8 * d * context);
  /** Rows as whole numbers, and how much one is. */
  const [integers, inputSteps] = [allocate(2 * ROWS * (widest + 8)), allocate(4 * ROWS)];

  /** A matrix [outputs, inputs] in memory for good: what multiplies n rows at `from` with it, and what puts another in its place. */
  function packed(w: Float32Array, inputs: number) {
    const outputs = w.length / inputs;
    const at = allocate(32 * inputs * Math.ceil(outputs / 8));
    const set = (next: Float32Array) => {
      reserve(next.byteLength);
      floats.set(next, end / 4);
      kernel!.pack(end, 4, 4 * inputs, inputs, outputs, at);
    };
    set(w);
    const times = (from: number, to: number, n: number) =>
      kernel!.multiplyPacked(
        ...[from, 4 * inputs, 4, at, 32 * inputs, to, 4 * outputs, n, outputs, inputs, false, scratch] as const, // prettier-ignore
      );
    return { times, set };
  }

  /** As `packed`, in whole numbers. */
  function packedWhole(w: Float32Array, inputs: number) {
    const { numbers, steps } = wholeRows(w, inputs);
    const outputs = steps.length;
    const padded = Math.ceil(inputs / 8) * 8;
    const [at, stepsAt] = [allocate(outputs * padded), allocate(4 * outputs)];
    const bytes = new Int8Array(memory.buffer);
    for (let o = 0; o < outputs; o++) bytes.set(numbers.subarray(o * inputs, (o + 1) * inputs), at + o * padded);
    floats.set(steps, stepsAt / 4);
    const times = (from: number, to: number, n: number) => {
      kernel!.quantize(from, inputs, n, integers, inputSteps);
      kernel!.multiplyIntegers(integers, inputSteps, at, stepsAt, to, n, outputs, padded);
    };
    return { times };
  }
  const fixed = whole ? packedWhole : packed;

  /** Takes rows of `inputs` numbers in, some at a time, and those of `outputs` numbers that `work` leaves at an address out. */
  function inParts(inputs: number, outputs: number, work: (n: number, first: number) => number): Rows {
    return (x, y) => {
      const rows = x.length / inputs;
      for (let t = 0; t < rows; t += ROWS) {
        const n = Math.min(ROWS, rows - t);
        floats.set(n < rows ? x.subarray(t * inputs, (t + n) * inputs) : x, input / 4);
        const at = work(n, t) / 4;
        y.set(floats.subarray(at, at + n * outputs), t * outputs);
      }
      return y;
    };
  }

  const rowsTimes = ({ times }: ReturnType<typeof fixed>, w: Float32Array, inputs: number) =>
    inParts(inputs, w.length / inputs, (n) => {
      times(input, output, n);
      return output;
    });

  return {
    product: (w, inputs) => rowsTimes(fixed(w, inputs), w, inputs),
    changing(w, inputs) {
      const own = packed(w, inputs);
      return { times: rowsTimes(own, w, inputs), set: own.set };
    },
    normalize(x, gain) {
      floats.set(gain, scratch / 4);
      const normal = inParts(d, d, (n) => {
        kernel.normalize(input, scratch, output, n, d);
        return output;
      });
      return normal(x, new Float32Array(x.length));
    },
    feedForward(up, down) {
      const [rise, fall] = [fixed(up, d), fixed(down, 4 * d)];
      return (x, y, kept) => {
        const keep = (to: Float32Array | undefined, n: number, first: number) =>
          to?.set(floats.subarray(output / 4, output / 4 + 4 * d * n), 4 * d * first);
        const feed = inParts(d, d, (n, first) => {
          rise.times(input, output, n);
          keep(kept?.up, n, first);
          kernel.gelu(output, output, 4 * d * n);
          keep(kept?.active, n, first);
          fall.times(output, input, n);
          return input;
        });
        return feed(x, y);
      };
    },
    attend(query, keyValue, before, kept) {
      if (kept) return attend(query, keyValue, before, d, heads, kept);
      floats.set(keyValue.subarray(0, 2 * (before * d + query.length)), cache / 4);
      const [key, value] = [cache, cache + 4 * d];
      const mix = inParts(d, d, (n, first) => {
        const place = [before + first, n, heads, size] as const;
        kernel.attend(input, 4 * d, key, value, 8 * d, output, ...place, 1 / Math.sqrt(size), scratch);
        return output;
      });
      return mix(query, new Float32Array(query.length));
    },
  };
}
