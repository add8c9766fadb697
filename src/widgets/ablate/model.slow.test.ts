import { describe, expect, it } from 'vitest';
import { sayIn } from '#contract/say.ts';
import { defaultValues, type Values } from '#contract/values.ts';
import { createByteEngine } from '../../../fixtures/byteEngine.ts';
import { expectSolvable } from '../../../fixtures/challenges.ts';
import { noTrainer } from '../../../fixtures/noTrainer.ts';
import { createShippedEngine } from '../../../fixtures/shippedEngine.ts';
import { wayOfText } from '../../../fixtures/wayOfText.ts';
import type { Ablation } from './model.ts';
import { cellNames, headNames, offNamed, offOf, partsOf, silence, turned } from './parts.ts';
import { relationOf } from './relation.ts';
import { spec } from './spec.ts';

type V = Values<typeof spec.params>;
const shipped = createShippedEngine();
const say = sayIn('bits');

async function read(change: Partial<V>, engine = shipped, previous?: Ablation) {
  const values = { ...defaultValues(spec.params), ...change };
  const models: Ablation[] = [];
  const options = { engine, trainer: noTrainer, signal: new AbortController().signal, previous };
  for await (const model of spec.run!(values, options)) models.push(model);
  const model = models.at(-1)!;
  for (const law of spec.laws) expect(law.gap(model, values), law.name).toBeLessThanOrEqual(law.tolerance);
  return { model, values, models };
}
const preset = (id: string) => spec.presets.find((one) => one.id === id)!.values;
const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;

describe('parts', () => {
  it('are read from a text, each once and in order, whatever else it says', () => {
    expect(offOf('3.2, 1.4 1.4 9.9 hello 2.f')).toEqual(['1.4', '2.f', '3.2']);
    expect(offOf('')).toEqual([]);
  });
  it('are turned by their cells', () => {
    expect(turned(['1.4'], '1.a')).toEqual(['1.1', '1.2', '1.3', '1.4']);
    expect(turned(['1.1', '1.2', '1.3', '1.4', '2.f'], '1.a')).toEqual(['2.f']);
    expect(turned([], '2.f')).toEqual(['2.f']);
    expect(turned(partsOf('3.b'), '3.f')).toEqual(partsOf('3.a'));
  });
  it('have names', () => {
    expect(offNamed(partsOf('2.b'))).toBe('all of block 2');
    expect(offNamed([...partsOf('1.a'), '4.f'])).toBe('all heads of block 1 and the feed-forward layer of block 4');
    expect(offNamed(headNames.filter((name) => name.endsWith('1') || name.endsWith('2')))).toBe('8 parts');
  });
});

describe('the shipped reader', { timeout: 120_000 }, () => {
  const text = 'He took off his hat, put his hat upon the table, and said nothing.';

  it.each(['mean', 'zero'] as const)('pays as the second implementation does, parts off by %s', async (by) => {
    const { model } = await read({ text, by, off: '1.1 1.4 3.f' });
    const whole = wayOfText(text).surprisal;
    const changes = (parts: readonly string[]) =>
      wayOfText(text, silence(parts, by)).surprisal.map((nats, t) => nats - whole[t]);
    const { together, cells, paid } = model;
    expect(paid).toBeCloseTo(mean(whole), 4);
    const all = changes(['1.1', '1.4', '3.f']);
    expect(together!.mean).toBeCloseTo(mean(all), 4);
    together!.changes.forEach((change, t) => expect(Math.abs(change - all[t])).toBeLessThan(6e-4));
    const singles = ['1.1', '1.4', '3.f'].map((name) => mean(changes([name])));
    singles.forEach((one, i) => expect(cells[['1.1', '1.4', '3.f'][i]].mean).toBeCloseTo(one, 4));
    expect(together!.beyond.mean).toBeCloseTo(mean(all) - singles.reduce((a, b) => a + b, 0), 4);
    expect(cells['2.b'].mean).toBeCloseTo(mean(changes(partsOf('2.b'))), 4);
  });

  it('writes as much with a head as the second implementation', async () => {
    const { model } = await read({ text });
    const { way } = wayOfText(text);
    // What block 1 adds without its head 4 is missing: the difference of the two is what the head adds.
    const { way: without } = wayOfText(text, silence(['1.4'], 'zero'));
    const size = mean(
      way.residual[0].map((row, t) => Math.hypot(...way.blocks[0].attended[t].map((x, k) => x - without.blocks[0].attended[t][k])) / Math.hypot(...row)), // prettier-ignore
    );
    expect(model.profiles[headNames.indexOf('1.4')].written).toBeCloseTo(size, 4);
  });

  it('loses more without two heads than without each', async () => {
    const { model } = await read({});
    const { mean: beyond, standardError } = model.together!.beyond;
    expect(beyond).toBeGreaterThan(2 * standardError);
    expect(Object.keys(model.cells).sort()).toEqual([...cellNames].sort());
  });

  it('loses most without the first feed-forward layer, and less than the sum with the even head', async () => {
    const { model } = await read(preset('less'));
    const single = cellNames.filter((name) => !name.endsWith('b'));
    const most = single.reduce((a, b) => (model.cells[b].mean > model.cells[a].mean ? b : a));
    expect(most).toBe('1.f');
    expect(model.together!.beyond.mean).toBeLessThan(-2 * model.together!.beyond.standardError);
    expect(model.together!.mean - model.cells['1.f'].mean).toBeLessThan(0.1 * Math.LN2);
  });

  it('loses more than twice as much by zero as by the mean without the even head, which adds mostly the same', async () => {
    const zero = (await read(preset('nothing'))).model.cells['1.4'].mean;
    const { cells } = (await read({})).model;
    expect(zero).toBeGreaterThan(2 * cells['1.4'].mean);
    const { text: inn } = defaultValues(spec.params);
    const [one, none] = [[], silence(['1.4'], 'zero')].map((list) => wayOfText(inn, list).way.blocks[0].attended);
    const added = one.map((row, t) => row.map((x, k) => x - none[t][k]));
    const square = mean(added.map((row) => row.reduce((sum, x) => sum + x * x, 0)));
    const means = added[0].map((_, k) => mean(added.map((row) => row[k])));
    expect(means.reduce((sum, x) => sum + x * x, 0) / square).toBeCloseTo(0.88, 2);
  });

  it('shows no relation of largest weight, entropy or size with worth over all heads that is beyond twice what chance gives', async () => {
    for (const by of ['mean', 'zero'] as const) {
      const { model } = await read({ by });
      for (const against of ['largest', 'entropy', 'written'] as const) {
        const { correlation, byChance } = relationOf(model, against)!;
        expect(Math.abs(correlation)).toBeLessThan(2 * byChance);
      }
    }
  });

  it.each(spec.challenges)('$id begins unsolved, with a hint, and its solution solves it', async (challenge) => {
    expectSolvable(
      challenge,
      await read({ ...challenge.start }),
      await read({ ...challenge.start, ...challenge.solution }),
    );
  });

  it('says something else of every case, and reads only what is new', async () => {
    const said = new Set<string>();
    for (const { values } of spec.presets) {
      const { model, values: all } = await read(values);
      said.add(spec.describe(model, all, say));
    }
    expect(said.size).toBe(spec.presets.length);
    const { model } = await read({});
    const fresh = createShippedEngine();
    const { models } = await read({ off: '2.2' }, fresh, JSON.parse(JSON.stringify(model)) as Ablation);
    // From the page: at once without what is off; the cells stay.
    expect(models[0]).toMatchObject({ off: ['2.2'], cells: model.cells });
    expect(models).toHaveLength(2);
    expect(models[1].cells).toEqual(model.cells);
  });
});

it.each(['', 'a', 'ab', 'שלום 🦉', '🦉'.repeat(120)])('says what it can of %j', async (text) => {
  for (const engine of [shipped, createByteEngine()]) {
    const { model, values } = await read({ text, off: '1.1' }, engine);
    for (const readout of Object.values(spec.readouts)) expect(Number.isFinite(readout.of(model, values))).toBe(true);
    expect(spec.describe(model, values, say)).not.toMatch(/NaN|undefined/);
  }
});
