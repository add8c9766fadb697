import { expect, test } from 'vitest';
import { defaultValues } from '#contract/values.ts';
import { compute } from '#widgets/evidence-bound/model.ts';
import { params, type Asked } from '#widgets/evidence-bound/parameters.ts';
import { presets } from '#widgets/evidence-bound/presets.ts';
import { relativeEntropy } from '#theory/measures/divergence.ts';
import { quotesOf } from '../fixtures/prose.ts';

/* The numbers of the page on the evidence lower bound, each computed here and found there as it is displayed. */

const quotes = quotesOf('variational-bounds');
const model = (change: Partial<Asked> = {}) => compute({ ...defaultValues(params), ...change });
const preset = (id: string) => model(presets.find((one) => one.id === id)!.values);
const bits = (nats: number, digits = 3) => (nats / Math.LN2).toFixed(digits);
const sum = (all: readonly number[]) => all.reduce((a, b) => a + b, 0);

test('the table of readings, its sum and its largest term', () => {
  const { posterior, prior, likelihood, evidence, fish } = model();
  ['fish, river', 'fish, money', 'guitar, river', 'guitar, money'].forEach((reading, z) => {
    const joint = 64 * prior[z] * likelihood[z];
    quotes(`| ${reading} | ${prior[z].toFixed(3)} | ${64 * likelihood[z]}/64 | ${joint.toFixed(3)}/64 | ${posterior[z].toFixed(3)} |`); // prettier-ignore
  });
  quotes(`| ${(64 * Math.exp(evidence)).toFixed(3)}/64 |`);
  quotes(`\\log_2 1.475 - 6 = ${bits(evidence)}$ bits`);
  quotes(`\\log_2 0.950 - 6 = ${bits(Math.log(0.95 / 64))}$`);
  quotes(`So it is a fish with probability ${fish.toFixed(3)}`);
  quotes(`$-\\log_2 p(x) = ${bits(-evidence)}$ bits`);
});

test('what words that stand apart reach', () => {
  const { best, bestFish, evidence, posterior, fish } = model();
  quotes(`It gives it ${bestFish.toFixed(2)}.`);
  expect(bestFish > 0.56 && bestFish < 0.76).toBe(false);
  quotes(`The highest bound, $${bits(best, 2)}$, is at ${bestFish.toFixed(2)} for both words`);
  quotes(`The gap of the second, ${bits(evidence - best)} bits`);
  const shares = preset('true-shares');
  quotes('The first is lower than what one term alone said');
  expect(shares.bound).toBeLessThan(Math.log(0.95 / 64));
  quotes(`It gives readings that make no sense ${(2 * fish * (1 - fish)).toFixed(2)} in all, the posterior ${(posterior[1] + posterior[2]).toFixed(3)}`); // prettier-ignore
  const row = (name: string, { bound, gap, covering }: typeof shares) =>
    quotes(`| ${name} | ${bits(bound, 2).replace('-', '−')} | ${bits(gap, 2)} | ${bits(covering, 2)} |`);
  row('each word as often as it is true', shares);
  row('the best product', preset('apart'));
  row('the posterior', preset('posterior'));
  // Two tops of the long dashes, and one at a looser tie.
  const tops = ({ profile }: ReturnType<typeof model>) =>
    profile.filter(({ level }, i) => i > 0 && i < 100 && level > profile[i - 1].level && level > profile[i + 1].level);
  expect(tops(model()).map((top) => top.fish)).toEqual([0.08, 0.97]);
  expect(tops(model({ tie: 0.92 })).length).toBe(1);
  expect(tops(model({ tie: 0.93 })).length).toBe(2);
  const looser = model({ tie: 0.8 });
  quotes(`${bits(looser.evidence - looser.best)} bits. The best product gives ${looser.bestFish.toFixed(2)} to fish and to river, where the posterior gives it ${looser.fish.toFixed(2)} to each`.replace('gives it', 'gives')); // prettier-ignore
  quotes(`Here it is ${looser.posterior.slice(0, 3).map((p) => p.toFixed(3)).join(', ')} and ${looser.posterior[3].toFixed(3)}`); // prettier-ignore
  expect(bits(-looser.best)).toBe('5.878');
});

test('the bill with a refund', () => {
  const [one, even, posterior] = ['one-reading', 'even', 'posterior'].map(preset);
  const row = (name: string, { naming, sentence, back, bound }: typeof even) =>
    quotes(`| ${name} | ${bits(naming, 2)} | ${bits(sentence, 2)} | ${back === 0 ? '0' : bits(back, 2)} | ${bits(-bound, 2)} |`); // prettier-ignore
  row('on fish and river alone', one);
  row('even', even);
  row('at the posterior, to two decimals', posterior);
  quotes(`pays ${bits(posterior.bound - even.bound, 2)} bits more in all`);
  quotes(`The sentence contributes ${bits(even.sentence - posterior.sentence, 2)} bits, and naming the reading ${bits(even.naming - posterior.naming, 2)}; ${bits(even.back - posterior.back, 2)} more comes back`); // prettier-ignore
  const exactly = model({ fish: even.fish, river: even.river, other: even.other });
  quotes(`the first is ${bits(exactly.price)} bits here (${bits(posterior.price)} with the cuts of the button`);
  expect(Math.abs(exactly.gap)).toBeLessThan(1e-12);
  expect(posterior.gap / Math.LN2).toBeLessThan(0.001);
  quotes(`takes ${bits(even.naming, 2)} bits on average and the sentence ${bits(even.sentence, 2)}, together ${bits(even.naming + even.sentence, 2)}`); // prettier-ignore
  quotes(`$${bits(even.naming + even.sentence, 2)} - 2 = ${bits(-even.bound, 2)}$ bits`);
});

test('more samples, other worlds', () => {
  const even = model();
  quotes(`$${bits(even.sampled[0].mean, 2)}$ bits with one sample and $${bits(even.now.mean, 2)}$ with four`);
  const above = even.draws.filter((draw) => draw > even.evidence).length;
  quotes(`Of the ${even.draws.length} that are drawn here ${above} do; ${(even.draws.length * 3) / 8} are expected`);
  const moved = model({ ...presets.find(({ id }) => id === 'posterior')!.values, favor: 8 });
  quotes(`from $-5.44$ to $${bits(moved.bound, 2)}$, and the gap from nearly nothing to ${bits(moved.gap, 2)} bits`);
  // Eight times as likely as from others.
  expect(moved.likelihood[0] / moved.likelihood[1]).toBe(8);
  const untied = preset('untied');
  quotes(`$\\log_2 p(x)$ is $${bits(untied.evidence)}$`);
  quotes(`the best bounds are $${bits(even.best)}$ for it and $${bits(untied.best)}$ for the`);
  const guitar = model({ fish: 0, river: 0, other: 0 });
  quotes(`= ${bits(-guitar.bound)}$ bits. It is a true bound, ${bits(guitar.gap)} bits below the level`);
});

test('the price of an autoencoder is what codes tell, and how their mean differs from the prior', () => {
  const [texts, codes, prior] = [[0.3, 0.7], [[0.9, 0.1], [0.2, 0.8]], [0.5, 0.5]]; // prettier-ignore
  const mean = [0, 1].map((z) => sum(texts.map((p, x) => p * codes[x][z])));
  const told = sum(texts.map((p, x) => p * relativeEntropy(codes[x], mean)));
  const price = sum(texts.map((p, x) => p * relativeEntropy(codes[x], prior)));
  expect(price).toBeCloseTo(told + relativeEntropy(mean, prior), 12);
});

test('words improved by turns stay at two tops, and the valley divides what leads to them', () => {
  const odds = (v: number) => v * Math.log(0.95 / 0.025) + (1 - v) * Math.log(0.025 / 0.475);
  const turn = (v: number) => 1 / (1 + Math.exp(-odds(v)));
  quotes(`${odds(1).toFixed(3)}\\, v - ${(-odds(0)).toFixed(3)}\\, (1 - v)`);
  for (const [at, says] of [
    [0.9687, `For $v = 0.9687$ this is ${odds(0.9687).toFixed(3)}, and so $u = ${turn(0.9687).toFixed(4)}$`],
    [0.0836, `For $v = 0.0836$ it is $${odds(0.0836).toFixed(3)}$, and $u$ is ${turn(0.0836).toFixed(4)}`],
  ] as const) {
    quotes(says);
    expect(turn(at)).toBeCloseTo(at, 4);
  }
  const ends = (from: number) => Array.from({ length: 500 }).reduce((u: number) => turn(u), from);
  let [low, high] = [0.2, 0.6];
  for (let i = 0; i < 20; i++) {
    const middle = (low + high) / 2;
    if (ends(middle) > 0.5) high = middle;
    else low = middle;
  }
  quotes(`The valley between them is at ${low.toFixed(2)}`);
  expect([ends(0.35), ends(0.4)].map((u) => u.toFixed(2))).toEqual(['0.08', '0.97']);
});

test('how often four samples of the even q lie above the level, by all their draws', () => {
  const ratios = [38, 1, 1, 19];
  const draws = Array.from({ length: 256 }, (_, i) => [0, 1, 2, 3].map((k) => Math.floor(i / 4 ** k) % 4));
  const total = (draw: readonly number[]) => sum(draw.map((z) => ratios[z]));
  const count = (is: (draw: readonly number[]) => boolean) => draws.filter(is).length;
  const of = (draw: readonly number[], z: number) => draw.filter((one) => one === z).length;
  expect(count((draw) => total(draw) > 59)).toBe(96);
  quotes(`${count((draw) => of(draw, 0) >= 2)} draws. 3.`);
  quotes(`${count((draw) => of(draw, 0) === 1 && of(draw, 3) >= 2)} draws. With exactly one of the last`);
  quotes(`${count((draw) => total(draw) === 59)} draws that do not count`);
  expect(count((draw) => of(draw, 0) === 0 && total(draw) > 59)).toBe(1);
});

test('annealing with perfect draws falls short by the divergences between neighbors', () => {
  const { prior, likelihood, evidence } = model();
  const lawAt = (share: number) => {
    const weights = prior.map((p, z) => p * likelihood[z] ** share);
    return weights.map((w) => w / sum(weights));
  };
  const shortOf = (steps: number) => {
    const laws = Array.from({ length: steps + 1 }, (_, k) => lawAt(k / steps));
    const mean = sum(laws.slice(1).flatMap((_, k) => laws[k].map((p, z) => (p * Math.log(likelihood[z])) / steps)));
    const divergences = sum(laws.slice(1).map((law, k) => relativeEntropy(laws[k], law)));
    expect(mean + divergences).toBeCloseTo(evidence, 12);
    return divergences;
  };
  quotes(`that is ${bits(shortOf(1))} bits in one step and ${bits(shortOf(8))} in eight`);
});
