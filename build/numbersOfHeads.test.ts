import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { defaultValues, type Values } from '#contract/values.ts';
import { entropy } from '#theory/measures/entropy.ts';
import { headSpread } from '#theory/language-models/attention-heads.ts';
import { inn } from '#widgets/ablate/texts.ts';
import { spec as parts } from '#widgets/ablate/spec.ts';
import { headNames } from '#widgets/attention-entropy/parameters.ts';
import { spec as heads } from '#widgets/attention-entropy/spec.ts';
import { pairedDifference } from '#theory/estimation/paired-difference.ts';
import { withEvenWeights } from '../fixtures/evenWeights.ts';
import { wayOfText } from '../fixtures/wayOfText.ts';
import { noTrainer } from '../fixtures/noTrainer.ts';
import { createShippedEngine } from '../fixtures/shippedEngine.ts';

/* The numbers of the page on heads, each computed here and found there as it is displayed. */

const prose = readFileSync('src/book/what-heads-attend-to.mdx', 'utf8').replace(/\s+/g, ' ');
const quotes = (quoted: string) => expect({ quoted, found: prose.includes(quoted) }).toEqual({ quoted, found: true });
const bits = (nats: number, digits = 2) => (nats / Math.LN2).toFixed(digits);
const percent = (share: number) => (100 * share).toFixed(0);

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
  quotes(`in the places of the heads, it is −${(-rank).toFixed(2)}.`);
  const { share, chance } = mean.read('1.1').shares.previous;
  quotes(`head 1.1 puts ${percent(share)} percent of its weight there`);
  quotes(`where even weights would put ${percent(chance)}.`);
  const sink = Math.max(...mean.found.heads.map(({ shares }) => shares.first.share));
  quotes(`no head of our small network puts more than ${percent(sink)} percent there`);
  expect(sink).toBeLessThan(0.15);
});

test('the copy', async () => {
  const { share, chance } = (await looked(preset(heads, 'again'))).read('4.1').shares.induction;
  quotes(`it is ${percent(share)} percent against ${percent(chance)}`);
});

test('what parts are worth', async () => {
  const both = await without({});
  quotes(`MLP for short: ${bits(both.cells['1.f'].mean)} bits with its mean`);
  quotes(`without all sixteen heads costs ${bits((await without(preset(parts, 'every-head'))).together!.mean)} bits`);
  const { mean, sum, beyond } = both.together!;
  quotes(
    `One by one they cost ${bits(sum)} bits, added up. Together they cost ${bits(mean)}. There is ${bits(beyond.mean)} more, with a standard error of ${bits(beyond.standardError)}`,
  );
  const less = (await without(preset(parts, 'less'))).together!;
  quotes(`cost ${bits(-less.beyond.mean)} bits less together than one by one`);
  const two = (await without({ off: '2.1 2.2 2.3 2.4' })).together!;
  quotes(`${bits(two.mean, 3)} bits, where the four add up to ${bits(two.sum, 3)}.`);
  quotes(`<Wrong value="${bits((await without({ off: '2.1 2.2 2.3 2.4', by: 'zero' })).together!.mean, 3)}"`);
  quotes(`<Wrong value="${bits(both.cells['2.b'].mean, 3)}"`);
  const letters = (await without({ ...preset(parts, 'letters'), off: '1.4' })).together!;
  quotes(`costs ${bits(-letters.mean)} bits less without it, with a standard error of ${bits(letters.standardError)}`);
});

test('what the weights are worth', async () => {
  const { read } = await looked({});
  const whole = wayOfText(inn);
  for (const name of ['1.1', '1.4', '3.2', '3.3']) {
    const { entropy: of, most, lost } = read(name);
    const [layer, part] = name.split('.').map((n) => Number(n) - 1);
    const even = pairedDifference(whole.surprisal, withEvenWeights(inn, { layer, part }, whole));
    const shown = name === '1.4' ? (100 * (of / most)).toFixed(1) : percent(of / most);
    const cost = ({ mean, standardError }: typeof even) => `${bits(mean)} ± ${bits(standardError)} bits`;
    quotes(`| ${name} | ${shown}% | ${cost(lost)} | ${cost(even)} |`);
  }
}, 180_000);

test('the exercises', () => {
  quotes(`$1 + \\tfrac12 \\cdot \\log_2 64 = 4$ bits`);
  const row = [0.5, ...Array<number>(64).fill(0.5 / 64)];
  expect(entropy(row) / Math.LN2).toBeCloseTo(4, 12);
  expect(100 * (0.04 / 0.025) ** 2).toBeCloseTo(256, 9);
});
