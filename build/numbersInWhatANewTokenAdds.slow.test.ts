import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { AnyWidget } from '#contract/spec.ts';
import { defaultValues } from '#contract/values.ts';
import { pairedDifference } from '#theory/estimation/paired-difference.ts';
import { agreementsOf, coefficientsOf, fitOf } from '#widgets/lasso-or-attention/measures.ts';
import type { Compared } from '#widgets/lasso-or-attention/model.ts';
import { spec as three } from '#widgets/lasso-or-attention/spec.ts';
import { accountOf } from '#widgets/token-gain/account.ts';
import type { TokenGain } from '#widgets/token-gain/model.ts';
import { relationOf } from '#widgets/token-gain/relation.ts';
import { spec as gains } from '#widgets/token-gain/spec.ts';
import { mats, story } from '#widgets/token-gain/texts.ts';
import { noTrainer } from '../fixtures/noTrainer.ts';
import { createShippedEngine } from '../fixtures/shippedEngine.ts';

/* The numbers of the page on what a new token adds that are of the network, each computed here and found there as it is displayed. */

const prose = readFileSync('src/book/what-a-new-token-adds.mdx', 'utf8').replace(/\s+/g, ' ');
const quotes = (quoted: string) => expect({ quoted, found: prose.includes(quoted) }).toEqual({ quoted, found: true });
const { windows } = JSON.parse(readFileSync('fixtures/reader/windows.json', 'utf8')) as {
  windows: { book: string; text: string }[];
};
const engine = createShippedEngine();
const bits = (nats: number) => nats / Math.LN2;
const two = (x: number) => (Math.abs(x) < 0.005 ? 0 : x).toFixed(2).replace('-', '−');

async function last<M>(spec: AnyWidget, values: object): Promise<M> {
  let found: M | undefined;
  for await (const one of spec.run!(values, { engine, trainer: noTrainer, signal: new AbortController().signal }))
    found = one as M;
  return found!;
}
const gainsOf = async (change: object) => {
  const values = { ...defaultValues(gains.params), ...change };
  const model = await last<TokenGain>(gains, values);
  return { model, account: accountOf(model, values)!, relation: relationOf(model, values)! };
};
const threeOf = async (change: object) => {
  const values = { ...defaultValues(three.params), ...change };
  const model = await last<Compared>(three, values);
  return { model, values, found: agreementsOf(model, values) };
};
const over = (values: readonly number[]) => {
  const { mean, standardError } = pairedDifference(
    values.map(() => 0),
    values,
  );
  return `${two(mean)} ± ${two(standardError)}`;
};
const row = (...cells: string[]) => {
  const found = prose.replace(/ *\| */g, '|');
  expect({ cells, found: found.includes(`|${cells.join('|')}|`) }).toEqual({ cells, found: true });
};

test('single texts: sat three times, old men, the giraffe, his letter', { timeout: 60_000 }, async () => {
  const { model, account } = await gainsOf({ text: mats });
  const sats = [3, 11, 19];
  const [costs, adds] = [sats.map((t) => bits(model.surprisal[t])), sats.map((t) => bits(account.gains[t]))];
  quotes(`They cost ${costs[0].toFixed(1)}, ${costs[1].toFixed(1)} and ${costs[2].toFixed(1)} bits, and add ${two(adds[0])}, ${two(adds[1])} and ${two(adds[2])}.`); // prettier-ignore
  quotes(`the first *sat* costs it ${costs[0].toFixed(0)} bits, the third ${costs[2].toFixed(0)}.`);
  quotes(`The first adds ${two(adds[0])} bits and the third ${two(adds[2])}.`);
  const hats = await gainsOf({});
  expect(hats.model.text.slice(hats.model.starts[33], hats.model.ends[33])).toBe(' old');
  quotes(`the third *old* costs ${bits(hats.model.surprisal[33]).toFixed(1)} bits and adds ${two(bits(hats.account.gains[33]))}.`); // prettier-ignore
  quotes(`Over the ${hats.account.gains.length} tokens of the first text the rank correlation is ${two(hats.relation.correlation)}.`); // prettier-ignore
  quotes(`with a standard deviation of ${two(hats.relation.byChance)}.`);
  const { relation } = await gainsOf({ text: story });
  quotes(`On the story of the giraffe it is ${two(relation.correlation)} with ${two(relation.byChance)}.`);

  const { model: letter, values } = await threeOf({});
  quotes(`With block 3, it and five others rebuild ${Math.round(100 * fitOf(letter, values, 'after')!)} percent.`); // prettier-ignore
  expect(bits(letter.hidden[14])).toBeLessThan(0.01);
  expect(coefficientsOf(letter, values, 'after')!.filter((b) => b !== 0).length).toBe(6);
  quotes(`hangs on *in*, ${two(bits(letter.hidden[27]))} bits, and *put*, ${two(bits(letter.hidden[23]))}.`);
});

test('gain and surprisal on sixteen windows of eight books', { timeout: 240_000 }, async () => {
  expect([windows.length, new Set(windows.map(({ book }) => book)).size]).toEqual([16, 8]);
  for (const stage of [0, 1, 2, 3, 4]) {
    const all = [];
    for (const { text } of windows) {
      const { relation, account } = await gainsOf({ text, stage });
      expect(account.gains).toHaveLength(80);
      all.push(relation);
    }
    const [plain, apart] = [over(all.map((r) => r.correlation)), over(all.map((r) => r.apart))];
    row(stage === 0 ? 'the embedding' : `block ${stage}`, plain, apart);
    if (stage === 0 || stage === 4) quotes(stage === 4 ? `the rank correlation is ${plain} after the last block` : `and ${plain} at the embedding`); // prettier-ignore
  }
});

test('Lasso, attention, ablation, and what the feed-forward layer is worth', { timeout: 480_000 }, async () => {
  const falls: string[] = [];
  const more: string[] = [];
  for (const block of ['1', '2', '3', '4']) {
    const all: Awaited<ReturnType<typeof threeOf>>[] = [];
    for (const { text } of windows) {
      const { ends } = await engine.tokens(text);
      all.push(await threeOf({ text: text.slice(0, ends[31]), block }));
    }
    const of = (pick: (one: (typeof all)[number]) => number) => over(all.map(pick));
    row(
      block,
      of(({ found }) => found.lassoAblation.after!.correlation),
      of(({ found }) => found.lassoAblation.after!.apart),
      of(({ found }) => found.attentionAblation!.correlation),
      of(({ found }) => found.attentionAblation!.apart),
    );
    row(block, `${of(({ model }) => bits(model.without!.attention))} bits`, `${of(({ model }) => bits(model.without!.feedForward))} bits`); // prettier-ignore
    falls.push(of(({ found }) => found.lassoAttention.before!.correlation - found.lassoAttention.after!.correlation));
    more.push(of(({ model }) => bits(model.without!.feedForward - model.without!.attention)));
  }
  quotes(`By block the second column exceeds the first by ${more[0]}, ${more[1]}, ${more[2]} and ${more[3]} bits.`);
  quotes(`falls at the layer of block 1, by ${falls[0]}.`);
  quotes(`In the other three it falls by ${falls[1]}, ${falls[2]} and ${falls[3]}`);
});
