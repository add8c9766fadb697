import { describe, expect, it } from 'vitest';
import { sayIn } from '#contract/say.ts';
import { defaultValues, type Values } from '#contract/values.ts';
import { binaryEntropy } from '#theory/measures/entropy.ts';
import { byteEngine, createByteEngine } from '../../../fixtures/byteEngine.ts';
import { closeAll } from '../../../fixtures/oracle.ts';
import { noTrainer } from '../../../fixtures/noTrainer.ts';
import { compare, charactersOf, meansOf } from './comparison.ts';
import type { ContextLength } from './model.ts';
import type { params } from './parameters.ts';
import { isComplete, known, planOf, spreadOrder } from './reading.ts';
import { contexts, greatestRise, sourceCurves } from './source.ts';
import { spec } from './spec.ts';

type V = Values<typeof params>;
const say = sayIn('bits');
const never = new AbortController().signal;
const valuesOf = (change: Partial<V>): V => ({ ...defaultValues(spec.params), ...change });

async function run(change: Partial<V>, previous?: ContextLength, engine = createByteEngine()) {
  const values = valuesOf(change);
  const models: ContextLength[] = [];
  for await (const model of spec.run!(values, { engine, trainer: noTrainer, signal: never, previous }))
    models.push(model);
  return { values, models, model: models[models.length - 1], engine };
}

describe('the source', () => {
  it('is drawn at the right contexts: one bit, then h(0.1), for the chain', () => {
    const { exact } = sourceCurves('chain', 0.9, 0.1);
    closeAll(exact, [Math.LN2, ...contexts.slice(1).map(() => binaryEntropy(0.1))]);
  });

  it('of spells is at its rate once ten symbols are known', () => {
    const { exact, rate } = sourceCurves('spells', 0.9, 0.1);
    closeAll(
      exact.slice(5),
      contexts.slice(5).map(() => rate),
    );
    expect(exact[4]).toBeGreaterThan(rate + 0.01);
    closeAll([rate], [Math.log(5) / 8]);
  });

  it('and a believer in one symbol of context of the chain pays what can be worked out by hand', () => {
    // After one symbol the belief in the coin that likes it is 0.9, so that it comes again with 0.9 · 0.9 + 0.1 · 0.1 = 0.82.
    const { believer } = sourceCurves('chain', 0.9, 0.1);
    closeAll(believer.slice(0, 2), [Math.LN2, -0.9 * Math.log(0.82) - 0.1 * Math.log(0.18)]);
  });

  it('with the chain, context helps the believer first and hurts it then, as the first preset says', () => {
    for (const name of ['chain', 'spells'] as const) {
      const { believer } = sourceCurves(name, 0.9, 0.1);
      const best = Math.min(...believer);
      expect(best).toBeLessThan(believer[0] - 0.2);
      expect(believer[contexts.length - 1]).toBeGreaterThan(believer[0]);
    }
    const coins = sourceCurves('coins', 0.9, 0.1);
    for (const nats of coins.believer.slice(1)) expect(nats).toBeGreaterThan(coins.believer[0] + 0.1);
    const right = sourceCurves('coins', 0.7, 0.4);
    closeAll(right.believer, right.exact);
    expect(greatestRise(right.believer)).toBeLessThan(1e-12);
  });
});

describe('the plan', () => {
  const tokensOf = (n: number) => ({
    ids: new Uint16Array(n),
    starts: Uint32Array.from({ length: n }, (_, t) => t),
    ends: Uint32Array.from({ length: n }, (_, t) => t + 1),
  });
  it.each([
    [32, [], 0],
    [33, [1], 32],
    [47, [1, 2, 4, 8], 39],
    [288, [1, 2, 4, 8, 16, 32, 64, 128, 256], 32],
    [1000, [1, 2, 4, 8, 16, 32, 64, 128, 256], 64],
  ])('of %i tokens', (n, lengths, count) => {
    const { contexts, targets } = planOf('x'.repeat(n), tokensOf(n), 256, 64);
    expect(contexts).toEqual(lengths);
    expect(targets).toHaveLength(count);
    const places = targets.map(({ token }) => token);
    expect(new Set(places).size).toBe(count);
    expect(places.every((t, i) => t >= contexts.at(-1)! && t < n && t >= (places[i - 1] ?? 0))).toBe(true);
  });

  it('begins everywhere: the first eighth of the order is in eight different eighths', () => {
    const order = spreadOrder(64);
    expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: 64 }, (_, i) => i));
    const eighths = new Set(order.slice(0, 8).map((i) => Math.floor(i / 8)));
    expect(eighths.size).toBeGreaterThanOrEqual(6);
  });
});

describe('the model on a text', () => {
  const text = `${'ab'.repeat(20)}${'a'.repeat(30)} é 🦉 ok`;

  it('is the same after every context where only the last token counts', async () => {
    const { model, values } = await run({ text, less: '2' });
    expect(isComplete(model.reading)).toBe(true);
    const { targets } = model.reading;
    const changes = targets.filter(({ nats }) => Math.abs(nats[0] - byteEngine.change) < 1e-3).length;
    const mean = (changes * byteEngine.change + (targets.length - changes) * byteEngine.repeat) / targets.length;
    for (const nats of meansOf(model.reading)) expect(nats).toBeCloseTo(mean, 3);
    expect(compare(model.reading, 2)).toMatchObject({ shorter: 2, longer: 32, change: 0, standardError: 0, hurt: 0 });
    expect(spec.readouts.hurt.of(model, values)).toBe(0);
  });

  it('counts a character of several tokens once', async () => {
    const { model } = await run({ text, targets: '64' });
    // 77 characters are 81 bytes; of both the first 32 are context only.
    expect(known(model.reading)).toHaveLength(81 - 32);
    expect(charactersOf(model.reading)).toBe(77 - 32);
  });

  it('compares only tokens that are known after every context', async () => {
    const { models } = await run({ text, targets: '64' });
    for (const { reading } of models)
      for (const { nats } of known(reading)) expect(nats).toHaveLength(reading.contexts.length);
    const counts = models.map(({ reading }) => known(reading).length);
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
    expect(counts.filter((count) => count > 0)[0]).toBe(4);
  });

  it('is not read again when only what is compared changes, nor when the page brought it along', async () => {
    const { model } = await run({ text });
    const { model: after, engine } = await run({ text, less: '1', source: 'chain' }, JSON.parse(JSON.stringify(model)));
    expect(engine.asked.reads).toBe(0);
    expect(after.reading).toEqual(model.reading);
    expect(after.source.name).toBe('chain');
  });

  it('is not read again when the reader returns to it', async () => {
    const { model, engine } = await run({ text });
    const other = await run({ text: 'b'.repeat(50) }, model, engine);
    const { model: back } = await run({ text }, other.model, engine);
    expect(engine.asked.reads).toBe(2);
    expect(back).toEqual(model);
  });

  it('goes on from what it had, and asks for the rest alone', async () => {
    const { models } = await run({ text });
    const half = models.find(({ reading }) => known(reading).length === 10)!;
    const { model } = await run({ text }, half);
    expect(model).toEqual(models[models.length - 1]);
  });

  it.each(['', 'a', 'שלום 🦉', 'x'.repeat(33), 'x'.repeat(34), '🦉'.repeat(30)])(
    'obeys the laws and says what it can when it is %j',
    async (short) => {
      const { model, values } = await run({ text: short });
      for (const law of spec.laws) expect(law.gap(model, values), law.name).toBeLessThanOrEqual(law.tolerance);
      for (const readout of Object.values(spec.readouts)) expect(Number.isFinite(readout.of(model, values))).toBe(true);
      // One context alone is no comparison, and a change of zero is one.
      const isCompared = model.reading.contexts.length > 1;
      expect(spec.readouts.compared.of(model, values)).toBe(isCompared ? known(model.reading).length : 0);
      for (const id of ['change', 'changeError', 'hurt', 'shorter', 'longer', 'longerPerCharacter'] as const)
        expect(spec.readouts[id].none!(model, values), id).toBe(!isCompared);
      expect(spec.describe(model, values, say)).not.toMatch(/NaN|undefined/);
      expect(isComplete(model.reading)).toBe(true);
    },
  );
});

it('a believer in coins of nine and one pays more after any toss than before it knew anything', () => {
  const { values } = spec.presets.find(({ id }) => id === 'coins')!;
  const [before, ...after] = spec.compute(valuesOf(values)).source.believer;
  expect(Math.min(...after)).toBeGreaterThan(before);
});

it('is harmed by context as long as it is least without all of it, and not at all if it believes rightly', () => {
  const harmOf = (change: Partial<V>) =>
    spec.readouts.believerHarm.of(spec.compute(valuesOf(change)), valuesOf(change));
  closeAll([harmOf({ source: 'coins', first: 0.7, second: 0.4 })], [0]);
  const { believer } = sourceCurves('spells', 0.9, 0.1);
  closeAll([harmOf({})], [believer[contexts.length - 1] - believer[1]]);
});

it('of spells the same believer gains from a symbol or two and loses by more', () => {
  const [none, one, two, ...more] = spec.compute(valuesOf({ source: 'spells' })).source.believer;
  expect(Math.max(one, two)).toBeLessThan(none);
  expect(Math.min(...more)).toBeGreaterThan(none);
});

it('believing rightly is judged on other answers too', () => {
  const { score } = spec.challenges.find(({ id }) => id === 'believe-rightly')!;
  const scoreOf = (change: Partial<V>) => score(spec.compute(valuesOf(change)), valuesOf(change));
  expect(scoreOf({ source: 'coins', first: 0.4, second: 0.7 })).toBe(1);
  expect(scoreOf({ source: 'coins', first: 0.69, second: 0.41 })).toBe(1);
  expect(scoreOf({ source: 'coins', first: 0.55, second: 0.55 })).toBeLessThan(1);
  expect(scoreOf({ source: 'chain', first: 0.7, second: 0.4 })).toBe(0);
});
