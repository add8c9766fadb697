import { describe, expect, it } from 'vitest';
import { defaultValues } from '#contract/values.ts';
import { channelCapacity } from '#theory/channels/blahut-arimoto.ts';
import { capacityBinarySymmetric } from '#theory/channels/capacity.ts';
import { jointOfChannel } from '#theory/channels/channel.ts';
import { bestProductPrior } from '#theory/learning/product-prior.ts';
import { mutualInformation } from '#theory/measures/mutual-information.ts';
import { expectSolvable } from '../../../fixtures/challenges.ts';
import { close, closeInBits, oracleCases } from '../../../fixtures/oracle.ts';
import { channelOf, compute, mostOf, priorOf } from './model.ts';
import { params, type Asked } from './parameters.ts';
import { spec } from './spec.ts';

const valuesOf = (change: Partial<Asked>): Asked => ({ ...defaultValues(params), ...change });
const tied = (change: Partial<Asked>) => compute(valuesOf(change));
const sources = params.source.options.map(({ value }) => value);

describe('tied-or-free', () => {
  it('has the reference values', () => {
    const names: Record<string, Asked['source']> = {
      'theta1,theta2 bits; X=theta1 if equal else fair coin': 'agree',
      'X=theta1 AND theta2': 'and',
    };
    type Expected = Record<string, number>;
    const cases = oracleCases<{ channel: string }, Expected>('12_capacity_prior', 'independence_does_not_suffice');
    expect(cases.length).toBeGreaterThan(1);
    for (const { input, expected } of cases) {
      const model = tied({ source: names[input.channel] });
      closeInBits(model.information, expected.I_iid_uniform_bits);
      closeInBits(model.free, expected.best_product_prior_bits);
      closeInBits(model.capacity, expected.best_joint_prior_bits);
    }
  });

  it('tells by enumeration what it tells: p log p over bits and symbols', () => {
    for (const source of sources)
      for (const [first, second, tie, noise] of [
        [0.5, 0.5, 1, 0],
        [0.3, 0.8, -0.6, 0.1],
        [0.9, 0.2, 0.4, 0.3],
      ] as const) {
        const values = valuesOf({ source, first, second, tie, noise });
        const [prior, channel] = [priorOf(first, second, tie), channelOf(values)];
        const output = channel[0].map((_, x) => prior.reduce((sum, p, i) => sum + p * channel[i][x], 0));
        let told = 0;
        prior.forEach((p, i) =>
          channel[i].forEach((w, x) => (told += p * w > 0 ? p * w * Math.log(w / output[x]) : 0)),
        );
        close(compute(values).information, told, 1e-11);
      }
  });

  it('has the closed forms: with noise XOR is a binary symmetric channel, two by two beside each other twice that', () => {
    for (const noise of [0, 0.1, 0.25, 0.5]) {
      const capacity = capacityBinarySymmetric(noise);
      for (const [source, times] of [
        ['xor', 1],
        ['each', 2],
      ] as const) {
        const model = tied({ source, noise });
        expect(Math.abs(model.capacity - times * capacity)).toBeLessThan(1e-9);
        expect(Math.abs(model.free - times * capacity)).toBeLessThan(1e-9);
      }
      // One bit used twice: the same channel.
      expect(Math.abs(tied({ noise, tie: 1 }).information - capacity)).toBeLessThan(1e-12);
    }
  });

  it('knows the most that any bits and independent bits tell, as found by two algorithms that know nothing of it', () => {
    for (const source of sources)
      for (const noise of [0, 0.05, 0.2]) {
        const channel = channelOf({ source, noise });
        const { lower, upper } = channelCapacity(channel, { gap: 1e-6, iterations: 3000 });
        const { capacity, free } = mostOf({ source, noise });
        expect(upper - lower).toBeLessThan(1e-4);
        expect(capacity).toBeGreaterThanOrEqual(lower - 1e-12);
        expect(capacity).toBeLessThanOrEqual(upper + 1e-12);
        const independent = bestProductPrior(channel, 2).information;
        expect(independent).toBeLessThanOrEqual(free + 1e-12);
        close(free, independent, 1e-4);
      }
  });

  it('finds no better independent bits on a grid', () => {
    const places = Array.from({ length: 21 }, (_, i) => i / 20);
    for (const source of sources)
      for (const noise of [0, 0.2, 0.45]) {
        const channel = channelOf({ source, noise });
        const told = places.flatMap((first) =>
          places.map((second) => mutualInformation(jointOfChannel(priorOf(first, second, 0), channel))),
        );
        expect(Math.max(...told)).toBeLessThanOrEqual(mostOf({ source, noise }).free + 1e-12);
      }
  });

  it('ties bits as far as their chances allow', () => {
    expect(priorOf(0.5, 0.5, 1)).toEqual([0.5, 0, 0, 0.5]);
    expect(priorOf(0.5, 0.5, -1)).toEqual([0, 0.5, 0.5, 0]);
    const least = (tie: number) => Math.min(...priorOf(0.3, 0.6, tie));
    expect([least(1), least(-1)].map((p) => Math.abs(p) < 1e-15)).toEqual([true, true]);
    close(tied({ tie: 1 }).tied, Math.LN2, 1e-12);
    close(tied({ tie: 0.5 }).tied, Math.LN2 + 0.75 * Math.log(0.75) + 0.25 * Math.log(0.25), 1e-12);
  });

  it('does not take a tie for a pad: a whole bit of XOR counts with independent bits only', () => {
    const challenge = spec.challenges.find(({ id }) => id === 'one-fair-bit')!;
    const values = valuesOf({ source: 'xor', first: 0.9, second: 0.4, tie: 1 });
    const model = compute(values);
    close(model.information, Math.LN2, 1e-12);
    expect(challenge.score(model, values)).toBeLessThan(1);
  });

  it('tells a whole bit of AND if the two chances multiply to one half, whatever they are', () => {
    close(tied({ source: 'and', first: 1, second: 0.5 }).information, Math.LN2, 1e-12);
    const { information } = tied(spec.presets.find(({ id }) => id === 'and')!.values);
    expect(information / Math.LN2).toBeGreaterThan(0.9999);
  });

  it('has challenges that begin unsolved with a hint, and whose solutions count', () => {
    const state = (values: Asked) => ({ values, model: compute(values) });
    for (const challenge of spec.challenges) {
      const { start, solution } = challenge;
      expectSolvable(challenge, state(valuesOf(start ?? {})), state(valuesOf({ ...start, ...solution })));
    }
  });
});
