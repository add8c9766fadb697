import { expect, test } from 'vitest';
import { defaultValues, type Values } from '#contract/values.ts';
import { entropy } from '#theory/measures/entropy.ts';
import { headSpread, rowsOfHead, throughHead } from '#theory/language-models/attention-heads.ts';
import { inn } from '#widgets/ablate/texts.ts';
import { silence } from '#widgets/ablate/parts.ts';
import { spec as parts } from '#widgets/ablate/spec.ts';
import { headNames } from '#widgets/attention-entropy/parameters.ts';
import { again } from '#widgets/attention-entropy/texts.ts';
import { spec as heads } from '#widgets/attention-entropy/spec.ts';
import { pairedDifference } from '#theory/estimation/paired-difference.ts';
import { rankCorrelation } from '#theory/estimation/rank-correlation.ts';
import { uniforms } from '#sim/random.ts';
import { withEvenWeights } from '../fixtures/evenWeights.ts';
import { wayOfText } from '../fixtures/wayOfText.ts';
import { noTrainer } from '../fixtures/noTrainer.ts';
import { createShippedEngine } from '../fixtures/shippedEngine.ts';
import { quotesOf } from '../fixtures/prose.ts';

/* The numbers of the page on heads, each computed here and found there as it is displayed. */

const quotes = quotesOf('what-heads-attend-to');
const bits = (nats: number, digits = 2) => (nats / Math.LN2).toFixed(digits);
const percent = (share: number) => (100 * share).toFixed(0);
const there = ({ share, chance }: { share: number; chance: number }) => `${percent(share)}% | ${percent(chance)}%`;

const options = { engine: createShippedEngine(), trainer: noTrainer, signal: new AbortController().signal };

async function looked(change: Partial<Values<typeof heads.params>>) {
  let found = heads.compute(defaultValues(heads.params));
  for await (const model of heads.run!({ ...defaultValues(heads.params), ...change }, options)) found = model;
  const read = (head: string) => ({
    ...found.heads[headNames.indexOf(head)],
    lost: found.lost[headNames.indexOf(head)],
  });
  return { found, read };
}
async function without(change: Partial<Values<typeof parts.params>>) {
  let found = parts.compute(defaultValues(parts.params));
  for await (const model of parts.run!({ ...defaultValues(parts.params), ...change }, options)) found = model;
  return found;
}
const preset = <S extends typeof heads | typeof parts>(spec: S, id: string) =>
  spec.presets.find((one) => one.id === id)!.values as Record<string, never>;

test('three tokens by hand', () => {
  const rows = [[1], [0.75, 0.25], [0.5, 0.25, 0.25]];
  const spread = headSpread(rows);
  quotes(`| 3/4 | 1/4 | | ${bits(entropy(rows[1]), 3)} bits | 1 bit |`);
  quotes(`| 1/2 | 1/4 | 1/4 | 1.5 bits | ${bits(Math.log(3), 3)} bits |`);
  quotes(
    `on average ${bits(spread.entropy, 3)} bits of at most ${bits(spread.most, 3)}, or ${percent(spread.entropy / spread.most)} percent`,
  );
});

test('the bet, and what the heads of the text are worth', async () => {
  const [mean, zero] = [await looked({}), await looked({ by: 'zero' })];
  const even = mean.read('1.4');
  quotes(`text of ${mean.found.starts.length} tokens`);
  quotes(`${(100 * (even.entropy / even.most)).toFixed(1)} percent of the <Term id="entropy">entropy</Term>`);
  quotes(`a token costs ${bits(zero.read('1.4').lost.mean)} bits more. With its mean in its place it is the second, with ${bits(even.lost.mean)} bits.`); // prettier-ignore
  quotes(
    `The head with the least entropy costs ${bits(zero.read('3.2').lost.mean)} and ${bits(mean.read('3.2').lost.mean)}.`,
  );
  const rank = heads.readouts.correlation.of(mean.found, defaultValues(heads.params));
  quotes(`in the places of the heads, it is −${(-rank).toFixed(2)}:`);
  const pairs = mean.found.heads.map(({ entropy: of, most }, i) => [of / most, mean.found.lost[i].mean]);
  const rankOf = (some: number[][]) => rankCorrelation(some.map(([x]) => x), some.map(([, y]) => y)).correlation; // prettier-ignore
  quotes(`Leave out head 1.4, and it is −${(-rankOf(pairs.filter((_, i) => headNames[i] !== '1.4'))).toFixed(2)}.`);
  quotes(`*the token before*</Try> | the first | 1.1 | ${there(mean.read('1.1').shares.previous)} |`);
  const heads4 = mean.found.heads.map(({ shares }) => shares.first.share);
  expect(Math.max(...heads4)).toBe(mean.read('4.1').shares.first.share);
  quotes(`*the first place*</Try> | the first | 4.1 | ${there(mean.read('4.1').shares.first)} |`);
});

test('the sink while the text is short', async () => {
  const { blocks, ids } = await options.engine.inside(inn, options);
  const rows = rowsOfHead(blocks[3].attention, ids.length, 0).slice(1);
  const mean = (some: number[][]) => percent(some.reduce((sum, row) => sum + row[0], 0) / some.length);
  const even = mean(rows.slice(0, 20).map(({ length }) => [1 / length]));
  quotes(`From the first twenty tokens head 4.1 has ${mean(rows.slice(0, 20))} percent of its weight there (even weights: ${even}), from the 61st on ${mean(rows.slice(60))} percent.`); // prettier-ignore
  quotes(`it is ${percent(rows[2][0])} percent. This head has a sink`);
  const { values: out } = await options.engine.tensor('blocks.3.out.weight');
  const sizes = throughHead(blocks[3].value, out, 0, 4).map((row) => Math.hypot(...row));
  expect(sizes[0]).toBeLessThan(0.6 * [...sizes].sort((a, b) => a - b)[sizes.length >> 1]);
});

test('the copy', async () => {
  const found = await looked(preset(heads, 'again'));
  quotes(`*The same again* | 4.1 | ${there(found.read('4.1').shares.induction)} |`);
  const [reading] = await options.engine.ablations(again, [[]], options)[Symbol.asyncIterator]().next().then(({ value }) => [value!]); // prettier-ignore
  const paid = [...(reading as { surprisal: Float32Array }).surprisal];
  const third = paid.length / 3;
  const of = (from: number) => bits(paid.slice(from, from + third).reduce((a, b) => a + b, 0) / third);
  quotes(`the first costs ${of(0)} bits a token, the third ${of(2 * third)}.`);
});

test('what parts are worth', async () => {
  const both = await without({});
  quotes(`MLP for short: ${bits(both.cells['1.f'].mean)} bits.`);
  quotes(`The network then pays ${bits(both.paid + both.cells['1.f'].mean)} bits`);
  quotes(
    `*without all sixteen heads*</Try> costs ${bits((await without(preset(parts, 'every-head'))).together!.mean)} bits`,
  );
  const { mean, sum, beyond } = both.together!;
  quotes(
    `they cost ${bits(sum)} bits one by one, added up. Together they cost ${bits(mean)}. There is ${bits(beyond.mean)} more, with a standard error of ${bits(beyond.standardError)}`,
  );
  const less = (await without(preset(parts, 'less'))).together!;
  quotes(`cost ${bits(-less.beyond.mean)} bits less together than one by one`);
  const two = (await without({ off: '2.1 2.2 2.3 2.4' })).together!;
  quotes(`${bits(two.mean, 3)} bits, where the four add up to ${bits(two.sum, 3)}.`);
  quotes(`<Wrong value="${bits((await without({ off: '2.1 2.2 2.3 2.4', by: 'zero' })).together!.mean, 3)}"`);
  quotes(`<Wrong value="${bits(both.cells['2.b'].mean, 3)}"`);
  const letters = (by: 'mean' | 'zero') => without({ ...preset(parts, 'letters'), off: '1.4', by });
  const { mean: drawn, standardError } = (await letters('mean')).together!;
  quotes(`By its mean the head is worth ${bits(both.cells['1.4'].mean)} bits on the prose, and here ${bits(drawn)} ± ${bits(standardError)},`); // prettier-ignore
  quotes(`a token costs ${bits((await letters('zero')).together!.mean)} bits more: the constant`);
  const { cells, paid } = await letters('mean');
  quotes(`these letters cost ${bits(-cells['1.f'].mean)} bits *less*. The network pays ${bits(paid)} bits`);
});

test('what can still be lost without the first layer', async () => {
  const { cells } = await without({});
  for (const name of [...headNames, '2.f', '3.f', '4.f']) {
    const once = (await without({ off: `${name} 1.f` })).together!.mean - cells['1.f'].mean;
    expect(Math.abs(once), name).toBeLessThan(0.1 * Math.LN2);
  }
}, 60_000);

test('the head and the layer behind it', () => {
  const [whole, off] = [[], silence(['1.4'], 'mean')].map((list) => wayOfText(inn, list));
  const fed = (from: typeof whole) => (layer: number, head?: number) =>
    layer === 0 && head === undefined ? from.way.blocks[0].fed : undefined;
  const layerAlone = pairedDifference(whole.surprisal, wayOfText(inn, [], fed(off)).surprisal);
  const allOthers = pairedDifference(whole.surprisal, wayOfText(inn, silence(['1.4'], 'mean'), fed(whole)).surprisal);
  const both = pairedDifference(whole.surprisal, off.surprisal).mean;
  quotes(`that costs ${bits(layerAlone.mean)} of the ${bits(both)} bits.`);
  expect(Math.abs(allOthers.mean)).toBeLessThan(allOthers.standardError);
  const changes = whole.surprisal.map((nats, t) => off.surprisal[t] - nats - both);
  const lag = (k: number) => changes.reduce((sum, x, t) => sum + (t < k ? 0 : x * changes[t - k]), 0);
  // Newey and West’s error with six lags.
  const variance = [1, 2, 3, 4, 5, 6].reduce((sum, k) => sum + 2 * (1 - k / 7) * lag(k), lag(0));
  quotes(`the error is more like ${bits(Math.sqrt(variance) / changes.length)} than 0.09.`);
}, 180_000);

test('the constant of the even head', async () => {
  const meanOf = async (text: string) => {
    const { blocks } = await options.engine.inside(text, options);
    const rows = throughHead(blocks[0].mixed, (await options.engine.tensor('blocks.0.out.weight')).values, 3, 4);
    return rows[0].map((_, k) => rows.reduce((sum, row) => sum + row[k], 0) / rows.length);
  };
  const [a, b] = [await meanOf(inn), await meanOf(again)];
  const cosine = a.reduce((sum, x, k) => sum + x * b[k], 0) / Math.hypot(...a) / Math.hypot(...b);
  quotes(`has a cosine of ${cosine.toFixed(2)}.`);
});

test('a rank correlation by chance', () => {
  const next = uniforms(102);
  const places = Array.from({ length: 16 }, (_, i) => i);
  let beyond = 0;
  const draws = 20_000;
  for (let i = 0; i < draws; i++) {
    const dealt = places.map(() => next());
    if (rankCorrelation(places, dealt).correlation <= -0.4088) beyond++;
  }
  // One time in seventeen is 0.0588; the standard error of this is 0.0017.
  expect(Math.abs(beyond / draws - 1 / 17)).toBeLessThan(0.005);
  expect(rankCorrelation([1, 2, 3], [2, 1, 3]).correlation).toBeCloseTo(0.5, 12);
});

test('what the weights are worth', async () => {
  const { read } = await looked({});
  const figure = await looked({ by: 'even' });
  const rank = heads.readouts.correlation.of(figure.found, defaultValues(heads.params));
  quotes(`on the first text is −${(-rank).toFixed(2)}.`);
  const whole = wayOfText(inn);
  for (const name of ['1.1', '1.4', '3.2', '3.3']) {
    const { entropy: of, most, lost } = read(name);
    const [layer, part] = name.split('.').map((n) => Number(n) - 1);
    const even = pairedDifference(whole.surprisal, withEvenWeights(inn, { layer, part }, whole));
    const shown = name === '1.4' ? (100 * (of / most)).toFixed(1) : percent(of / most);
    // The figure’s own even weights are those of the second implementation.
    expect(Math.abs(figure.read(name).lost.mean - even.mean)).toBeLessThan(2e-4);
    const cost = ({ mean, standardError }: typeof even) => `${bits(mean)} ± ${bits(standardError)} bits`;
    quotes(`| ${name} | ${shown}% | ${cost(lost)} | ${cost(even)} |`);
  }
}, 180_000);

test('the exercises', () => {
  quotes(`$1 + \\tfrac12 \\cdot \\log_2 64 = 4$ bits`);
  const row = [0.5, ...Array<number>(64).fill(0.5 / 64)];
  expect(entropy(row) / Math.LN2).toBeCloseTo(4, 12);
  expect(100 * (0.04 / 0.025) ** 2).toBeCloseTo(256, 9);
  expect(100 * ((3 * 0.04) / 0.05) ** 2).toBeCloseTo(576, 9);
  expect(100 * (0.04 / 0.025)).toBeCloseTo(160, 9);
});
