import { describe, expect, it } from 'vitest';
import { sayIn } from '#contract/say.ts';
import { defaultValues, type Values } from '#contract/values.ts';
import { createByteEngine } from '../../../fixtures/byteEngine.ts';
import { expectSolvable } from '../../../fixtures/challenges.ts';
import { noTrainer } from '../../../fixtures/noTrainer.ts';
import { modelWeights } from '../../../fixtures/model.ts';
import { createShippedEngine } from '../../../fixtures/shippedEngine.ts';
import { withEvenWeights } from '../../../fixtures/evenWeights.ts';
import { wayOfText } from '../../../fixtures/wayOfText.ts';
import { evenness, headOfMost, placeByEntropy, placeByLoss } from './head.ts';
import type { AttentionModel } from './model.ts';
import { depths } from './panels.tsx';
import { headNames } from './parameters.ts';
import { spec } from './spec.ts';

type V = Values<typeof spec.params>;
const shipped = createShippedEngine();
const say = sayIn('bits');

async function read(change: Partial<V>, engine = shipped, previous?: AttentionModel) {
  const values = { ...defaultValues(spec.params), ...change };
  const models: AttentionModel[] = [];
  const options = { engine, trainer: noTrainer, signal: new AbortController().signal, previous };
  for await (const model of spec.run!(values, options)) models.push(model);
  const model = models.at(-1)!;
  for (const law of spec.laws) expect(law.gap(model, values), law.name).toBeLessThanOrEqual(law.tolerance);
  return { model, values, models };
}
const preset = (id: string) => spec.presets.find((one) => one.id === id)!.values;
const bits = (nats: number) => nats / Math.LN2;
const at = headNames.indexOf.bind(headNames);

describe('the shipped reader', { timeout: 120_000 }, () => {
  const text = 'He took off his hat, put his hat upon the table, and said nothing.';

  it('is measured as by the definitions, on the second implementation', async () => {
    const { model } = await read({ text });
    const { ids, way, surprisal } = wayOfText(text);
    const n = ids.length;
    const plain = <T>(of: (row: number[], t: number) => T | undefined, weights: number[][]) =>
      weights.flatMap((row, t) => (t > 0 ? [of(row.slice(0, t + 1), t)] : [])).filter((x) => x !== undefined);
    const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length;
    model.heads.forEach(({ entropy, most, largest, shares }, i) => {
      const weights = way.blocks[Math.floor(i / 4)].attention[i % 4];
      expect(entropy).toBeCloseTo(mean(plain((row) => -row.reduce((s, w) => s + w * Math.log(w), 0), weights)), 4);
      expect(most).toBeCloseTo(mean(plain((row) => Math.log(row.length), weights)), 4);
      expect(largest).toBeCloseTo(mean(plain((row) => Math.max(...row), weights)), 4);
      expect(shares.first.share).toBeCloseTo(mean(plain((row) => row[0], weights)), 4);
      expect(shares.previous.share).toBeCloseTo(mean(plain((row, t) => row[t - 1], weights)), 4);
      expect(shares.own.share).toBeCloseTo(mean(plain((row, t) => row[t], weights)), 4);
      const copied = (row: number[], t: number) => {
        const sum = row.reduce((s, w, u) => (u > 0 && u < t && ids[u - 1] === ids[t] ? s + w : s), 0);
        return ids.slice(0, t - 1).includes(ids[t]) ? sum : undefined;
      };
      expect(shares.induction.share).toBeCloseTo(mean(plain(copied, weights)), 4);
    });
    expect(model.starts).toHaveLength(n - 1);
    expect(model.paid).toBeCloseTo(mean(surprisal), 4);
    const { surprisal: without } = wayOfText(text, [{ layer: 0, part: 3, by: 'mean' }]);
    expect(model.lost[at('1.4')].mean).toBeCloseTo(mean(without.map((nats, t) => nats - surprisal[t])), 4);
  });

  it('weighs a value by its size as the definition does', async () => {
    const { model } = await read({ text, head: '2.3', token: 12 });
    const { way } = wayOfText(text);
    const out = modelWeights('reader').tensor('blocks.1.out.weight', [176, 176]);
    const sizes = way.blocks[1].value.map(
      (value) =>
      Math.hypot(...Array.from({ length: 176 }, (_, o) => value.reduce((sum, v, k) => (k >= 88 && k < 132 ? sum + out[o * 176 + k] * v : sum), 0))), // prettier-ignore
    );
    const moved = way.blocks[1].attention[2][13].slice(0, 14).map((w, s) => w * sizes[s]);
    const total = moved.reduce((a, b) => a + b, 0);
    moved.forEach((m, s) => expect(Math.abs(model.shown!.moved[s] - m / total)).toBeLessThan(1e-4));
  });

  it('has an even head that is worth more than all others but one, and by zero more than all', async () => {
    const { model, values } = await read({});
    const even = at('1.4');
    expect(evenness(model.heads[even])).toBeGreaterThan(0.99);
    expect(placeByEntropy(model, even)).toBe(16);
    expect(placeByLoss(model, even)).toBe(2);
    expect(placeByLoss(model, at('1.1'))).toBe(1);
    expect(bits(model.lost[even].mean)).toBeCloseTo(0.472, 2);
    expect(spec.readouts.placeByLoss.of((await read({ by: 'zero' })).model, values)).toBe(1);
    const { correlation, byChance } = {
      correlation: spec.readouts.correlation.of(model, values),
      byChance: 1 / Math.sqrt(15),
    };
    expect(Math.abs(correlation)).toBeLessThan(2 * byChance);
  });

  it('has a sharpest head that is worth less than half of it, and a sharp one that may be worth nothing', async () => {
    const { model } = await read(preset('sharp'));
    expect(placeByEntropy(model, at('3.2'))).toBe(1);
    expect(model.lost[at('3.2')].mean).toBeLessThan(0.5 * model.lost[at('1.4')].mean);
    expect(placeByEntropy(model, at('3.3'))).toBe(3);
    const { mean, standardError } = model.lost[at('3.3')];
    expect(Math.abs(mean)).toBeLessThan(2 * standardError);
  });

  it('has a head for the token before, no sink on average and no head of induction', async () => {
    const { model } = await read(preset('before'));
    expect(headOfMost(model, 'previous')).toBe(at('1.1'));
    expect(model.heads[at('1.1')].shares.previous.share).toBeCloseTo(0.47, 2);
    expect(Math.max(...model.heads.map(({ shares }) => shares.first.share))).toBeLessThan(0.16);
    const { shown } = (await read(preset('sink'))).model;
    expect(shown!.row[0]).toBeGreaterThan(0.8);
    const { model: again } = await read(preset('again'));
    expect(headOfMost(again, 'induction')).toBe(at('4.1'));
    const { share, chance, rows } = again.heads[at('4.1')].shares.induction;
    expect(rows).toBeGreaterThan(60);
    expect(share).toBeLessThan(0.1);
    expect(share).toBeGreaterThan(2 * chance);
    for (const { shares } of again.heads)
      if (shares.induction.share !== share) expect(shares.induction.share).toBeLessThan(1.5 * chance);
  });

  it('has nothing that can be told from zero of the even head by its mean on letters by lot', async () => {
    const { model } = await read(preset('letters'));
    const { mean, standardError } = model.lost[at('1.4')];
    expect(mean).toBeLessThan(2 * standardError);
    const { model: prose } = await read({});
    for (const head of ['3.1', '3.2', '3.3', '3.4'])
      expect(evenness(model.heads[at(head)])).toBeGreaterThan(evenness(prose.heads[at(head)]));
    expect(model.heads[at('1.1')].shares.previous.share).toBeCloseTo(0.45, 2);
    expect(placeByEntropy(model, at('1.4'))).toBe(16);
  });

  it('shows the even head in one gray, and no other', async () => {
    const grays = ({ shown }: AttentionModel) =>
      new Set(shown!.rows.flatMap((row, t) => row.map((w) => depths.findLastIndex((from) => w * (t + 1) >= from))));
    expect(grays((await read({})).model)).toEqual(new Set([0]));
    for (const head of headNames.filter((name) => name !== '1.4'))
      expect(grays((await read({ head })).model).size, head).toBeGreaterThan(1);
  });

  it('by even weights loses what weights are worth: little of the even head, nearly all of the one for the token before', async () => {
    const [off, even] = [(await read({})).model, (await read(preset('even-weights'))).model];
    const share = (head: string) => even.lost[at(head)].mean / off.lost[at(head)].mean;
    expect(share('1.4')).toBeLessThan(0.1);
    expect(share('1.1')).toBeGreaterThan(0.9);
    const { surprisal } = wayOfText(text);
    const { model } = await read({ text, by: 'even' });
    const other = withEvenWeights(text, { layer: 2, part: 1 });
    const change = other.reduce((sum, nats, t) => sum + nats - surprisal[t], 0) / other.length;
    expect(model.lost[at('3.2')].mean).toBeCloseTo(change, 4);
  });

  it.each(spec.challenges)('$id begins unsolved, with a hint, and its solution solves it', async (challenge) => {
    expectSolvable(
      challenge,
      await read({ ...challenge.start }),
      await read({ ...challenge.start, ...challenge.solution }),
    );
  });

  it('says something else of every case, and goes on from what the page brought along', async () => {
    const said = new Set<string>();
    for (const { values } of spec.presets) {
      const { model, values: all } = await read(values);
      said.add(spec.describe(model, all, say));
    }
    expect(said.size).toBe(spec.presets.length);
    const { model } = await read({});
    const { models } = await read({ head: '2.2' }, shipped, JSON.parse(JSON.stringify(model)) as AttentionModel);
    expect(models).toHaveLength(1);
    expect(models[0].lost).toEqual(model.lost);
  });
});

it.each(['', 'a', 'ab', 'שלום 🦉', '🦉'.repeat(120)])('says what it can of %j', async (text) => {
  for (const engine of [shipped, createByteEngine()]) {
    const { model, values } = await read({ text, token: 254 }, engine);
    for (const readout of Object.values(spec.readouts)) expect(Number.isFinite(readout.of(model, values))).toBe(true);
    expect(spec.describe(model, values, say)).not.toMatch(/NaN|undefined/);
    expect(spec.table(model, say, values).rows.flat().join()).not.toMatch(/NaN|undefined/);
  }
});
