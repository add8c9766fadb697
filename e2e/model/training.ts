/** Training on the backends of a browser, held against PyTorch. */
import * as tf from '@tensorflow/tfjs-core';
import type { Config } from '#contract/training.ts';
import { PlainTraining } from '#model/plainTraining.ts';
import { useBackend } from '#model/tensorflowBackends.ts';
import { TensorflowTraining } from '#model/tensorflowTraining.ts';
import { trainingState, type TrainableModel, type TrainingOptions } from '#model/trainableModel.ts';
import { isRegistered, unregister } from '#model/wasmKernels.ts';
import { largestDifference } from '../../fixtures/difference.ts';
import type { TrainingFixture } from '../../fixtures/training.ts';

/** `half`: WebGL as on a graphics processor that has half precision only. `stock`: WebAssembly without the SIMD kernel. */
export type TrainingBackend = 'plain' | 'wasm' | 'stock' | 'cpu' | 'webgl' | 'half';

async function prepare(backend: TrainingBackend) {
  if (backend === 'plain') return PlainTraining;
  tf.env().set('WEBGL_FORCE_F16_TEXTURES', backend === 'half');
  await useBackend(backend === 'half' ? 'webgl' : backend === 'stock' ? 'wasm' : backend);
  if (backend === 'stock') unregister();
  if (backend === 'wasm' && !isRegistered()) throw new Error('The SIMD kernel is not registered.');
  return TensorflowTraining;
}

/** The ten steps of the fixture: how far losses, first gradient and the network at its end are from PyTorch's. */
export async function train(backend: TrainingBackend, fixture: TrainingFixture) {
  const Training = await prepare(backend);
  const batches = fixture.batches.map((batch) => Int32Array.from(batch));
  const options = { batch: batches[0].length / (fixture.config.context + 1), weightDecay: fixture.weightDecay };
  const start = trainingState({ config: fixture.config, values: Float32Array.from(fixture.start) }, 0);
  // From rest, and by a rate of zero, the first moment is a tenth of the gradient, clipped.
  const still = new Training(start, options);
  still.step(batches[0], 0);
  const { first } = await still.state();
  still.dispose();
  const clipped = fixture.gradient.map((x) => x / Math.max(1, fixture.norms[0]));

  const ten = await run(new Training(start, options), batches, fixture.rates);
  const half = await run(new Training(start, options), batches.slice(0, 5), fixture.rates);
  const rest = await run(new Training(half.end, options), batches.slice(5), fixture.rates.slice(5));
  return {
    gradient: largestDifference(
      first.map((x) => 10 * x),
      clipped,
    ),
    losses: largestDifference(ten.losses, fixture.losses),
    end: largestDifference(ten.end.network.values, fixture.end),
    /** A number that is not the same when the training is cut in two. */
    resumed: largestDifference(rest.end.network.values, [...ten.end.network.values]),
  };
}

async function run(training: TrainableModel, batches: readonly Int32Array[], rates: readonly number[]) {
  const losses: number[] = [];
  for (const [i, batch] of batches.entries()) {
    training.step(batch, rates[i]);
    losses.push(await training.loss());
  }
  const end = await training.state();
  training.dispose();
  return { losses, end };
}

/** How many tensors and buffers there are before, after the first step, after so many more, and when all is over. */
export async function count(backend: Exclude<TrainingBackend, 'plain'>, steps: number) {
  const config: Config = { vocabulary: 4, context: 4, width: 4, layers: 1, heads: 1 };
  const options: TrainingOptions = { batch: 1, weightDecay: 0.1 };
  await prepare(backend);
  const counts: string[] = [];
  const look = () => {
    const { numTensors, numDataBuffers } = tf.memory();
    counts.push(`${numTensors} tensors, ${numDataBuffers} buffers`);
  };
  look();
  const training = new TensorflowTraining(trainingState(config, 1), options);
  const sequence = Int32Array.of(0, 1, 2, 3, 0);
  training.step(sequence, 0.01);
  look();
  for (let i = 0; i < steps; i++) {
    training.step(sequence, 0.01);
    if (i % 50 === 0) await training.loss();
  }
  const loss = await training.loss();
  await training.state();
  look();
  training.dispose();
  look();
  return { counts, loss };
}
