import { describe, expect, it } from 'vitest';
import { sayIn } from '#contract/say.ts';
import { sayNow } from '#contract/spec.ts';
import { defaultValues } from '#contract/values.ts';
import { binaryEntropy } from '#theory/measures/entropy.ts';
import { entropyRate } from '#theory/chains/markov-chain.ts';
import { babbleChain } from '#sim/training-sources.ts';
import { closeAll } from '../../../fixtures/oracle.ts';
import { dataOf, floorOf, sourceContext, sourceOf } from './data.ts';
import { withPoint, type Point } from './model.ts';
import type { Asked } from './parameters.ts';
import { spec } from './spec.ts';

const fresh = (change: Partial<Asked>) => spec.compute({ ...defaultValues(spec.params), ...change });

describe('floors', () => {
  it('and rates are those of the sources', () => {
    const [chain, coins] = (['babble', 'coins'] as const).map((name) => sourceOf(name)!);
    closeAll([chain.rate], [entropyRate(babbleChain)]);
    closeAll([coins.rate], [(binaryEntropy(0.7) + binaryEntropy(0.4)) / 2]);
    closeAll([floorOf({ source: chain, context: 32 })], [entropyRate(babbleChain)]);
    closeAll([floorOf({ source: sourceOf('register'), context: 32 })], [Math.log(15) / 32]);
    closeAll([floorOf({ source: coins, context: 2 })], [(binaryEntropy(0.55) + coins.entropies(2)[1]) / 2]);
  });

  it('of the chain it is the entropy rate, of a fair coin a bit', () => {
    closeAll([fresh({}).floor!, fresh({}).rate!], [entropyRate(babbleChain), entropyRate(babbleChain)]);
    closeAll([fresh({ data: 'fair' }).floor!], [Math.LN2]);
  });

  it('of the register it is ln 15 for a whole sequence, and its rate is zero', () => {
    closeAll([fresh({ data: 'register' }).floor!], [Math.log(15) / sourceContext]);
    expect(fresh({ data: 'register' }).rate).toBe(0);
  });

  it('of the register stand under sequences that are all in the default data', () => {
    const { values } = spec.presets.find(({ id }) => id === 'register')!;
    const { train, every, heldOut } = dataOf({ ...defaultValues(spec.params), ...values }, '');
    const trained = new Set(Array.from({ length: train.length / every }, (_, i) => train.subarray(i * every, (i + 1) * every).join())); // prettier-ignore
    expect(trained.size).toBe(15);
    for (const sequence of heldOut) expect(trained).toContain(sequence.join());
    // One sequence has all fifteen windows of four digits that something follows: a table of what follows them is full.
    const one = [...train.subarray(1, every)];
    expect(one).toHaveLength(32);
    expect(new Set(one.slice(0, -4).map((_, i) => one.slice(i, i + 4).join(''))).size).toBe(15);
    // Of the eight triples of digits 000 comes once in a period, the others twice.
    const digits = [...train.subarray(1, 18)];
    const triples = Array.from({ length: 15 }, (_, i) => digits.slice(i, i + 3).join(''));
    expect(triples.filter((triple) => triple === '000')).toHaveLength(1);
    for (let code = 1; code < 8; code++)
      expect(triples.filter((triple) => triple === code.toString(2).padStart(3, '0'))).toHaveLength(2);
  });

  it('of the coins it is above the rate by less than a bit for a whole sequence, and no text has one', () => {
    const { floor, rate } = fresh({ data: 'coins' });
    closeAll([rate!], [(binaryEntropy(0.7) + binaryEntropy(0.4)) / 2]);
    expect(floor! - rate!).toBeGreaterThan(0.5 * (Math.LN2 / sourceContext));
    expect(floor! - rate!).toBeLessThan(Math.LN2 / sourceContext);
    expect(fresh({ data: 'own' }).floor).toBeUndefined();
    for (const data of ['own', 'book', 'babble'] as const) {
      const values = { ...defaultValues(spec.params), data };
      for (const id of ['floor', 'rate', 'anew', 'divergence'] as const)
        expect(sayNow(spec.readouts[id], fresh({ data }), values, sayIn('bits')) === '—', `${id} of ${data}`).toBe(
          data !== 'babble',
        );
    }
  });
});

it('tells one who is slow to raise the rate, and not to add data', () => {
  const { hints, solution } = spec.challenges.find(({ id }) => id === 'to-the-floor')!;
  const values = { ...defaultValues(spec.params), ...solution, rate: 0.0005 };
  expect(hints.find(({ when }) => when(spec.compute(values), values))!.say).toMatch(/^At so small a rate/);
});

it('keeps at most so many points, and always the last', () => {
  let points: Point[] = [];
  for (let step = 1; step <= 1000; step++) points = withPoint(points, { step, train: 1, heldOut: 1, error: 0 });
  expect(points.length).toBeLessThanOrEqual(160);
  expect(points[points.length - 1].step).toBe(1000);
});
