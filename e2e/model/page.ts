/** A page that lends the model to the tests and the benchmark: `window.model`. */
import * as tf from '@tensorflow/tfjs-core';
import { PlainTransformer } from '#model/plain.ts';
import { TensorflowTransformer } from '#model/tensorflow.ts';
import { useBackend } from '#model/tensorflowBackends.ts';
import { parseWeights } from '#model/weights.ts';
import { createEngine } from '#workers/engine.ts';
import PlainWorker from '#workers/plain.worker.ts?worker&inline';
import TensorflowWorker from '#workers/tensorflow.worker.ts?worker&inline';
import type { Port } from '#workers/protocol.ts';

type TensorflowBackend = 'webgl' | 'wasm' | 'cpu';

const weightsFile = async () => (await fetch('./reader.bin')).arrayBuffer();

/** Workers that a test may stop, or make lose their graphics context. */
const workers: Worker[] = [];
function spawn(Kind: new () => Worker): Port {
  const worker = new Kind();
  workers.push(worker);
  return worker;
}

const model = {
  workers,
  createEngine: () =>
    createEngine({
      spawnPlain: () => spawn(PlainWorker),
      spawnTensorflow: async () => spawn(TensorflowWorker),
      loadWeights: weightsFile,
      remember: { get: () => undefined, set: () => {} },
    }),
  /** The stages of a window, embedding first and logits last, on a backend. */
  async stages(backend: 'plain' | TensorflowBackend, ids: number[]): Promise<Float32Array[]> {
    const weights = parseWeights(await weightsFile());
    if (backend === 'plain') {
      const plain = new PlainTransformer(weights);
      const stages: Float32Array[] = [];
      const logits = plain.extend(plain.start(), ids, (stage, residual) => (stages[stage] = residual.slice()));
      return [...stages, logits];
    }
    await useBackend(backend);
    const transformer = new TensorflowTransformer(weights);
    const stages = [...(await transformer.residuals([ids])), await transformer.logits([ids])];
    transformer.dispose();
    return stages;
  },
  /** Tensors that TensorFlow.js holds. */
  tensors: () => tf.memory().numTensors,
  async step(backend: TensorflowBackend, batch: number, steps: number): Promise<number[]> {
    const weights = parseWeights(await weightsFile());
    await useBackend(backend);
    const transformer = new TensorflowTransformer(weights);
    const windows = Array.from({ length: batch }, () => Uint16Array.from({ length: 256 }, (_, t) => (t * 7) % 1024));
    const times: number[] = [];
    for (let i = 0; i < steps; i++) {
      const t = performance.now();
      await transformer.logits(windows, 128);
      times.push(performance.now() - t);
    }
    transformer.dispose();
    return times;
  },
};

export type ModelPage = typeof model;
Object.assign(globalThis, { model });
