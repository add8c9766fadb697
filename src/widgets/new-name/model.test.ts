import { describe, expect, it } from 'vitest';
import { readOn } from '#contract/readOn.ts';
import type { Reading } from '#contract/reading.ts';
import { defaultValues } from '#contract/values.ts';
import { expectSolvable } from '../../../fixtures/challenges.ts';
import { noTrainer } from '../../../fixtures/noTrainer.ts';
import { close } from '../../../fixtures/oracle.ts';
import { createShippedEngine } from '../../../fixtures/shippedEngine.ts';
import { later, overStranger, savedOf, savings, type NewName } from './model.ts';
import { madeUp, mentions, passageUpTo, passageWith, strangerOf } from './passage.ts';
import { costsOf, readAfter } from './reading.ts';
import { spec } from './spec.ts';
import { proseOf } from '../../../fixtures/prose.ts';

/** The shipped model. What the texts of this widget and its chapter say of it must stay true when it is trained anew. */
const engine = createShippedEngine();
const signal = new AbortController().signal;
const defaults = defaultValues(spec.params);
const run = { engine, trainer: noTrainer, signal };
const bit = Math.LN2;

async function read(name: string, previous?: NewName): Promise<NewName> {
  let model = previous ?? spec.compute(defaults);
  for await (const next of spec.run!({ ...defaults, name }, { ...run, previous })) model = next;
  return model;
}

describe('under the shipped model', { timeout: 120_000 }, async () => {
  const model = await read(defaults.name);
  const value = (id: keyof typeof spec.readouts, of = model) => spec.readouts[id].of(of, defaults);

  it('obeys its laws', () => {
    for (const law of spec.laws) expect(law.gap(model, defaults), law.name).toBeLessThanOrEqual(law.tolerance);
  });

  it('a mention costs what the predictions of its tokens say, one by one', async () => {
    const text = passageWith('Mowgli');
    const { ids, starts } = await engine.tokens(text);
    const { reading } = await read('Mowgli', model);
    let third = text.indexOf('Mowgli', text.indexOf('Mowgli', text.indexOf('Mowgli') + 1) + 1) - 1;
    let nats = 0;
    for (const end = third + ' Mowgli'.length; third < end;) {
      const token = starts.indexOf(third);
      const { logProbabilities } = await engine.distribution(text, token, signal);
      nats -= logProbabilities[ids[token]];
      third = starts[token + 1];
    }
    expect(reading.own[2]).toBeCloseTo(nats, 3);
  });

  it('a mention after the same name instead of others costs what it costs in the passage', async () => {
    const name = 'Quibbery';
    const same = (await readAfter(new Array<string>(mentions - 1).fill(name), name, run))!;
    expect(same).toHaveLength(mentions - 1);
    for (const [i, nats] of same.entries()) expect(nats).toBeCloseTo(model.reading.own[i + 1], 3);
  });

  it('the passage fits one window with any name of English letters', async () => {
    const { context } = await engine.card();
    for (const name of ['Quibbery', 'Qzjxkvwyqzjxkvwy'])
      expect((await engine.tokens(passageWith(name))).ids.length).toBeLessThan(context);
  });

  it('learns little of a made-up name, a ninth of its cost, though looking back would save most of its cost', () => {
    const { mean, standardError } = savedOf(model.madeUp)!;
    expect(mean).toBeGreaterThan(3 * standardError);
    expect(Math.round(value('madeUpOthers') / mean)).toBe(9);
    // The answer of the chapter's bet.
    expect(value('madeUpLater')).toBeGreaterThan(value('madeUpFirst') / 2);
    expect(value('madeUpLookingBack')).toBeLessThan(0.3 * value('madeUpLater'));
    expect(value('passageLookingBack')).toBeLessThan(value('passage') - 100 * bit);
  });

  it('knows the names of its novels, of which a mention saves a third, in bits no more and no less than of a new one for all one can tell', () => {
    expect(value('knownFirst')).toBeLessThan(value('madeUpFirst') / 2);
    const [known, new_] = [savedOf(model.ofItsNovels)!, savedOf(model.madeUp)!];
    expect(Math.abs(known.mean - new_.mean)).toBeLessThan(Math.hypot(known.standardError, new_.standardError));
    expect(Math.round(value('knownOthers') / known.mean)).toBe(3);
  });

  it('as the presets say', async () => {
    const saved = async (name: string) => {
      const { reading } = await read(name, model);
      return later(reading.others) - later(reading.own);
    };
    expect(await saved('Mowgli')).toBeGreaterThan(5 * bit);
    expect(Math.abs(await saved('window'))).toBeLessThan(bit);
    const { own } = (await read('Trevor', model)).reading;
    const close = 5 * bit;
    expect(Math.abs(own[0] - value('madeUpFirst'))).toBeLessThan(close);
    expect(Math.abs(later(own) - value('madeUpLater'))).toBeLessThan(close);
  });

  it('names of today, which are in none of its books, cost at first what the chapter says, far more than those it knows', async () => {
    const today =
      'Trevor Kevin Brian Tyler Kayla Tiffany Megan Kimberly Jennifer Travis Derek Gavin Kelsey Brenda Darren Dustin';
    const firsts: number[] = [];
    for (const name of today.split(' ')) {
      let reading: Reading | undefined;
      for await (const next of readOn(passageUpTo([name]), { engine, signal })) reading = next;
      firsts.push(costsOf(reading!).at(-1)! / bit);
    }
    expect(firsts).toHaveLength(16);
    const mean = firsts.reduce((sum, bits) => sum + bits, 0) / 16;
    const error = Math.sqrt(firsts.reduce((sum, bits) => sum + (bits - mean) ** 2, 0) / 15 / 16);
    const prose = proseOf('in-context-learning');
    expect(prose).toContain(
      `cost ${mean.toFixed(1)} bits on average at the first mention (standard error ${error.toFixed(1)})`,
    );
    expect(mean).toBeGreaterThan(2 * (value('knownFirst') / bit));
  });

  const of = (name: string) => model.ofItsNovels.find((listed) => listed.name === name)!;

  it('a character of the same novel saves over half as much on average, with large differences', () => {
    const companion = savedOf(model.ofItsNovels, 'companion')!;
    expect(companion.mean).toBeGreaterThan(3 * companion.standardError);
    expect(companion.mean).toBeGreaterThan(0.5 * savedOf(model.ofItsNovels)!.mean);
    const [darcy, holmes] = savings([of('Darcy'), of('Holmes')], 'companion');
    expect(darcy).toBeGreaterThan(5 * bit);
    expect(Math.abs(holmes)).toBeLessThan(0.5 * bit);
    // Mina is Mina Harker herself: the pair does not raise the mean.
    const [mina, harker] = savings([of('Mina'), of('Harker')], 'companion');
    expect(mina).toBeLessThan(bit);
    expect((mina + harker) / 2).toBeLessThan(companion.mean);
    // And Mowgli's, as his preset says, nearly as much as his own mentions.
    const mowgli = of('Mowgli');
    expect(mowgli.others - mowgli.companion!).toBeGreaterThan(0.8 * (mowgli.others - mowgli.own));
  });

  it('a character of another novel saves nothing, and less than one of the same novel by far', () => {
    const stranger = savedOf(model.ofItsNovels, 'stranger')!;
    expect(stranger.mean).toBeLessThan(0);
    const difference = savedOf(
      model.ofItsNovels.map((name) => ({ ...name, others: name.stranger!, own: name.companion! })),
    )!;
    expect(difference.mean).toBeGreaterThan(4 * difference.standardError);
    close(overStranger(model.ofItsNovels)!.mean, difference.mean);
    close(difference.mean, savedOf(model.ofItsNovels, 'companion')!.mean - stranger.mean);
  });

  it('after a stranger, as after a companion, is what one reads after that name', async () => {
    const after = (await readAfter(new Array<string>(mentions - 1).fill(strangerOf('Mina')!), 'Mina', run))!;
    expect(strangerOf('Mina')).toBe('Mowgli');
    expect(of('Mina').stranger).toBeCloseTo(after.reduce((sum, nats) => sum + nats, 0) / after.length, 3);
  });

  it.each(spec.challenges)('$id begins unsolved, with a hint, and its solution solves it', async (challenge) => {
    const begin = { ...defaults, ...challenge.start };
    const end = { ...begin, ...challenge.solution };
    expectSolvable(challenge, { model, values: begin }, { model: await read(end.name, model), values: end });
  });

  it('no name of the list of made-up ones solves the challenge, whatever it saves', async () => {
    const saved = savings(model.madeUp);
    expect(Math.max(...saved)).toBeGreaterThan(5 * bit);
    for (const name of madeUp) {
      const values = { ...defaults, name };
      expect(spec.challenges[0].score(await read(name, model), values), name).toBeLessThan(1);
    }
  });
});
