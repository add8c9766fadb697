import { describe, expect, it } from 'vitest';
import { sayIn } from '#contract/say.ts';
import type { RunContext } from '#contract/spec.ts';
import { defaultValues } from '#contract/values.ts';
import { babbleChain } from '#sim/training-sources.ts';
import { createByteEngine } from '../../../fixtures/byteEngine.ts';
import { createConstantTrainer } from '../../../fixtures/constantTrainer.ts';
import { closeAll } from '../../../fixtures/oracle.ts';
import { dataOf, sourceContext, textContext } from './data.ts';
import { keep } from './kept.ts';
import { isDone, latest, Live, type TrainIt } from './model.ts';
import type { Asked } from './parameters.ts';
import { spec } from './spec.ts';
import { tale } from './texts.ts';

const say = sayIn('bits');
/** What the stand-in for the trainer has for the words of the book. */
const prose = await createConstantTrainer().trainer.words();
const never = new AbortController().signal;
const asking = (change: Partial<Asked>): Asked => ({ ...defaultValues(spec.params), ...change });

async function run(change: Partial<Asked>, previous?: TrainIt, { trainer, asked } = createConstantTrainer()) {
  const values = asking(change);
  const models: TrainIt[] = [];
  const context: RunContext<TrainIt> = { engine: createByteEngine(), trainer, signal: never, previous };
  for await (const model of spec.run!(values, context)) models.push(model);
  const model = models[models.length - 1] ?? previous!;
  return { values, models, model, asked, trainer };
}
const fresh = (change: Partial<Asked>) => spec.compute(asking(change));
/** Runs that were finished once, from no past. A model is plain data but for its `live`, from which a run goes on without changing it. */
const fair = await run({ data: 'fair', playing: true });
const untouched = await run({ playing: true });
/** What the stand-in for the trainer costs above the floor of two symbols after so many steps, whatever came before. */
const above = (steps: number) => Math.log((steps + 1) / steps);
describe('a run', () => {
  it('without a past goes on to the end, step by step, with the same curve each time', async () => {
    const { models, model, asked } = fair;
    expect(isDone(model)).toBe(true);
    expect(model.points.length).toBeGreaterThan(20);
    for (const { step, heldOut, error } of model.points) {
      expect(heldOut).toBeCloseTo(Math.LN2 + above(step), 9);
      expect(error).toBeLessThan(1e-9);
    }
    // The mean of 1/n over the steps since the point before.
    const [first, second, third] = model.points;
    expect([first.step, second.step]).toEqual([1, 2]);
    closeAll([first.train, second.train], [1, 0.5]);
    const last = Array.from({ length: 4 }, (_, i) => 1 / (100 - i));
    closeAll([latest(model)!.train], [last.reduce((a, b) => a + b, 0) / last.length]);
    const since = Array.from({ length: third.step - 2 }, (_, i) => 1 / (i + 3));
    closeAll([third.train], [since.reduce((a, b) => a + b, 0) / since.length]);
    expect(asked.estimates).toBe(0);
    const again = await run({ data: 'fair', playing: true });
    expect(JSON.stringify(again.model)).toBe(JSON.stringify(model));
    expect(models[0].points).toEqual([]);
  });

  it('trains nothing that nobody asked for', async () => {
    for (const change of [{}, { data: 'fair' } as const]) {
      const { model, asked } = await run(change);
      expect(asked).toMatchObject({ trainings: [], estimates: 0 });
      expect(model.points).toEqual([]);
    }
  });

  it('in the page estimates, and trains nothing unasked', async () => {
    const { model, asked } = await run({ data: 'fair' }, fresh({ data: 'fair' }));
    expect(asked.trainings).toEqual([]);
    expect(model.estimate).toEqual({ backend: 'plain', tokensPerSecond: 1000, seconds: 2 });
  });

  it('what the page brought along is finished, and needs nothing', async () => {
    const built = JSON.parse(JSON.stringify(untouched.model)) as TrainIt;
    expect(built.live).toBeUndefined();
    const { models, asked } = await run({}, built);
    expect(models).toEqual([]);
    expect(asked).toMatchObject({ trainings: [], estimates: 0 });
  });

  it('takes one step if one is asked for, and goes on from it', async () => {
    const before = await run({ data: 'fair' }, fresh({ data: 'fair' }));
    const one = await run({ data: 'fair', single: 1 }, before.model);
    expect(one.model.step).toBe(1);
    expect(one.model.live).toBeInstanceOf(Live);
    const still = await run({ data: 'fair', single: 1 }, one.model);
    expect(still.models).toEqual([]);
    const rest = await run({ data: 'fair', single: 1, playing: true, pace: '0.3' }, one.model);
    expect(rest.asked.trainings[0].from).toBe(one.model.live!.state);
    expect(rest.asked.paces).toEqual([0.3]);
    expect(latest(rest.model)!.step).toBe(100);
  });

  it('with as many steps again goes on from the end', async () => {
    const more = await run({ data: 'fair', more: 1, playing: true }, fair.model);
    expect(more.model).toMatchObject({ step: 200, goal: 200 });
    expect(more.asked.trainings[0]).toMatchObject({ steps: 200, from: { step: 100 } });
  });

  it('finds again what was begun with other settings', async () => {
    const double = createConstantTrainer();
    const first = await run({ data: 'fair', playing: true }, fresh({ data: 'fair' }), double);
    const other = await run({ data: 'coins' }, first.model, double);
    expect(other.model.points).toEqual([]);
    const back = await run({ data: 'fair', single: 3 }, other.model, double);
    expect(back.model.points).toEqual(first.model.points);
    expect(double.asked.trainings).toHaveLength(1);
  });

  it('begins from a network that was kept, if that knows the symbols', async () => {
    const { model } = fair;
    const kept = { name: 'fair', network: model.live!.state.network, symbols: model.live!.symbols };
    const from = keep(kept);
    expect(keep(kept)).toBe(from);
    const begun = await run({ data: 'coins', from, playing: true }, fresh({ data: 'coins', from }));
    expect(begun.asked.trainings[0].from).toBe(kept.network);
    // It is measured before its first step, and nobody calls it untrained.
    const [measured] = begun.model.points;
    expect(measured.step).toBe(0);
    expect(measured.heldOut - Math.LN2).toBeLessThan(0.1);
    const waiting = { ...begun.model, step: 0, points: [measured] };
    expect(spec.describe(waiting, begun.values, say)).toContain(
      'before its first step: a symbol that was held out costs',
    );
    expect(spec.readouts.heldOut.of(waiting, begun.values)).toBe(measured.heldOut);
    expect(spec.describe(spec.compute(begun.values), begun.values, say)).not.toContain('untrained');
    const refused = await run({ data: 'babble', from, playing: true }, fresh({ data: 'babble', from }));
    expect(refused.model.problem).toMatch(/learned other symbols/);
    expect(refused.asked.trainings).toEqual([]);
  });

  it('says what is wrong with a text, and trains as soon as it is right', async () => {
    const short = await run(
      { data: 'own', text: 'Too short.', playing: true },
      fresh({ data: 'own', text: 'Too short.' }),
    );
    expect(short.model.problem).toMatch(/has 10 characters/);
    expect(spec.describe(short.model, short.values, say)).toMatch(/has 10 characters/);
    const right = await run({ data: 'own', playing: true }, short.model);
    expect(right.model.problem).toBeUndefined();
    expect(isDone(right.model)).toBe(true);
  });

  it('passes on why the book could not be had', async () => {
    const double = createConstantTrainer();
    const trainer = { ...double.trainer, words: () => Promise.reject(new Error('Are you offline?')) };
    const reading = run({ data: 'book' }, fresh({ data: 'book' }), { ...double, trainer });
    await expect(reading).rejects.toThrow('Are you offline?');
  });

  it.each(['babble', 'coins', 'register', 'fair', 'book', 'own'] as const)(
    'on %s obeys the laws, and readouts are numbers',
    async (data) => {
      const { model, values, models } = await run({ data, playing: true });
      for (const shown of models) {
        for (const law of spec.laws) expect(law.gap(shown, values), law.name).toBeLessThanOrEqual(law.tolerance);
        for (const readout of Object.values(spec.readouts))
          expect(Number.isFinite(readout.of(shown, values))).toBe(true);
        for (const row of spec.table(shown, say, values).rows) expect(row).toHaveLength(9);
      }
      expect(model.groups.reduce((sum, { count }) => sum + count, 0)).toBe(
        dataOf(asking({ data }), data === 'own' ? tale : prose).heldOut.length *
          (data === 'book' || data === 'own' ? textContext : sourceContext),
      );
      expect(model.samples.length).toBeGreaterThan(3);
    },
  );
});

it('a law that does not know the chain pays the divergence that can be worked out', async () => {
  // q is even but for two symbols: D(p‖q) = −H(p) − p₂ ln(s/2) − (1 − p₂) ln((1 − s)/6), with p₂ the mass on the two, s = n/(n + 1).
  const { model } = await run({ amount: '512', playing: true });
  const s = 100 / 101;
  for (const { name, loss, floor } of model.groups) {
    const symbol = [' ', 'a', 'i', 'm', 'n', 'r', 's', 't'].indexOf(name.replace('after ', '').replace('a space', ' '));
    const row = babbleChain[symbol];
    const two = row[0] + row[1];
    expect(loss - floor!).toBeCloseTo(-floor! - two * Math.log(s / 2) - (1 - two) * Math.log((1 - s) / 6), 9);
  }
});
