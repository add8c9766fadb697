import { describe, expect, it } from 'vitest';
import { defaultValues } from '#contract/values.ts';
import { sayIn } from '#contract/say.ts';
import { compose } from '#theory/channels/channel.ts';
import { binaryEntropy } from '#theory/measures/entropy.ts';
import { cascade } from '#theory/channels/channel.ts';
import { expectSolvable } from '../../../fixtures/challenges.ts';
import { close, closeAll } from '../../../fixtures/oracle.ts';
import { jointLaws, walks, withLabels } from './chain.ts';
import { stretches } from './clouds.tsx';
import { compute, judged } from './model.ts';
import { angles, layers, networkOf, rings } from './networks.ts';
import { params, type Asked } from './parameters.ts';
import { spec } from './spec.ts';

const valuesOf = (change: Partial<Asked>): Asked => ({ ...defaultValues(params), ...change });
const draw = (change: Partial<Asked>) => compute(valuesOf(change));
const bits = (nats: number) => nats / Math.LN2;

describe('the layers', () => {
  it('of the spiral are permutations that make it straight after four turns of one step', () => {
    const { stages, labels } = networkOf({ problem: 'spiral', turn: 1 });
    let at = labels.map((_, x) => x);
    for (const { from } of stages.slice(1)) {
      expect(new Set(from).size).toBe(rings * angles);
      at = at.map((s) => from[s]);
    }
    // Label 1 is then the upper half of the plane.
    at.forEach((s, x) => expect(stages[layers].points[s][1] > 0).toBe(labels[x] === 1));
  });

  it('have the information of the cascade of their channels, multiplied out', () => {
    const noise = 0.3;
    for (const problem of ['spiral', 'xor'] as const) {
      const network = networkOf({ problem, turn: 1 });
      const channels = network.stages.slice(1).map(({ from, neighbors, points }) => {
        const moves = from.map((to) => points.map((_, s) => (s === to ? 1 : 0)));
        const knocks = points.map(
          (_, s) =>
          points.map((_, t) => (s === t ? 1 - noise : 0) + (noise * neighbors[s].filter((n) => n === t).length) / neighbors[s].length), // prettier-ignore
        );
        return compose(moves, knocks);
      });
      const { stages } = draw({ problem, noise });
      const inputs = network.labels.length;
      if (problem === 'xor') closeAll(stages.slice(1).map(({ about }) => about), cascade(network.labels.map(() => 1 / inputs), channels), 1e-10); // prettier-ignore
      // About the label: the channel from the label to a uniform place of it comes first.
      const choose = [0, 1].map((y) => network.labels.map((label) => (label === y ? 2 / inputs : 0)));
      closeAll(
        stages.slice(1).map(({ mutual }) => mutual),
        cascade([0.5, 0.5], [compose(choose, channels[0]), ...channels.slice(1)]),
        1e-9,
      );
    }
  });

  it('send walks to each place as often as the laws say', () => {
    const network = networkOf({ problem: 'xor', turn: 1 });
    const all = walks(network, 0.2, 40_000, 3, 0);
    jointLaws(network, 0.2).forEach((joint, l) => {
      withLabels(joint, network.labels).forEach((row, t) =>
        row.forEach((p, y) => {
          const share = all.filter(({ label, places }) => label === y && places[l] === t).length / all.length;
          expect(Math.abs(share - p)).toBeLessThan(5 * Math.sqrt((p * (1 - p)) / all.length) + 1e-12);
        }),
      );
    });
  });
});

describe('what is there and what can be used', () => {
  it('is never passed by a trained probe, whatever labels it happens to have drawn', () => {
    for (const seed of [1, 2, 3, 4])
      for (const probe of ['linear', 'any'] as const)
        for (const { held } of draw({ problem: 'xor', samples: 20, seed, probe }).stages)
          expect(bits(held.mean)).toBeLessThanOrEqual(1);
  });

  it('has a trained table save 1 bit less what its counts cost, by hand', () => {
    // Two points with label 1, both at place 3: there the table says 1 with (2 + 3/4)/(2 + 1), and elsewhere with 3/4.
    const network = networkOf({ problem: 'xor', turn: 1 });
    const at = (place: number, label: 0 | 1) => ({ label, places: [place, place, place] });
    const { mean } = judged(network, 0, [at(3, 1), at(3, 1)], [at(3, 1), at(0, 0), at(1, 1)], 'any');
    close(bits(mean), 1 - (Math.log2(12 / 11) + Math.log2(4) + Math.log2(4 / 3)) / 3, 1e-12);
  });

  it('of XOR, by hand: 2, 1.5 and 1 bits of the input, 1 of the label, and 0, 1 and 1 for a linear probe', () => {
    const { stages } = draw({ problem: 'xor' });
    closeAll(stages.map(({ about }) => bits(about)), [2, 1.5, 1], 1e-12); // prettier-ignore
    closeAll(stages.map(({ mutual }) => bits(mutual)), [1, 1, 1], 1e-12); // prettier-ignore
    closeAll(stages.map(({ usable }) => bits(usable)), [0, 1, 1], 1e-9); // prettier-ignore
    // With noise in both layers only the last place is heard: two labels, flipped if one of the knocks came.
    const noisy = draw({ problem: 'xor', noise: 0.1 }).stages;
    // The first layer's knock always turns OR or AND over, and with it their difference.
    close(bits(noisy[2].mutual), 1 - bits(binaryEntropy(0.9 * 0.1 + 0.1 * 0.9)), 1e-12);
    close(noisy[2].usable, noisy[2].mutual, 1e-9);
  });

  it('of the spiral: the bit stays, and becomes usable', () => {
    const { stages } = draw({});
    for (const { mutual, about } of stages) {
      close(bits(mutual), 1, 1e-12);
      close(bits(about), Math.log2(144), 1e-11);
    }
    const usable = stages.map((one) => bits(one.usable));
    for (let l = 1; l <= layers; l++) expect(usable[l]).toBeGreaterThan(usable[l - 1] + 0.05);
    expect(usable[0]).toBeLessThan(0.05);
    expect(usable[layers]).toBeGreaterThan(1 - 1e-8);
  });

  it('under noise: the one falls at every layer, the other rises at every layer, at every noise of up to 0.3', () => {
    for (const noise of [0.01, 0.05, 0.1, 0.2, 0.3]) {
      const { stages } = draw({ noise });
      for (let l = 1; l <= layers; l++) {
        expect(stages[l].mutual).toBeLessThan(stages[l - 1].mutual);
        expect(stages[l].usable).toBeGreaterThan(stages[l - 1].usable);
      }
    }
  });

  it('is all usable to a table, and more to cubes than to a straight border', () => {
    for (const { usable, mutual } of draw({ probe: 'any', noise: 0.1 }).stages) expect(usable).toBe(mutual);
    const [line, cubes] = (['linear', 'cubic'] as const).map((probe) => draw({ probe, noise: 0.1 }).stages);
    cubes.forEach(({ usable }, l) => expect(usable).toBeGreaterThan(line[l].usable));
  });

  it('falls again where the layers turn too far, symmetrically', () => {
    const usable = draw({ turn: 2 }).stages.map((one) => one.usable);
    close(usable[1], usable[3], 1e-9);
    close(usable[0], usable[4], 1e-9);
    expect(bits(usable[2] - usable[3])).toBeGreaterThan(0.5);
  });

  it('is what trained probes come to, from below, as they see more points', () => {
    const { network, stages } = draw({ noise: 0.1 });
    const fresh = walks(network, 0.1, 20_000, 5, 1);
    for (const probe of ['linear', 'cubic'] as const) {
      const exact = draw({ noise: 0.1, probe }).stages;
      for (const l of [1, 3]) {
        const { mean, standardError } = judged(network, l, walks(network, 0.1, 20_000, 5, 0), fresh, probe);
        expect(mean).toBeLessThan(exact[l].usable + 4 * standardError);
        // The penalty keeps the cubic probe from the large weights that are best.
        expect(mean).toBeGreaterThan(exact[l].usable - 4 * standardError - (probe === 'cubic' ? 0.05 : 0.002));
      }
    }
    expect(stages).toHaveLength(5);
    // A table of few points is far from what a table could do.
    const table = draw({ probe: 'any', samples: 100 }).stages;
    table.forEach(({ held, mutual }) => expect(held.mean).toBeLessThan(0.6 * mutual));
  });
});

it('draws the border where it is: a straight one crosses once, a level one never', () => {
  expect(stretches((x) => x - 0.25)).toEqual([[0.25, 1]]);
  expect(stretches(() => -1)).toEqual([]);
  expect(stretches(() => 1)).toEqual([[-1, 1]]);
  const [[from, to]] = stretches((x) => 0.25 - x * x);
  closeAll([from, to], [-0.5, 0.5], 1e-9);
});

it('has challenges that begin unsolved with a hint, and whose solutions count', () => {
  const stateOf = (values: Asked) => ({ values, model: spec.compute(values) });
  for (const challenge of spec.challenges) {
    const { start, solution } = challenge;
    expectSolvable(challenge, stateOf(valuesOf({ ...start })), stateOf(valuesOf({ ...start, ...solution })));
  }
});

it('says what it shows', () => {
  const values = valuesOf({ noise: 0.2 });
  expect(spec.describe(spec.compute(values), values, sayIn('bits'))).toMatch(
    /^About the label a linear probe can use 0\.040 of 1\.000 bit at the input, and 0\.\d+ of 0\.\d+ bits after the last layer\. After layer 2 it can use /,
  );
});
