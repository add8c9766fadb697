import { expect, test } from 'vitest';
import { defaultValues } from '#contract/values.ts';
import { binomialLaw } from '#theory/learning/coin-mixture.ts';
import { dirichletDivergence } from '#theory/learning/dirichlet-divergence.ts';
import { coinPredictor } from '#theory/learning/wrong-prior.ts';
import { relativeEntropy } from '#theory/measures/divergence.ts';
import { binaryEntropy } from '#theory/measures/entropy.ts';
import { compute } from '#widgets/wrong-prior/model.ts';
import { params, type Asked } from '#widgets/wrong-prior/parameters.ts';
import { presets } from '#widgets/wrong-prior/presets.ts';
import { readValues } from '#contract/values.ts';
import { proseOf, quotesOf } from '../fixtures/prose.ts';

/* The numbers of the page on a wrong prior, each computed here and found there as it is displayed. */

const prose = proseOf('a-wrong-prior');
const quotes = quotesOf('a-wrong-prior');
const bits = (nats: number, digits = 2) => (nats / Math.LN2).toFixed(digits);
const game = (change: Partial<Asked>) => compute({ ...defaultValues(params), ...change });
const paid = (change: Partial<Asked>, tosses = 200) => game(change).paid[tosses];
const coin = (p: number) => [p, 1 - p];

test('the opening bet', () => {
  const { paid: all, ceiling } = game({});
  quotes(`You pay ${bits(all[200])} bits more. All but the last hundredth of it`);
  expect(all[100] / all[200]).toBeGreaterThan(0.99);
  quotes(`Per toss it is only ${bits(all[200] / 200, 3)} bits`);
  quotes(`= ${bits(ceiling)}$ bits, and two hundred tosses come within a thousandth of it`);
  expect((ceiling - all[200]) / Math.LN2).toBeLessThan(0.001);
});

test('two tosses by hand', () => {
  const [p, q] = [[5, 1, 1, 1].map((x) => x / 8), [0.325, 0.225, 0.225, 0.225]];
  quotes(`\\log_2 0.625/0.325 = ${bits(Math.log(0.625 / 0.325), 3)}$`);
  quotes(`it is $${bits(Math.log(0.125 / 0.225), 3)}$`);
  quotes(`= ${bits(relativeEntropy(p, q), 3)}$ bits.`);
  const believed = coinPredictor([{ weight: 0.1, bias: 1 }, { weight: 0.9, bias: 0.5 }], 2); // prettier-ignore
  const [first, second] = [believed.next(0, 0)[0], believed.next(1, 0)[0]];
  quotes(`you say ${first.toFixed(2)}: ${bits(relativeEntropy(coin(0.75), coin(first)), 3)} bits`);
  const after = [0.5 / 0.625, 0.1 / 0.325];
  quotes(`they give ${after[0].toFixed(1)} and ${after[1].toFixed(3)} to the trick coin`);
  const [still, all] = [relativeEntropy(coin(after[0]), coin(after[1])), relativeEntropy(coin(0.5), coin(0.1))];
  quotes(
    `$0.625 \\cdot ${bits(still, 3)}$, and $${bits(all, 3)} = ${bits(relativeEntropy(p, q), 3)} + ${bits(0.625 * still, 3)}$`,
  );
  expect(relativeEntropy(p, q) + 0.625 * still).toBeCloseTo(all, 12);
  quotes(`you say ${second.toFixed(3)}: ${bits(relativeEntropy(coin(5 / 6), coin(second)), 3)} bits`);
});

test('games, and how soon the predictions merge', () => {
  quotes(`= ${bits(Math.log(50))}$ bits in debt`);
  quotes(`she nearly always ends ${bits(Math.log(0.99 / 0.5))} bits ahead`);
  quotes(`more than a tenth in ${Math.round(100 * game({ tosses: 10 }).off)} games of 100`);
  expect(game({ tosses: 100 }).off).toBeLessThan(0.01);
  quotes(`it costs ${bits(game({ weight: 0.01, assumed: 0.5 }).ceiling)} bits`);
  // What is said of nearly every game: how often the end is near its debt or its gain, under either coin.
  const [right, wrong] = [0.5, 0.01].map((weight) => coinPredictor([{ weight, bias: 0.7 }, { weight: 1 - weight, bias: 0.4 }], 200)); // prettier-ignore
  for (const [bias, end] of [
    [0.7, Math.log(50)],
    [0.4, Math.log(0.5 / 0.99)],
  ] as const) {
    const near = (T: number) =>
      binomialLaw(T, bias).reduce((sum, p, k) => sum + (Math.abs(right.logOf(k, T - k) - wrong.logOf(k, T - k) - end) < 0.1 * Math.LN2 ? p : 0), 0); // prettier-ignore
    expect(near(100)).toBeGreaterThan(0.95);
    expect(near(200)).toBeGreaterThan(0.99);
  }
  quotes(`That is what it costs in the end if it is the coin with heads 0.7`);
  quotes(`<Wrong value="${bits(0.5 * Math.log(10), 3)}"`);
  quotes(`= ${bits(game({ assumed: 0.05 }).ceiling, 3)}$ bits`);
  expect(bits(relativeEntropy(coin(0.05), coin(0.5)), 4)).toBe('0.7136');
  quotes(`$\\tfrac12 \\cdot ${bits(Math.log(10), 3)} - \\tfrac12 \\cdot ${bits(Math.log(1.9), 3)} =`);
});

test('a third coin', () => {
  const third = game({ game: 'strange' });
  quotes(`up to ${bits(third.paid[200], 1)} bits. The slope is $\\D(0.9 \\,\\|\\, 0.7) = ${bits(third.rate, 3)}$ bits`);
  quotes(`After twenty tosses she gives ${game({ game: 'strange', tosses: 20 }).certainty.toFixed(3)}`);
  const between = game({ game: 'strange', bias: 0.55, tosses: 200 });
  quotes(`<Solution> ${between.certainty.toFixed(2)}. Heads 0.55 is nearer to 0.4`);
  const high = between.believed.reduce((sum, { chance, heads }) => sum + (heads > 0.55 ? chance : 0), 0);
  quotes(`in ${Math.round(100 * high)} games of 100 she ends on the side of heads 0.7`);
  const nearer = relativeEntropy(coin(0.55), coin(0.7)) - relativeEntropy(coin(0.55), coin(0.4));
  quotes(`nearer to 0.4 by ${bits(nearer, 3)} bits a toss. In 200 tosses this is ${bits(200 * nearer, 1)} bits`);
  const [head, tail] = [Math.log(0.7 / 0.4), Math.log(0.3 / 0.6)];
  quotes(`moves her log-odds by ${bits((head - tail) * Math.sqrt(200 * 0.55 * 0.45), 0)} (one standard deviation)`);
  const late = binomialLaw(20_000, 0.55).reduce((sum, p, k) => sum + (k * head + (20_000 - k) * tail > 0 ? p : 0), 0);
  quotes(`after 20,000 tosses she is on the side of 0.7 in ${Math.round(100 * late)} games of 100`);
  quotes(`At heads ${(tail / (tail - head)).toFixed(4)} neither wins`);
  const cross = -0.9 * Math.log(0.7) - 0.1 * Math.log(0.3);
  quotes(`h(0.7) = ${bits(binaryEntropy(0.7), 3)}$ bits a toss, and in truth she pays ${bits(cross, 3)}`);
  expect(cross).toBeGreaterThan(binaryEntropy(0.9));
});

/** The buttons of the prose that put the figure into a state. */
const buttons = [...prose.matchAll(/<Try ([^>]*)>\*(.*?)\*<\/Try>/g)].map(([whole, written, words]) => {
  const { preset, ...values } = Object.fromEntries([...written.matchAll(/(\w+)="([^"]*)"/g)].map(([, k, v]) => [k, v]));
  delete values.figure;
  return { whole, words, preset, values };
});

test('every button names the whole state that the prose speaks of, whatever was shown before', () => {
  const asked = { two: ['weight', 'assumed'], strange: ['bias', 'spare', 'spread'], any: ['trueA', 'trueB', 'a', 'b'] };
  expect(buttons.length).toBeGreaterThan(8);
  for (const { preset, values } of buttons) {
    if (preset) expect(presets.map(({ id }) => id)).toContain(preset);
    else expect(Object.keys(values).sort()).toEqual(['game', 'tosses', ...asked[values.game as 'any']].sort());
  }
});

test('what is spared', () => {
  quotes(`| nothing | ${bits(paid({ game: 'strange' }), 1)} bits`);
  for (const [words, digits, bounded] of [
    ['one in a million, for just this coin', 1, true],
    ['one in a thousand, for just this coin', 2, true],
    ['one in a thousand, for every bias alike', 1, false],
  ] as const) {
    const { whole, values } = buttons.find((one) => one.words === words)!;
    const { paid: all, ceiling } = compute(readValues(params, Object.entries(values)).values);
    quotes(`${whole} | ${bits(all[200], digits)} bits | ${bounded ? `${bits(ceiling, digits)} bits` : 'none'} |`);
  }
  // A typical game: after all tosses just below the bound, with one in a million.
  const knows = coinPredictor([{ weight: 1, bias: 0.9 }], 200);
  const spares = coinPredictor([...[0.7, 0.4].map((bias) => ({ weight: (1 - 1e-6) / 2, bias })), { weight: 1e-6, bias: 0.9 }], 200); // prettier-ignore
  const ends = binomialLaw(200, 0.9).map((chance, k) => [chance, knows.logOf(k, 200 - k) - spares.logOf(k, 200 - k)]);
  expect(Math.max(...ends.map(([, end]) => end))).toBeLessThanOrEqual(Math.log(1e6) + 1e-9);
  expect(ends.reduce((sum, [chance, end]) => sum + (end > 19 * Math.LN2 ? chance : 0), 0)).toBeGreaterThan(0.95);
  quotes(`stays just below ${bits(Math.log(1e6))} bits`);
});

test('something everywhere', () => {
  const wide = game({ game: 'any' });
  quotes(`= ${bits(wide.ceiling, 1)}$ bits. <Try`);
  quotes(`*Two hundred tosses*</Try> cost her ${bits(wide.paid[200])} of them`);
  // What is left: the divergence of the two posteriors, over the number of heads, of which all are equally likely.
  let left = 0;
  for (let k = 0; k <= 200; k++) left += dirichletDivergence([1 + k, 201 - k], [20 + k, 220 - k]) / 201;
  expect(wide.paid[200] + left).toBeCloseTo(wide.ceiling, 6);
  quotes(`The other ${bits(left, 1)} bits`);
  const narrow = game({ game: 'any', trueA: 20, trueB: 20, a: 1, b: 1 });
  quotes(`200 tosses cost ${bits(narrow.paid[200])} bits, of ${bits(narrow.ceiling)} at most`);
});

test('no bound, and still no rate: with something for every bias a toss costs less in the end, though more at first', () => {
  const { costs } = game({ game: 'strange', bias: 0.55, spare: '0.1', spread: 'all' });
  expect(costs[55]).toBeGreaterThan(costs[10]);
  expect(costs[199]).toBeLessThan(costs[55] / 2);
});

test('the design: half of the weight for the others, and what a model costs', () => {
  let others = 0;
  for (let j = 1001; j < 1e6; j++) others += 1000 / (2 * (j - 1) * j);
  expect(others).toBeCloseTo(0.5 - 1000 / (2 * (1e6 - 1)), 9);
  expect(Math.log2(2000).toFixed(2)).toBe('10.97');
  quotes('$\\log_2 2000 = 10.97$');
  expect(Math.log2((2 * 5000 * 4999) / 1000)).toBeCloseTo(2 * Math.log2(5000) - 9, 1);
});
