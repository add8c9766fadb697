import { describe, expect, it } from 'vitest';
import { sayIn } from '#contract/say.ts';
import { defaultValues } from '#contract/values.ts';
import { createByteEngine, byteEngine } from '../../../fixtures/byteEngine.ts';
import { expectSolvable } from '../../../fixtures/challenges.ts';
import { noTrainer } from '../../../fixtures/noTrainer.ts';
import { close, closeAll } from '../../../fixtures/oracle.ts';
import { createShippedEngine } from '../../../fixtures/shippedEngine.ts';
import { surprisalOfIndex } from '#theory/language-models/softmax.ts';
import { agreeing, lastOf, meanOf, tokenAt, top, type LogitLens } from './model.ts';
import type { Asked } from './parameters.ts';
import { smile, the } from './presets.ts';
import { byLastBlock } from './readouts.ts';
import { logitsOf } from './scaled.ts';
import { spec } from './spec.ts';
import { inn, letters, story } from './texts.ts';

const shipped = createShippedEngine();
const signal = new AbortController().signal;
const valuesOf = (change: Partial<Asked>): Asked => ({ ...defaultValues(spec.params), ...change });
const found = new Map<string, LogitLens>();
async function read(change: Partial<Asked>, engine = shipped, previous?: LogitLens) {
  const values = valuesOf(change);
  let model = engine === shipped && !previous ? found.get(values.text) : undefined;
  if (!model) {
    model = spec.compute(values);
    for await (const next of spec.run!(values, { engine, trainer: noTrainer, signal, previous })) model = next;
    if (engine === shipped) found.set(values.text, model);
  }
  for (const law of spec.laws) expect(law.gap(model, values), law.name).toBeLessThanOrEqual(law.tolerance);
  return { model, values, say: (key: keyof typeof spec.readouts) => spec.readouts[key].of(model, values) };
}
const bits = (nats: number) => nats / Math.LN2;
const costs = ({ stages }: LogitLens) => stages.map(({ surprisal }) => bits(meanOf(surprisal).mean));
const preset = (id: string) => spec.presets.find((one) => one.id === id)!.values;

describe('the lens', { timeout: 120_000 }, () => {
  it('ends with what the engine reads', async () => {
    const { model } = await read({});
    const surprisal: number[] = [];
    for await (const event of shipped.read(story, { signal }))
      if (event.kind === 'block') event.block.surprisal.forEach((nats, i) => (surprisal[event.block.from + i] = nats));
    model.stages[lastOf(model)].surprisal.forEach((nats, t) => expect(nats).toBeCloseTo(surprisal[t], 3));
    expect(surprisal).toHaveLength(model.ids.length);
    expect(lastOf(model)).toBe(4);
    expect(model.vocabulary).toBe(1024);
  });

  it('has the logits that it scales: at scale 1 they give the surprisals of the lens', async () => {
    const { model } = await read({});
    const { residual, ids, width: d } = await shipped.inside(story, { signal });
    const [gain, token] = await Promise.all(['norm.gain', 'token'].map(async (name) => (await shipped.tensor(name)).values)); // prettier-ignore
    residual.forEach((stage, l) => {
      for (const t of [0, 7, 30]) {
        const logits = logitsOf(stage.subarray(t * d, (t + 1) * d), gain, token);
        expect(surprisalOfIndex(logits, ids[t + 1])).toBeCloseTo(model.stages[l].surprisal[t], 2);
      }
    });
    // And their mean is that of the lens, so that the two curves may be compared.
    model.stages.forEach(({ scaled, surprisal }) => expect(scaled!.before).toBeCloseTo(meanOf(surprisal).mean, 2));
  });

  it('of a network without a block is that of its reading, and has no scale', async () => {
    const { model, say } = await read({ text: 'aab' }, createByteEngine());
    closeAll(model.stages[0].surprisal, [byteEngine.change, byteEngine.repeat, byteEngine.change], 1e-4);
    expect([model.complete, model.stages[0].scaled, model.stages.length]).toEqual([true, undefined, 1]);
    close(say('cost'), (2 * byteEngine.change + byteEngine.repeat) / 3, 1e-4);
    expect([say('lastGain'), say('agree'), say('tokens')]).toEqual([0, 3, 3]);
  });

  it('is not read again when only the stage moves', async () => {
    const { model } = await read({});
    const silent = { ...shipped, lens: () => Promise.reject(new Error('asked again')) };
    const again = await read({ stage: 1 }, silent, JSON.parse(JSON.stringify(model)) as LogitLens);
    expect(again.model).toEqual(model);
  });

  it.each(['', 'a', '🦉', 'a\n\nb', 'שלום'])('says what it can of %j', async (text) => {
    const { model, values } = await read({ text });
    for (const readout of Object.values(spec.readouts)) expect(Number.isFinite(readout.of(model, values))).toBe(true);
    expect(spec.describe(model, values, sayIn('bits'))).not.toMatch(/NaN|undefined/);
  });
});

describe('what the texts of this widget say of the shipped model', { timeout: 120_000 }, () => {
  it('every block saves on the tales, and the last one makes predictions less sure', async () => {
    for (const text of [story, inn]) {
      const { model } = await read({ text });
      const means = costs(model);
      for (let l = 1; l <= 4; l++) expect(means[l]).toBeLessThan(means[l - 1]);
      const gain = byLastBlock(model, 'surprisal');
      expect(bits(-gain.mean)).toBeGreaterThan(1);
      expect(-gain.mean).toBeGreaterThan(3 * gain.standardError);
      const rise = byLastBlock(model, 'entropy');
      expect(rise.mean).toBeGreaterThan(2 * rise.standardError);
    }
  });

  it('the embedding is sure of the token that is there, and worth little when scaled', async () => {
    const { model } = await read(preset('embedding'));
    const [{ likeliest, entropy, scaled }] = model.stages;
    const before = [10, ...model.ids];
    const itself = model.ids.filter((_, t) => likeliest[top * t] === before[t]).length;
    expect(itself).toBeGreaterThan(0.9 * model.ids.length);
    expect(bits(meanOf(entropy).mean)).toBeLessThan(0.3);
    expect(costs(model)[0]).toBeGreaterThan(30);
    expect(bits(scaled!.after)).toBeGreaterThan(9);
    expect(bits(scaled!.after)).toBeLessThan(10.1);
    expect(Math.max(...scaled!.scales)).toBeLessThan(0.15);
  });

  it('“a” of “giraffe” is the token that the last block changes most, for the worse', async () => {
    const { model } = await read({});
    const token = tokenAt(model, { token: -1 });
    expect(story.slice(model.starts[token], model.ends[token])).toBe('a');
    expect(story.slice(model.starts[token] - 3, model.starts[token])).toBe('gir');
    const along = model.stages.map(({ surprisal }) => bits(surprisal[token]));
    expect(Math.max(along[1], along[2], along[3])).toBeLessThan(5);
    expect(along[4]).toBeGreaterThan(12);
    const guess = model.names[model.stages[4].likeliest[top * token]];
    expect(guess).toBe('l');
  });

  it('“the” after “at” is found at once, “il” of “smiled” at the end', async () => {
    const { model } = await read({});
    expect(story.slice(model.starts[the], model.ends[the])).toBe(' the');
    expect(story.slice(model.starts[the] - 3, model.starts[the])).toBe(' at');
    expect(model.stages.slice(1).map(({ rank }) => rank[the])).toEqual([1, 1, 1, 1]);
    const spread = model.stages.slice(1).map(({ surprisal }) => bits(surprisal[the]));
    expect(Math.max(...spread) - Math.min(...spread)).toBeLessThan(0.5);
    expect(story.slice(model.starts[smile] - 3, model.ends[smile])).toBe(' smil');
    expect(model.stages.map(({ rank }) => rank[smile] === 1)).toEqual([false, false, false, false, true]);
    expect(model.names[model.stages[3].likeliest[top * smile]]).toBe('o');
  });

  it('letters at random get dearer from the first block to the third, and never cheaper than an even choice', async () => {
    const { model } = await read({ text: letters });
    const means = costs(model);
    expect(means[2]).toBeGreaterThan(means[1] + 0.2);
    expect(means[3]).toBeGreaterThan(means[2]);
    expect(Math.min(...means)).toBeGreaterThan(10);
  });

  it('words of today cost more, and the blocks save less on them than on the story', async () => {
    const [now, then] = [await read(preset('today')), await read({})].map(({ model }) => costs(model));
    expect(now[1] - now[4]).toBeGreaterThan(0);
    expect(now[1] - now[4]).toBeLessThan(then[1] - then[4]);
  });

  it('most likeliest guesses of the story change in the last block', async () => {
    const { model } = await read({});
    const agree = [0, 1, 2, 3, 4].map((stage) => agreeing(model, stage));
    expect(agree[3]).toBeLessThan(model.ids.length / 2);
    expect(agree[1]).toBeGreaterThan(5);
    expect(agree[4]).toBe(model.ids.length);
  });

  it('has challenges that begin unsolved with a hint, and whose solutions count', async () => {
    for (const challenge of spec.challenges)
      expectSolvable(challenge, await read({ ...challenge.start }), await read({ ...challenge.start, ...challenge.solution })); // prettier-ignore
  });
});

it('has a mean and a standard error as they are defined', () => {
  const { mean, error } = meanOf([1, 2, 3]);
  closeAll([mean, error], [2, Math.sqrt(1 / 3)]);
});
