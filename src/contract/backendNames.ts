import type { Backend } from './engine.ts';

/** What a reader is told a model runs on. */
export const backendNames: Record<Backend, string> = {
  plain: 'plain TypeScript',
  webgl: 'TensorFlow.js on WebGL',
  wasm: 'TensorFlow.js on WebAssembly',
  cpu: 'TensorFlow.js on the CPU',
};
