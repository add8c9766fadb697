import digits from './assembly/kernel.ts?assembly';

/** What the modules of `assembly` export. Addresses and strides are in bytes. */
export interface SimdKernel {
  pack(from: number, rowStride: number, columnStride: number, k: number, n: number, to: number): void;
  multiplyPacked(
    a: number,
    rowStride: number,
    columnStride: number,
    packed: number,
    next: number,
    c: number,
    stride: number,
    m: number,
    n: number,
    k: number,
    add: boolean,
    scratch: number,
  ): void;
  multiply(
    a: number,
    aRowStride: number,
    aColumnStride: number,
    b: number,
    bRowStride: number,
    bColumnStride: number,
    c: number,
    m: number,
    n: number,
    k: number,
    scratch: number,
  ): void;
  quantize(x: number, k: number, n: number, q: number, steps: number): void;
  multiplyIntegers(
    q: number,
    step: number,
    w: number,
    steps: number,
    y: number,
    n: number,
    outputs: number,
    k: number,
  ): void;
  attend(
    query: number,
    queryStride: number,
    key: number,
    value: number,
    stride: number,
    mixed: number,
    before: number,
    n: number,
    heads: number,
    size: number,
    scale: number,
    scratch: number,
  ): void;
  normalize(x: number, gain: number, y: number, rows: number, d: number): void;
  gelu(x: number, y: number, count: number): void;
}

/** What `multiplyPacked` and `multiply` ask for as `scratch`, in bytes. */
export const STRIP = 128 + 16 * 64;
export const SCRATCH = STRIP + 4 * 512 * 256;

/** What `attend` asks for, for `tokens` tokens and heads of `size`. */
export const attentionScratch = (tokens: number, size: number) =>
  STRIP + 4 * (tokens * (2 * size + 16) + 32 * (tokens + 8) + 8 * size);

let compiled: WebAssembly.Module | undefined;

/** The kernel at work in this memory; undefined where there is no WebAssembly with SIMD, or a policy forbids it. */
export function simdKernel(memory: WebAssembly.Memory): SimdKernel | undefined {
  try {
    compiled ??= new WebAssembly.Module(Uint8Array.from(digits.match(/../g)!, (byte) => parseInt(byte, 16)));
    return new WebAssembly.Instance(compiled, { env: { memory } }).exports as unknown as SimdKernel;
  } catch {
    return undefined;
  }
}
