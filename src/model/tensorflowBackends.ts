import * as tf from '@tensorflow/tfjs-core';
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import '@tensorflow/tfjs-backend-webgl';
import '@tensorflow/tfjs-backend-cpu';
import './wasmBinaries.ts';
import { register } from './wasmKernels.ts';

/** Makes a backend the one that TensorFlow.js uses. Throws a sentence for the reader if this browser cannot. */
export async function useBackend(name: 'webgl' | 'wasm' | 'cpu'): Promise<void> {
  tf.enableProdMode();
  // Fewer programs to compile: one for each operation and rank, not one for each shape.
  tf.env().set('WEBGL_USE_SHAPES_UNIFORMS', true);
  // The threaded build needs a page that is isolated from others, and gains nothing at these sizes.
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  const isSet = await tf.setBackend(name).catch(() => false);
  if (!isSet || tf.getBackend() !== name) throw new Error(`This browser cannot run it.`);
  if (name === 'wasm') register();
}

/** Calls back when the browser takes the graphics context away. What is being computed then never arrives. */
export function onContextLost(listener: () => void): void {
  const { gl } = (tf.backend() as MathBackendWebGL).gpgpu;
  gl.canvas.addEventListener('webglcontextlost', listener);
}
