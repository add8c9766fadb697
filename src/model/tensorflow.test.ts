import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { beforeAll, describe, expect, it } from 'vitest';
import { largestDifference } from '../../fixtures/difference.ts';
import { modelFixture, modelWeights } from '../../fixtures/model.ts';
import { TensorflowTransformer } from './tensorflow.ts';

const { windows } = modelFixture('tiny');
const weights = modelWeights('tiny');
const { context, vocabulary } = weights.config;

beforeAll(async () => {
  // The advice to install the native package for Node is of no use here.
  tf.env().set('PROD', true);
  await tf.setBackend('cpu');
});

describe('the TensorFlow.js transformer on the CPU backend', () => {
  it('agrees with PyTorch in every stage, in windows of any length, alone or in a batch', async () => {
    const transformer = new TensorflowTransformer(weights);
    const inputs = windows.map(({ ids }) => ids.slice(0, -1));
    const batched = await transformer.logits(inputs);
    for (const [w, { stride, stages, lastLogits }] of windows.entries()) {
      const logits = await transformer.logits([inputs[w]]);
      const found = [...(await transformer.residuals([inputs[w]])), logits];
      for (const [stage, sample] of stages.entries()) {
        expect(largestDifference(found[stage], sample, stride)).toBeLessThan(2e-5);
      }
      const rows = inputs[w].length;
      expect(largestDifference(logits.subarray((rows - 1) * vocabulary), lastLogits)).toBeLessThan(2e-5);
      const size = context * vocabulary;
      const own = batched.subarray(w * size, w * size + rows * vocabulary);
      expect(largestDifference(logits, [...own])).toBeLessThan(1e-5);
    }
    transformer.dispose();
  });

  it('gives the last rows alone when only they are wanted', async () => {
    const transformer = new TensorflowTransformer(weights);
    const inputs = [windows[0].ids.slice(0, -1)];
    const all = await transformer.logits(inputs);
    const half = await transformer.logits(inputs, context / 2);
    expect(half).toHaveLength((context / 2) * vocabulary);
    expect(largestDifference(half, [...all.subarray(all.length - half.length)])).toBeLessThan(1e-5);
    transformer.dispose();
  });

  it('keeps nothing but its weights between two windows, and nothing at all at the end', async () => {
    const before = tf.memory();
    const transformer = new TensorflowTransformer(weights);
    const own = tf.memory().numTensors;
    for (let i = 0; i < 3; i++) await transformer.logits([windows[0].ids.slice(0, -1)], (i % 2) * (context / 2));
    await transformer.residuals([windows[0].ids.slice(0, -1)]);
    expect(tf.memory().numTensors).toBe(own);
    transformer.dispose();
    expect(tf.memory()).toMatchObject({ numTensors: before.numTensors, numDataBuffers: before.numDataBuffers });
  });
});
