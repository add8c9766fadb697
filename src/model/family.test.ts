import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { weights } from '../../build/onDemand.ts';
import { expectNear } from '../../fixtures/difference.ts';
import { weightsFile } from '../../fixtures/model.ts';
import { closeAll } from '../../fixtures/oracle.ts';
import { wayOf } from '../../fixtures/transformer.ts';
import type { Config, Network } from '#contract/training.ts';
import { parameterCount } from './parameters.ts';
import { FAMILY, FAMILY_CONTEXT, familyTokens } from '#sim/family.ts';
import { predictor, residualReader } from './predict.ts';
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

describe.each(FAMILY.map((member, i) => [member.file, member, sizes[i]] as const))(
  '%s in the pages',
  (file, member, size) => {
    const shipped = Uint8Array.from(weights(file)).buffer;
    const { trail, network } = parseTrail(shipped);

    it('is the end of its trail, bit for bit, and what the card says of it', () => {
      const { trail: whole, network: of } = parseTrail(weightsFile(`family/${size.name}`));
      const last = whole.checkpoints.length - 1;
      expect(trail).toEqual({ ...whole, checkpoints: whole.checkpoints.slice(last) });
      const bytesOf = ({ values }: Network) => Buffer.from(values.buffer);
      expect(bytesOf(network(0)).equals(bytesOf(of(last)))).toBe(true);
      const { width, layers, context, parameters, validationBitsPerCharacter: validation } = size;
      expect(member).toEqual({ file, width, layers, parameters, bytes: shipped.byteLength, validation });
      expect(context).toBe(FAMILY_CONTEXT);
      expect([...familyTokens(trail.characters!.join(''))]).toEqual(trail.characters!.map((_, i) => i));
    });

    it('has the residual stream of the second implementation', () => {
      const own = network(0);
      const tokens = familyTokens(`\n${sample.slice(0, 11)}`);
      const stages = residualReader(own)(tokens);
      const { residual, normal } = wayOf(own.config, own.values, tokens);
      expect(stages).toHaveLength(size.layers + 2);
      // float32 against float64: so many digits of the largest number of a stage.
      [...residual, normal].forEach((stage, l) => {
        const largest = Math.max(...stage.flat().map(Math.abs));
        expectNear(stages[l], stage.flat(), 5e-6 * largest);
      });
    });
  },
);

it('leaves out what the family does not know', () => {
  const tokens = familyTokens('a→b\n🙂~');
  expect([...tokens]).toEqual([66, 67, 0, 95]);
  closeAll([...tokens], [66, 67, 0, 95], 1e-12);
  expect(() => residualReader(parseTrail(weightsFile('family/10k')).network(0))([])).toThrow(
    'must have 1 to 128 tokens',
  );
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
