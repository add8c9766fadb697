import { describe, expect, it } from 'vitest';
import { sayIn } from '#contract/say.ts';
import { defaultValues } from '#contract/values.ts';
import { tokenNames } from '#contract/tokenNames.ts';
import { tilt } from '#theory/language-models/tilting.ts';
import { expectSolvable } from '../../../fixtures/challenges.ts';
import { close } from '../../../fixtures/oracle.ts';
import { createShippedEngine } from '../../../fixtures/shippedEngine.ts';
import { beforeOf, boundsOf, estimatesOf, firstTokens, run, type Rewarded } from './model.ts';
import type { Asked } from './parameters.ts';
import { spec } from './spec.ts';

const engine = createShippedEngine();
const { signal } = new AbortController();
const valuesOf = (change: Partial<Asked> = {}): Asked => ({
  ...defaultValues(spec.params),
  ...{ count: 24, length: 4 },
  ...change,
});

async function all(asked: Asked, previous?: Rewarded): Promise<Rewarded[]> {
  const models: Rewarded[] = [];
  for await (const model of run(asked, { engine, signal, previous })) models.push(model);
  return models;
}

describe('under the shipped model', () => {
  it('has in its tree what all first and second tokens make, one by one', async () => {
    const asked = valuesOf();
    const model = (await all(asked)).at(-1)!;
    const names = await tokenNames(engine);
    const { ids } = await engine.tokens(asked.prompt);
    const first = (await engine.distribution(asked.prompt, ids.length, signal)).logProbabilities;
    const order = [...first.keys()].sort((a, b) => first[b] - first[a]).slice(0, firstTokens);
    // The same tilt over four cells: rewarded or not, and the rest as either.
    let [yes, no] = [0, 0];
    for (const id of order) {
      const text = asked.prompt + names[id];
      if ((await engine.tokens(text)).ids.length !== ids.length + 1) continue;
      const next = (await engine.distribution(text, ids.length + 1, signal)).logProbabilities;
      next.forEach((log, token) => {
        const mass = Math.exp(first[id] + log);
        if (/(^|[^a-z0-9'’])(she|her|woman|lady)($|[^a-z0-9'’])/i.test(names[id] + names[token])) yes += mass;
        else no += mass;
      });
    }
    const rest = 1 - yes - no;
    expect(rest).toBeLessThan(0.01);
    close(beforeOf(model, asked)![0], yes, 1e-6);
    const bounds = boundsOf(model, asked)!;
    close(bounds.reward[0], tilt([no + rest, yes], [0, 1], asked.beta).expectedReward, 1e-6);
    close(bounds.reward[1], tilt([no, yes + rest], [0, 1], asked.beta).expectedReward, 1e-6);
  });

  it('draws samples that agree with the tree, within four standard errors', async () => {
    const asked = valuesOf({ reward: 'without', count: 60, length: 2, beta: 1 });
    const model = (await all(asked)).at(-1)!;
    const [bounds, { beginning, whole }] = [boundsOf(model, asked)!, estimatesOf(model, asked)!];
    expect(whole).toEqual(beginning);
    expect(beginning.expectedReward + 4 * beginning.standardError).toBeGreaterThan(bounds.reward[0]);
    expect(beginning.expectedReward - 4 * beginning.standardError).toBeLessThan(bounds.reward[1]);
    for (const law of spec.laws) expect(law.gap(model, asked), law.name).toBeLessThanOrEqual(law.tolerance);
  });

  it('makes nothing again when the price moves, the tree alone for another reward, and says so', async () => {
    const asked = valuesOf();
    const [tree, last] = [(await all(asked))[0], (await all(asked)).at(-1)!];
    expect(tree.drawn).toEqual([]);
    expect(spec.describe(tree, asked, sayIn('nats'))).toMatch(/expected reward from 0\.\d+ to 0\.\d+\.$/);
    expect(await all({ ...asked, beta: 2 }, last)).toEqual([]);
    const other = await all({ ...asked, words: 'man' }, last);
    expect(other).toHaveLength(1);
    expect(other[0].drawn).toBe(last.drawn);
  });
});

describe('with all samples', () => {
  const whole = defaultValues(spec.params);
  let latest: Rewarded | undefined;
  const state = async (change: Partial<Asked>) => {
    const values = { ...whole, ...change };
    latest = (await all(values, latest)).at(-1) ?? latest;
    return { values, model: latest! };
  };

  it('has challenges that begin unsolved with a hint, and whose solutions count', async () => {
    for (const challenge of spec.challenges) {
      const { start, solution } = challenge;
      expectSolvable(challenge, await state(start ?? {}), await state({ ...start, ...solution }));
    }
  }, 30_000);

  it('is not solved by a reward that is common, or that no sample earns', async () => {
    const [few] = spec.challenges;
    const wrong: Partial<Asked>[] = [
      { reward: 'without', letters: 'z', beta: 5 },
      { words: 'dead', beta: 0.05 },
    ];
    for (const change of wrong) {
      const { model, values } = await state(change);
      expect(few.score(model, values)).toBe(0);
      expect(few.hints.find(({ when }) => when(model, values))!.say).toMatch(
        /^(The untouched model earns|None of the samples)/,
      );
    }
  }, 30_000);

  it('does in its presets what they say', async () => {
    const of = async (id: string) => {
      const { values, model } = await state(spec.presets.find((one) => one.id === id)!.values);
      return { bounds: boundsOf(model, values)!, seen: beforeOf(model, values)![0], ...estimatesOf(model, values)! };
    };
    const dead = await of('never-seen');
    // As the page says.
    expect(dead.seen.toFixed(4)).toBe('0.0004');
    expect([dead.whole.expectedReward, dead.whole.standardError, dead.beginning.expectedReward]).toEqual([0, 0, 0]);
    expect((Math.floor(100 * dead.bounds.reward[0]) / 100).toFixed(2)).toBe('0.89');
    // Every weight is the same, and so the effective number cannot tell that none of them has seen the word.
    close(dead.whole.effective, whole.count);
    const without = await of('without-e');
    const counted = without.whole.weights.filter((_, i) => without.rewards[i] === 1);
    expect(counted).toHaveLength(5);
    expect(counted.reduce((a, b) => a + b)).toBeGreaterThan(0.99);
    const she = await of('she');
    expect(she.seen).toBeGreaterThan(0.015);
    expect(she.whole.expectedReward).toBeGreaterThan(5 * she.seen);
    const long = await of('long');
    expect(long.whole.expectedReward).toBeGreaterThan(long.rewards.reduce((a, b) => a + b) / long.rewards.length);
  }, 30_000);
});
