import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { count, sayIn } from '#contract/say.ts';
import { defaultValues } from '#contract/values.ts';
import { parameterCount } from '#model/parameters.ts';
import { expectSolvable } from '../../../fixtures/challenges.ts';
import { createConstantTrainer } from '../../../fixtures/constantTrainer.ts';
import { close, closeAll } from '../../../fixtures/oracle.ts';
import { configOf, dataOf, parametersOf, shortestText, widths } from './data.ts';
import { counterLosses, ladderOf, meanOf } from './ladder.ts';
import { measured } from './measured.ts';
import { compute, isDone, type Lab } from './model.ts';
import { ownPanel } from './panels.tsx';
import { params, type Asked } from './parameters.ts';
import { run } from './run.ts';
import { spec } from './spec.ts';

const valuesOf = (change: Partial<Asked> = {}): Asked => ({ ...defaultValues(params), ...change });
interface Card {
  readonly validationCharacters: number;
  readonly counters: readonly { readonly validationBitsPerCharacter: number }[];
  readonly sizes: readonly {
    readonly name: string;
    readonly parameters: number;
    readonly validationBitsPerCharacter: number;
  }[];
}
const read = (name: string) => JSON.parse(readFileSync(`docs/model-cards/${name}.json`, 'utf8')) as unknown;
const card = read('family') as Card;

describe('scaling-lab, the shipped family', () => {
  it('has the blocks of the model card, and in the mean what PyTorch measured', () => {
    const blocks = read('family-blocks') as { readonly characters: readonly number[]; readonly sizes: unknown };
    expect(measured.sizes).toEqual(blocks.sizes);
    expect(measured.characters).toEqual(blocks.characters);
    closeAll(counterLosses(), card.counters.map(({ validationBitsPerCharacter: bits }) => bits * Math.LN2), 1e-12); // prettier-ignore
    expect(measured.characters.reduce((a, b) => a + b)).toBe(card.validationCharacters);
    const { losses, sizes } = compute(valuesOf()).family;
    expect(sizes).toEqual(card.sizes.map(({ parameters }) => parameters));
    losses.forEach((nats, i) =>
      expect(Math.abs(nats / Math.LN2 - card.sizes[i].validationBitsPerCharacter)).toBeLessThan(6e-4),
    );
  });

  it('is foretold by the law with a floor better than by the others, and by none of them within the luck of the text', () => {
    const { family } = compute(valuesOf({ fitted: 4 }));
    const miss = (law: 'floor' | 'none' | 'line') => family.laws[law].at[4].value - family.losses[4];
    expect(Math.abs(miss('floor'))).toBeLessThan(0.02);
    expect(miss('none')).toBeLessThan(-0.09);
    expect(miss('line')).toBeLessThan(miss('none'));
    for (const law of ['floor', 'none', 'line'] as const) expect(family.laws[law].missed[4].from).toBeGreaterThan(0);
    const three = compute(valuesOf({ fitted: 3 })).family;
    for (const i of [3, 4]) expect(three.losses[i]).toBeGreaterThan(three.laws.floor.at[i].to);
  });

  it('has challenges that begin unsolved with a hint, and whose solutions count', () => {
    const stateOf = (values: Asked) => ({ values, model: compute(values) });
    for (const challenge of spec.challenges) {
      const { start, solution } = challenge;
      expectSolvable(challenge, stateOf(valuesOf(start)), stateOf(valuesOf({ ...start, ...solution })));
    }
  });
});

describe('a ladder', () => {
  const sizes = [1e4, 3e4, 1e5, 1e6];
  const law = (size: number) => 1.1 + 20 * size ** -0.34;
  const weights = Array.from({ length: 40 }, () => 1);

  it('whose pieces do not scatter has the law as its band', () => {
    const rungs = sizes.map((size) => ({ parameters: size, pieces: weights.map(() => law(size)) }));
    const { laws, grid, errors } = ladderOf(rungs, weights, 4);
    expect(Math.max(...errors)).toBeLessThan(1e-12);
    laws.floor.along.forEach(({ value, from, to }, i) => {
      close(value, law(grid[i]), 1e-4);
      close(from, to, 1e-9);
    });
    close(laws.floor.exponent, 0.34, 1e-4);
    close(laws.floor.ahead.value, law(1e7), 1e-4);
  });
});

describe('scaling-lab, the reader’s runs', () => {
  async function go(change: Partial<Asked>, previous?: Lab, { trainer, asked } = createConstantTrainer()) {
    const labs: Lab[] = [];
    const signal = new AbortController().signal;
    for await (const lab of run(valuesOf(change), { trainer, signal, previous })) labs.push(lab);
    return { labs, lab: labs[labs.length - 1] ?? previous!, asked };
  }

  it('trains nothing that nobody asked for, and estimates in the page', async () => {
    const alone = await go({});
    expect([alone.labs.length, alone.asked.trainings.length, alone.asked.estimates]).toEqual([1, 0, 0]);
    const { lab, asked } = await go({}, compute(valuesOf()));
    expect(asked.trainings).toEqual([]);
    expect(lab.own.seconds).toBeGreaterThan(2);
    expect(lab.own.seconds).toBeLessThan(6);
  });

  it('trains every width on equal requests, and tests all of them on the same stretches', async () => {
    const { lab, asked } = await go({ playing: true, steps: '500' });
    expect(isDone(lab.own)).toBe(true);
    expect(asked.trainings).toHaveLength(widths.length);
    const [{ from: _, ...first }, ...others] = asked.trainings;
    for (const { from, ...rest } of others) {
      expect(rest).toEqual(first);
      expect(from).toMatchObject({ context: 32 });
    }
    const words = await createConstantTrainer().trainer.words();
    const { vocabulary } = dataOf(words);
    expect(lab.own.rungs.map(({ parameters }) => parameters)).toEqual(
      widths.map((width) => parameterCount(configOf(width, vocabulary))),
    );
    // The stand-in learns the same whatever the width: nothing falls.
    for (const { pieces } of lab.own.rungs) closeAll(pieces, lab.own.rungs[0].pieces);
    expect(lab.own.ladder!.fitted).toBe(5);
    const again = await go({ playing: true, steps: '500' });
    expect(JSON.stringify(again.lab)).toBe(JSON.stringify(lab));
  });

  it('goes on where it was stopped, and begins anew with other settings', async () => {
    const { labs } = await go({ playing: true, steps: '500' });
    const half = labs.find(({ own }) => own.rungs.length === 2 && own.step === 50)!;
    const rest = await go({ playing: true, steps: '500' }, half);
    expect(rest.asked.trainings[0].from).toBe(half.own.live!.state);
    expect(rest.asked.trainings).toHaveLength(3);
    expect(JSON.stringify(rest.lab.own.rungs)).toBe(JSON.stringify(labs[labs.length - 1].own.rungs));
    expect((await go({ steps: '500', fitted: 3 }, half)).lab.own.rungs).toHaveLength(2);
    expect((await go({ steps: '2000' }, half)).lab.own.rungs).toEqual([]);
    expect((await go({ steps: '500', round: 1 }, half)).lab.own.rungs).toEqual([]);
    expect((await go({ steps: '500', round: 1 }, half)).lab.kept).toBeUndefined();
  });

  it('loses nothing to a slip on a setting: it waits, and goes on when the setting is back', async () => {
    const { labs } = await go({ playing: true, steps: '500' });
    const half = labs.find(({ own }) => own.rungs.length === 2 && own.step === 50)!;
    const slip = await go({ playing: true, steps: '8000' }, half);
    expect(slip.asked.trainings).toEqual([]);
    expect([slip.lab.own.held, slip.lab.own.rungs.length, slip.lab.kept!.rungs.length]).toEqual([true, 0, 2]);
    const paused = await go({ steps: '8000' }, slip.lab);
    expect([paused.lab.own.held, paused.lab.kept!.rungs.length]).toEqual([undefined, 2]);
    const back = await go({ steps: '500' }, paused.lab);
    expect([back.lab.own.rungs, back.lab.own.step]).toEqual([half.own.rungs, half.own.step]);
    const rest = await go({ playing: true, steps: '500' }, back.lab);
    expect(rest.asked.trainings).toHaveLength(3);
    const anew = await go({ playing: true, seed: 7, steps: '500' }, (await go({ seed: 7, steps: '500' }, half)).lab);
    expect(anew.asked.trainings).toHaveLength(5);
  });

  it('says what the networks of the reader lose, and fits no law to rounding', async () => {
    const { lab } = await go({ playing: true, steps: '500' });
    const asked = valuesOf({ steps: '500' });
    const { own } = lab;
    expect(spec.describe(lab, asked, sayIn('bits'))).toContain(`${count(own.rungs[4].parameters)} parameters pay ${sayIn('bits').amount(meanOf(own.rungs[4]))} bits a character. At ten times the largest of them the three laws say`); // prettier-ignore
    const empty = own.rungs.map((rung) => ({ ...rung, pieces: rung.pieces.map(() => 1e-6) }));
    expect(spec.describe({ ...lab, own: { ...own, rungs: empty } }, asked, sayIn('bits'))).not.toContain('three laws say 0.000'); // prettier-ignore
    expect(ownPanel(empty, own.ladder, asked, false).y.domain[0]).toBe(0);
  });

  it('has a time left that does not leap', async () => {
    const { labs } = await go({ playing: true, steps: '500' });
    const left = labs.flatMap(({ own }) => own.seconds ?? []);
    left.slice(1).forEach((seconds, i) => expect(seconds).toBeLessThan(1.1 * left[i] + 1));
  });

  it('refuses a text that is too short with a sentence', async () => {
    const { lab } = await go({ source: 'own', text: 'x'.repeat(shortestText - 1), playing: true });
    expect(lab.own.problem).toMatch(new RegExp(`At least ${count(shortestText)} are needed`));
    expect(dataOf('ab'.repeat(shortestText / 2)).heldOut).toHaveLength(8);
    expect((await go({ source: 'own' }, compute(valuesOf({ source: 'own' })))).lab.own.problem).toBeUndefined();
  });

  it('counts parameters as the model does', () => {
    for (const width of widths) closeAll([parametersOf(configOf(width, 96))], [parameterCount(configOf(width, 96))]);
  });
});
