import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { pairedDifference } from '#theory/estimation/paired-difference.ts';
import { rankCorrelation } from '#theory/estimation/rank-correlation.ts';
import { inn } from '#widgets/ablate/texts.ts';
import { headNames, silence } from '#widgets/ablate/parts.ts';
import { profilesOf } from '#widgets/ablate/profiles.ts';
import { createShippedEngine } from '../fixtures/shippedEngine.ts';
import { quotesOf } from '../fixtures/prose.ts';

/* The numbers of the page on heads that are of sixteen windows of books, each computed here and found there as it is displayed. */

const quotes = quotesOf('what-heads-attend-to');
const { windows } = JSON.parse(readFileSync('fixtures/reader/windows.json', 'utf8')) as {
  windows: { book: string; text: string }[];
};
const engine = createShippedEngine();
const options = { signal: new AbortController().signal };
const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
const two = (x: number) => x.toFixed(2).replace('-', '−');

type Off = ReturnType<typeof silence>;
/** What a token of a text costs more with each of some lists off, in bits. */
async function costs(text: string, lists: readonly Off[]): Promise<number[]> {
  const paid: number[] = [];
  for await (const { surprisal } of engine.ablations(text, [[], ...lists], options)) paid.push(mean([...surprisal]));
  return paid.slice(1).map((nats) => (nats - paid[0]) / Math.LN2);
}
/** With the error between windows. */
function overWindows(values: readonly number[]): string {
  const { mean: m, standardError } = pairedDifference(values.map(() => 0), values); // prettier-ignore
  return `${two(m)} ± ${two(standardError)}`;
}

test('sixteen windows of eight books', { timeout: 240_000 }, async () => {
  const pairs: Off[] = [silence(['1.1', '1.4'], 'mean'), silence(['1.4'], 'even')];
  const each = (by: 'mean' | 'zero') => headNames.map((name) => silence([name], by));
  const found: { byMean: number[]; byZero: number[]; pair: number; even: number }[] = [];
  const profiles: Awaited<ReturnType<typeof profilesOf>>[] = [];
  let tokens = 0;
  for (const { text } of windows) {
    const all = await costs(text, [...each('mean'), ...each('zero'), ...pairs]);
    found.push({ byMean: all.slice(0, 16), byZero: all.slice(16, 32), pair: all[32], even: all[33] });
    const inside = await engine.inside(text, options);
    tokens += inside.ids.length - 1;
    profiles.push(await profilesOf(inside, (name) => engine.tensor(name)));
  }
  expect(tokens).toBe(1888);
  expect(new Set(windows.map(({ book }) => book)).size).toBe(8);
  quotes('sixteen windows of 118 tokens from eight books');
  const [first, even] = ['1.1', '1.4'].map((name) => headNames.indexOf(name));
  const beyond = found.map(({ byMean, pair }) => pair - byMean[first] - byMean[even]);
  quotes(`On the sixteen windows it is ${overWindows(beyond)}.`);
  const [weights, head] = [
    overWindows(found.map((one) => one.even)),
    overWindows(found.map(({ byMean }) => byMean[even])),
  ];
  quotes(`there it is ${weights} and ${head} bits, a tenth.`);
  quotes(`On 1888 tokens of eight books it is ${weights} and ${head}.`);
  const place = (of: readonly number[]) => 1 + of.filter((x) => x > of[even]).length;
  for (const { byMean, byZero } of found) {
    expect(place(byMean)).toBe(2);
    expect(place(byZero)).toBeLessThanOrEqual(2);
  }

  const worth = (by: 'byMean' | 'byZero') => headNames.map((_, i) => mean(found.map((one) => one[by][i])));
  const read = (measure: 'largest' | 'evenness' | 'written') =>
    headNames.map((_, i) => mean(profiles.map((heads) => heads[i][measure])));
  const others = (values: readonly number[]) => values.filter((_, i) => i !== even);
  const rank = (x: readonly number[], y: readonly number[]) => rankCorrelation(x, y).correlation;
  const [byMean, byZero, largest, evenness] = [worth('byMean'), worth('byZero'), read('largest'), read('evenness')];
  const [a, b] = [rank(largest, byMean), rank(evenness, byMean)];
  quotes(`two are: ${two(a)} for the largest weight and ${two(b)} for entropy.`);
  quotes(`Without head 1.4 they are ${two(rank(others(largest), others(byMean)))} and ${two(rank(others(evenness), others(byMean)))}.`); // prettier-ignore
  quotes(`it is ${two(rank(largest, byZero))} and ${two(rank(evenness, byZero))} of all sixteen`);
  const twice = 2 / Math.sqrt(15);
  expect(Math.min(a, -b)).toBeGreaterThan(twice);
  expect(Math.abs(rank(read('written'), byMean))).toBeLessThan(twice);
  expect(Math.min(...largest)).toBe(largest[even]);
  expect(Math.max(...evenness)).toBe(evenness[even]);
});

test(
  'of all pairs of heads the one shown has most beyond its sum on the first text',
  { timeout: 120_000 },
  async () => {
    const pairs = headNames.flatMap((a, i) => headNames.slice(i + 1).map((b) => [a, b]));
    expect(pairs).toHaveLength(120);
    const single = await costs(inn, headNames.map((name) => silence([name], 'mean'))); // prettier-ignore
    const both = await costs(inn, pairs.map((pair) => silence(pair, 'mean'))); // prettier-ignore
    const beyond = pairs.map(([a, b], i) => both[i] - single[headNames.indexOf(a)] - single[headNames.indexOf(b)]);
    expect(pairs[beyond.indexOf(Math.max(...beyond))]).toEqual(['1.1', '1.4']);
  },
);
