import { expect, test } from 'vitest';
import { writtenValues } from '#contract/values.ts';
import { compute as accountsOf } from '#widgets/modalities/model.ts';
import { spec as modalities } from '#widgets/modalities/spec.ts';
import type { Asked as Accounts } from '#widgets/modalities/parameters.ts';
import { compute as markersOf, interaction } from '#widgets/stratify/model.ts';
import { real, type Asked as Markers } from '#widgets/stratify/parameters.ts';
import { spec as stratify } from '#widgets/stratify/spec.ts';
import { proseOf, quotesOf } from '../fixtures/prose.ts';

/* The numbers of the page on tests and markers, each computed here and found there as it is displayed. */

const prose = proseOf('which-test-tells');
const quotes = quotesOf('which-test-tells');
const bits = (nats: number, digits = 3) => (nats / Math.LN2).toFixed(digits);
const accounts = (written: Record<string, string>) => accountsOf(writtenValues(modalities, written) as Accounts);
const markers = (written: Record<string, string>) => markersOf(writtenValues(stratify, written) as Markers);
const inHundred = (share: number, digits = 0) => (100 * share).toFixed(digits);

test('the bet, and the 200 patients', () => {
  const { pair, worth, law } = accounts({});
  expect([worth[1].error, worth[3].error].map((e) => inHundred(e))).toEqual(['20', '20']);
  quotes(`adds ${bits(pair.adds, 2)} bits to the ${bits(pair.first, 2)} bits of the note`);
  // Rows of the law: note, picture, lab. Summed over the lab, times 200.
  const of = (note: number, picture: number) => [1, 0].map((ill) => Math.round(200 * [0, 1].reduce((sum, lab) => sum + law[4 * note + 2 * picture + lab][ill], 0))); // prettier-ignore
  const row = (words: string, [ill, well]: number[]) => expect(prose).toMatch(new RegExp(`\\| ${words} \\| ${ill} \\| ${well} \\|`)); // prettier-ignore
  row('yes, yes', of(1, 1));
  row('yes, no', of(1, 0));
  row('no, yes', of(0, 1));
  row('no, no', of(0, 0));
  quotes(`$1 - h(\\tfrac15) = ${bits(pair.first)}$`);
  quotes(`(1 - h(\\tfrac1{17})) = ${bits(pair.together)}$`);
  quotes(`leave ${inHundred(worth[7].error, 1)} errors in 100`);
});

test('four ways to share', () => {
  const [same, parts, key, helped] = ['same-luck', 'two-parts', 'key', 'helpful-noise'].map((preset) => accounts({ preset })); // prettier-ignore
  expect([same.pair.between, same.pair.adds].map((x) => bits(x))).toEqual(['1.000', '0.000']);
  expect(parts.pair.adds).toBeCloseTo(parts.pair.second, 12);
  expect(bits(key.pair.together - key.pair.first - key.pair.second)).toBe('1.000');
  const alone = accounts({ preset: 'helpful-noise', shared: '0' });
  quotes(
    `with the luck shared they have ${bits(helped.pair.between)} bits in common, and ${bits(alone.pair.between)} without`,
  );
  quotes(`more with it, ${bits(helped.pair.together)} bits and not ${bits(alone.pair.together)}.`);
});

test('bits and errors', () => {
  const { worth } = accounts({ preset: 'rare' });
  quotes(`The note tells ${bits(worth[1].told)} bits and the picture ${bits(worth[2].told)}`);
  quotes(`0.08/0.26 = ${(0.08 / 0.26).toFixed(2)}`);
  expect([worth[0], worth[1], worth[2]].map(({ error }) => inHundred(error, 1))).toEqual(['10.0', '10.0', '7.5']);
  // Treat after a positive note if 0.31 c > 0.69: a missed case dearer than 2.25 false alarms.
  expect(0.18 / 0.08).toBeCloseTo(2.25, 9);
  quotes('Let a missed case cost more than 2.25 times as much as a false alarm');
});

test('greed', () => {
  const { worth, greedy, best } = accounts({ preset: 'key' });
  quotes(`Its two tell ${bits(worth[greedy[2]].told)} bits, and the best two tell one bit`);
  expect(bits(worth[best[2]].told)).toBe('1.000');
  const { greedy: path, best: found, worth: told } = accounts({ preset: 'two-witnesses' });
  expect(told[path[2]].told).toBe(told[found[2]].told);
  const asked = accounts({ story: 'key', noteMiss: '0.1', noteAlarm: '0.1', pictureMiss: '0', pictureAlarm: '0', labMiss: '0', labAlarm: '0' }); // prettier-ignore
  quotes(`The note tells $1 - h(0.1) = ${bits(asked.worth[asked.greedy[2]].told)}$ bits`);
  for (let k = 1; k < 50; k++) expect(1 - (1 - 1 / k) ** k).toBeGreaterThan(0.63);
});

test('the last exercise', () => {
  const { pair, worth } = accounts({ prevalence: '0.1' });
  quotes(
    `Both tell ${bits(pair.together)} bits and the note ${bits(pair.first)}, so the picture adds ${bits(pair.adds)}`,
  );
  quotes(`the chance of the condition is ${(0.064 / (0.064 + 0.036)).toFixed(2)}`);
  expect(worth[3].error).toBeLessThan(worth[0].error);
});

test('markers', () => {
  const { exact } = markers({});
  const [a, b, c] = exact;
  quotes(`A tells ${bits(a.told)} bits of the outcome. B tells exactly nothing`);
  expect([a, b].map(({ worth }) => inHundred(worth))).toEqual(['0', '7']);
  quotes(`${inHundred(b.caused[0][0])} outcomes in 100 are good without B, and ${inHundred(b.caused[1][0])} with it`);
  quotes(`With the new one it is ${inHundred(b.caused[0][1])} and ${inHundred(b.caused[1][1])}`);
  quotes(`not quite zero, ${bits(interaction(a), 4)} bits at first`);
  quotes(`What C tells of the outcome, ${bits(c.told)} bits`);
  expect(markers({ advantage: '0' }).exact.map(({ worth }) => inHundred(worth))).toEqual(['0', '10', '6', '0']);
  const [, same] = markers({ preset: 'always-better' }).exact;
  const apart = same.caused.map(([usual, fresh]) => inHundred(fresh - usual));
  quotes(`With B the new treatment is better by ${apart[1]} in 100, and without it by ${apart[0]}`);
  quotes(`B has ${bits(interaction(same))} bits of interaction and brings nothing`);
});

test('a trial of sixty, of a thousand, and records', () => {
  const { trial } = markers({ preset: 'small-trial' });
  expect(trial.winner).toBeGreaterThanOrEqual(real);
  quotes(
    `belongs to a coin, ${bits(trial.estimated[trial.winner])} bits, and choosing by it seems to bring ${inHundred(trial.seems, 1)} good`,
  );
  quotes(
    `${bits(trial.firstOrder)} bits here, and the mean over 30 other trials is ${bits(trial.coin)} ± ${bits(trial.coinError)}`,
  );
  quotes(
    `then ${bits(trial.byChance)} bits on average, and ${inHundred(trial.reached)} percent of the deals reach the winner`,
  );
  const large = markers({ preset: 'large-trial' }).trial;
  expect([large.winner, large.reached]).toEqual([1, 1 / 41]);
  quotes(`What it seems to bring, ${inHundred(large.seems, 1)}, is still above`);
  const { recorded } = markers({ preset: 'records' });
  quotes(
    `${inHundred(recorded[0], 1)} outcomes in 100 are good with the usual treatment and ${inHundred(recorded[1], 1)} with the new`,
  );
});
