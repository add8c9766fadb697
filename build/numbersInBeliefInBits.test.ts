import { expect, test } from 'vitest';
import { defaultValues } from '#contract/values.ts';
import { informationOfNextToss, twoCoins } from '#sim/coin-mixture.ts';
import { relativeEntropy } from '#theory/measures/divergence.ts';
import { austenOfPairs, melvilleOfPairs } from '#sim/author-pairs.ts';
import { evidenceMoments } from '#theory/belief/evidence.ts';
import { stoppingLaw } from '#theory/belief/sequential-test.ts';
import { challenges } from '#widgets/bayes-race/challenges.ts';
import { compute } from '#widgets/bayes-race/model.ts';
import { run } from '#widgets/bayes-race/networks.ts';
import { params, type Asked } from '#widgets/bayes-race/parameters.ts';
import { presets } from '#widgets/bayes-race/presets.ts';
import type { Race } from '#widgets/bayes-race/race.ts';
import { createPlainTrainer } from '../fixtures/trainer.ts';
import { proseOf, quotesOf } from '../fixtures/prose.ts';

/* The numbers of the page on evidence, each computed here and found there as it is displayed. */

const prose = proseOf('belief-in-bits');
const quotes = quotesOf('belief-in-bits');
const bits = (nats: number) => nats / Math.LN2;
const race = (change: Partial<Asked> = {}) => compute({ ...defaultValues(params), ...change });
const preset = (id: string) => race(presets.find((one) => one.id === id)!.values);
const divergence = (p: number, q: number) => bits(relativeEntropy([p, 1 - p], [q, 1 - q]));
const minus = (x: number, digits: number) => x.toFixed(digits).replace('-', '−');

test('one toss by hand', () => {
  let odds = 1;
  for (const [says, toss] of [
    ['heads', 'H'],
    ['heads, tails', 'T'],
    ['heads, tails, heads', 'H'],
  ] as const) {
    // prettier-ignore
    odds *= toss === 'H' ? 0.7 / 0.4 : 0.3 / 0.6;
    const log = Math.log2(odds);
    const ratio = { heads: '7 : 4', 'heads, tails': '7 : 8', 'heads, tails, heads': '49 : 32' }[says];
    quotes(`| ${says} | ${ratio} | ${log > 0 ? '+' : ''}${minus(log, 3)} bits | ${(odds / (1 + odds)).toFixed(3)} |`);
  }
  const [a, b] = ['49 : 32', '7 : 8'].map((ratio) => ratio.split(' : ').map(Number)).map(([x, y]) => x / y);
  expect(a).toBeCloseTo(odds, 12);
  expect(b).toBeCloseTo(odds / 1.75, 12);
  // A deciban is a third of a bit; a factor of 2 is 3 of them.
  expect(Math.log2(10) / 10).toBeCloseTo(1 / 3, 2);
  expect(10 * Math.log10(2)).toBeCloseTo(3, 1);
});

test('the curve that flattens', () => {
  const p = (L: number) => 1 / (1 + 2 ** -L);
  const head = Math.log2(1.75);
  quotes(`from 0.5 to ${p(head).toFixed(3)}. At $L = 10$ the same head moves it from ${p(10).toFixed(4)} to ${p(10 + head).toFixed(4)}`); // prettier-ignore
  const told = informationOfNextToss(twoCoins, 40).map(bits);
  quotes(`the first toss removes ${told[0].toFixed(3)} bits of the one bit that is open, the fortieth ${told[39].toFixed(3)}`); // prettier-ignore
});

test('what the truth gains', () => {
  quotes(`= ${divergence(0.7, 0.4).toFixed(3)} \\text{ bits a toss.}`);
  quotes(`fall by $\\D(0.4 \\,\\|\\, 0.7) = ${divergence(0.4, 0.7).toFixed(3)}$ bits a toss`);
  const [toSecond, toFirst] = [divergence(0.5, 0.4), divergence(0.5, 0.7)];
  quotes(`$${toSecond.toFixed(5)} - ${toFirst.toFixed(5)} = ${(toSecond - toFirst).toFixed(4)}$ bits a toss`);
  quotes(`= ${(20 * -divergence(0.4, 0.7)).toFixed(2)}$ bits, which is`);
});

test('the opening state is behind for a while', () => {
  const { runners, posterior } = race();
  const behind = runners[0].logOdds.slice(1, 16).filter((odds) => odds < 0).length;
  quotes(`behind after ${behind} of its first 15 tosses`);
  const odds = posterior[10][1] / posterior[10][0];
  expect(odds).toBeGreaterThan(6.7);
  expect(odds).toBeLessThan(7);
  expect(posterior[40][0]).toBeGreaterThan(0.999);
});

test('the table of being misled, and the bet', () => {
  const within = (truth: number, k: number, tosses: number) =>
    stoppingLaw(truth, truth, 1.1 - truth, -Math.log(k), Infinity, tosses).below.reduce((sum, p) => sum + p, 0);
  for (const k of [2, 5, 20, 100]) {
    const digits = k === 100 ? 4 : 3;
    quotes(`${k} | ${(1 / k).toFixed(2)} | ${within(0.7, k, 100).toFixed(digits)} | ${within(0.4, k, 100).toFixed(digits)} |`); // prettier-ignore
  }
  // Without end: what is left after 2000 tosses has no digit to add.
  for (const truth of [0.7, 0.4]) {
    expect(within(truth, 20, 2000).toFixed(3)).toBe('0.038');
    expect(within(truth, 20, 2000) - within(truth, 20, 100)).toBeLessThan(0.0002);
  }
});

/** Law of the number of heads after each number of tosses, from 0 to `most`; `stops` takes a share away for good. */
function* lattice(heads: number, most: number, stops: (n: number, k: number) => boolean = () => false) {
  let law = [1];
  let stopped = 0;
  yield { n: 0, law, stopped };
  for (let n = 1; n <= most; n++) {
    law = Array.from({ length: n + 1 }, (_, k) => (law[k] ?? 0) * (1 - heads) + (law[k - 1] ?? 0) * heads);
    law = law.map((p, k) => (stops(n, k) ? ((stopped += p), 0) : p));
    yield { n, law, stopped };
  }
}
const sum = (law: readonly number[]) => law.reduce((total, p) => total + p, 0);
const evidence = (n: number, k: number) => k * Math.log2(1.75) - (n - k);

test('looking once and looking always', () => {
  const [{ law }] = [...lattice(0.7, 100)].slice(-1);
  const once = sum(law.filter((_, k) => evidence(100, k) <= -Math.log2(20)));
  quotes(`after just 100 tosses with chance ${once.toFixed(4)}`);
  // The most heads at which the chance of so few is at most 0.05.
  const critical = [...lattice(0.7, 1000)].map(({ law }) => {
    let below = 0;
    return law.findIndex((p) => (below += p) > 0.05) - 1;
  });
  const peeked = [...lattice(0.7, 1000, (n, k) => k <= critical[n])].map(({ stopped }) => stopped);
  quotes(`within a hundred tosses in ${(100 * peeked[100]).toFixed(0)} cases of 100, within a thousand in ${(100 * peeked[1000]).toFixed(0)}`); // prettier-ignore
});

test('one draw in ten is misled as the challenge asks', () => {
  const [{ stopped }] = [...lattice(0.7, 30, (n, k) => n >= 10 && evidence(n, k) <= -2 + 1e-12)].slice(-1);
  const said = challenges.find(({ id }) => id === 'misled')!.hints!.some(({ say }) => say.includes('one draw in ten'));
  expect(said).toBe(true);
  expect(stopped).toBeCloseTo(0.105, 3);
});

test('three dice, and one toss of odds', () => {
  const { names, divergences } = preset('dice');
  expect(names[0]).toBe('many sixes');
  const [six, other] = [(1 / 3) * Math.log2(2), (2 / 3) * Math.log2(0.8)];
  expect(bits(divergences[2] - divergences[0])).toBeCloseTo(six + other, 10);
  quotes(`\\log_2 0.8 = ${-Math.log2(0.8).toFixed(2)}$ bits`);
  expect(0.7 * (4 / 7) + 0.3 * 2).toBeCloseTo(1, 12);
});

test('five coins: who soon leaves, and who comes nearest', () => {
  const five = preset('five-coins');
  const from = (name: string) => five.divergences[five.names.indexOf(name)];
  expect(from('coin 0.7')).toBe(0);
  for (const name of ['coin 0.9', 'coin 0.3', 'coin 0.1']) expect(from(name)).toBeGreaterThan(from('coin 0.5'));
});

test('neither coin', () => {
  const neither = preset('neither');
  expect(neither.posterior[100][1]).toBeGreaterThan(0.9999);
  const [{ law }] = [...lattice(0.5, 100)].slice(-1);
  const ahead = (odds: number) => Math.round(100 * sum(law.filter((_, k) => evidence(100, k) > Math.log2(odds))));
  quotes(`in ${ahead(1)} draws of 100 coin 0.7 is ahead then, and in ${ahead(99)} it even has more than 0.99`);
  const balanced = 1 / (1 + Math.log2(1.75));
  expect(divergence(balanced, 0.7)).toBeCloseTo(divergence(balanced, 0.4), 12);
  quotes(`With heads $1/1.807$, or ${balanced.toFixed(3)}, neither is nearer`);
});

test('the sentence by two letter chains', () => {
  const austen = preset('chains');
  const own = bits(austen.divergences[0]);
  quotes(`by ${own.toFixed(3)} bits a letter in the long run; if Melville’s chain wrote, it would fall by ${bits(austen.divergences[1]).toFixed(3)}`); // prettier-ignore
  const total = bits(austen.runners[0].logOdds[austen.read]);
  quotes(`They come to ${total.toFixed(1)} bits.`);
  expect(total / (austen.read * own)).toBeCloseTo(2, 1);
  const { variance } = evidenceMoments(austenOfPairs, austenOfPairs, melvilleOfPairs, austen.read)[austen.read];
  quotes(`as ${austen.read} letters of her own chain would on average, $${austen.read} \\cdot ${own.toFixed(3)} \\approx ${(austen.read * own).toFixed(1)}$ bits expected with a standard deviation of ${bits(Math.sqrt(variance)).toFixed(1)}`); // prettier-ignore
});

test('sentences by two networks', async () => {
  const context = { trainer: createPlainTrainer(), signal: new AbortController().signal };
  const readBy = async (id: string) => {
    let read: Race | undefined;
    for await (const next of run({ ...defaultValues(params), ...presets.find((one) => one.id === id)!.values }, context)) read = next; // prettier-ignore
    return { ...read!, logOdds: read!.runners[0].logOdds.map(bits) };
  };
  const { tokens, logOdds } = await readBy('austen');
  const tells = logOdds.slice(1).map((L, t) => L - logOdds[t]);
  const share = tells.filter((told) => Math.abs(told) < 0.5).length / tells.length;
  expect(share > 0.45 && share < 0.5).toBe(true);
  quotes(`All ${tells.length} letters together tell ${sum(tells.filter((told) => told > 0)).toFixed(1)} bits for Austen and ${(-sum(tells.filter((told) => told < 0))).toFixed(1)} for Melville`); // prettier-ignore
  const most = tells.indexOf(Math.max(...tells.map(Math.abs)));
  expect(tokens.slice(most - 3, most + 3).join('')).toBe('bennet');
  quotes(`the second *n* of *Bennet*: ${tells[most].toFixed(1)} bits`);
  const at = tokens.join('').indexOf('mrs. bennet');
  quotes(
    `Of the ${logOdds.at(-1)!.toFixed(1)} bits at the end ${(logOdds[at + 11] - logOdds[at]).toFixed(1)} come from`,
  );
  const other = await readBy('by-neither');
  const melville = -other.logOdds.at(-1)!;
  quotes(`The networks have ${melville.toFixed(2)} bits for Melville, which is odds of ${Math.round(2 ** melville / 1000)} thousand to one, and the chains have ${bits(-other.rival!.at(-1)!).toFixed(2)}`); // prettier-ignore
});

test('right, and too sure: what is said of the table', () => {
  const row = (name: string) =>
    prose
      .split(`| ${name} | `)[1]
      .split(' | ')
      .slice(0, 5)
      .map((cell) => parseFloat(cell));
  const [networks, says, chains, chainsSay] = ['networks: wrong', 'networks: wrong, as they say', 'chains: wrong', 'chains: wrong, as they say'].map(row); // prettier-ignore
  const ratio = (wrong: readonly number[], said: readonly number[]) => wrong.slice(0, 4).map((x, i) => x / said[i]);
  const between = (ratios: readonly number[]) => [Math.min(...ratios), Math.max(...ratios)].map((x) => Number(x.toFixed(1))).join(' to '); // prettier-ignore
  quotes(`they are wrong ${between(ratio(networks, says))} times as often as they say, the chains ${between(ratio(chains, chainsSay))} times`); // prettier-ignore
  quotes(`${(networks[3] - says[3]).toFixed(1)} points against ${(chains[3] - chainsSay[3]).toFixed(1)}`);
  expect(networks[4] - says[4]).toBeLessThan(0.2);
  for (const i of [0, 1, 2]) expect(networks[i] - says[i]).toBeGreaterThan(chains[i] - chainsSay[i]);
});
