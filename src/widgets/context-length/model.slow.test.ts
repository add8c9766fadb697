import { describe, expect, it } from 'vitest';
import { defaultValues, type Values } from '#contract/values.ts';
import { expectSolvable } from '../../../fixtures/challenges.ts';
import { noTrainer } from '../../../fixtures/noTrainer.ts';
import { createShippedEngine } from '../../../fixtures/shippedEngine.ts';
import { compare, meansOf } from './comparison.ts';
import type { ContextLength } from './model.ts';
import type { params } from './parameters.ts';
import { planOf, type Target } from './reading.ts';
import { spec } from './spec.ts';
import { inn, tongues } from './texts.ts';

/** The shipped model. What the texts of this widget say of it must stay true when it is trained anew. */
const engine = createShippedEngine();
type V = Values<typeof params>;

/** Nats by text, token and contexts: more targets of a text are read before fewer of the same. */
const readBefore = new Map<string, readonly number[]>();

/**
 * The reading of the page; of its contexts only the ones that are spoken of, one token, the one that is compared and the
 * longest, unless every one is. A context costs as many rows of the network as it has tokens, for each target.
 */
async function read(change: Partial<V>, every = false) {
  const values = { ...defaultValues(spec.params), ...change };
  const { text } = values;
  const plan = planOf(text, await engine.tokens(text), (await engine.card()).context, Number(values.targets));
  const contexts = plan.contexts.filter((c) => every || [1, Number(values.less), plan.contexts.at(-1)].includes(c));
  const keyOf = ({ token }: Target) => JSON.stringify([text, token, contexts]);
  const targets = plan.targets.map((target) => ({ ...target, nats: readBefore.get(keyOf(target)) ?? [] }));
  let model: ContextLength = { ...spec.compute(values), reading: { ...plan, contexts, targets } };
  const options = { engine, trainer: noTrainer, signal: new AbortController().signal, previous: model };
  for await (const next of spec.run!(values, options)) model = next;
  for (const target of model.reading.targets) readBefore.set(keyOf(target), target.nats);
  for (const law of spec.laws) expect(law.gap(model, values), law.name).toBeLessThanOrEqual(law.tolerance);
  const bits = meansOf(model.reading).map((nats) => nats / Math.LN2);
  return { model, values, plan, bits, found: compare(model.reading, Number(values.less))! };
}

const preset = (id: string) => spec.presets.find((candidate) => candidate.id === id)!.values;

describe('under the shipped model', { timeout: 300_000 }, () => {
  it('sixteen tokens save a tale over three bits, and the next 240 nothing to speak of', async () => {
    const { bits, found } = await read(preset('inn'));
    expect(found).toMatchObject({ shorter: 16, longer: 256 });
    expect(bits[0] - bits[1]).toBeGreaterThan(3);
    expect(Math.abs(found.change)).toBeLessThan(2 * found.standardError);
  });

  it('a copy before its eyes saves little', async () => {
    const { found } = await read(preset('again'));
    expect(found.longer).toBe(64);
    expect(found.change).toBeGreaterThan(-0.25 * Math.LN2);
  });

  it('Greek far back misleads it, on the tokens that the page compares and on all there are', async () => {
    for (const targets of ['128', '32'] as const) {
      const { model, found } = await read({ ...preset('tongues'), targets });
      expect(found).toMatchObject({ shorter: 16, longer: 64 });
      expect(found.targets.length).toBeGreaterThan(targets === '32' ? 31 : 59);
      for (const { start } of model.reading.targets)
        expect(model.reading.text.charCodeAt(start), 'in English').toBeLessThan(128);
      expect(found.change).toBeGreaterThan(2 * found.standardError);
    }
  });

  it('and as much English in the place of the Greek does not', async () => {
    const [greek, english] = tongues.split('\n\n');
    const count = async (text: string) => (await engine.tokens(text)).ids.length;
    const room = await count(`${greek}\n\n`);
    const words = inn.split(' ');
    const before = (n: number) => `${words.slice(0, n).join(' ')}.\n\n`;
    let n = 1;
    while ((await count(before(n))) < room) n++;
    expect(await count(before(n))).toBe(room);
    const { found, model } = await read({ ...preset('tongues'), text: before(n) + english });
    expect(found).toMatchObject({ shorter: 16, longer: 64 });
    expect(found.change).toBeLessThan(found.standardError);
    const { found: behindGreek, model: greekFirst } = await read(preset('tongues'));
    expect(model.reading.targets.map(({ token }) => token)).toEqual(
      greekFirst.reading.targets.map(({ token }) => token),
    );
    expect(behindGreek.change - found.change).toBeGreaterThan(
      2 * Math.hypot(behindGreek.standardError, found.standardError),
    );
  });

  it('random letters cost it more than an even choice; whether more or less after much context, 32 do not tell and 64 do', async () => {
    const { found, plan, bits, model } = await read(preset('letters'), true);
    expect(plan.contexts).toEqual([1, 2, 4, 8, 16, 32, 64]);
    expect(found).toMatchObject({ shorter: 1, longer: 64 });
    expect((await engine.card()).vocabulary).toBe(1024);
    expect(Math.abs(found.change)).toBeLessThan(found.standardError);
    expect(bits).toHaveLength(plan.contexts.length);
    expect(Math.min(...bits)).toBeGreaterThan(10);
    const more = await read({ ...preset('letters'), targets: '64' }, true);
    expect(more.found.change, 'on more of them one can tell').toBeGreaterThan(2 * more.found.standardError);
    // “about a bit more for a token”, and from two tokens of context on nothing of that kind
    expect(Math.round(more.found.change / Math.LN2)).toBe(1);
    for (const { reading } of [model, more.model])
      for (const c of plan.contexts.slice(1, -1)) expect(compare(reading, c)!.change).toBeLessThan(0);
  });

  it.each(spec.challenges)('$id begins unsolved, with a hint, and its solution solves it', async (challenge) => {
    const begin = await read({ ...challenge.start });
    const end = await read({ ...challenge.start, ...challenge.solution });
    expectSolvable(challenge, begin, end);
  });
});
