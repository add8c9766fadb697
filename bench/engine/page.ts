/** What `bench/engine.ts` measures, in a page: `globalThis.engine`. One transformer with weights drawn from a seed, on every engine. */
import * as ort from 'onnxruntime-web/wasm';
import type { Config } from '#contract/training.ts';
import { inTypeScript } from '#model/arithmetic.ts';
import { initialize, tensorsOf } from '#model/parameters.ts';
import { PlainTransformer } from '#model/plain.ts';
import { typescriptProducts } from '#model/plainProducts.ts';
import { PlainTraining } from '#model/plainTraining.ts';
import { simdProducts } from '#model/simdProducts.ts';
import { TensorflowTransformer } from '#model/tensorflow.ts';
import { useBackend } from '#model/tensorflowBackends.ts';
import { TensorflowTraining } from '#model/tensorflowTraining.ts';
import { trainingState, type TrainableModel } from '#model/trainableModel.ts';
import { isRegistered, register, unregister } from '#model/wasmKernels.ts';
import { probe } from '#workers/probe.ts';
import { onnxFile } from './onnx.ts';

/** Something that is timed: `run` does one unit of the work. What it needs to be set up for is set up before every round. */
interface Contestant {
  readonly prepare?: () => Promise<void>;
  readonly run: () => unknown;
}
type Contestants = Record<string, Contestant>;

export const names = {
  typescript: 'plain, TypeScript alone',
  simd: 'plain, SIMD kernel',
  stock: 'TensorFlow.js, WebAssembly as it comes',
  fallback: 'TensorFlow.js, WebAssembly as it comes, products one by one',
  kernel: 'TensorFlow.js, WebAssembly with the SIMD kernel',
  webgl: 'TensorFlow.js, WebGL',
  onnx: 'onnxruntime-web, WebAssembly, one thread',
} as const;
export type Name = keyof typeof names;

/** The name of a graphics processor, if there is one that is not imitated. */
const renderer = (() => {
  const { renderer: name, software } = probe();
  return software ? undefined : name;
})();

const useStock = async () => {
  await useBackend('wasm');
  unregister();
};
const useKernel = async () => {
  await useBackend('wasm');
  if (!register()) throw new Error('The SIMD kernel was not registered.');
};
const useWebgl = () => useBackend('webgl');

/**
 * The ways to TensorFlow.js. A model takes the form of its products when it is made: `stock` takes the one that the kernel is going to
 * have, so that both compute the same graph, `fallback` the one that is faster without it.
 */
async function onTensorflow(make: () => Contestant['run']): Promise<Contestants> {
  await useKernel();
  const [stock, kernel] = [make(), make()];
  await useStock();
  if (isRegistered()) throw new Error('The SIMD kernel is still registered.');
  const fallback = make();
  const found: Contestants = {
    stock: { prepare: useStock, run: stock },
    fallback: { prepare: useStock, run: fallback },
    kernel: { prepare: useKernel, run: kernel },
  };
  if (!renderer) return found;
  await useWebgl();
  return { ...found, webgl: { prepare: useWebgl, run: make() } };
}

ort.env.wasm.numThreads = 1;
const session = (file: Uint8Array) =>
  ort.InferenceSession.create(file, { executionProviders: ['wasm'], graphOptimizationLevel: 'all' });
const whole = (values: readonly number[], dims: readonly number[]) =>
  new ort.Tensor('int64', BigInt64Array.from(values, BigInt), dims);

const idsOf = ({ context, vocabulary }: Config) => Array.from({ length: context }, (_, t) => (t * 7) % vocabulary);

/** One window of as many tokens as the context has, to the logits of all its rows. */
async function readers(config: Config): Promise<Contestants> {
  const tensors = tensorsOf(initialize(config, 1));
  const ids = idsOf(config);
  const plain = (transformer: PlainTransformer) => ({ run: () => transformer.extend(transformer.start(), ids) });
  const onnx = await session(onnxFile(tensors, 'read'));
  const found: Contestants = {
    typescript: plain(new PlainTransformer(tensors, inTypeScript(config))),
    simd: plain(new PlainTransformer(tensors)),
    ...(await onTensorflow(() => {
      const transformer = new TensorflowTransformer(tensors);
      return () => transformer.logits([ids]);
    })),
    onnx: { run: async () => (await onnx.run({ ids: whole(ids, [1, ids.length]) })).logits.data },
  };
  // That it is the same work.
  const expected = (await found.typescript.run()) as Float32Array;
  for (const [name, { prepare, run }] of Object.entries(found)) {
    await prepare?.();
    const logits = (await run()) as Float32Array;
    const difference = expected.reduce((most, logit, i) => Math.max(most, Math.abs(logit - logits[i])), 0);
    if (logits.length !== expected.length || !(difference < 1e-3)) throw new Error(`${name} differs by ${difference}.`);
  }
  return found;
}

/** A whole context, token by token, with the keys and values of the tokens before kept. */
async function decoders(config: Config): Promise<Contestants> {
  const tensors = tensorsOf(initialize(config, 1));
  const ids = idsOf(config);
  const plain = (transformer: PlainTransformer) => ({
    run() {
      const context = transformer.start();
      let logits: Float32Array = new Float32Array();
      for (const id of ids) logits = transformer.extend(context, [id]);
      return logits;
    },
  });
  const onnx = await session(onnxFile(tensors, 'decode'));
  const { heads, width, layers } = config;
  const none = () => new ort.Tensor('float32', new Float32Array(), [1, heads, 0, width / heads]);
  const found: Contestants = {
    typescript: plain(new PlainTransformer(tensors, inTypeScript(config))),
    simd: plain(new PlainTransformer(tensors)),
    onnx: {
      async run() {
        let cache: Record<string, ort.Tensor> = {};
        for (let l = 0; l < layers; l++) cache = { ...cache, [`k${l}`]: none(), [`v${l}`]: none() };
        let logits: Float32Array = new Float32Array();
        for (const [t, id] of ids.entries()) {
          const result = await onnx.run({ ids: whole([id], [1, 1]), at: whole([t], [1]), ...cache });
          logits = result.logits.data as Float32Array;
          for (let l = 0; l < layers; l++) {
            cache[`k${l}`] = result[`newK${l}`];
            cache[`v${l}`] = result[`newV${l}`];
          }
        }
        return logits;
      },
    },
  };
  const expected = (await found.typescript.run()) as Float32Array;
  for (const [name, { run }] of Object.entries(found)) {
    const logits = (await run()) as Float32Array;
    if (!expected.every((logit, i) => Math.abs(logit - logits[i]) < 1e-3)) throw new Error(`${name} differs.`);
  }
  return found;
}

/** One step on a batch, and its loss. */
async function learners(config: Config, batch: number): Promise<Contestants> {
  const sequences = Int32Array.from(
    { length: batch * (config.context + 1) },
    (_, i) => (i * 7 + (i % 5)) % config.vocabulary,
  );
  const options = { batch, weightDecay: 0.1 };
  const state = trainingState(config, 1);
  const step = (model: TrainableModel) => async () => {
    model.step(sequences, 1e-4);
    return model.loss();
  };
  return {
    typescript: { run: step(new PlainTraining(state, options, () => typescriptProducts)) },
    simd: { run: step(new PlainTraining(state, options, (lengths) => simdProducts(lengths)!)) },
    ...(await onTensorflow(() => step(new TensorflowTraining(state, options)))),
  };
}

let current: Contestants = {};

async function prepare(kind: 'read' | 'decode' | 'train', config: Config, batch: number): Promise<Name[]> {
  current = await (kind === 'read' ? readers(config) : kind === 'decode' ? decoders(config) : learners(config, batch));
  return Object.keys(current) as Name[];
}

/** Milliseconds of one run, over as many as take this long, at least one. */
async function time(name: Name, milliseconds: number): Promise<number> {
  const { prepare: before, run } = current[name];
  await before?.();
  const begun = performance.now();
  let runs = 0;
  let took = 0;
  while (took < milliseconds || runs === 0) {
    await run();
    runs++;
    took = performance.now() - begun;
  }
  return took / runs;
}

const engine = { prepare, time, names, renderer };
export type EnginePage = typeof engine;
Object.assign(globalThis, { engine });
