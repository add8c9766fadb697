import { describe, expect, it } from 'vitest';
import { defaultValues } from '#contract/values.ts';
import { logDeterminantOfTokens, ridgeResidual, tokenGain } from '#theory/geometry/token-gain.ts';
import { expectSolvable } from '../../../fixtures/challenges.ts';
import { noTrainer } from '../../../fixtures/noTrainer.ts';
import { createShippedEngine } from '../../../fixtures/shippedEngine.ts';
import { wayOfText } from '../../../fixtures/wayOfText.ts';
import { accountOf } from './account.ts';
import type { TokenGain } from './model.ts';
import type { Asked } from './parameters.ts';
import { relationOf } from './relation.ts';
import { spec } from './spec.ts';

const engine = createShippedEngine();
const bits = (nats: number) => nats / Math.LN2;

async function read(change: Partial<Asked>) {
  const values = { ...defaultValues(spec.params), ...change };
  let model: TokenGain | undefined;
  for await (const one of spec.run!(values, { engine, trainer: noTrainer, signal: new AbortController().signal }))
    model = one;
  for (const law of spec.laws) expect(law.gap(model!, values), law.name).toBeLessThanOrEqual(law.tolerance);
  return { model: model!, values, account: accountOf(model!, values)! };
}
const preset = (id: string) => spec.presets.find((one) => one.id === id)!.values;

describe('the gains of a text', { timeout: 120_000 }, () => {
  it('are those of the second implementation, with all dimensions', async () => {
    const text = 'He took off his hat, put his hat upon the table.';
    const { model, account } = await read({ text, stage: 3, token: 10 });
    const { way, surprisal } = wayOfText(text);
    const unit = way.residual[3].slice(1).map((row) => row.map((value) => value / Math.hypot(...row)));
    account.gains.forEach((gain, t) =>
      expect(Math.abs(gain - tokenGain(unit[t], unit.slice(0, t), 10))).toBeLessThan(1e-3),
    );
    expect(Math.abs(account.total - logDeterminantOfTokens(unit, 10))).toBeLessThan(1e-2);
    expect(Math.abs(account.rest + account.price - ridgeResidual(unit[9], unit.slice(0, 9), 0.1))).toBeLessThan(1e-3);
    model.surprisal.forEach((nats, t) => expect(Math.abs(nats - surprisal[t])).toBeLessThan(1e-3));
  });

  it('do not go with surprisal on the hats, and do on the giraffe, but not at the embedding', async () => {
    const of = async (change: Partial<Asked>) => {
      const { model, values } = await read(change);
      return relationOf(model, values)!;
    };
    const again = await of(preset('mats'));
    expect(again.apart).toBeGreaterThan(3 * again.byChance);
    expect(again.correlation).toBeLessThan(1.5 * again.byChance);
    const hats = await of({});
    expect(Math.abs(hats.correlation)).toBeLessThan(hats.byChance / 2);
    expect(Math.abs(hats.apart)).toBeLessThan(hats.byChance / 2);
    const story = await of(preset('story'));
    expect(story.correlation).toBeGreaterThan(3 * story.byChance);
    expect(story.apart).toBeGreaterThan(3 * story.byChance);
    const embedding = await of({ ...preset('story'), stage: 0 });
    expect(embedding.correlation).toBeLessThan(1.25 * embedding.byChance);
    for (const stage of [1, 2, 3, 4]) expect((await of({ ...preset('story'), stage })).correlation).toBeGreaterThan(1.25 * embedding.byChance); // prettier-ignore
    const { model: lot } = await read(preset('letters'));
    const expensive = lot.surprisal.filter((nats) => bits(nats) > 4);
    expect(expensive.length).toBeGreaterThan(0.9 * lot.surprisal.length);
    const letters = await of(preset('letters'));
    expect(Math.abs(letters.correlation)).toBeLessThan(letters.byChance);
  });

  it('fall where words come back, while the network is surprised', async () => {
    const { model, account } = await read(preset('mats'));
    const sats = [3, 11, 19];
    expect(account.token).toBe(19);
    for (const t of sats) {
      expect(model.text.slice(model.starts[t], model.ends[t])).toBe(' sat');
      expect(bits(model.surprisal[t])).toBeGreaterThan(13);
      expect(bits(model.surprisal[t])).toBeLessThan(15.5);
    }
    expect(account.gains[3] / account.most).toBeGreaterThan(0.85);
    expect(account.gains[19] / account.most).toBeLessThan(0.3);
  });

  it('of the chosen hat: counted backwards the last has what the first had', async () => {
    const written = (await read({})).account;
    const backwards = await read(preset('backwards'));
    expect(Math.abs(backwards.account.sum - written.sum)).toBeLessThan(1e-9);
    const { text, starts, ends } = backwards.model;
    const hats = written.gains.map((_, t) => t).filter((t) => /^ ha$/.test(text.slice(starts[t], ends[t])));
    expect(hats.length).toBeGreaterThan(2);
    const [first, last] = [hats[0], hats[hats.length - 1]];
    expect(hats).toHaveLength(3);
    expect(Math.max(...hats.map((t) => backwards.account.gains[t]))).toBe(backwards.account.gains[last]);
    expect(written.gains[first]).toBeGreaterThan(1.5 * written.gains[last]);
    expect(backwards.account.gains[last]).toBeGreaterThan(1.5 * backwards.account.gains[first]);
  });

  it('have challenges that begin unsolved with a hint, and whose solutions count', async () => {
    for (const challenge of spec.challenges) {
      const { start, solution } = challenge;
      const [from, to] = [await read({ ...start }), await read({ ...start, ...solution })];
      expectSolvable(challenge, from, to);
    }
  });
});
