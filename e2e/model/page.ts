/** A page that lends the model to the tests and to the benchmark, as `globalThis.model`. */
import * as tf from '@tensorflow/tfjs-core';
import type { Backend, Engine, EngineStatus } from '#contract/engine.ts';
import { surprisalOfIndex } from '#theory/language-models/softmax.ts';
import { PlainTransformer } from '#model/plain.ts';
import { TensorflowTransformer } from '#model/tensorflow.ts';
import { useBackend } from '#model/tensorflowBackends.ts';
import { parseWeights } from '#model/weights.ts';
import { createEngine } from '#workers/engine.ts';
import PlainWorker from '#workers/plain.worker.ts?worker&inline';
import { largestDifference } from '../../fixtures/difference.ts';
import type { ModelFixture } from '../../fixtures/model.ts';
import FragileWorker from './fragile.worker.ts?worker&inline';
import { count, train } from './training.ts';

const weightsFile = async () => (await fetch('./reader.bin')).arrayBuffer();

/** The stages of a window, the embedding first and the logits last. */
async function stagesOf(backend: Backend, ids: number[]): Promise<Float32Array[]> {
  const weights = parseWeights(await weightsFile());
  const stages: Float32Array[] = [];
  if (backend === 'plain') {
    const plain = new PlainTransformer(weights);
    const logits = plain.extend(plain.start(), ids, {
      residual: (stage, residual) => (stages[stage] = residual.slice()),
    });
    return [...stages, logits];
  }
  await useBackend(backend);
  const before = tf.memory().numTensors;
  const transformer = new TensorflowTransformer(weights);
  stages.push(...(await transformer.residuals([ids])), await transformer.logits([ids]));
  transformer.dispose();
  if (tf.memory().numTensors !== before) throw new Error('TensorFlow.js kept tensors that nobody needs.');
  return stages;
}

/** How far a backend is from PyTorch in a window: in each stage, in the last row of the logits, and in the mean loss. */
async function compare(backend: Backend, { ids, stride, stages, lastLogits, loss }: ModelFixture['windows'][number]) {
  const inputs = ids.slice(0, -1);
  const found = await stagesOf(backend, inputs);
  const logits = found[found.length - 1];
  const row = (t: number) => logits.subarray(t * lastLogits.length, (t + 1) * lastLogits.length);
  const nats = inputs.reduce((sum, _, t) => sum + surprisalOfIndex(row(t), ids[t + 1]), 0);
  return {
    stages: stages.map((sample, stage) => largestDifference(found[stage], sample, stride)),
    lastLogits: largestDifference(row(inputs.length - 1), lastLogits),
    loss: Math.abs(nats / inputs.length - loss),
  };
}

let engine: Engine;
let heavyWorker: Worker | undefined;

function startEngine(): void {
  engine = createEngine({
    spawnPlain: () => new PlainWorker(),
    spawnTensorflow: async () => (heavyWorker = new FragileWorker()),
    loadWeights: weightsFile,
    remember: { get: () => undefined, set: () => {} },
  });
}

/** Chooses a backend and waits until it runs, or until another one runs in its place. */
async function choose(backend: Backend): Promise<EngineStatus> {
  engine.choose(backend);
  for (;;) {
    const status = engine.status();
    const { state } = status.backends.find((own) => own.backend === backend)!;
    const isAnotherRunning = status.backends.some((other) => other.backend !== backend && other.state === 'running');
    if (state === 'running' || ((state === 'failed' || state === 'absent') && isAnotherRunning)) return status;
    await new Promise<void>((resolve) => {
      const stop = engine.subscribe(() => {
        stop();
        resolve();
      });
    });
  }
}

/** Reads a text; after `loseContextAfter` blocks the browser takes the graphics context away. */
async function read(text: string, loseContextAfter = Infinity): Promise<number[]> {
  const surprisal: number[] = [];
  let blocks = 0;
  for await (const event of engine.read(text, { signal: new AbortController().signal })) {
    if (event.kind === 'tokens') continue;
    event.block.surprisal.forEach((nats, i) => (surprisal[event.block.from + i] = nats));
    if (++blocks === loseContextAfter) heavyWorker?.postMessage({ kind: 'lose context' });
  }
  return surprisal;
}

/** Rows through the network per second, as the engine itself measures them; the plain reader while it reads a text. */
async function speed(backend: Backend, text: string): Promise<number> {
  startEngine();
  await choose(backend);
  if (backend === 'plain') await read(text);
  return engine.status().backends.find((own) => own.backend === backend)?.tokensPerSecond ?? 0;
}

/** Milliseconds for one more token after a window's worth of others, with their keys and values kept. */
async function decode(): Promise<number> {
  const plain = new PlainTransformer(parseWeights(await weightsFile()));
  const context = plain.start();
  plain.skip(context, new Uint16Array(plain.config.context / 2));
  const before = performance.now();
  while (context.length < plain.config.context) plain.extend(context, [context.length]);
  return (performance.now() - before) / (plain.config.context / 2);
}

/** Milliseconds from nothing (no worker, no weights) until this many tokens of a text have their numbers. */
async function cold(text: string, tokens: number): Promise<number> {
  const before = performance.now();
  startEngine();
  for await (const event of engine.read(text, { signal: new AbortController().signal })) {
    if (event.kind === 'block' && event.done >= tokens) break;
  }
  return performance.now() - before;
}

const model = { speed, decode, cold, compare, startEngine, choose, read, status: () => engine.status(), train, count };

export type ModelPage = typeof model;
Object.assign(globalThis, { model });
