import { describe, expect, it } from 'vitest';
import { sayIn } from '#contract/say.ts';
import { defaultValues } from '#contract/values.ts';
import { expectSolvable } from '../../../fixtures/challenges.ts';
import { createShippedEngine } from '../../../fixtures/shippedEngine.ts';
import { noTrainer } from '../../../fixtures/noTrainer.ts';
import { spec } from './spec.ts';
import { letters } from './texts.ts';
import { reportOf } from './report.ts';
import type { PerplexityLab } from './state.ts';

/** The shipped model. What the texts of this widget say of it must stay true when it is trained anew. */
const engine = createShippedEngine();

async function read(change: object) {
  const values = { ...defaultValues(spec.params), ...change };
  let model: PerplexityLab = spec.compute(values);
  for await (const next of spec.run!(values, { engine, trainer: noTrainer, signal: new AbortController().signal }))
    model = next;
  return { model, values, of: (id: string) => spec.readouts[id].of(model, values) };
}

describe('under the shipped model', () => {
  it.each(spec.challenges)('$id begins unsolved, with a hint, and its solution solves it', async (challenge) => {
    const begin = await read({ ...challenge.start });
    const end = await read({ ...challenge.start, ...challenge.solution });
    expectSolvable(challenge, begin, end);
  });

  it.each(spec.presets)('$id obeys the laws', async (preset) => {
    const { model, values } = await read(preset.values);
    for (const law of spec.laws) expect(law.gap(model, values), law.name).toBeLessThanOrEqual(law.tolerance);
  });

  it('every preset is described in its own words', async () => {
    const say = sayIn('bits');
    const described = await Promise.all(
      spec.presets.map(async ({ values }) => {
        const read_ = await read(values);
        return spec.describe(read_.model, read_.values, say);
      }),
    );
    expect(new Set(described).size).toBe(spec.presets.length);
  });

  it('the adaptive reader reports the lower perplexity and is the worse model', async () => {
    const { of } = await read({});
    // The numbers of README.md.
    expect([of('adaptive').toFixed(0), of('right').toFixed(0)]).toEqual(['21', '26']);
    expect([of('adaptiveRate'), of('rate')].map((nats) => (nats / Math.LN2).toFixed(2))).toEqual(['4.42', '2.35']);
  });

  it('the adaptive reader has the lower perplexity if it looks back at all, and is the worse model however far', async () => {
    const challenge = spec.challenges.find(({ id }) => id === 'better-and-worse')!;
    expect(challenge.solved).toContain('if it looks back at all');
    for (const order of [0, 1, 2, 3, 4]) {
      const { of } = await read({ order });
      if (order === 0) expect(of('adaptive')).toBeGreaterThan(1.4 * of('right'));
      if (order >= 1) expect(of('adaptive')).toBeLessThan(of('right'));
      if (order >= 2) expect(of('adaptive')).toBeLessThan(0.9 * of('right'));
      expect(of('adaptiveRate')).toBeGreaterThan(of('rate'));
      const onLetters = await read({ ...challenge.solution, order });
      expect(challenge.score(onLetters.model, onLetters.values)).toBe(1);
    }
  });

  it('tells the cutter which way the mean is off, whatever the number of hard batches', async () => {
    const challenge = spec.challenges.find(({ id }) => id === 'ten-times-better')!;
    for (const [cut1, said] of [
      [64, /^It goes the right way/],
      [120, /^The mean is not too low: on the whole the short batches are not the easy ones/],
      [180, /^The mean is not too low/],
      [500, /^Nearly\. One more short batch/],
    ] as const) {
      const { model, values } = await read({ ...challenge.start, batches: 2, cut1 });
      expect(challenge.hints.find(({ when }) => when(model, values))!.say).toMatch(said);
      expect(challenge.score(model, values)).toBeLessThan(1);
      if (cut1 !== 500) continue;
      const { batches } = reportOf(model, values);
      expect(batches).toHaveLength(2);
      expect(batches[1]).toMatchObject({ tokens: 1 });
      // One more does it.
      const more = await read({ ...challenge.start, batches: 3, cut1: 500, cut2: 8 });
      expect(challenge.score(more.model, more.values)).toBe(1);
    }
  });

  it('the four documents are of very different difficulty, and the timetable makes up over half of the mean', async () => {
    const { of, model, values } = await read({});
    expect(of('meanOfPerplexitiesTimes')).toBeGreaterThan(1.25);
    const perplexities = reportOf(model, values).batches.map(({ mean }) => Math.exp(mean));
    const share = perplexities[3] / perplexities.reduce((sum, one) => sum + one, 0);
    expect(share).toBeGreaterThan(0.5);
    expect(share).toBeLessThan(0.6);
    expect(Math.max(...perplexities)).toBeGreaterThan(5 * Math.min(...perplexities));
  });

  it('less context is not always worse for a model', async () => {
    const { of } = await read({ window: '256', stride: 'whole' });
    expect([of('windows').toFixed(1), of('right').toFixed(1)]).toEqual(['25.5', '26.0']);
    // The number at the top is read in such windows, each half a window later; and a short text has nothing before a window.
    const same = [
      await read({ window: '256', stride: 'half' }),
      await read({ text: letters, window: '64', stride: 'whole' }),
    ];
    for (const { of: at } of same) expect(at('windows')).toBeCloseTo(at('right'), 2);
  });

  it('boilerplate flatters, short windows do not', async () => {
    expect(
      (await read(spec.presets.find(({ id }) => id === 'boilerplate')!.values)).of('batchMeansTimes'),
    ).toBeLessThan(0.5);
    const { of } = await read(spec.presets.find(({ id }) => id === 'short-windows')!.values);
    expect(of('windows')).toBeGreaterThan(1.1 * of('right'));
  });

  it('random letters are a case for the adaptive reader', async () => {
    const { of } = await read(spec.presets.find(({ id }) => id === 'letters')!.values);
    expect(of('adaptiveRate')).toBeLessThan(of('rate'));
  });
});
