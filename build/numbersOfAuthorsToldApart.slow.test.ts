import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { defaultValues } from '#contract/values.ts';
import { austenOfPairs, melvilleOfPairs } from '#sim/author-pairs.ts';
import { drawChain } from '#sim/markov-samplers.ts';
import { uniforms } from '#sim/random.ts';
import { run } from '#widgets/bayes-race/networks.ts';
import { params, type Asked } from '#widgets/bayes-race/parameters.ts';
import type { Models, Race } from '#widgets/bayes-race/race.ts';
import { createPlainTrainer } from '../fixtures/trainer.ts';
import { quotesOf } from '../fixtures/prose.ts';

/* How well the two networks and the two letter chains tell the novelists apart, on the ends of both novels, which neither pair has seen. */

const quotes = quotesOf('belief-in-bits');

const authors = ['austen', 'melville'] as const;
const texts = JSON.parse(readFileSync('fixtures/authors/held-out.json', 'utf8')) as Record<
  (typeof authors)[number],
  string
>;
const looks = [10, 25, 50, 100, 200];
const letters = 200;
/** Passages in a row are of one scene: errors are of blocks of so many. */
const inBlock = 10;

/** Passages of a text, each from the beginning of a word, one after the other. */
function passagesOf(text: string): string[] {
  const found: string[] = [];
  for (let at = 0; at + letters <= text.length; at = text.indexOf(' ', at + letters) + 1 || text.length)
    found.push(text.slice(at, at + letters));
  return found;
}

interface Read {
  readonly author: (typeof authors)[number];
  readonly block: number;
  /** ln of the odds for its author after 0, 1, … letters. */
  readonly own: Readonly<Record<Models, readonly number[]>>;
}

async function readings(): Promise<Read[]> {
  const context = { trainer: createPlainTrainer(), signal: new AbortController().signal };
  const found: Read[] = [];
  for (const author of authors)
    for (const [i, text] of passagesOf(texts[author]).entries()) {
      const asked: Asked = { ...defaultValues(params), sources: 'authors', text };
      let race: Race | undefined;
      for await (const next of run(asked, context)) race = next;
      expect(race!.most).toBe(letters);
      const own = (odds: readonly number[]) => odds.map((one) => (author === 'austen' ? one : -one));
      found.push({ author, block: Math.floor(i / inBlock), own: { networks: own(race!.runners[0].logOdds), chains: own(race!.rival!) } }); // prettier-ignore
    }
  return found;
}

/**
 * The mean of both authors’ means, since the odds begin even, and its standard error over blocks of passages: of either author that of a
 * ratio of sums, as the last block is shorter.
 */
function over(all: readonly Read[], value: (one: Read) => number) {
  const parts = authors.map((name) => {
    const own = all.filter(({ author }) => author === name);
    const mean = own.reduce((sum, one) => sum + value(one), 0) / own.length;
    const blocks = new Map<number, number>();
    for (const one of own) blocks.set(one.block, (blocks.get(one.block) ?? 0) + value(one) - mean);
    const squares = [...blocks.values()].reduce((sum, one) => sum + one ** 2, 0);
    return { mean, variance: ((squares / own.length ** 2) * blocks.size) / (blocks.size - 1) };
  });
  return {
    mean: (parts[0].mean + parts[1].mean) / 2,
    error: Math.sqrt(parts[0].variance + parts[1].variance) / 2,
  };
}

const isWrong = (by: Models, n: number) => ({ own }: Read) => (own[by][n] < 0 ? 1 : 0); // prettier-ignore
/** The smaller of the two posterior probabilities: how probable it is, says the pair, that it is wrong. */
const saysWrong = (by: Models, n: number) => ({ own }: Read) => 1 / (1 + Math.exp(Math.abs(own[by][n]))); // prettier-ignore
const gap = (by: Models, n: number) => (one: Read) => isWrong(by, n)(one) - saysWrong(by, n)(one);

test('how often either pair is wrong, and how often it says so', async () => {
  const all = await readings();
  const percent = (share: number, digits = 1) => (100 * share).toFixed(digits);
  const said = ({ mean, error }: ReturnType<typeof over>) => `${percent(mean)} ± ${percent(error)}`;
  const row = (cells: readonly string[]) => quotes(`| ${cells.join(' | ')} |`);
  row(['letters read', ...looks.map(String)]);
  for (const by of ['networks', 'chains'] as const) {
    row([`${by}: wrong`, ...looks.map((n) => said(over(all, isWrong(by, n))))]);
    row([`${by}: wrong, as they say`, ...looks.map((n) => percent(over(all, saysWrong(by, n)).mean))]);
  }
  quotes(`${all.length} passages of ${letters} letters`);
  for (const n of looks.slice(0, -1)) {
    const fewer = over(all, (one) => isWrong('chains', n)(one) - isWrong('networks', n)(one));
    expect(fewer.mean).toBeGreaterThan(3 * fewer.error);
  }
  quotes(`After ten letters they miss their own account by ${said(over(all, gap('networks', 10)))} points of a hundred, the chains by ${said(over(all, gap('chains', 10)))}`); // prettier-ignore
  quotes(`After 25 it is ${said(over(all, gap('networks', 25)))} against ${said(over(all, gap('chains', 25)))}`);
  const bits = (by: Models) => (over(all, ({ own }) => own[by][25]).mean / Math.LN2).toFixed(1);
  quotes(`${bits('networks')} bits for the true author in 25 letters, on average, where the chains have ${bits('chains')}`); // prettier-ignore
  const [wrong, expected] = [isWrong, saysWrong].map((value) => percent(over(all, value('networks', 25)).mean));
  quotes(`the networks expect to be wrong for ${expected} of 100`);
  quotes(`No. They are wrong for ${wrong} of 100`);
});

/** If one of the two models writes, the smaller posterior is on average the share of errors. */
test('a pair of which one writes is as often wrong as it says', () => {
  const next = uniforms(5);
  const chains = [austenOfPairs, melvilleOfPairs];
  const drawn = Array.from({ length: 4000 }, (_, i): Read => {
    const { start, chain } = chains[i % 2];
    const text = drawChain(chain, start, 25, next);
    const odds = text.reduce((sum, y, t) => { const [a, m] = chains.map((one) => (t === 0 ? one.start[y] : one.chain[text[t - 1]][y])); return sum + Math.log(a / m); }, 0); // prettier-ignore
    const own = Array.from({ length: 26 }, () => (i % 2 === 0 ? odds : -odds));
    return { author: authors[i % 2], block: i, own: { networks: own, chains: own } };
  });
  const { mean, error } = over(drawn, gap('chains', 25));
  expect(Math.abs(mean)).toBeLessThan(4 * error);
});
