import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { weightsFile } from '../../fixtures/model.ts';
import type { Config } from '#contract/training.ts';
import { parameterCount } from './parameters.ts';
import { predictor } from './predict.ts';
import { parseTrail } from './trail.ts';

interface Size extends Config {
  readonly name: string;
  readonly parameters: number;
  readonly bytes: number;
  readonly step: number;
  readonly validationBitsPerCharacter: number;
  readonly beforeRounding: number;
  readonly trail: readonly {
    readonly step: number;
    readonly sampleBitsPerCharacter: number;
  }[];
}

/** Written by `train/ship_trails.py`, which computes the sample's bits with PyTorch in float64. */
const { sample, sizes } = JSON.parse(readFileSync('docs/model-cards/family.json', 'utf8')) as {
  readonly sample: string;
  readonly sizes: readonly Size[];
};

it.each(sizes)('$name reads as PyTorch found it to read, at every checkpoint', (size) => {
  const file = weightsFile(`family/${size.name}`);
  expect(file.byteLength).toBe(size.bytes);
  const { trail, network } = parseTrail(file);
  expect(trail.parameters).toBe(size.parameters);
  expect(parameterCount(size)).toBe(size.parameters);
  expect(trail.checkpoints.map(({ step }) => step)).toEqual(size.trail.map(({ step }) => step));
  const characters = trail.characters!;
  const ids = ['\n', ...sample].map((character) => characters.indexOf(character));
  size.trail.forEach(({ sampleBitsPerCharacter }, i) => {
    const { logProbabilities } = predictor(network(i))(ids.slice(0, -1));
    const nats = ids.slice(1).reduce((sum, id, t) => sum - logProbabilities[t * size.vocabulary + id], 0);
    expect(nats / Math.LN2 / sample.length).toBeCloseTo(sampleBitsPerCharacter, 5);
  });
});

it('has five sizes from about ten thousand to a million parameters, of which each reads better than the one before', () => {
  expect(sizes).toHaveLength(5);
  expect(sizes[0].parameters).toBeLessThan(12_000);
  expect(sizes[4].parameters).toBeGreaterThan(950_000);
  for (const [i, { validationBitsPerCharacter, beforeRounding, trail }] of sizes.entries()) {
    if (i > 0) expect(validationBitsPerCharacter).toBeLessThan(sizes[i - 1].validationBitsPerCharacter);
    // What eight bits a weight cost.
    expect(Math.abs(validationBitsPerCharacter - beforeRounding)).toBeLessThan(0.02);
    expect(trail.length).toBe(i < 3 ? 14 : 1);
  }
});
