import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { defaultValues } from '#contract/values.ts';
import { coinPredictor } from '#theory/learning/wrong-prior.ts';
import { relativeEntropy } from '#theory/measures/divergence.ts';
import { binaryEntropy } from '#theory/measures/entropy.ts';
import { compute } from '#widgets/wrong-prior/model.ts';
import { params, type Asked } from '#widgets/wrong-prior/parameters.ts';

/* The numbers of the page on a wrong prior, each computed here and found there as it is displayed. */

const prose = readFileSync('src/book/a-wrong-prior.mdx', 'utf8').replace(/\s+/g, ' ');
const quotes = (quoted: string) => expect({ quoted, found: prose.includes(quoted) }).toEqual({ quoted, found: true });
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
  quotes(`you say ${second.toFixed(3)}: ${bits(relativeEntropy(coin(5 / 6), coin(second)), 3)} bits`);
});

test('games, and how soon the predictions merge', () => {
  quotes(`= ${bits(Math.log(50))}$ bits in debt`);
  quotes(`she ends ${bits(Math.log(0.99 / 0.5))} bits ahead`);
  quotes(`more than a tenth in ${Math.round(100 * game({ tosses: 10 }).off)} games of 100`);
  expect(game({ tosses: 100 }).off).toBeLessThan(0.01);
  quotes(`it costs ${bits(game({ weight: 0.01, assumed: 0.5 }).ceiling)} bits`);
  quotes(`= ${bits(game({ assumed: 0.05 }).ceiling, 3)}$ bits`);
  expect(bits(relativeEntropy(coin(0.05), coin(0.5)), 4)).toBe('0.7136');
  quotes(`$\\tfrac12 \\cdot ${bits(Math.log(10), 3)} - \\tfrac12 \\cdot ${bits(Math.log(1.9), 3)} =`);
});

test('a third coin', () => {
  const third = game({ game: 'strange' });
  quotes(`up to ${bits(third.paid[200], 1)} bits. The slope is $\\D(0.9 \\,\\|\\, 0.7) = ${bits(third.rate, 3)}$ bits`);
  quotes(`After twenty tosses she gives ${game({ game: 'strange', tosses: 20 }).certainty.toFixed(3)}`);
  const between = game({ game: 'strange', bias: 0.55, tosses: 200 });
  quotes(`after 200 tosses she gives ${between.certainty.toFixed(2)} to the likelier of her coins`);
  const high = between.believed.reduce((sum, { chance, heads }) => sum + (heads > 0.55 ? chance : 0), 0);
  quotes(`In ${Math.round(100 * high)} games of 100 she ends on the side of heads 0.7`);
  const cross = -0.9 * Math.log(0.7) - 0.1 * Math.log(0.3);
  quotes(`h(0.7) = ${bits(binaryEntropy(0.7), 3)}$ bits a toss, and in truth she pays ${bits(cross, 3)}`);
  expect(cross).toBeGreaterThan(binaryEntropy(0.9));
});

test('what is spared', () => {
  quotes(`| nothing | ${bits(paid({ game: 'strange' }), 1)} bits`);
  for (const [spare, words, digits] of [
    ['1e-6', 'one in a million, for just this coin', 1],
    ['1e-3', 'one in a thousand, for just this coin', 2],
  ] as const) {
    const { paid: all, ceiling } = game({ game: 'strange', spare });
    quotes(`*${words}*</Try> | ${bits(all[200], digits)} bits | ${bits(ceiling, digits)} bits |`);
  }
  quotes(`*one in a thousand, for every bias alike*</Try> | ${bits(paid({ game: 'strange', spare: '1e-3', spread: 'all' }), 1)} bits | none`); // prettier-ignore
});

test('something everywhere', () => {
  const wide = game({ game: 'any' });
  quotes(`= ${bits(wide.ceiling, 1)}$ bits. <Try figure="bill" game="any" tosses="200">*Two hundred tosses*</Try> cost her ${bits(wide.paid[200])} of them`); // prettier-ignore
  const narrow = game({ game: 'any', trueA: 20, trueB: 20, a: 1, b: 1 });
  quotes(`200 tosses cost ${bits(narrow.paid[200])} bits, of ${bits(narrow.ceiling)} at most`);
});

test('the design: half of the weight for the others, and what a model costs', () => {
  let others = 0;
  for (let j = 1001; j < 1e6; j++) others += 1000 / (2 * (j - 1) * j);
  expect(others).toBeCloseTo(0.5 - 1000 / (2 * (1e6 - 1)), 9);
  expect(Math.log2(2000)).toBeLessThan(11);
  expect(Math.log2((2 * 5000 * 4999) / 1000)).toBeCloseTo(2 * Math.log2(5000) - 9, 1);
});
