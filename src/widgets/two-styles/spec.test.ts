import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { sayIn } from '#contract/say.ts';
import { defaultValues, readValues } from '#contract/values.ts';
import { drawMixture } from '#sim/markov-samplers.ts';
import { uniforms } from '#sim/random.ts';
import { styleLogOdds, STYLES, STYLE_STARTS, STYLE_WORDS, stylesPredictor } from '#sim/styles.ts';
import { expectSolvable } from '../../../fixtures/challenges.ts';
import { close, closeAll } from '../../../fixtures/oracle.ts';
import { createPlainTrainer } from '../../../fixtures/trainer.ts';
import { compute, evidenceOf, exactLaw, meanGap, readingOf, run, type TwoStyles } from './model.ts';
import { mostWords, params, strangersIn, textOf, type Asked } from './parameters.ts';
import { spec } from './spec.ts';
import { View } from './View.tsx';

const trainer = createPlainTrainer();
const say = sayIn('bits');
const valuesOf = (change: Partial<Asked> = {}): Asked => ({ ...defaultValues(spec.params), ...change });
async function read(change: Partial<Asked> = {}, previous?: TwoStyles) {
  const models: TwoStyles[] = [];
  const signal = new AbortController().signal;
  for await (const model of run(valuesOf(change), { trainer, signal, previous })) models.push(model);
  return models;
}
const value = (id: keyof typeof spec.readouts, model: TwoStyles) => spec.readouts[id].of(model, valuesOf());

describe('two-styles, exactly', () => {
  it('weighs words by hand: three words of the two tables', () => {
    // “mother safe stop” as a telegram and as a lullaby: shares of nine, five and five, of ten, five and six; a slip is 0.08 of 23.
    const slip = 0.08 / 23;
    const telegram = (0.92 * 2) / 9 + slip;
    const telegrams = [telegram, (0.92 * 2) / 5 + slip, (0.92 * 3) / 5 + slip];
    const lullabies = [(0.92 * 2) / 10 + slip, 0.92 / 5 + slip, slip];
    const odds = telegrams.reduce((sum, p, i) => sum + Math.log(p / lullabies[i]), 0);
    const model = spec.compute(valuesOf({ prompt: 'mother safe stop' }));
    close(value('evidence', model), odds, 1e-9);
    close(value('posterior', model), 1 / (1 + Math.exp(-odds)), 1e-9);
  });

  it('takes known words only, in small letters, and says which it left out', () => {
    const { value: prompt, problem } = params.prompt.parse('Hush, little MOON! <b> zebra');
    expect(prompt).toBe('hush little moon');
    expect(problem).toBe('Prompt: “b” is a word of neither style; it is left out.');
    expect(strangersIn('send Money now, שלום 42, é!')).toEqual(['now', 'שלום', '42', 'é']);
    const long = textOf(new Array(60).fill(0));
    expect(params.prompt.parse(long).value.split(' ')).toHaveLength(mostWords);
    expect(readValues(spec.params, [['prompt', 'sea calm']]).values.prompt).toBe('sea calm');
  });

  it('finds the posterior itself in a network that predicts exactly', () => {
    const model = compute(valuesOf({ prompt: 'mother safe home tonight sleep' }));
    expect(model.words).toEqual([12, 14, 5, 21, 18]);
    // With a thousandth for the token that is no word.
    const rows = model.logOdds.map((odds, t) => [
      ...exactLaw(model.words.slice(0, t), odds).map((p) => 0.999 * p),
      0.001,
    ]);
    const logProbabilities = Float64Array.from(rows.flat(), Math.log);
    const reading = readingOf(model, { logProbabilities }, 24, 7);
    expect(reading.parameters).toBe(7);
    model.logOdds.forEach((odds, t) => expect(reading.implied[t]).toBeCloseTo(1 / (1 + Math.exp(-odds)), 5));
    expect(Math.max(...reading.gap)).toBeLessThan(1e-5);
    expect(value('words', model)).toBe(5);
  });

  it('predicts the next word as the mixture of the two styles does', () => {
    const words = compute(valuesOf({ prompt: 'mother safe home' })).words;
    const predictor = stylesPredictor();
    words.forEach((word) => predictor.add(word));
    closeAll(exactLaw(words, styleLogOdds(words).at(-1)!), predictor.predict());
  });

  it('has odds of millions after five words of telegram and of ten quadrillion after ten, which a lullaby works off', () => {
    const { prompt } = spec.presets.find(({ id }) => id === 'change')!.values;
    const { logOdds, words } = compute(valuesOf({ prompt }));
    expect(logOdds[5]).toBeGreaterThan(Math.log(1e6));
    expect(logOdds[5]).toBeLessThan(Math.log(1e7));
    expect(logOdds[10]).toBeGreaterThan(Math.log(1e16));
    for (let t = 11; t < logOdds.length; t++) expect(logOdds[t]).toBeLessThan(logOdds[t - 1]);
    for (const rate of [0.01, 0.02, 0.05, 0.1, 0.2]) expect(styleLogOdds(words, rate)[12]).toBeLessThan(0);
  });

  it('has three words of lullaby that are worth about as much as three of telegram', () => {
    const odds = compute(valuesOf({ prompt: 'send money stop hush little moon' })).logOdds;
    const evidence = odds.slice(1).map((now, t) => Math.abs(now - odds[t]));
    expect(Math.max(...evidence) / Math.min(...evidence)).toBeLessThan(1.5);
  });

  it('has challenges that begin unsolved with a hint, and whose solutions count', () => {
    const stateOf = (values: Asked) => ({ values, model: spec.compute(values) });
    for (const challenge of spec.challenges) {
      const { start, solution } = challenge;
      expectSolvable(challenge, stateOf(valuesOf(start)), stateOf(valuesOf({ ...start, ...solution })));
    }
  });
});

describe('two-styles with the shipped network', () => {
  it('predicts close to the exact mixture on texts of its source', async () => {
    const gaps: number[] = [];
    for (let i = 0; i < 12; i++) {
      const { sequence } = drawMixture(STYLES, STYLE_STARTS, mostWords, uniforms(77, i));
      const model = (await read({ prompt: textOf(sequence), length: 1 })).at(-1)!;
      gaps.push(meanGap(model));
      expect(Math.abs(model.network!.implied.at(-1)! - value('posterior', model))).toBeLessThan(0.1);
    }
    // The card says 0.0011 nats, of texts of 64 words.
    expect(gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length).toBeLessThan(0.004);
  });

  it('keeps to the style of the prompt, and turns around as late as Bayes’ rule does', async () => {
    const telegram = (await read()).at(-1)!;
    expect(telegram.continuations).toHaveLength(3);
    for (const words of telegram.continuations) {
      expect(words).toHaveLength(12);
      expect(evidenceOf(telegram, words)).toBeGreaterThan(0);
    }
    const lullaby = (await read(spec.presets[1].values)).at(-1)!;
    for (const words of lullaby.continuations) expect(evidenceOf(lullaby, words)).toBeLessThan(0);
    const changed = (await read(spec.presets[3].values)).at(-1)!;
    // Eight words into the lullaby Bayes' rule still says telegram, and so does the network; one who expects changes does not.
    expect(STYLE_WORDS[changed.words[10]]).toBe('hush');
    const expecting = spec.compute(valuesOf(spec.presets[4].values));
    expect(changed.logOdds[15]).toBeGreaterThan(5);
    expect(changed.network!.implied[15]).toBeGreaterThan(0.9);
    expect(expecting.expecting[15]).toBeLessThan(0);
  });

  it('shows where conditioning does not describe the network: after a change of style', async () => {
    const usual = (await read()).at(-1)!;
    const changed = (await read(spec.presets.find(({ id }) => id === 'change')!.values)).at(-1)!;
    const bits = (id: 'gap' | 'worst', model: TwoStyles) => value(id, model) / Math.LN2;
    expect(bits('gap', usual)).toBeLessThan(0.003);
    expect(bits('gap', changed)).toBeCloseTo(0.237, 2);
    expect(bits('worst', changed)).toBeCloseTo(1.94, 1);
    expect(value('astray', usual)).toBeLessThan(0.1);
    expect(value('astray', changed)).toBeGreaterThan(0.7);
    // By hand: where Bayes' rule is sure of the lullaby, the network's share goes up and down.
    const sure = changed.network!.implied.filter((_, t) => t > 10 && changed.logOdds[t] < Math.log(1e-3));
    expect(Math.max(...sure) - Math.min(...sure)).toBeGreaterThan(0.5);
  });

  it('writes some telegrams and some lullabies where nothing is decided, and one of them only where a word has decided', async () => {
    const telegrams = async (change: Partial<Asked>) => {
      const model = (await read(change)).at(-1)!;
      return model.continuations.map((words) => evidenceOf(model, words) > 0);
    };
    expect(new Set(await telegrams(spec.presets.find(({ id }) => id === 'open')!.values)).size).toBe(2);
    expect(await telegrams({ prompt: 'sea calm stop' })).toEqual([true, true, true]);
    expect(await telegrams({ prompt: 'hush' })).toEqual([false, false, false]);
  });

  it('obeys its laws and says what it finds, for every preset', async () => {
    const described = new Set<string>();
    for (const preset of spec.presets) {
      const values = valuesOf(preset.values);
      for (const model of await read(preset.values)) {
        for (const law of spec.laws) expect(law.gap(model, values), law.name).toBeLessThanOrEqual(law.tolerance);
        for (const readout of Object.values(spec.readouts))
          expect(readout.of(model, values)).toSatisfy(Number.isFinite);
        for (const width of [640, 328, 280])
          expect(renderToString(createElement(View, { values, model, width, say, set: () => {} }))).not.toMatch(
            /NaN|undefined|Infinity/,
          );
        if (model.drawnFor) described.add(spec.describe(model, values, say));
        expect(JSON.parse(JSON.stringify(model))).toEqual(model);
      }
    }
    expect(described.size).toBe(spec.presets.length);
  });

  it('reads a prompt once, and draws anew only when asked for something else', async () => {
    const [, , model] = await read();
    expect(await read({}, model)).toHaveLength(1);
    const again = await read({ seed: 5 }, model);
    expect(again.at(-1)!.network).toBe(model.network);
    expect(again.at(-1)!.continuations).not.toEqual(model.continuations);
    expect((await read({ rate: 0.1 }, model)).at(-1)!.continuations).toEqual(model.continuations);
  });
});
