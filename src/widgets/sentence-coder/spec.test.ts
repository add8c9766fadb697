import { describe, expect, it } from 'vitest';
import { sayIn } from '#contract/say.ts';
import { defaultValues } from '#contract/values.ts';
import { intervalOf, shortestWord, type ExactPredictor } from '#sim/exact-arithmetic-coder.ts';
import { decidedSymbols, settledDigits } from '#sim/exact-digits.ts';
import { createByteEngine } from '../../../fixtures/byteEngine.ts';
import { noTrainer } from '../../../fixtures/noTrainer.ts';
import { close } from '../../../fixtures/oracle.ts';
import { codingOf, shownOf } from './coding.ts';
import { fineness, lawFrom, run, type Sentence } from './model.ts';
import { mostTokens, params, type Asked } from './parameters.ts';
import { readouts } from './readouts.ts';
import { spec } from './spec.ts';

const valuesOf = (change: Partial<Asked> = {}): Asked => ({ ...defaultValues(params), ...change });
const signal = new AbortController().signal;
const context = { engine: createByteEngine(), trainer: noTrainer, signal };

async function code(change: Partial<Asked>) {
  const values = valuesOf(change);
  let model: Sentence = spec.compute(values);
  for await (const next of run(values, context)) model = next;
  for (const law of spec.laws) expect(law.gap(model, values), law.name).toBeLessThanOrEqual(law.tolerance);
  return { model, values, of: (id: keyof typeof readouts) => readouts[id].of(model, values) };
}

describe('a sentence under a known law', () => {
  it('is worth what its shares say, whole numbers by the rule', async () => {
    // A byte repeats the one before it with chance one half; each other one has 1/510. The line break comes before the first.
    const [repeat, other] = [1 + Math.floor(fineness / 2), 1 + Math.floor(fineness / 510)];
    const total = repeat + 255 * other;
    const { model, of } = await code({ text: 'aab', taken: 3 });
    close(of('ideal'), -Math.log((other * repeat * other) / total ** 3), 1e-12);
    close(of('cost'), -Math.log(other / total), 1e-12);
    close(
      of('expected'),
      -(repeat / total) * Math.log(repeat / total) - 255 * (other / total) * Math.log(other / total),
    );
    expect([of('tokens'), of('plain')]).toEqual([3, 24]);
    // Before a the line break stands first, then the bytes in order; the line break is number 10, so 96 others and it stand before a.
    expect(model.laws[0].next).toEqual({ rank: 97, before: repeat + 96 * other, own: other });
    expect(model.laws[1].next!.rank).toBe(0);
  });

  it('of no letters has an empty code, and a very long one is cut', async () => {
    const none = await code({ text: '' });
    expect([none.of('length'), none.of('tokens'), none.of('ideal')]).toEqual([0, 0, 0]);
    expect(spec.describe(none.model, none.values, sayIn('bits'))).not.toMatch(/NaN|undefined/);
    const long = await code({ text: 'a'.repeat(100) });
    expect([long.of('tokens'), long.model.cut, long.of('plain')]).toEqual([mostTokens, 60, 8 * mostTokens]);
  });

  it('is decided digit by digit as the intervals of the tokens say', async () => {
    const { model, values } = await code({ text: 'aabb', direction: 'receive' });
    const { stages, word, certain } = codingOf(model);
    certain.forEach((tokens, digits) => {
      // The box of the digits as numbers: it lies within the interval of the tokens that are certain, and not within the next.
      const [low, width] = [parseInt(word.slice(0, digits) || '0', 2) / 2 ** digits, 2 ** -digits];
      const inside = stages.filter(({ interval }) => {
        const from = Number(interval.low.numerator) / Number(interval.low.denominator);
        const to = from + Number(interval.width.numerator) / Number(interval.width.denominator);
        return from <= low + 1e-15 && low + width <= to + 1e-15;
      });
      expect(inside.length - 1).toBe(tokens);
    });
    expect(shownOf(model, { ...values, arrived: 0 }).place).toBe(0);
    // And as a decoder decides that keeps all weights: which of the three parts, the middle one as long as it is right.
    const parts: ExactPredictor = ({ length }) => {
      const { next, total } = model.laws[length];
      return [next!.before, next!.own, total - next!.before - next!.own].map(BigInt);
    };
    stages.forEach(({ settled, word: code }, k) => {
      const interval = intervalOf([1, 1, 1, 1].slice(0, k), parts);
      expect([settled, code]).toEqual([settledDigits(interval), shortestWord(interval)]);
    });
    certain.forEach((tokens, digits) => expect(decidedSymbols(word.slice(0, digits), 4, parts)).toHaveLength(tokens));
  });

  it('puts the likeliest first, and equal ones in the order of the vocabulary', () => {
    const law = lawFrom([0.1, 0.4, 0.1, 0.4].map(Math.log), ['a', 'b', 'c', 'd'], 2);
    expect(law.names).toEqual(['b', 'd', 'a', 'c']);
    const [half, tenth] = [1 + Math.floor(0.4 * fineness), 1 + Math.floor(0.1 * fineness)];
    expect(law.next).toEqual({ rank: 3, before: 2 * half + tenth, own: tenth });
  });

  it('says why, if the network does not answer', async () => {
    const engine = { ...context.engine, tokens: () => Promise.reject(new Error('The weights are not there.')) };
    for await (const model of run(valuesOf(), { ...context, engine }))
      expect(spec.describe(model, valuesOf(), sayIn('bits'))).toBe(
        'The network does not predict: The weights are not there.',
      );
  });
});
