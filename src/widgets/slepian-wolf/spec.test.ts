import { createElement, type ReactElement } from 'react';
import { renderToString } from 'react-dom/server';
import { describe, expect, it, vi } from 'vitest';
import { sayIn } from '#contract/say.ts';
import { defaultValues, type Values } from '#contract/values.ts';
import { hammingParityCheck, wordOf } from '#theory/codes/syndrome-code.ts';
import { closeInBits } from '../../../fixtures/oracle.ts';
import { checksOf, distance, exchange, written } from './code.ts';
import { Drawing } from './Drawing.tsx';
import { Sheet } from './Sheet.tsx';
import { spec } from './spec.ts';
import { View } from './View.tsx';

type V = Values<typeof spec.params>;
const valuesOf = (change: Partial<V> = {}): V => ({ ...defaultValues(spec.params), ...change });
function read(change: Partial<V> = {}) {
  const values = valuesOf(change);
  const model = spec.compute(values);
  return (id: string) => spec.readouts[id].of(model, values);
}
const words = (places: number) => Array.from({ length: 2 ** places }, (_, n) => wordOf(n, places));

describe('slepian-wolf', () => {
  it('adds the numbers of the ones without carrying', () => {
    // Places 1, 3, 4 and 7: 001 ⊕ 011 ⊕ 100 ⊕ 111.
    expect(written(spec.compute(valuesOf()).message)).toBe(written(wordOf(1 ^ 3 ^ 4 ^ 7, 3)));
    expect(written(exchange(valuesOf({ x: '0110010' })).message)).toBe('111');
  });

  it('uses the Hamming code, its checks from the highest digit down', () => {
    expect(checksOf(7)).toEqual([...hammingParityCheck].reverse());
    expect(checksOf(3)).toEqual([
      [0, 1, 1],
      [1, 0, 1],
    ]);
  });

  it.each([7, 3] as const)(
    'decodes words of %i bits with every Y that differs in at most one place, and with no other',
    (places) => {
      for (const x of words(places).filter((_, i) => i % 5 === 0)) {
        for (const y of words(places)) {
          const differing = x.filter((bit, i) => bit !== y[i]).length;
          expect(distance(x, y)).toBe(differing);
          const values = valuesOf({ places: `${places}`, x: written(x), y: written(y) });
          const model = exchange(values);
          expect(written(model.decoded) === written(x), `${written(x)} ${written(y)}`).toBe(differing <= 1);
        }
      }
    },
  );

  it('meets the bound exactly: log2 8 = 3 of 7 bits, log2 4 = 2 of 3', () => {
    for (const [places, sent, full] of [
      ['7', 3, 7],
      ['3', 2, 3],
    ] as const) {
      const readout = read({ places });
      closeInBits(readout('sent'), sent);
      closeInBits(readout('hxgy'), sent);
      closeInBits(readout('hygx'), sent);
      closeInBits(readout('hx'), full);
      closeInBits(readout('hxy'), full + sent);
      closeInBits(readout('mutual'), full - sent);
      expect(readout('candidates')).toBe(2 ** (full - sent));
      expect(readout('near')).toBe(1);
    }
  });

  it('keeps its laws for words far apart', () => {
    for (let i = 0; i < 128; i++) {
      const values = valuesOf({
        places: i % 2 ? '7' : '3',
        x: written(wordOf(i, 7)),
        y: written(wordOf((i * 37) % 128, 7)),
      });
      const model = spec.compute(values);
      for (const law of spec.laws) expect(law.gap(model, values), law.name).toBeLessThanOrEqual(law.tolerance);
    }
  });

  it('judges rates by the theorem, the edge included', () => {
    const enough = (rateX: number, rateY: number) => read({ rateX, rateY })('enough');
    expect([enough(3, 7), enough(7, 3), enough(5, 5), enough(8, 8)]).toEqual([1, 1, 1, 1]);
    expect([enough(2.5, 8), enough(8, 2.5), enough(4.5, 5)]).toEqual([0, 0, 0]);
  });

  it('reads words from a URL and says what is wrong with them', () => {
    expect(spec.params.x.parse('0110010')).toEqual({ value: '0110010' });
    expect(spec.params.x.parse('101')).toEqual({ value: '101' });
    for (const junk of ['', '10', '10110012', '<b>', '１０１']) {
      expect(spec.params.x.parse(junk)).toMatchObject({
        value: '1011001',
        problem: expect.stringContaining('zeros and ones'),
      });
    }
    expect(written(exchange(valuesOf({ x: '101' })).x)).toBe('1010000');
  });

  it('turns X and Y together by a bit of X, and Y alone by a bit of Y', () => {
    const set = vi.fn();
    const values = valuesOf();
    const svg = Drawing({ values, model: exchange(values), width: 640, say: sayIn('bits'), set }) as ReactElement<{
      children: ReactElement[];
    }>;
    const [x, y] = svg.props.children.filter((child) => child.type === Sheet) as ReactElement<
      Parameters<typeof Sheet>[0]
    >[];
    x.props.onTurn(0);
    y.props.onTurn(6);
    expect(set.mock.calls).toEqual([[{ x: '0011001', y: '0011101' }], [{ y: '1011100' }]]);
  });

  it('does not take the right message from the wrong word, or generous rates', () => {
    const judge = (id: string, change: Partial<V>) => {
      const values = valuesOf(change);
      return spec.challenges.find((challenge) => challenge.id === id)!.score(spec.compute(values), values);
    };
    expect(judge('spell', { x: '0101000' })).toBeLessThan(1); // 2 ⊕ 4 = 6
    expect(judge('spell', { x: '0000100' })).toBeLessThan(1);
    expect(judge('evenly', { rateX: 5.5, rateY: 5.5 })).toBeLessThan(1);
    expect(judge('evenly', { rateX: 4, rateY: 6 })).toBeLessThan(1);
    expect(judge('evenly', { rateX: 4.5, rateY: 4.5 })).toBeLessThan(1);
    expect(judge('evenly', { places: '3', rateX: 2.5, rateY: 2.5 })).toBe(1);
  });

  it('names a rate that the axes do not reach', () => {
    const drawnWith = (change: Partial<V>) => {
      const values = valuesOf(change);
      const model = spec.compute(values);
      return renderToString(
        createElement(View, { values, model, width: 640, say: sayIn('bits'), set: () => {} }),
      ).replaceAll('<!-- -->', '');
    };
    expect(drawnWith({ places: '3' })).toContain('7.00 ↑');
    expect(drawnWith({ places: '3' })).toContain('aria-valuetext="7 bits, beyond the axis"');
    expect(drawnWith({ places: '3', rateX: 4.5, rateY: 0 })).toContain('4.50 →');
    for (const values of [{}, { places: '3', rateX: 4, rateY: 4 }, { rateX: 8, rateY: 8 }] as const)
      expect(drawnWith(values)).not.toMatch(/[↑→]|beyond the axis/);
  });

  it('describes every preset in its own words and draws it at both widths', () => {
    const say = sayIn('bits');
    const described = spec.presets.map((preset) => {
      const values = valuesOf(preset.values);
      const model = spec.compute(values);
      for (const width of [640, 352]) {
        const html = renderToString(createElement(View, { values, model, width, say, set: () => {} }));
        expect(html).not.toMatch(/NaN|undefined|Infinity/);
        expect(html.match(/role="button"/g)).toHaveLength(2 * model.places);
        // No bit of X is known from Y by itself: one bar for all that is shared.
        expect(html.match(/slepian-wolf-shared/g)).toHaveLength(1);
      }
      return spec.describe(model, values, say);
    });
    expect(new Set(described).size).toBe(spec.presets.length);
    expect(described[0]).toContain('sends 001: 3 digits instead of 7, as H(X|Y) is 3.000 bits');
  });
});
