/** The WebAssembly backend's binaries as data URLs inside the script: neither file:// nor a sandboxed frame can fetch files. */
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import plain from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url&inline';
import simd from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url&inline';

setWasmPaths({
  'tfjs-backend-wasm.wasm': plain,
  'tfjs-backend-wasm-simd.wasm': simd,
  // Wanted in the list, but never loaded: threads are switched off.
  'tfjs-backend-wasm-threaded-simd.wasm': simd,
});
