import { describe, expect, it } from 'vitest';
import { sayIn } from '#contract/say.ts';
import type { RunContext } from '#contract/spec.ts';
import { defaultValues } from '#contract/values.ts';
import { binaryEntropy } from '#theory/entropy.ts';
import { entropyRate } from '#theory/markov-chain.ts';
import { babbleChain } from '#sim/training-sources.ts';
import { parameterCount } from '#model/parameters.ts';
import { createByteEngine } from '../../../fixtures/byteEngine.ts';
import { createConstantTrainer } from '../../../fixtures/constantTrainer.ts';
import { closeAll } from '../../../fixtures/oracle.ts';
import { kindOf } from './kinds.ts';
import { configOf, dataOf, floorOf, parametersOf, shortestText, sourceContext, sourceOf, textContext } from './data.ts';
import { evaluate } from './evaluate.ts';
import { keep } from './kept.ts';
import { isDone, latest, Live, withPoint, type Point, type TrainIt } from './model.ts';
import type { Asked } from './parameters.ts';
import { spec } from './spec.ts';
import { spread } from './spread.ts';
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
const untouched = await run({});
/** What the stand-in for the trainer costs above the floor of two symbols after so many steps, whatever came before. */
const above = (steps: number) => Math.log((steps + 1) / steps);

describe('floors', () => {
  it('and rates are those of the sources', () => {
    const [chain, coins] = (['babble', 'coins'] as const).map((name) => sourceOf(name)!);
    closeAll([chain.rate], [entropyRate(babbleChain)]);
    closeAll([coins.rate], [(binaryEntropy(0.7) + binaryEntropy(0.4)) / 2]);
    closeAll([floorOf({ source: chain, context: 32 })], [entropyRate(babbleChain)]);
    closeAll([floorOf({ source: sourceOf('register'), context: 32 })], [Math.log(15) / 32]);
    closeAll([floorOf({ source: coins, context: 2 })], [(binaryEntropy(0.55) + coins.entropies(2)[1]) / 2]);
  });

  it('of the chain it is the entropy rate, of a fair coin a bit', () => {
    closeAll([fresh({}).floor!, fresh({}).rate!], [entropyRate(babbleChain), entropyRate(babbleChain)]);
    closeAll([fresh({ data: 'fair' }).floor!], [Math.LN2]);
  });

  it('of the register it is ln 15 for a whole sequence, and its rate is zero', () => {
    closeAll([fresh({ data: 'register' }).floor!], [Math.log(15) / sourceContext]);
    expect(fresh({ data: 'register' }).rate).toBe(0);
  });

  it('of the coins it is above the rate by less than a bit for a whole sequence, and no text has one', () => {
    const { floor, rate } = fresh({ data: 'coins' });
    closeAll([rate!], [(binaryEntropy(0.7) + binaryEntropy(0.4)) / 2]);
    expect(floor! - rate!).toBeGreaterThan(0.5 * (Math.LN2 / sourceContext));
    expect(floor! - rate!).toBeLessThan(Math.LN2 / sourceContext);
    expect(fresh({ data: 'own' }).floor).toBeUndefined();
  });
});

describe('data', () => {
  it('are so many symbols in sequences, and those held out are no copies', () => {
    const data = dataOf(asking({ amount: '2048', data: 'coins' }), '');
    expect(data.train).toHaveLength((2048 / sourceContext) * data.every);
    const rows = Array.from({ length: 64 }, (_, i) => data.train.subarray(i * data.every, (i + 1) * data.every).join());
    for (const sequence of data.heldOut) expect(rows).not.toContain(sequence.join());
    const more = dataOf(asking({ amount: '8192', data: 'coins' }), '');
    expect([...more.train.subarray(0, data.train.length)]).toEqual([...data.train]);
  });

  it('of a text are its first nine tenths, and stretches of the last', () => {
    const text = tale.repeat(3);
    const data = dataOf(asking({ amount: '131072', data: 'own' }), text);
    const border = Math.floor(text.length * 0.9);
    const write = (ids: Uint16Array) => Array.from(ids, (id) => data.symbols[id]).join('');
    expect(write(data.train)).toBe(text.slice(0, border));
    for (const stretch of data.heldOut) {
      expect(stretch).toHaveLength(textContext + 1);
      expect(text.slice(border)).toContain(write(stretch));
    }
  });

  it('of a text that is too short are refused with a sentence; one character more is enough', () => {
    expect(() => dataOf(asking({ data: 'own' }), 'x'.repeat(shortestText - 1))).toThrow(
      /has 1299 characters\. At least 1300/,
    );
    expect(dataOf(asking({ data: 'own' }), 'x'.repeat(shortestText)).heldOut).toHaveLength(2);
  });

  it('tells kinds of characters apart', () => {
    const kindsOf = (text: string) => Array.from(text).map((character, i) => kindOf(character, text[i - 1] ?? ' '));
    expect(kindsOf('Is it’s é 9!')).toEqual([
      ...['first letters', 'consonants', 'spaces', 'first letters', 'consonants', 'signs', 'consonants', 'spaces'],
      ...['first letters', 'spaces', 'digits', 'signs'],
    ]);
  });

  it('and the network are of sizes that the model counts alike', () => {
    for (const size of ['1x16', '2x16', '2x32', '2x64'] as const) {
      const config = configOf({ size }, { symbols: new Array<string>(96).fill('a'), context: 64 });
      closeAll([parametersOf(config)], [parameterCount(config)]);
    }
  });
});

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

  it('of the untouched state trains it, where there is no past, and of any other does not', async () => {
    expect(isDone(untouched.model)).toBe(true);
    const { model, asked } = await run({ data: 'fair' });
    expect(asked).toMatchObject({ trainings: [], estimates: 0 });
    expect(model.points).toEqual([]);
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
    const { model } = await run({ data: 'book' }, fresh({ data: 'book' }), { ...double, trainer });
    expect(model.problem).toBe('Are you offline?');
  });

  it.each(['babble', 'coins', 'register', 'fair', 'book', 'own'] as const)(
    'on %s obeys the laws, and readouts are numbers',
    async (data) => {
      const { model, values, models } = await run({ data, playing: true });
      for (const shown of models) {
        for (const law of spec.laws) expect(law.gap(shown, values), law.name).toBeLessThanOrEqual(law.tolerance);
        for (const readout of Object.values(spec.readouts))
          expect(Number.isFinite(readout.of(shown, values))).toBe(true);
        for (const row of spec.table(shown, say, values).rows) expect(row).toHaveLength(7);
      }
      expect(model.groups.reduce((sum, { count }) => sum + count, 0)).toBe(
        dataOf(asking({ data }), data === 'own' ? tale : prose).heldOut.length *
          (data === 'book' || data === 'own' ? textContext : sourceContext),
      );
      expect(model.samples.length).toBeGreaterThan(3);
    },
  );
});

describe('an evaluation', () => {
  /** The stand-in after n steps. */
  const networkOf = (n: number, vocabulary: number, context: number) => ({
    config: { vocabulary, context, width: 16, layers: 1, heads: 2 },
    values: Float32Array.of(n),
  });

  it('of a fair coin is a bit and what the stand-in gives to other symbols, without any error', async () => {
    const data = dataOf(asking({ data: 'fair' }), '');
    const found = await evaluate(createConstantTrainer().trainer, networkOf(9, 4, sourceContext), data, never);
    closeAll([found.loss], [Math.LN2 + Math.log(10 / 9)]);
    expect(found.error).toBeLessThan(1e-12);
  });

  it('of the chain is the floor and the mean over sequences of what each letter before costs, with its standard error', async () => {
    const data = dataOf(asking({}), '');
    const found = await evaluate(createConstantTrainer().trainer, networkOf(3, 8, sourceContext), data, never);
    const bySequence = data.heldOut.map((sequence) => {
      const costs = Array.from(sequence.subarray(0, sourceContext), (x) => {
        const row = babbleChain[x];
        const two = row[0] + row[1];
        const entropy = row.reduce((sum, p) => (p > 0 ? sum - p * Math.log(p) : sum), 0);
        return -two * Math.log(3 / 8) - (1 - two) * Math.log(1 / 24) - entropy;
      });
      return costs.reduce((a, b) => a + b, 0) / costs.length;
    });
    const center = bySequence.reduce((a, b) => a + b, 0) / 32;
    const variance = bySequence.reduce((sum, x) => sum + (x - center) ** 2, 0) / 31;
    closeAll([found.loss, found.error], [entropyRate(babbleChain) + center, Math.sqrt(variance / 32)], 1e-9);
  });

  it('of a text is the mean surprisal of the characters that were held out', async () => {
    const data = dataOf(asking({ data: 'own' }), tale);
    const V = data.symbols.length;
    const found = await evaluate(createConstantTrainer().trainer, networkOf(1, V, textContext), data, never);
    const targets = data.heldOut.flatMap((stretch) => [...stretch.subarray(1)]);
    const costs = targets.map((id) => (id < 2 ? Math.log(4) : Math.log(2 * (V - 2))));
    closeAll([found.loss], [costs.reduce((a, b) => a + b, 0) / costs.length], 1e-9);
  });
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

it('keeps at most so many points, and always the last', () => {
  let points: Point[] = [];
  for (let step = 1; step <= 1000; step++) points = withPoint(points, { step, train: 1, heldOut: 1, error: 0 });
  expect(points.length).toBeLessThanOrEqual(160);
  expect(points[points.length - 1].step).toBe(1000);
});

it('labels are moved apart and keep their order', () => {
  const at = spread([{ at: 50 }, { at: 52 }, { at: 99 }], 15, [0, 100]).map((label) => label.at);
  expect(at).toEqual([50, 65, 99]);
  expect(spread([{ at: 98 }, { at: 99 }], 15, [0, 100]).map((label) => label.at)).toEqual([85, 100]);
});
