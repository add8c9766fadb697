import { afterEach, describe, expect, it } from 'vitest';
import { readBets } from '#contract/bets.ts';
import { defaultValues } from '#contract/values.ts';
import { predictions, record } from '#kit/state/predictions.ts';
import { expectSolvable } from '../../../fixtures/challenges.ts';
import { close } from '../../../fixtures/oracle.ts';
import { questionsOf, readAnswers, writeAnswers } from './answers.ts';
import { forgetAll, keep, kept } from './keep.ts';
import { compute, expectedCost, hints, recordOf, spoken } from './model.ts';
import { params, type Asked } from './parameters.ts';
import { spec } from './spec.ts';
import { statements } from './statements.ts';

const valuesOf = (change: Partial<Asked>): Asked => ({ ...defaultValues(params), ...change });
const modelOf = (change: Partial<Asked>) => compute(valuesOf(change));
const h = (p: number) => -p * Math.log2(p) - (1 - p) * Math.log2(1 - p);

describe('errata-quiz', () => {
  it('puts each statement once, wrong or right by a fair coin, in an order of its seed', () => {
    expect(new Set(statements.map(({ id }) => id)).size).toBe(statements.length);
    const questions = questionsOf(5);
    expect(questions.map(({ number }) => number).sort((a, b) => a - b)).toEqual(statements.map((_, i) => i));
    expect(questionsOf(5)).toEqual(questions);
    expect(questionsOf(6).map(({ number }) => number)).not.toEqual(questions.map(({ number }) => number));
    const all = Array.from({ length: 200 }, (_, seed) => questionsOf(seed)).flat();
    const share = all.filter(({ isTrue }) => isTrue).length / all.length;
    expect(Math.abs(share - 0.5)).toBeLessThan((4 * 0.5) / Math.sqrt(all.length));
    for (const { isTrue, says, statement } of questions) expect(says).toBe(isTrue ? statement.right : statement.wrong);
  });

  it('gives nothing away by a word or by length', () => {
    const hedged = (text: string) => /\b(can|may|might|could|need not|some)\b/i.test(text);
    const only = (text: string) => /\b(only|no|not|never|cannot)\b/i.test(text);
    for (const tells of [hedged, only]) {
      const [right, wrong] = (['right', 'wrong'] as const).map((kind) => statements.filter((one) => tells(one[kind])).length); // prettier-ignore
      // Who answers by this word alone is right little more often than a coin.
      expect(Math.abs(right - wrong) / statements.length).toBeLessThan(0.1);
    }
    const longer = statements.filter(({ right, wrong }) => right.length > wrong.length).length;
    expect(Math.abs(longer / statements.length - 0.5)).toBeLessThan(0.2);
  });

  it('takes no second answer to a statement, and nothing that is none', () => {
    const answers = readAnswers('3t80.3f10.99t50.x.4f0.5f100.4f99.');
    expect(answers.map(({ number, isTrue, percent }) => [number, isTrue, percent])).toEqual([[3, true, 80], [4, false, 99]]); // prettier-ignore
    expect(writeAnswers(answers)).toBe('3t80.4f99');
    const model = modelOf({ given: '3t80.4f99' });
    expect(model.questions - model.answers.length).toBe(statements.length - 2);
    expect([3, 4]).not.toContain(model.now!.number);
    expect(readBets('80y.5n.0y.7x')).toEqual([{ confidence: 0.8, came: true }, { confidence: 0.05, came: false }]); // prettier-ignore
    const all = writeAnswers(questionsOf(1).map((question) => ({ ...question, percent: 99 })));
    expect(all.length).toBeLessThanOrEqual(params.given.maximumLength);
    expect(modelOf({ given: all }).now).toBeUndefined();
  });

  it('scores answers and bets by hand', () => {
    const { yours, betCount } = modelOf({ given: '3t80.4f99', bets: '25y' });
    expect(betCount).toBe(1);
    const costs = [2, Math.log2(1 / 0.8), Math.log2(100)];
    const mean = (costs[0] + costs[1] + costs[2]) / 3;
    close(yours!.mean / Math.LN2, mean, 1e-9);
    const squares = costs.reduce((total, cost) => total + (cost - mean) ** 2, 0);
    close(yours!.error / Math.LN2, Math.sqrt(squares / 2 / 3), 1e-9);
    expect(yours!.bins.map(({ count }) => count)).toEqual([0, 1, 0, 1, 1]);
    expect(recordOf({ confidence: [0.5], correct: [true] }).error).toBe(0);
  });

  it('expects of the other forecaster what many draws of hers come to', () => {
    close(expectedCost(0) / Math.LN2, 1);
    close(expectedCost(1) / Math.LN2, hints.reduce((total, r) => total + h(r), 0) / 5, 1e-12);
    // At k = 2 a hint of 0.75 is spoken as 0.9.
    close(spoken(0.75, 2), 0.9);
    for (const boldness of [0.4, 1, 3]) {
      const means = Array.from({ length: 16 }, (_, seed) => modelOf({ boldness, asked: 400, seed }).other);
      const mean = means.reduce((total, other) => total + other.mean, 0) / means.length;
      const error = Math.sqrt(means.reduce((total, other) => total + other.error ** 2, 0)) / means.length;
      expect(Math.abs(mean - expectedCost(boldness))).toBeLessThan(4 * error);
    }
    // Right three times in four, and expected to pay more than who knows nothing.
    const { right, expected } = modelOf({ boldness: 3 });
    close(right, 0.75);
    expect(expected).toBeGreaterThan(Math.LN2);
  });

  it('says in its cases what is so', () => {
    close(spoken(0.95, 0.4), 0.7646, 1e-3);
    close(spoken(0.95, 2.85), 0.9998, 1e-4);
    const lucky = Array.from(
      { length: 200 },
      (_, seed) => modelOf({ boldness: 2, asked: 20, seed }).other.mean / Math.LN2,
    );
    const share = lucky.filter((paid) => paid < 0.5).length / lucky.length;
    // One in eight.
    expect(share).toBeGreaterThan(0.08);
    expect(share).toBeLessThan(0.17);
    close(expectedCost(2) / Math.LN2, 0.832, 1e-3);
    // To be too timid by a factor costs less than to be too bold by it.
    for (const factor of [1.5, 2, 2.5, 4]) expect(expectedCost(1 / factor)).toBeLessThan(expectedCost(factor));
  });

  it('holds the long run in its intervals about 19 times in 20', () => {
    const held = Array.from({ length: 200 }, (_, seed) => modelOf({ boldness: 1, asked: 40, seed }).other.bins).flatMap(
      (bins) => bins.filter(({ count }) => count > 0).map(({ said, low, high }) => low <= said && said <= high),
    );
    const share = held.filter(Boolean).length / held.length;
    expect(share).toBeGreaterThan(0.93);
    expect(share).toBeLessThan(0.99);
  });

  it('has challenges that can be solved', () => {
    for (const challenge of spec.challenges) {
      const begin = valuesOf(challenge.start ?? {});
      const end = { ...begin, ...challenge.solution };
      expectSolvable(challenge, { model: compute(begin), values: begin }, { model: compute(end), values: end });
    }
  });
});

describe('what is kept of the answers', () => {
  afterEach(forgetAll);

  it('is the first answer to a statement, among the bets, until it is forgotten', () => {
    const [first, second] = questionsOf(1);
    keep({ ...first, percent: 80 });
    keep({ ...first, isTrue: !first.isTrue, percent: 1 });
    keep({ ...second, percent: 30 });
    expect(kept()).toEqual([
      { number: first.number, isTrue: first.isTrue, percent: 80 },
      { number: second.number, isTrue: second.isTrue, percent: 30 },
    ]);
    const [made] = predictions().filter(({ id }) => id.includes(first.statement.id));
    close(made.bits, -Math.log2(first.isTrue ? 0.8 : 0.2), 1e-9);
    record({ id: 'some-bet', kind: 'bet', guess: [0.5], bits: 1 });
    forgetAll();
    expect(kept()).toEqual([]);
    expect(predictions().some(({ id }) => id === 'some-bet')).toBe(true);
  });
});
