import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { beforeAll, describe, expect, it } from 'vitest';
import { largestDifference } from '../../fixtures/difference.ts';
import { startOf, trainingFixture } from '../../fixtures/training.ts';
import { initialize } from './parameters.ts';
import { PlainTraining } from './plainTraining.ts';
import { TensorflowGradient } from './tensorflowGradient.ts';
import { TensorflowTraining } from './tensorflowTraining.ts';
import { trainingState } from './trainableModel.ts';

const fixture = trainingFixture();
const batches = fixture.batches.map((batch) => Int32Array.from(batch));
const batch = batches[0].length / (fixture.config.context + 1);
const options = { batch, weightDecay: fixture.weightDecay };

beforeAll(() => {
  // The advice to install the native package for Node is of no use here.
  tf.env().set('PROD', true);
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  setWasmPaths('node_modules/@tensorflow/tfjs-backend-wasm/dist/');
});

describe.each(['cpu', 'wasm'])('training in TensorFlow.js on the %s backend', (backend) => {
  beforeAll(async () => expect(await tf.setBackend(backend)).toBe(true));

  it('has the gradient, the losses and the network of PyTorch', async () => {
    const state = startOf(fixture);
    const gradient = new TensorflowGradient(fixture.config, batch);
    const found = tf.tidy(() => gradient.run(tf.tensor1d(state.network.values), batches[0], 8).gradient.dataSync());
    gradient.dispose();
    expect(
      largestDifference(
        found.map((x) => x / 8),
        fixture.gradient,
      ),
    ).toBeLessThan(1e-6);
    const training = new TensorflowTraining(state, options);
    for (const [i, loss] of fixture.losses.entries()) {
      training.step(batches[i], fixture.rates[i]);
      expect(Math.abs((await training.loss()) - loss)).toBeLessThan(1e-6);
    }
    const end = await training.state();
    training.dispose();
    expect(end.step).toBe(10);
    expect(largestDifference(end.network.values, fixture.end)).toBeLessThan(1e-5);
  });

  it.each([undefined, [0, 0.3, 1, 0.5]])(
    'moves every number as plain TypeScript does, at larger sizes, with shares %j of a teacher',
    async (shares) => {
      const config = { vocabulary: 20, context: 24, width: 32, layers: 1, heads: 2 };
      const state = trainingState(initialize(config, 1), 1);
      const teacher = shares && { network: initialize(config, 2), shares };
      const sequences = Int32Array.from({ length: 4 * 25 }, (_, i) => (i * i + 3 * i) % 19);
      const [found, expected] = await Promise.all(
        [TensorflowTraining, PlainTraining].map(async (Training) => {
          const training = new Training(state, { batch: 4, weightDecay: 0, teacher });
          training.step(sequences, 0);
          const loss = await training.loss();
          const { first } = await training.state();
          training.dispose();
          return { loss, first };
        }),
      );
      expect(found.loss).toBeCloseTo(expected.loss, 5);
      expect(largestDifference(found.first, [...expected.first])).toBeLessThan(1e-7);
    },
  );

  it('is the same again, and from a state in its middle, to the last bit', async () => {
    const run = async (from: number, to: number, state = startOf(fixture)) => {
      const training = new TensorflowTraining(state, options);
      for (let i = from; i < to; i++) training.step(batches[i], fixture.rates[i]);
      const end = await training.state();
      training.dispose();
      return end;
    };
    const whole = await run(0, 6);
    expect(await run(3, 6, await run(0, 3))).toEqual(whole);
    expect(await run(0, 6)).toEqual(whole);
  });

  it('refuses a batch of another size', () => {
    const training = new TensorflowTraining(startOf(fixture), options);
    expect(() => training.step(new Int32Array(5), 1)).toThrow('batch must be 33 tokens, got 5');
    training.dispose();
  });
});

// The backends of a browser are looked at in one, by e2e/model.spec.ts.
describe('training in TensorFlow.js', () => {
  it('keeps as many tensors and buffers after 500 steps as after one, and none at the end', async () => {
    await tf.setBackend('cpu');
    const config = { vocabulary: 4, context: 4, width: 4, layers: 1, heads: 1 };
    const before = tf.memory();
    const training = new TensorflowTraining(trainingState(config, 1), { batch: 1, weightDecay: 0.1 });
    const sequence = Int32Array.of(0, 1, 2, 3, 0);
    training.step(sequence, 0.01);
    const { numTensors, numDataBuffers } = tf.memory();
    for (let i = 0; i < 500; i++) {
      training.step(sequence, 0.01);
      if (i % 100 === 0) await training.loss();
    }
    expect(await training.loss()).toBeLessThan(0.1);
    await training.state();
    expect(tf.memory()).toMatchObject({ numTensors, numDataBuffers });
    training.dispose();
    expect(tf.memory()).toMatchObject({ numTensors: before.numTensors, numDataBuffers: before.numDataBuffers });
  });
});
