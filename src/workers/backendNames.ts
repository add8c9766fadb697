import type { Backend } from '#contract/engine.ts';

/** As the reader is told. */
export const backendNames: Record<Backend, string> = {
  plain: 'plain TypeScript',
  webgl: 'WebGL',
  wasm: 'WebAssembly',
  cpu: 'TensorFlow.js without acceleration',
};
