/** The arithmetic of the transformer in WebAssembly SIMD: AssemblyScript, compiled by the build (`build/assembly.ts`). */
export { multiply, multiplyPacked, pack } from './matrices';
export { multiplyIntegers, quantize } from './integers';
export { attend, gelu, normalize } from './attention';
