/**
 * The SIMD kernel beneath TensorFlow.js's WebAssembly backend, whose own BatchMatMul goes through a scalar loop for whatever is transposed
 * or stacked, and whose Slice copies all of what it takes a part of. It works in place, in the backend's memory. That memory and its
 * allocator are no public interface: they are looked at before use, what is registered is tried out (`wasmKernelsCheck.ts`), and at any
 * difference the backend stays as it was.
 */
import * as tf from '@tensorflow/tfjs-core';
import { attentionScratch, simdKernel, SCRATCH, type SimdKernel } from './simdKernel.ts';
import { isRight } from './wasmKernelsCheck.ts';

/** What is used of the backend. */
interface Backend {
  readonly wasm?: {
    readonly asm?: { readonly memory?: unknown };
    _malloc?(bytes: number): number;
    _free?(at: number): void;
  };
  readonly dataIdMap?: { get(dataId: object): { readonly memoryOffset?: number } | undefined };
  makeOutput?(shape: number[], dtype: 'float32'): tf.TensorInfo;
}

/** Number of matrices in a stack, and the rows and columns of each. */
function sizes(shape: readonly number[]): [count: number, rows: number, columns: number] {
  const count = shape.slice(0, -2).reduce((product, n) => product * n, 1);
  return [count, shape[shape.length - 2], shape[shape.length - 1]];
}

const addressOf = (backend: Required<Backend>, { dataId }: { dataId: object }) =>
  backend.dataIdMap.get(dataId)!.memoryOffset!;

interface Factors {
  readonly a: tf.TensorInfo;
  readonly b: tf.TensorInfo;
}
type Orders = { readonly transposeA: boolean; readonly transposeB: boolean };

/** Undefined for what is left to the stock kernel: stacks that repeat along different axes. */
function multiply(backend: Required<Backend>, kernel: SimdKernel, scratch: number, { a, b }: Factors, orders: Orders) {
  const stacks = [a, b].map(({ shape }) => shape.slice(0, -2));
  const fit = stacks[0].join() === stacks[1].join() || stacks.some((stack) => stack.every((count) => count === 1));
  if (!fit || a.dtype !== 'float32' || b.dtype !== 'float32') return undefined;
  const [countA, rowsA, columnsA] = sizes(a.shape);
  const [countB, rowsB, columnsB] = sizes(b.shape);
  const [m, k] = orders.transposeA ? [columnsA, rowsA] : [rowsA, columnsA];
  const [inner, n] = orders.transposeB ? [columnsB, rowsB] : [rowsB, columnsB];
  if (k !== inner) throw new Error(`Matrices of ${a.shape.join(' × ')} and ${b.shape.join(' × ')} have no product.`);
  const stack = tf.broadcast_util.assertAndGetBroadcastShape(stacks[0], stacks[1]);
  const out = backend.makeOutput([...stack, m, n], 'float32');
  const [aAt, bAt, outAt] = [a, b, out].map((tensor) => addressOf(backend, tensor));
  const [aRow, aColumn] = orders.transposeA ? [4, 4 * m] : [4 * k, 4];
  const [bRow, bColumn] = orders.transposeB ? [4, 4 * k] : [4 * n, 4];
  for (let i = 0; i < Math.max(countA, countB); i++) {
    const left = aAt + (countA === 1 ? 0 : 4 * i * m * k);
    const right = bAt + (countB === 1 ? 0 : 4 * i * k * n);
    kernel.multiply(left, aRow, aColumn, right, bRow, bColumn, outAt + 4 * i * m * n, m, n, k, scratch);
  }
  return out;
}

/** A part that lies in one piece. Undefined for others. */
function slice(backend: Required<Backend>, memory: WebAssembly.Memory, x: tf.TensorInfo, wanted: tf.SliceAttrs) {
  const [begin, size] = tf.slice_util.parseSliceParams(x, wanted.begin, wanted.size);
  if (x.dtype !== 'float32' || !tf.slice_util.isSliceContinous(x.shape, begin, size)) return undefined;
  const out = backend.makeOutput(size, 'float32');
  const from = addressOf(backend, x) + 4 * tf.slice_util.computeFlatOffset(begin, tf.util.computeStrides(x.shape));
  const length = 4 * size.reduce((product, n) => product * n, 1);
  new Uint8Array(memory.buffer).copyWithin(addressOf(backend, out), from, from + length);
  return out;
}

type Kernels = Readonly<Record<string, (call: Parameters<tf.KernelFunc>[0]) => tf.TensorInfo | undefined>>;

/** The kernels by their names. Those that TensorFlow.js has none of are of matrices whose rows are multiples of 4. */
function kernelsOf(
  backend: Required<Backend>,
  memory: WebAssembly.Memory,
  kernel: SimdKernel,
  scratch: number,
): Kernels {
  const at = (tensor: tf.TensorInfo) => addressOf(backend, tensor);
  return {
    BatchMatMul: ({ inputs, attrs }) =>
      multiply(backend, kernel, scratch, inputs as unknown as Factors, attrs as unknown as Orders),
    Slice: ({ inputs, attrs }) => slice(backend, memory, inputs.x as tf.TensorInfo, attrs as unknown as tf.SliceAttrs),
    Gelu({ inputs }) {
      const { x } = inputs as Record<'x', tf.TensorInfo>;
      const y = backend.makeOutput(x.shape, 'float32');
      kernel.gelu(at(x), at(y), x.shape[0] * x.shape[1]);
      return y;
    },
    LayerNorm({ inputs }) {
      const { x, gain } = inputs as Record<'x' | 'gain', tf.TensorInfo>;
      const y = backend.makeOutput(x.shape, 'float32');
      kernel.normalize(at(x), at(gain), at(y), x.shape[0], x.shape[1]);
      return y;
    },
    /** Of queries, already scaled, keys and values [n, 3d], every `tokens` rows by themselves. */
    CausalAttention({ inputs, attrs }) {
      const { x } = inputs as Record<'x', tf.TensorInfo>;
      const { tokens, heads } = attrs as { tokens: number; heads: number };
      const [n, width] = x.shape;
      const d = width / 3;
      const y = backend.makeOutput([n, d], 'float32');
      for (let t = 0; t < n; t += tokens) {
        const query = at(x) + 4 * width * t;
        const [key, value, mixed] = [query + 4 * d, query + 8 * d, at(y) + 4 * d * t];
        const place = [0, tokens, heads, d / heads] as const;
        kernel.attend(query, 4 * width, key, value, 4 * width, mixed, ...place, 1, scratch);
      }
      return y;
    },
  };
}

interface Registered {
  readonly names: readonly string[];
  /** What was there before. */
  readonly stock: readonly tf.KernelConfig[];
  readonly backend: tf.KernelBackend;
  readonly scratch: number;
}
let registered: Registered | undefined;

/** Whether products on the WebAssembly backend in use go through the SIMD kernel. */
export function isRegistered(): boolean {
  return registered !== undefined && tf.getBackend() === 'wasm' && tf.backend() === registered.backend;
}

/** Whether attention among so many tokens, with heads of this size, can go through one kernel. */
export const attendsTo = (tokens: number, size: number) => isRegistered() && attentionScratch(tokens, size) <= SCRATCH;

/** Puts the stock kernels back. */
export function unregister(): void {
  if (!registered) return;
  const { names, stock, backend, scratch } = registered;
  registered = undefined;
  for (const name of names) tf.unregisterKernel(name, 'wasm');
  for (const each of stock) tf.registerKernel(each);
  (backend as Backend).wasm?._free?.(scratch);
}

/** A backend that is as it is expected to be, or undefined. */
function internals(backend: Backend): { backend: Required<Backend>; memory: WebAssembly.Memory } | undefined {
  const memory = backend.wasm?.asm?.memory;
  const isPlain = memory instanceof WebAssembly.Memory && memory.buffer instanceof ArrayBuffer;
  const has = [backend.wasm?._malloc, backend.dataIdMap?.get, backend.makeOutput];
  return isPlain && has.every((each) => typeof each === 'function')
    ? { backend: backend as Required<Backend>, memory }
    : undefined;
}

/**
 * Registers the kernels for the WebAssembly backend in use. False if they cannot work there, or do not compute what they should: then
 * nothing has changed.
 */
export function register(): boolean {
  if (isRegistered()) return true;
  unregister();
  const found = tf.getBackend() === 'wasm' ? internals(tf.backend() as unknown as Backend) : undefined;
  const kernel = found && simdKernel(found.memory);
  const scratch = kernel ? found.backend.wasm._malloc!(SCRATCH) >>> 0 : 0;
  if (!kernel || !scratch) return false;
  const kernels = Object.entries(kernelsOf(found.backend, found.memory, kernel, scratch));
  const names = kernels.map(([name]) => name);
  const stock = names.flatMap((name) => tf.getKernel(name, 'wasm') ?? []);
  registered = { names, stock, backend: tf.backend(), scratch };
  for (const { kernelName } of stock) tf.unregisterKernel(kernelName, 'wasm');
  for (const [kernelName, compute] of kernels) {
    const before = stock.find((each) => each.kernelName === kernelName);
    tf.registerKernel({
      ...{ kernelName, backendName: 'wasm', setupFunc: before?.setupFunc },
      kernelFunc(call) {
        // A backend that was made anew has another memory.
        const result = (call.backend as unknown) === found.backend ? compute(call) : undefined;
        if (!result && !before) throw new Error(`${kernelName} is a kernel of another backend.`);
        return result ?? before!.kernelFunc(call);
      },
    });
  }
  if (isRight()) return true;
  unregister();
  return false;
}
