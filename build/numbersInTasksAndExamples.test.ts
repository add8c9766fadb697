import { expect, test } from 'vitest';
import { defaultValues } from '#contract/values.ts';
import { STYLE_WORDS } from '#sim/styles.ts';
import { compute, factorOf, paidAt, placeOf, worldsOf } from '#widgets/few-shot-curve/model.ts';
import { params, type Asked } from '#widgets/few-shot-curve/parameters.ts';
import { spec } from '#widgets/few-shot-curve/spec.ts';
import { firstOf } from '#widgets/retrieve-or-learn/model.ts';
import { pairs, symbols } from '#widgets/retrieve-or-learn/parameters.ts';
import { firstCounted, shownSequence } from '#widgets/wind-tunnel/fresh.ts';
import { gapTo, learnersAlong } from '#widgets/wind-tunnel/learners.ts';
import { longest, params as tunnel, type Asked as Tunnel } from '#widgets/wind-tunnel/parameters.ts';
import { proseOf, quotesOf } from '../fixtures/prose.ts';

const bits = (nats: number, digits: number) => (nats / Math.LN2).toFixed(digits);
const quotes = quotesOf('tasks-and-examples');

test('the exercise on eight tosses names what is paid, the bound and the part of the coin', () => {
  const values = defaultValues(params);
  const model = compute(values);
  const { optimal, bound, intra } = paidAt(model, values);
  quotes(`${bits(optimal.mean, 2)} bits, where the bound allows ${bits(bound!, 2)}.`);
  quotes(`<Wrong value="${bits(bound!, 2)}" within="0.01">That is what the theorem allows`);
  quotes(`<Wrong value="${bits(intra!, 2)}" within="0.01">That is the part for the coin`);
  // Replies must not meet each other, nor the answer.
  const all = [optimal.mean, bound!, intra!].map((nats) => nats / Math.LN2).sort((a, b) => a - b);
  all.slice(1).forEach((x, i) => expect(x - all[i]).toBeGreaterThan(0.03));
  // “the eight tosses tell less of the world than each of the two documents did on average”
  expect(optimal.mean - intra!).toBeLessThan(model.meta! / 2);
});

test('with worlds that are alike the bound is attained', () => {
  const values = { ...defaultValues(params), contrast: 0 };
  const { optimal, bound, intra } = paidAt(compute(values), values);
  expect(optimal.mean).toBeCloseTo(bound!, 12);
  expect(optimal.mean).toBeCloseTo(intra!, 12);
});

test('chains keep their sums at nineteen lengths', () => {
  const values = { ...defaultValues(params), source: 'chains' as const, examples: 30 };
  const model = spec.compute(values);
  expect(model.positions).toHaveLength(19);
  quotes('It keeps its sums at nineteen lengths');
  // 32/30 is less than 30/25.
  expect(model.positions[placeOf(model, values)]).toBe(32);
});

test('the styles have the words that the page counts', () => {
  expect(STYLE_WORDS).toHaveLength(23);
  expect(proseOf('in-context-learning')).toContain('with the same twenty-three words');
});

test('with a contrast of 0 both worlds have all coins equally often, and the page says so', () => {
  const { worlds } = worldsOf(16, 0);
  for (const world of worlds) for (const share of world) expect(share).toBeCloseTo(1 / 16, 12);
  expect(factorOf({ ...defaultValues(params), contrast: 0 })).toBe(1);
  expect(factorOf({ ...defaultValues(params), contrast: params.contrast.step })).toBeGreaterThan(1.1);
  quotes('<Show when="factor <= 1">As they are set now, they are alike');
});

test('16 tosses of 256 coins cost between 1.3 and 1.5 bits, however much the worlds differ', () => {
  const challenge = spec.challenges.find(({ id }) => id === 'cheap-crowd')!;
  expect(challenge.solved).toContain('between 1.3 and 1.5 bits');
  for (let contrast = params.contrast.min; contrast <= params.contrast.max; contrast += 2) {
    const values = { ...defaultValues(params), ...challenge.start, ...challenge.solution, contrast } as Asked;
    const paid = paidAt(compute(values), values).optimal.mean / Math.LN2;
    expect(paid).toBeGreaterThan(1.3);
    expect(paid).toBeLessThan(1.5);
  }
});

test('the table of old tasks and new ones is about the places that the page names', () => {
  quotes(`on average over the ${firstOf('chains')}th to the ${symbols}th symbol`);
  quotes(`on average over the ${firstOf('regression')}th to the ${pairs}th pair`);
});

test('at α = 1 a longer memory makes the two ideal predictors two', () => {
  const values: Tunnel = { ...defaultValues(tunnel), source: 'second-order', alpha: 1 };
  const price = (asked: Tunnel) => {
    const { shown, bigram } = learnersAlong(shownSequence(asked, 0).slice(0, longest), 3, asked);
    return shown.map((law, t) => gapTo(law, bigram[t].map(Math.log))).slice(firstCounted);
  };
  const mean = (all: readonly number[]) => all.reduce((a, b) => a + b, 0) / all.length;
  const prices = Array.from({ length: 12 }, (_, seed) => mean(price({ ...values, seed })));
  expect(mean(prices) / Math.LN2).toBeGreaterThan(0.1);
  expect(mean(price({ ...values, source: 'drawn' }))).toBe(0);
  quotes('(At $\\alpha = 1$ they are one, unless the chains have a longer memory.)');
});

test('the price of a wrong prior by hand', () => {
  // After one visit, with three symbols: (1 + α)/(1 + 3α) for the one that followed, α/(1 + 3α) for each other.
  const after = (alpha: number) => [1 + alpha, alpha, alpha].map((count) => count / (1 + 3 * alpha));
  const [knows, believes] = [after(0.1), after(1)];
  const price = knows.reduce((total, p, i) => total + p * Math.log(p / believes[i]), 0);
  quotes(
    `$1.1/1.3 = ${knows[0].toFixed(3)}$ and each of the two others ${knows[1].toFixed(3)}; the believer gives $2/4$ and $1/4$. The next symbol after it costs the believer ${bits(price, 3)} bits too much on average.`,
  );
  expect([believes[0], believes[1]]).toEqual([2 / 4, 1 / 4]);
});

test('two coins that are known and a new one, by hand', () => {
  const [seldom, often, coin] = [1 / 4, 3 / 4, 0.6];
  const odds = (often / seldom) ** 3;
  const retrieves = (odds * often + seldom) / (odds + 1);
  quotes(`odds of ${odds} to 1 for the second coin`);
  quotes(`\\tfrac34 + \\tfrac{1}{28} \\cdot \\tfrac14 = ${retrieves.toFixed(3)}$`);
  expect((3 + 1) / (3 + 2)).toBe(4 / 5);
  const excess = (said: number) => coin * Math.log(coin / said) + (1 - coin) * Math.log((1 - coin) / (1 - said));
  expect(excess(often)).toBeLessThan(excess(seldom));
  quotes(`= ${bits(excess(often), 3)}$ bits a toss too much, for ever`);
});
