import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { sayIn } from '#contract/say.ts';
import { defaultValues, readValues, type Values } from '#contract/values.ts';
import { binaryEntropy } from '#theory/measures/entropy.ts';
import { close, closeInBits, oracleCases } from '../../../fixtures/oracle.ts';
import { columnsOf, hiddenCoin, overFair, regret, toss, tossed } from './model.ts';
import { spec } from './spec.ts';
import { View } from './View.tsx';

type V = Values<typeof spec.params>;
const valuesOf = (change: Partial<V> = {}): V => ({ ...defaultValues(spec.params), ...change });
function read(change: Partial<V>) {
  const values = valuesOf(change);
  const model = spec.compute(values);
  return (id: string) => spec.readouts[id].of(model, values);
}

/** Bayes' rule toss by toss, in probabilities: nothing of the counts. */
function follow(sequence: string) {
  let [first, second] = [0.5, 0.5];
  let paid = 0;
  for (const letter of sequence) {
    const [a, b] = letter === 'H' ? [0.7, 0.4] : [0.3, 0.6];
    const p = first * a + second * b;
    paid -= Math.log(p);
    [first, second] = [(first * a) / p, (second * b) / p];
  }
  return { paid, posterior: first, next: 0.7 * first + 0.4 * second };
}

describe('two-coins', () => {
  it('agrees with the reference of the mixture, at every length', () => {
    const cases = oracleCases<{ T: number }>('12_capacity_prior', 'canonical_estimation_error_mixture_of_coins').filter(
      ({ name }) => name === 'two coins',
    );
    expect(cases).toHaveLength(4);
    for (const { input, expected } of cases) {
      close(read({})('rate'), expected.entropy_rate);
      const shown = Math.max(10, input.T);
      const { expected: losses, learned } = spec.compute(valuesOf({ shown }));
      close(
        losses.slice(0, input.T).reduce((sum, loss) => sum + loss, 0),
        expected.H_T,
      );
      close(learned[input.T], expected['predictive_info_H_T-T*h'], 1e-9);
      if (input.T === shown) close(read({ shown })('learnable'), expected['predictive_info_H_T-T*h'], 1e-9);
    }
  });

  it.each(['', 'H', 'T', 'HHT', 'THTTHHTHTTTTHHHH', 'H'.repeat(100), 'T'.repeat(100)])(
    'predicts and pays like Bayes’ rule toss by toss: %s',
    (tosses) => {
      const readout = read({ tosses });
      const { paid, posterior, next } = follow(tosses);
      const counted = toss(tosses, 10);
      const heads = tosses.replaceAll('T', '').length;
      expect(counted.heads).toBe(heads);
      const knowing = [0.7, 0.4].map((p) => -heads * Math.log(p) - (tosses.length - heads) * Math.log(1 - p));
      close(regret(counted), paid - Math.min(...knowing), 1e-9);
      close(overFair(counted), paid - tosses.length * Math.LN2, 1e-9);
      close(readout('paid'), paid);
      close(readout('posterior'), posterior);
      close(readout('next'), next);
      close(readout('mean'), tosses ? paid / tosses.length : 0);
    },
  );

  it('begins with a coin of 0.55 and ends where the coin is known', () => {
    const readout = read({ tosses: '' });
    close(readout('next'), 0.55);
    close(readout('first'), binaryEntropy(0.55));
    close(readout('now'), binaryEntropy(0.55));
    close(readout('rate'), (binaryEntropy(0.7) + binaryEntropy(0.4)) / 2);
    closeInBits(readout('choice'), 1);
    // After the pick a toss costs one of these, never their mean.
    closeInBits(readout('bright'), 0.8812908992306926);
    closeInBits(readout('dull'), 0.9709505944546686);
    expect(read({ tosses: 'HT'.repeat(50) })('excess')).toBeLessThan(1e-3);
  });

  it('pays the same for the same tosses in another order', () => {
    close(read({ tosses: 'HHHHTTTT' })('paid'), read({ tosses: 'THTHHTTH' })('paid'));
  });

  it('takes seven heads to come within 0.01 of 0.7, and no sequence is shorter', () => {
    const { score } = spec.challenges.find(({ id }) => id === 'nearly-sure')!;
    const scoreOf = (tosses: string) => score(spec.compute(valuesOf({ tosses })), valuesOf({ tosses }));
    for (let length = 0; length <= 6; length++)
      for (let code = 0; code < 2 ** length; code++)
        expect(scoreOf(Array.from({ length }, (_, i) => ((code >> i) & 1 ? 'H' : 'T')).join(''))).toBeLessThan(1);
    expect(scoreOf('HHHHHHH')).toBe(1);
    expect(scoreOf('THHHHHHHHH')).toBeLessThan(1);
  });

  it('costs half a bit more than a fair coin as often as the challenge says, and less on average', () => {
    const { solved, solution } = spec.challenges.find(({ id }) => id === 'worse-than-fair')!;
    let [often, onAverage] = [0, 0];
    for (let code = 0; code < 2 ** 11; code++) {
      const tosses = Array.from({ length: 11 }, (_, i) => ((code >> i) & 1 ? 'H' : 'T')).join('');
      const { paid } = follow(tosses);
      const over = paid / Math.LN2 - 11;
      if (over >= 0.5) often += Math.exp(-paid);
      onAverage += over * Math.exp(-paid);
    }
    expect(solved).toContain(`${(100 * often).toFixed(0)} percent by probability`);
    const { paid } = follow(solution.tosses!);
    expect(solved).toContain(`pays ${(paid / Math.LN2 - 11).toFixed(2)} bits more`);
    expect(onAverage).toBeLessThan(0);
    expect(read({ tosses: 'HTHTHHTHTHTHTHHTHTHT' })('overFair')).toBeGreaterThan(0);
  });

  it('lets four heads point to a coin that the tosses after them make improbable', () => {
    const { values, why } = spec.presets.find(({ id }) => id === 'wrong-turn')!;
    const { posterior } = follow(values.tosses!);
    expect(follow('HHHH').posterior).toBeGreaterThan(0.9);
    expect(why).toContain(`it has a probability of ${posterior.toFixed(2)}`);
    close(posterior / (1 - posterior), 1.75 ** 8 * 0.5 ** 12);
  });

  it('says one number of bits for the tosses of the figure, in the picture, the description and the readout', () => {
    const say = sayIn('bits');
    for (const [tosses, shown] of [
      [100, 30],
      [30, 10],
      [12, 100],
    ] as const) {
      const values = valuesOf({ tosses: 'T'.repeat(tosses), shown });
      const model = spec.compute(values);
      const all = spec.readouts.columns.of(model, values);
      close(columnsOf(tosses, shown), Math.max(tosses, shown));
      expect(all).toBe(Math.max(tosses, shown));
      const said = say.information(spec.readouts.learnable.of(model, values));
      const { learned } = spec.compute(valuesOf({ shown: all }));
      expect(said).toBe(say.information(learned[all]));
      expect(spec.describe(model, values, say)).toContain(`; ${all} tosses tell ${said} of the coin.`);
      const html = renderToString(createElement(View, { values, model, width: 640, say, set: () => {} }));
      expect(html.replaceAll('<!-- -->', '')).toContain(`${said} in ${all} tosses`);
    }
  });

  it('has no mean and no last toss before the first', () => {
    const model = spec.compute(valuesOf({ tosses: '' }));
    for (const id of ['mean', 'last'] as const) expect(spec.readouts[id].none!(model, valuesOf())).toBe(true);
    expect(spec.readouts.mean.none!(spec.compute(valuesOf()), valuesOf())).toBe(false);
  });

  it('tosses the hidden coin by its seed, the same toss at the same place, and as often heads as it should', () => {
    expect(valuesOf().tosses).toBe(tossed(valuesOf().seed, 0, 12));
    expect(tossed(7, 0, 20)).toBe(tossed(7, 0, 12) + tossed(7, 12, 8));
    const seeds = Array.from({ length: 400 }, (_, i) => i);
    const bright = seeds.filter((seed) => hiddenCoin(seed) === 0.7);
    // Within four standard deviations: 400 fair choices, and some 200 · 50 tosses of each coin.
    expect(Math.abs(bright.length - 200)).toBeLessThan(40);
    for (const coin of [0.7, 0.4]) {
      const all = seeds
        .filter((seed) => hiddenCoin(seed) === coin)
        .map((seed) => tossed(seed, 0, 50))
        .join('');
      const share = all.replaceAll('T', '').length / all.length;
      expect(Math.abs(share - coin)).toBeLessThan(4 * Math.sqrt(0.25 / all.length));
    }
  });

  it('reads tosses from an address, and says what it left out', () => {
    const from = (tosses: string) => readValues(spec.params, [['tosses', tosses]]);
    expect(from('ht TH')).toEqual({ values: valuesOf({ tosses: 'HTTH' }), problems: [] });
    expect(from('H,T,1').problems).toEqual(['Tosses: only H and T, or 1 and 0, are tosses; the rest is left out.']);
    expect(from('0101 h t')).toEqual({ values: valuesOf({ tosses: 'THTHHT' }), problems: [] });
    expect(from(`💥${'T'.repeat(130)}`).problems).toEqual([
      'Tosses: only H and T, or 1 and 0, are tosses; the rest is left out. And only the first 100 of 130 tosses are used.',
    ]);
    expect(from('H'.repeat(101)).problems).toEqual(['Tosses: only the first 100 of 101 tosses are used.']);
    expect(from('H'.repeat(101)).values.tosses).toHaveLength(100);
  });

  it('draws every preset at both widths, within its frame', () => {
    const say = sayIn('bits');
    for (const preset of [...spec.presets.map(({ values }) => values), { tosses: 'H'.repeat(100), shown: 10 }]) {
      const values = valuesOf(preset);
      const model = spec.compute(values);
      for (const width of [640, 352]) {
        const html = renderToString(createElement(View, { values, model, width, say, set: () => {} }));
        expect(html).not.toMatch(/NaN|undefined|Infinity/);
        expect(html).toContain(say.amount(model.rate));
        // One sequence has one coin: nobody who knows it pays the mean of the two.
        expect(html.replaceAll('<!-- -->', '')).toMatch(/coin known(, on average)?: 0\.881 or 0\.971/);
        // Pages hold it twice.
        if (values.shown <= 30 && values.tosses.length <= 30) expect(html.length).toBeLessThan(12_000);
      }
    }
  });
});
