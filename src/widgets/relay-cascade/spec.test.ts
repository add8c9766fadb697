import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { sayIn } from '#contract/say.ts';
import { defaultValues, type Values } from '#contract/values.ts';
import { cascade } from '#theory/channels/channel.ts';
import { binaryEntropy } from '#theory/measures/entropy.ts';
import { capacityBinaryErasure, capacityBinarySymmetric } from '#theory/channels/capacity.ts';
import { close, closeInBits, oracleCases } from '../../../fixtures/oracle.ts';
import { channelOfRelay } from './chain.ts';
import { relayNumbers, relaysOf } from './parameters.ts';
import { spec } from './spec.ts';
import { View } from './View.tsx';

type V = Values<typeof spec.params>;
const valuesOf = (change: Partial<V> = {}): V => ({ ...defaultValues(spec.params), ...change });
const allFlip = (rate: number) => Object.fromEntries(relayNumbers.map((n) => [`noise${n}`, rate])) as Partial<V>;
function read(change: Partial<V>) {
  const values = valuesOf(change);
  const model = spec.compute(values);
  return (id: string) => spec.readouts[id].of(model, values);
}

describe('relay-cascade', () => {
  it('agrees with the reference cascade of equal binary symmetric relays, station by station', () => {
    let compared = 0;
    for (const { input, expected } of oracleCases('03_channels', 'cascaded_BSC_DPI')) {
      if (input.n > 6) continue;
      const readout = read({ relays: input.n, ...allFlip(input.p) });
      closeInBits(readout('mutual'), expected.I_bits_uniform_input);
      close(readout('accuracy'), 1 - expected.p_n);
      compared++;
    }
    expect(compared).toBeGreaterThanOrEqual(4);
  });

  it('agrees with theory/channels/channel.cascade for a mixed chain and a biased start', () => {
    const values = valuesOf({ relays: 4, bias: 0.3, kind1: 'fades', kind2: 'erases', noise2: 0.2, kind4: 'decides' });
    const { stations } = spec.compute(values);
    const informed = cascade([0.7, 0.3, 0], relaysOf(values).map(channelOfRelay));
    informed.forEach((information, k) => close(stations[k + 1].information, information));
  });

  it('meets the bound of Fano with equality for symmetric relays and a fair start, and stays below it else', () => {
    const fair = read({ relays: 3 });
    close(fair('fano'), fair('lost'));
    close(fair('fano'), binaryEntropy(0.244));
    const fading = read({ relays: 1, kind1: 'fades', noise1: 0.3 });
    close(fading('fano'), binaryEntropy(0.15));
    expect(fading('lost')).toBeLessThan(fading('fano') - 0.01);
  });

  it('gives one relay the textbook values', () => {
    close(read({ relays: 1, noise1: 0.11 })('mutual'), capacityBinarySymmetric(0.11));
    close(read({ relays: 1, kind1: 'erases', noise1: 0.4 })('mutual'), capacityBinaryErasure(0.4));
    // Z channel at a fair input: h((1 − f)/2) − h(f)/2.
    close(read({ relays: 1, kind1: 'fades', noise1: 0.3 })('mutual'), binaryEntropy(0.35) - binaryEntropy(0.3) / 2);
  });

  it('lets a confident relay name a letter every time, guess as well, and know less', () => {
    const readout = read({ relays: 2, kind1: 'erases', noise1: 0.4, kind2: 'decides', noise2: 0 });
    expect(readout('clear')).toBe(1);
    close(readout('accuracy'), readout('accuracyBefore'));
    close(readout('before'), 0.6 * Math.LN2);
    // Erasing and then calling every gap a 0 is a Z channel.
    close(readout('mutual'), binaryEntropy(0.3) - binaryEntropy(0.4) / 2);
  });

  it('loses nothing by renaming and everything by a coin toss', () => {
    close(read({ relays: 6, ...allFlip(1) })('lost'), 0);
    expect(read({ relays: 1, noise1: 0.5 })('mutual')).toBe(0);
    expect(read({ bias: 0 })('hx')).toBe(0);
  });

  it('keeps its laws on every mixture of kinds', () => {
    const kinds = ['flips', 'erases', 'fades', 'decides'] as const;
    for (let i = 0; i < 256; i++) {
      const digits = [i & 3, (i >> 2) & 3, (i >> 4) & 3, (i >> 6) & 3];
      const values = valuesOf({
        bias: (i % 11) / 10,
        ...{ kind1: kinds[digits[0]], kind2: kinds[digits[1]], kind3: kinds[digits[2]], kind4: kinds[digits[3]] },
        ...{ noise1: (i % 7) / 6, noise2: (i % 5) / 4, noise3: (i % 3) / 2, noise4: (i % 13) / 12 },
      });
      const model = spec.compute(values);
      for (const law of spec.laws) expect(law.gap(model, values), law.name).toBeLessThanOrEqual(law.tolerance);
    }
  });

  it.each([
    ['all-lost', { relays: 1, kind1: 'erases', noise1: 1 }, 1],
    ['all-lost', { relays: 1, kind1: 'fades', noise1: 1 }, 1],
    ['all-lost', { relays: 1, bias: 0 }, 0],
    ['nothing-lost', { relays: 3, bias: 1, ...allFlip(1) }, 0.5],
    ['nothing-lost', { relays: 3, ...allFlip(0) }, 0.5],
    ['guess-unharmed', { relays: 5, bias: 0.06, noise5: 0.5 }, 0.7],
  ] as const)('judges %s on other answers too', (id, change, most) => {
    const { score } = spec.challenges.find((challenge) => challenge.id === id)!;
    const values = valuesOf(change);
    expect(score(spec.compute(values), values)).toBeLessThanOrEqual(most);
    if (most === 1) expect(score(spec.compute(values), values)).toBe(1);
  });

  it('hints at reading backwards past one half, however little past', () => {
    const { hints } = spec.challenges.find(({ id }) => id === 'all-lost')!;
    const values = valuesOf({ relays: 1, noise1: 0.51 });
    expect(hints.find(({ when }) => when(spec.compute(values), values))!.say).toContain('more often than not');
  });

  it('describes every preset in its own words and draws it at both widths', () => {
    const say = sayIn('bits');
    const described = spec.presets.map((preset) => {
      const values = valuesOf(preset.values);
      const model = spec.compute(values);
      for (const width of [640, 352]) {
        const html = renderToString(createElement(View, { values, model, width, say, set: () => {} }));
        expect(html).not.toMatch(/NaN|undefined|Infinity/);
        expect(html).toContain(say.amount(model.stations[values.relays].information));
      }
      return spec.describe(model, values, say);
    });
    expect(new Set(described).size).toBe(spec.presets.length);
    expect(described[0]).toContain('Of the 1.000 bit that X holds, 0.125 are left after 4 relays');
  });
});
