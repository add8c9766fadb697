import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { sayIn } from '#contract/say.ts';
import { defaultValues } from '#contract/values.ts';
import { entropy } from '#theory/measures/entropy.ts';
import { informationAboutCoin } from '#theory/learning/coin-mixture.ts';
import { expectSolvable } from '../../../fixtures/challenges.ts';
import { close } from '../../../fixtures/oracle.ts';
import { compute, perToss } from './model.ts';
import type { Asked } from './parameters.ts';
import { rowsOf } from './series.ts';
import { spec } from './spec.ts';
import { View } from './View.tsx';

const valuesOf = (change: Partial<Asked> = {}): Asked => ({ ...defaultValues(spec.params), ...change });
const of = (change: Partial<Asked> = {}) => compute(valuesOf(change));
const bits = (nats: number) => nats / Math.LN2;
const twoHeaded = { first: 1, second: 0, documents: 2, tosses: 1 } as const;

describe('worlds and coins', () => {
  it('is the case worked by hand: .742 bits of the world and .469 of each of two documents, 1.680 in all', () => {
    const { here } = of(twoHeaded);
    const h = (p: number) => -p * Math.log2(p) - (1 - p) * Math.log2(1 - p);
    // Two equal tosses, chance .82, leave h(.01/.82) open; two different ones leave the bit.
    close(bits(here.split.meta), 1 - 0.82 * h(0.01 / 0.82) - 0.18);
    close(bits(here.split.intra), h(0.1));
    close(bits(here.split.estimation), -2 * (0.41 * Math.log2(0.41) + 0.09 * Math.log2(0.09)));
    expect([here.split.meta, here.split.intra, here.split.estimation].map((x) => bits(x).toFixed(3))).toEqual(['0.742', '0.469', '1.680']); // prettier-ignore
    expect(here.split.irreducible).toBe(0);
  });

  it('is what a table of every world, coin and toss says, for two documents of two tosses', () => {
    const asked = valuesOf({ share: 0.8, first: 0.85, second: 0.3, documents: 2, tosses: 2 });
    const coins = [asked.first, asked.second];
    const words = [0, 1, 2, 3].flatMap((a) => [0, 1, 2, 3].map((b) => [a, b]));
    const given = (word: number, coin: number) =>
      [1, 2].reduce((p, bit) => p * (word & bit ? coins[coin] : 1 - coins[coin]), 1);
    const weight = (world: number, coin: number) => (world === coin ? 0.8 : 0.2);
    const states = [0, 1].flatMap((world) => [0, 1].flatMap((j) => [0, 1].map((k) => ({ world, j, k }))));
    const chance = ({ world, j, k }: (typeof states)[number]) => 0.5 * weight(world, j) * weight(world, k);
    const joint = states.map((state) => words.map(([a, b]) => chance(state) * given(a, state.j) * given(b, state.k)));
    const summed = (group: (state: (typeof states)[number]) => number, size: number) => {
      const table = Array.from({ length: size }, () => words.map(() => 0));
      joint.forEach((row, i) => row.forEach((p, w) => (table[group(states[i])][w] += p)));
      return table;
    };
    const information = (table: number[][]) => {
      const columns = words.map((_, w) => table.reduce((t, row) => t + row[w], 0));
      return entropy(columns) + entropy(table.map((row) => row.reduce((a, b) => a + b, 0))) - entropy(table.flat());
    };
    const { split } = of(asked).here;
    const told = information(summed(({ world }) => world, 2));
    const all = information(summed(({ j, k }) => 2 * j + k, 4));
    close(split.meta, told, 1e-9);
    close(split.estimation, all, 1e-9);
    close(2 * split.intra, all - told, 1e-9);
  });

  it('has simulated collections that scatter about the theorem, and not about the misprint', () => {
    const model = of({ runs: 400, seed: 3 });
    for (const one of rowsOf(model))
      expect(Math.abs(one.mean - perToss(one).excess), `${one.documents}, ${one.tosses}`).toBeLessThan(4 * one.error);
    const { printed, excess } = perToss(model.here);
    expect(Math.abs(model.here.mean - printed)).toBeGreaterThan(8 * model.here.error);
    expect(printed).toBeLessThan(excess);
    // The figure as it opens shows it, with a quarter as many.
    const opened = of().here;
    expect(Math.abs(opened.mean - perToss(opened).excess)).toBeLessThan(3 * opened.error);
    expect(opened.mean - perToss(opened).printed).toBeGreaterThan(5 * opened.error);
  });

  it('simulates in one toss of one document the logarithm of what its coin gave the side, over what both did', () => {
    const { here } = of({ first: 0.9, second: 0.2, documents: 1, tosses: 1, runs: 2 });
    const possible = [0.9 / 0.55, 0.1 / 0.45, 0.2 / 0.55, 0.8 / 0.45].map(Math.log);
    const pairs = possible.flatMap((a) => possible.map((b) => [a, b]));
    const [a, b] = pairs.reduce((best, pair) => (off(pair) < off(best) ? pair : best));
    function off([x, y]: readonly number[]) {
      return Math.abs((x + y) / 2 - here.mean) + Math.abs(Math.abs(x - y) / 2 - here.error);
    }
    close(here.mean, (a + b) / 2, 1e-12);
    close(here.error, Math.abs(a - b) / 2, 1e-12);
  });

  it('tends to the part of each document, whatever the collection, and to nothing if there is none', () => {
    const { byDocuments } = of({ share: 0.95, first: 1, second: 0 });
    const last = byDocuments.at(-1)!;
    expect(Math.LN2 - last.split.meta).toBeLessThan(0.001);
    for (const one of of({ share: 1 }).byDocuments) expect(one.split.intra).toBeLessThan(1e-12);
    for (const one of of({ share: 0.5 }).byDocuments) expect(one.split.meta).toBeLessThan(1e-12);
    for (const one of rowsOf(of({ first: 0.4, second: 0.4 }))) {
      expect(one.split.estimation).toBeLessThan(1e-12);
      expect(Math.abs(one.mean) + one.error).toBeLessThan(1e-12);
    }
  });

  it('has said what the page says in numbers', () => {
    const { here, byDocuments } = of();
    const shown = [perToss(here).excess, perToss(here).meta, perToss(here).intra, perToss(here).printed];
    expect(shown.map((x) => bits(x).toFixed(3))).toEqual(['0.151', '0.040', '0.110', '0.082']);
    expect(bits(byDocuments[0].split.estimation).toFixed(3)).toBe('0.745');
    expect(bits(here.split.intra).toFixed(3)).toBe('0.331');
    const bySharing = [1, 0.9, 0.7, 0.5].map((share) => of({ share }));
    for (const { byDocuments } of bySharing) expect(bits(byDocuments[0].split.estimation).toFixed(3)).toBe('0.745');
    const dearer = bySharing.map(({ here }) => bits(here.split.estimation).toFixed(2));
    expect(dearer).toEqual([...dearer].sort());
    expect([dearer[0], dearer[3]]).toEqual(['1.00', '5.96']);
    const sides = perToss(of({ first: 1, second: 0 }).here);
    expect([sides.excess, sides.printed].map((x) => bits(x).toFixed(3))).toEqual(['0.198', '0.100']);
    const two = of({ share: 0.8, first: 1, second: 0, documents: 2, tosses: 1 }).here.split;
    expect([two.estimation, two.estimation - two.meta, two.meta].map((x) => bits(x).toFixed(4))).toEqual(['1.9044', '1.4439', '0.4605']); // prettier-ignore
    const six = of({ tosses: 6 }).here;
    expect([perToss(six).intra, six.split.intra, perToss(six).excess].map((x) => bits(x).toFixed(4))).toEqual(['0.0711', '0.4264', '0.0917']); // prettier-ignore
    const common = of({ share: 1, tosses: 1 });
    expect([perToss(common.here).excess, common.here.split.estimation, common.byDocuments[0].split.estimation].map((x) => bits(x).toFixed(4))).toEqual(['0.1207', '0.9653', '0.3973']); // prettier-ignore
    const inWorld = (share: number) => informationAboutCoin({ biases: [0.9, 0.2], weights: [share, 1 - share] }, 3);
    close(here.split.intra, (inWorld(0.9) + inWorld(0.1)) / 2, 1e-9);
  });

  it('has an empty bar where nothing is paid, and one that is filled to its end elsewhere', () => {
    const areas = (change: Partial<Asked>) => {
      const values = valuesOf(change);
      const Picture = () => View({ values, model: compute(values), width: 600, set: () => undefined, say: sayIn('bits') }); // prettier-ignore
      const html = renderToStaticMarkup(createElement(Picture));
      const bar = html.slice(html.indexOf('All of it'));
      // Those of the key to the colors begin left of zero.
      return [...bar.matchAll(/class="fill-(?:quiet|x|shared)"[^>]* d="(M\d[^"]+)z"/g)].map(([, d]) => {
        const across = [...d.matchAll(/[ML ]?([\d.]+),[\d.]+/g)].map(([, x]) => Number(x));
        return Math.max(...across) - Math.min(...across);
      });
    };
    for (const side of [0, 1]) expect(areas({ first: side, second: side })).toEqual([0, 0, 0]);
    expect(areas({})).toHaveLength(3);
    expect(Math.min(...areas({}))).toBeGreaterThan(0);
  });

  it('has challenges that begin unsolved with a hint, and whose solutions count', () => {
    const stateOf = (values: Asked) => ({ values, model: spec.compute(values) });
    for (const challenge of spec.challenges) {
      const { start, solution } = challenge;
      expectSolvable(challenge, stateOf(valuesOf(start)), stateOf(valuesOf({ ...start, ...solution })));
    }
  });
});
