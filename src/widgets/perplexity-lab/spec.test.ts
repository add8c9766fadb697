import { describe, expect, it } from 'vitest';
import { isComplete } from '#contract/reading.ts';
import { sayIn } from '#contract/say.ts';
import { defaultValues } from '#contract/values.ts';
import { adaptiveSurprisals } from '#sim/adaptive-bytes.ts';
import { byteEngine, createByteEngine } from '../../../fixtures/byteEngine.ts';
import { oracleCases } from '../../../fixtures/oracle.ts';
import { noTrainer } from '../../../fixtures/noTrainer.ts';
import { sayTimes } from './describe.ts';
import type { Asked } from './parameters.ts';
import { reportOf } from './report.ts';
import { spec } from './spec.ts';
import type { PerplexityLab } from './state.ts';
import { rowsOf, stretchesOf } from './windows.ts';

const say = sayIn('bits');
const defaults = defaultValues(spec.params);
const { repeat, change } = byteEngine;

async function run(asked: Partial<Asked>, previous?: PerplexityLab) {
  const values: Asked = { ...defaults, ...asked };
  const engine = createByteEngine();
  const shown: PerplexityLab[] = [];
  for await (const model of spec.run!(values, {
    engine,
    trainer: noTrainer,
    signal: new AbortController().signal,
    previous,
  }))
    shown.push(model);
  const last = shown[shown.length - 1];
  return { last, shown, values, engine, of: (id: string) => spec.readouts[id].of(last, values) };
}

function expectLaws(model: PerplexityLab, values: Asked) {
  for (const law of spec.laws) expect(law.gap(model, values), law.name).toBeLessThanOrEqual(law.tolerance);
  for (const [name, readout] of Object.entries(spec.readouts)) {
    const value = readout.of(model, values);
    expect(readout.infinite ? !Number.isNaN(value) : Number.isFinite(value), name).toBe(true);
  }
}

describe('made-up surprisals', () => {
  it('of 2 and 4 nats give the reference values, whatever lies between', async () => {
    const cases = oracleCases<Record<string, [number, number][]>>('13_llm_metrics', 'perplexity_averaging_pitfall');
    for (const [source, cut1, { expected }] of [
      ['even', 100, cases[0]],
      ['uneven', 300, cases[1]],
    ] as const) {
      const { of, last, values } = await run({ source, batches: 2, cut1 });
      expect(of('right')).toBeCloseTo(expected.correct_token_weighted_ppl, 9);
      expect(of('meanOfPerplexities')).toBeCloseTo(expected.wrong_mean_of_batch_ppls, 9);
      expect(of('batchMeans')).toBeCloseTo(expected.exp_of_unweighted_mean_CE, 9);
      expectLaws(last, values);
    }
  });

  it('have no perplexity where no token is scored', async () => {
    const handed = await run({ source: 'even', prompt: 400 });
    const weightless = await run({ text: 'a', source: 'text', kind: 'dearest', weight: 0 });
    for (const [{ last, values }, id] of [
      [handed, 'conditional'],
      [weightless, 'weighted'],
    ] as const) {
      expect(spec.readouts[id].none?.(last, values)).toBe(true);
      expect(reportOf(last, values).marks.map((mark) => mark.id)).not.toContain(id);
      expectLaws(last, values);
    }
  });

  it('have closed forms for the rest', async () => {
    const { of } = await run({ source: 'uneven', batches: 1, kind: 'dearest', weight: 0, prompt: 300 });
    expect(of('twoToTheNats')).toBeCloseTo(2 ** 2.5, 9);
    expect(of('eToTheBits')).toBeCloseTo(Math.exp(2.5 / Math.LN2), 9);
    expect(of('meanInverse')).toBeCloseTo(0.75 * Math.exp(2) + 0.25 * Math.exp(4), 9);
    expect(of('inverseMean')).toBeCloseTo(1 / (0.75 * Math.exp(-2) + 0.25 * Math.exp(-4)), 9);
    // Forty of the hundred costly ones are left out.
    expect(of('weighted')).toBeCloseTo(Math.exp((600 + 240) / 360), 9);
    expect(of('conditional')).toBeCloseTo(Math.exp(4), 9);
    expect(of('meanOfPerplexities')).toBeCloseTo(of('right'), 9);
    expect([of('bytes'), of('rate'), of('perByte'), of('adaptive')]).toEqual([0, 0, 1, 1]);
  });

  it('are averaged wrongly by tokens too, as the preset says', () => {
    const { why } = spec.presets.find(({ id }) => id === 'two-and-four')!;
    const weighted = (300 * Math.exp(2) + 100 * Math.exp(4)) / 400;
    const [right, ofMeans, unweighted] = [Math.exp(2.5), Math.exp(3), (Math.exp(2) + Math.exp(4)) / 2];
    for (const said of [
      `perplexity ${right.toFixed(1)}.`,
      `gives ${ofMeans.toFixed(1)}.`,
      `is ${unweighted.toFixed(1)}.`,
      `= ${weighted.toFixed(1)}.`,
    ])
      expect(why).toContain(said);
    // Weights help and do not mend it.
    expect(weighted).toBeLessThan(ofMeans);
    expect(weighted).toBeGreaterThan(right + 5);
  });

  it('ask nothing of the engine', async () => {
    expect((await run({ source: 'even' })).engine.asked.reads).toBe(0);
  });
});

describe('a text', () => {
  it('has the numbers of the known model, per token, byte and word', async () => {
    const { of, last, values } = await run({ text: 'aa bb é', batches: 2, cut1: 2, prompt: 2 });
    // Bytes: a a ␣ b b ␣ C3 A9; a line break before them.
    const total = 2 * repeat + 6 * change;
    expect(of('tokens')).toBe(8);
    expect([of('bytes'), of('words')]).toEqual([8, 3]);
    expect(of('right')).toBeCloseTo(Math.exp(total / 8), 1);
    expect(of('perWord')).toBeCloseTo(of('right') ** (8 / 3), -3);
    expect(of('rate')).toBeCloseTo(total / 8, 3);
    expect(of('meanOfPerplexities')).toBeCloseTo(
      (Math.exp((repeat + change) / 2) + Math.exp((repeat + 5 * change) / 6)) / 2,
      1,
    );
    expect(of('conditional')).toBeCloseTo(Math.exp((repeat + 5 * change) / 6), 1);
    const bytes = [...new TextEncoder().encode('aa bb é')];
    expect(of('adaptiveRate')).toBeCloseTo(adaptiveSurprisals(bytes, 3).reduce((a, b) => a + b, 0) / 8, 12);
    expect(of('adaptiveGain')).toBeCloseTo(of('adaptiveRate') - of('rate'), 12);
    // The stand-in looks back one token, which every window of two or more has.
    expect(of('windows')).toBeCloseTo(of('right'), 1);
    expectLaws(last, values);
  });

  it('counts first guesses, and knows no probabilities', async () => {
    // The stand-in guesses a repetition: after the line break not the first a, then two; not the first b, then one; not the c.
    const { of } = await run({ text: 'aaabbc' });
    expect(of('firstGuesses')).toBe(3 / 6);
    // Pairs 1 of 5, three in a row 0 of 4.
    expect(of('overlap')).toBe(0);
    const long = await run({ text: 'aaaaaaaa' });
    expect(long.of('firstGuesses')).toBe(7 / 8);
    expect(long.of('overlap')).toBeCloseTo(((7 / 8) * (6 / 7) * (5 / 6) * (4 / 5)) ** 0.25, 12);
    const made = await run({ source: 'even' });
    expect([made.of('firstGuesses'), made.of('overlap')]).toEqual([0, 0]);
    expect(reportOf(made.last, made.values).guessed).toBeUndefined();
  });

  it('weighs punctuation and the costliest tenth', async () => {
    const marks = await run({ text: 'aaaa,aaaa!', kind: 'punctuation', weight: 3 });
    // a is costly after a line break and after the comma; the comma and the exclamation mark are costly themselves.
    const plain = 6 * repeat + 2 * change;
    expect(marks.of('weighted')).toBeCloseTo(Math.exp((plain + 6 * change) / 14), 1);
    const dearest = await run({ text: 'aaaa,aaaa!', kind: 'dearest', weight: 0 });
    expect(dearest.of('weighted')).toBeCloseTo(Math.exp((6 * repeat + 3 * change) / 9), 1);
    expect(reportOf(dearest.last, dearest.values).weights.indexOf(0)).toBe(0);
  });

  it.each(['', ' ', 'a', '\n\n', '🦉', 'שלום', '\ud800', 'x'.repeat(700)])(
    'obeys the laws, survives JSON and can be said when it is %j',
    async (text) => {
      const { last, values } = await run({ text });
      expect(isComplete(last.reading)).toBe(true);
      expectLaws(last, values);
      expect(JSON.parse(JSON.stringify(last))).toEqual(last);
      expect(spec.describe(last, values, say)).not.toMatch(/NaN|undefined|Infinity/);
      for (const row of spec.table(last, say, values).rows) expect(row).toHaveLength(5);
    },
  );

  it('obeys the laws at every step of a reading', async () => {
    const { shown, values } = await run({ text: 'ab'.repeat(400), window: '32', stride: 'half' });
    expect(shown.length).toBeGreaterThan(5);
    for (const model of shown) expectLaws(model, values);
    expect(spec.describe(shown[2], values, say)).toMatch(/^So far \d+ tokens of 800 are read\. /);
  });

  it('is not read again when nothing of it has changed, and in windows only when they have', async () => {
    const { last } = await run({ text: 'abcabc'.repeat(20) });
    const asked = { text: 'abcabc'.repeat(20) };
    expect((await run({ ...asked, batches: 2, weight: 3 }, last)).engine.asked.reads).toBe(0);
    expect((await run({ ...asked, stride: 'half' }, last)).engine.asked.reads).toBe(1);
    const halted = await run({ ...asked, stride: 'half', halted: true }, last);
    expect(halted.engine.asked.reads).toBe(0);
    expect(halted.last.windowed.done).toBe(0);
    expect((await run({ ...asked, order: 1 }, last)).last.adaptive.order).toBe(1);
  });
});

describe('windows', () => {
  it('score every token once, and give it at least window − stride tokens before it', () => {
    for (const window of [16, 32, 256])
      for (const stride of [1, window / 8, window / 2, window])
        for (const tokens of [0, 1, window - 1, window, window + 1, 3 * window + 5]) {
          const stretches = stretchesOf(tokens, window, stride);
          expect(stretches.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, i) => from + i))).toEqual(
            Array.from({ length: tokens }, (_, t) => t),
          );
          stretches.forEach(({ start, from, to }, k) => {
            expect(start).toBeLessThan(from);
            expect(to - start - 1).toBeLessThanOrEqual(window);
            if (k > 0) expect(from - start).toBe(window - stride + 1);
          });
        }
    expect(() => stretchesOf(10, 16, 17)).toThrow('got 17');
  });

  it('cost a row for every token that something is predicted from', () => {
    expect(rowsOf(stretchesOf(64, 16, 16))).toBe(64);
    expect(rowsOf(stretchesOf(64, 16, 8))).toBe(16 * 7);
    expect(rowsOf(stretchesOf(300, 256, 128))).toBe(256 + 172);
  });
});

it.each([
  [Math.log(38.084), '38.08'],
  [Math.log(100), '100.0'],
  [Math.log(2410.2), '2,410'],
  [Math.log(1.24e7), '1.2 × 10⁷'],
  [Math.log(9.96e9), '1.0 × 10¹⁰'],
  [2000, '3.9 × 10⁸⁶⁸'],
])('says e to the power of %d', (nats, said) => {
  expect(say.perplexity(nats)).toBe(said);
});

it.each([
  [0, '1.00'],
  [Math.log(0.153), '0.15'],
  [Math.log(0.0021), '0.0021'],
  [Math.log(9e-5), '< 10⁻⁴'],
  [Math.log(2e6), '> 10⁶'],
])('says e to the power of %d times', (nats, said) => {
  expect(sayTimes(nats, say)).toBe(said);
});

it('describes what was reported', async () => {
  const { last, values } = await run({ source: 'uneven', batches: 2, cut1: 300 });
  expect(spec.describe(last, values, say)).toBe(
    '400 tokens, made up: a perplexity of 12.18 per token. Over 2 batches the mean of perplexities reports 30.99, the mean of means 20.09.',
  );
});
