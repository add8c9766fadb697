import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { defaultValues } from '#contract/values.ts';
import { dataOf } from '#widgets/train-it/data.ts';
import { latest, type TrainIt } from '#widgets/train-it/model.ts';
import type { Asked } from '#widgets/train-it/parameters.ts';
import { spec } from '#widgets/train-it/spec.ts';
import { createByteEngine } from '../fixtures/byteEngine.ts';
import { createPlainTrainer } from '../fixtures/trainer.ts';
import { quotesOf } from '../fixtures/prose.ts';

/* Trainings that the page about learning quotes, each run to its end as the figure runs it, with the plain trainer. */

const quotes = quotesOf('a-model-learns');
const minutes = (n: number) => n * 60_000;

async function trained(preset: string, change: Partial<Asked> = {}) {
  const { values } = spec.presets.find(({ id }) => id === preset)!;
  const asked: Asked = { ...defaultValues(spec.params), ...values, ...change, playing: true };
  const services = { engine: createByteEngine(), trainer: createPlainTrainer(), signal: new AbortController().signal };
  let model: TrainIt | undefined;
  for await (const next of spec.run!(asked, services)) model = next;
  const { points, speed, floor } = model!;
  expect(speed!.backend).toBe('plain');
  const inBits = points.map(({ step, train, heldOut }) => ({ step, train: train / Math.LN2, heldOut: heldOut / Math.LN2 })); // prettier-ignore
  const { error } = latest(model!)!;
  return {
    points: inBits,
    end: inBits[inBits.length - 1],
    error: error / Math.LN2,
    floor: (floor ?? 0) / Math.LN2,
    asked,
  };
}

test('by heart, four seeds end far apart, each long after its best step', { timeout: minutes(15) }, async () => {
  const ends: number[] = [];
  for (const seed of [1, 2, 3, 4]) {
    const { points, end, error } = await trained('heart', { seed });
    ends.push(end.heldOut);
    expect(error).toBeGreaterThan(0.045);
    expect(error).toBeLessThan(0.085);
    expect(end.train).toBeLessThan(0.6);
    // “the solid curve is lowest long before the end”
    const least = points.reduce((best, point) => (point.heldOut < best.heldOut ? point : best));
    expect(least.step).toBeLessThan(100);
  }
  const [first, second, third, fourth] = ends.map((end) => end.toFixed(1));
  quotes(`end at ${first}, ${second}, ${third} and ${fourth} bits with the plain TypeScript`);
  quotes(`between ${Math.min(...ends).toFixed(1)} and ${Math.max(...ends).toFixed(1)} bits in four trainings`);
  const [a, b, c, d] = ends.map((end) => end.toFixed(2));
  expect(readFileSync('src/widgets/train-it/README.md', 'utf8').replace(/\s+/g, ' ')).toContain(
    `a cost of ${a}, ${b}, ${c} and ${d} bits`,
  );
});

test('more tosses help, and a smaller network need not', { timeout: minutes(10) }, async () => {
  const more = await trained('heart', { amount: '8192' });
  quotes(`with 8,192 tosses and seed 1 the network ends at ${more.end.heldOut.toFixed(2)} bits`);
  const [one, three] = [await trained('heart', { size: '1x16' }), await trained('heart', { size: '1x16', seed: 3 })];
  quotes(`with seed 1 it ends at ${one.end.heldOut.toFixed(1)} bits instead of 5.7, and with seed 3 at ${three.end.heldOut.toFixed(1)} instead of 2.3`); // prettier-ignore
  for (const { end } of [one, three]) expect(end.train).toBeLessThan(0.6);
});

test('sixteen sequences of the register are learned by heart', { timeout: minutes(10) }, async () => {
  const { end, error, floor, asked } = await trained('register', { amount: '512' });
  quotes(`it ends at ${end.train.toFixed(2)} bits in training and ${end.heldOut.toFixed(1)} on new sequences, with a standard error of ${error.toFixed(1)}`); // prettier-ignore
  expect(end.train).toBeLessThan(floor);
  const { train, every } = dataOf(asked, '');
  const sequences = Array.from({ length: train.length / every }, (_, i) => train.slice(i * every, (i + 1) * every).join('')); // prettier-ignore
  expect(sequences).toHaveLength(16);
  expect(new Set(sequences).size).toBe(9);
});

test('a test that leaks lies below the training nearly all the way', { timeout: minutes(5) }, async () => {
  const { points } = await trained('leak');
  const below = points.filter(({ train, heldOut }) => heldOut < train);
  expect(below.length).toBeGreaterThan(0.9 * points.length);
  quotes('even lies below the loss in training nearly all the way');
});
