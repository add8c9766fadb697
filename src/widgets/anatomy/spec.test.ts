import { describe, expect, it } from 'vitest';
import { sayIn } from '#contract/say.ts';
import { defaultValues } from '#contract/values.ts';
import { expectSolvable } from '../../../fixtures/challenges.ts';
import { noTrainer } from '../../../fixtures/noTrainer.ts';
import { close } from '../../../fixtures/oracle.ts';
import { createOwnEngine } from '../../../fixtures/ownEngine.ts';
import { createShippedEngine } from '../../../fixtures/shippedEngine.ts';
import { initialize } from '#model/parameters.ts';
import { other } from '#sim/character-tokenizer.ts';
import { address, extend, places, readAddress, readTrail, type Kind } from './addresses.ts';
import { madeOf } from './explain.ts';
import { networkOn } from './network.ts';
import { spec } from './spec.ts';
import type { Anatomy } from './state.ts';

/** The shipped model. What the texts of this widget and its chapter say of it must stay true when it is trained anew. */
const engine = createShippedEngine();
const signal = new AbortController().signal;
const defaults = defaultValues(spec.params);
type V = typeof defaults;

async function run(change: Partial<V> = {}, on = engine) {
  const values = { ...defaults, ...change };
  let model: Anatomy = spec.compute(values);
  for await (const next of spec.run!(values, { engine: on, trainer: noTrainer, signal })) model = next;
  return { model, values, shown: model.shown! };
}
const lastOf = async (change?: Partial<V>) => (await run(change)).shown.trail.at(-1)!;
const sumOf = (shown: NonNullable<Anatomy['shown']>) => shown.terms.reduce((sum, { value }) => sum + value, shown.rest);

describe('an address', () => {
  const sizes = { rows: 5, layers: 4, heads: 4, width: 176, vocabulary: 1024 };
  it('is read as it is written, and refused where there is no such number', () => {
    for (const kind of Object.keys(places) as Kind[]) {
      const at = places[kind].map(() => 1);
      expect(readAddress(address(kind, ...at), sizes)).toEqual({ kind, at });
    }
    for (const none of [
      'value.4.0.0',
      'value.0.5.0',
      'value.0.0.176',
      'value.0.0',
      'weight.0.0.1.2',
      'up.0.0.704',
      'toString.1.1',
      'value.0.0.x',
      '',
    ])
      // prettier-ignore
      expect(readAddress(none, sizes), none).toBeUndefined();
  });
  it('follows another on a way, which goes back to where it has been', () => {
    expect(extend(['a', 'b', 'c'], 'd')).toBe('a~b~c~d');
    expect(extend(['a', 'b', 'c'], 'b')).toBe('a~b');
    expect(readTrail('logit.1.1~nonsense~normal.1.1', sizes)).toHaveLength(1);
  });
});

describe('under the shipped model', { timeout: 60_000 }, () => {
  it('every kind of number is the sum of its terms, and every way from it leads to a number that is its term', async () => {
    const network = await networkOn(defaults.text, engine, signal);
    const seen = new Set<Kind>();
    const open = [address('logit', 4, 697), address('columns', 4, 697), address('query', 1, 4, 7), address('weight', 3, 2, 4, 1), address('neurons', 1, 4, 697), address('position', 4, 3)]; // prettier-ignore
    while (open.length > 0) {
      const step = readAddress(open.shift()!, network.sizes)!;
      if (seen.has(step.kind)) continue;
      seen.add(step.kind);
      const made = await madeOf(network, step, -1);
      if (made.by === 'sum') {
        const total = made.terms.reduce((sum, { value }) => sum + value, 0);
        close(total, made.value, 2e-5 * (1 + Math.abs(made.value)));
      } else if (made.formula) {
        const [, result] = / = (−?[\d.]+)(?:, with.*)?$/.exec(made.formula)!;
        close(Number(result.replace('−', '-')), made.value, 6e-4);
      } else expect(made.terms).toEqual([]);
      for (const { value, factors, to, first, second } of made.terms.slice(0, 3)) {
        if (factors) close(factors[0] * factors[1], value, 1e-12);
        for (const [way, expected] of [
          [to, undefined],
          [first, factors?.[0]],
        ] as const) {
          // prettier-ignore
          if (!way) continue;
          const next = readAddress(way, network.sizes)!;
          expect(next, way).toBeDefined();
          const found = (await madeOf(network, next, -1)).value;
          if (expected !== undefined) close(found, expected, 1e-5);
          else expect([value, ...(factors ?? [])].some((x) => Math.abs(x - found) < 1e-4 * (1 + Math.abs(x))), way).toBe(true); // prettier-ignore
        }
        if (second) {
          // A key as the score has it is divided by the square root of the length of a head.
          const found = (await madeOf(network, readAddress(second, network.sizes)!, -1)).value;
          close(found / Math.sqrt(44), factors![1], 1e-5);
        }
        open.push(...[to, first, second].filter((way) => way !== undefined));
      }
    }
    expect([...seen].sort()).toEqual((Object.keys(places) as Kind[]).sort());
  });

  it('probabilities are those of reading, and the difference of two logits is their log odds', async () => {
    const { shown } = await run();
    const { logProbabilities } = await engine.distribution(defaults.text, 4, signal);
    for (const { id, logProbability } of shown.answers) close(logProbability, logProbabilities[id], 1e-5);
    close(shown.trail[0].value, logProbabilities[shown.answer.id] - logProbabilities[shown.against!.id], 1e-4);
  });

  it('obeys its laws, on ways of every preset and on texts of all sorts', async () => {
    for (const change of [
      ...spec.presets.map(({ values }) => values),
      ...spec.challenges.map(({ solution }) => solution),
      { text: '' },
      { text: '🦉🦉', terms: 4 },
      { text: 'a'.repeat(200), trail: 'logit.3', against: 'itself' as const },
      { trail: 'residual.4.2.10' },
    ]) {
      const { model, values, shown } = await run(change);
      for (const law of spec.laws) expect(law.gap(model, values), law.name).toBeLessThanOrEqual(law.tolerance);
      if (shown.by === 'sum') close(sumOf(shown), shown.trail.at(-1)!.value, 1e-4);
      expect(spec.describe(model, values, sayIn('bits'))).not.toMatch(/NaN|undefined/);
      expect(JSON.parse(JSON.stringify(model))).toEqual(model);
    }
  });

  it('as the presets and the chapter say', async () => {
    const { shown } = await run();
    expect([shown.answer.name, shown.against!.name]).toEqual([' head', ' should']);
    expect(shown.terms[0].name).toBe('block 3, head 1');
    const alone = (await run({ against: 'itself' })).shown;
    expect(alone.terms[0].name).toBe('block 4, feed-forward');
    const last = shown.terms.find(({ name }) => name === 'block 4, feed-forward')!;
    expect(last.value).toBeLessThan(0.1 * alone.terms[0].value);
    const head = (await run({ trail: 'head.2.0.4.697' })).shown;
    expect(head.terms[0].name).toBe('row 4, “ook”');
    expect(head.terms[0].value).toBeGreaterThan(0.95 * shown.terms[0].value);
    const darcy = (await run({ text: 'Elizabeth and Mr. Dar', against: 'itself' })).shown;
    expect(darcy.answer.name).toBe('cy');
    expect(darcy.parts.feedForward).toBeGreaterThan(darcy.trail[0].value);
    expect(darcy.parts.attention).toBeLessThan(0);
  });

  it.each(spec.challenges)('$id begins unsolved, with a hint, and its solution solves it', async (challenge) => {
    expectSolvable(challenge, await run(challenge.start), await run({ ...challenge.start, ...challenge.solution }));
  });

  it('the way through a head needs the head, and a neuron is one of the logit that is asked for', async () => {
    const [way, neuron] = spec.challenges;
    const around = await run({ trail: 'logit.4.697~start.4.697.0~token.328.5' });
    expect(around.shown.by).toBe('learned');
    expect(way.score(around.model, around.values)).toBe(0);
    const other = await run({ ...neuron.solution, against: 'itself' });
    expect(neuron.score(other.model, other.values)).toBeLessThan(1);
  });

  it('writes out all neurons on request, and has no largest term of a formula', async () => {
    const { shown } = await run({ trail: 'neurons.3.4.697', terms: 704 });
    expect([shown.terms.length, shown.others]).toEqual([704, 0]);
    const normal = await run({ trail: 'normal1.0.3.5' });
    expect(spec.readouts.largest.none?.(normal.model, normal.values)).toBe(true);
    const weight = await run({ text: 'He said that he had not been there and he shook his', trail: 'weight.2.0.11.10', terms: 4 }); // prettier-ignore
    expect(weight.shown.terms[0].to).toBe('score.2.0.11.10');
  });

  it('a way that leads nowhere ends before that, and one that begins elsewhere is given its logit', async () => {
    expect((await lastOf({ trail: 'logit.4.697~value.9.9.9' })).address).toBe('logit.4.697');
    expect((await run({ trail: 'value.0.1.5' })).shown.trail.map(({ address }) => address)).toEqual(['logit.4.697', 'value.0.1.5']); // prettier-ignore
    expect((await lastOf({ trail: 'logit.2' })).address).toMatch(/^logit\.2\.\d+$/);
  });

  it('answers a change of text in under a second, of any text that it takes', async () => {
    await run();
    const before = performance.now();
    await run({ text: 'The owl looked at the moon and the moon looked at the owl. '.repeat(4).slice(0, 200) });
    expect(performance.now() - before).toBeLessThan(1000);
  });
});

it('works on a network of the reader’s own', async () => {
  const symbols = [...'abcdefghijklmnopqrstuvwxyz .\n', other].sort();
  const config = { vocabulary: 4 * Math.ceil(symbols.length / 4), context: 16, width: 16, layers: 2, heads: 2 };
  const padded = [...symbols, ...Array.from({ length: config.vocabulary - symbols.length }, (_, i) => String.fromCharCode(0xe000 + i))]; // prettier-ignore
  const own = createOwnEngine({ name: 'mine', network: initialize(config, 1), symbols: padded } as never);
  const { model, values, shown } = await run({ text: 'an owl and a very long text' }, own);
  expect(shown.rows).toHaveLength(16);
  expect(shown.tokens).toBe(27);
  for (const law of spec.laws) expect(law.gap(model, values), law.name).toBeLessThanOrEqual(law.tolerance);
});
