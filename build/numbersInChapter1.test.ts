import { expect, test } from 'vitest';
import { entropyOfUniformWord, hedgedMessage, mustBeKnown, timeToSend } from '#theory/measures/message.ts';
import { surprisal } from '#theory/measures/entropy.ts';
import { mutualInformation } from '#theory/measures/mutual-information.ts';
import { proseOf, quotesOf } from '../fixtures/prose.ts';

const prose = proseOf('petabit-birthday');
const quotes = quotesOf('petabit-birthday');
const bits = (oneIn: number, digits = 3) => (surprisal(1 / oneIn) / Math.LN2).toFixed(digits);
const grouped = (n: number | bigint) => n.toLocaleString('en-US');

/** Binary digits that tell so many cases apart, counted without a logarithm. */
function questions(cases: bigint): number {
  let m = 0;
  while (2n ** BigInt(m) < cases) m++;
  return m;
}

test('the story has the numbers of an address of a petabit', () => {
  const [petabit, line, day] = [1e15, 1e9, 86_400];
  expect(timeToSend(petabit, line)).toBe(1e6);
  expect(timeToSend(petabit, line) / day).toBeCloseTo(11.5, 0);
  quotes('has $10^{15}$ digits');
  quotes(`= ${(line * day) / 1e13} \\cdot 10^{13}$ digits, ${((100 * line * day) / petabit).toFixed(2)} percent`);
  const known = mustBeKnown(petabit, line, day);
  quotes(`The other ${((100 * known) / petabit).toFixed(2)} percent`);
  quotes(`| $2^{${known / 1e14} \\cdot 10^{14}}$ | $${known / 1e14} \\cdot 10^{14}$ |`);
  for (const k of [1, 10, 20]) quotes(`| ${grouped(2 ** k)} | ${k} |`);
  quotes('| $2^{266}$ | 266 |');
  expect(timeToSend(1, line)).toBe(1e-9);
  expect(Math.ceil(80 * Math.log2(10))).toBe(266);
  // Forty million billion years.
  expect(40 * petabit).toBe(40e6 * 1e9);
});

test('questions are counted right, for houses and for dice', () => {
  const houses = [1, 2, 4, 8, 16, 128, 1024];
  quotes(`| houses | ${houses.map(grouped).join(' | ')} |`);
  quotes(`| questions | ${houses.map((n) => questions(BigInt(n))).join(' | ')} |`);
  for (const dice of [1, 2, 3, 10]) {
    const m = questions(6n ** BigInt(dice));
    quotes(`| ${dice} | ${grouped(6n ** BigInt(dice))} | ${m} | ${(m / dice).toFixed(3)} |`);
  }
  const hundred = questions(6n ** 100n);
  quotes(
    `| 100 | $${(Number(6n ** 100n) / 1e77).toFixed(1)} \\cdot 10^{77}$ | ${hundred} | ${(hundred / 100).toFixed(3)} |`,
  );
  quotes(`This number is $\\log_2 6 = ${bits(6)}$`);
  // Never below, and within one k-th.
  for (let dice = 1; dice <= 200; dice++) {
    const each = questions(6n ** BigInt(dice)) / dice;
    expect(each).toBeGreaterThanOrEqual(Math.log2(6));
    expect(each).toBeLessThan(Math.log2(6) + 1 / dice);
  }
  expect(Math.log2(6) + 1 / 100).toBeCloseTo(2.595, 3);
  expect([questions(6n ** 10n), questions(2n ** 25n)]).toEqual([26, 25]);
});

test('surprisals stand there as theory gives them, in three units', () => {
  for (const quoted of [
    `From 1 to 101 the event becomes more surprising by ${bits(101, 2)} bits, from 901 to 1,001 by ${(Number(bits(1001, 6)) - Number(bits(901, 6))).toFixed(2)}`,
    `$1 + ${bits(6)} = ${bits(12)}$ bits`,
    `one in ${13 * 17}, which is $${bits(13)} + ${bits(17)} = ${bits(221)}$ bits`,
    `has ${bits(2_598_960 / 4, 2)} bits`,
    `They have ${bits(2_598_960, 2)} bits`,
    `at most ${bits(10, 2)} bits`,
    `more than ${bits(10_000, 2)} bits`,
    `the surprisal by ${(12 * Math.log2(10) - 9 * Math.log2(10)).toFixed(2)} bits`,
    `which is ${bits(1 / 0.45, 2)}, ${bits(4, 2)} and ${bits(1 / 0.15, 2)} bits`,
    `which is ${bits(100, 2)} and ${bits(1000, 2)} bits, and “~12 bits” in a third`,
  ])
    quotes(quoted);
  for (const [what, oneIn] of [
    ['a coin shows heads', 2],
    ['a die shows six', 6],
    ['a digit is a seven', 10],
    ['one of a thousand signs', 1000],
  ] as const) {
    const nats = surprisal(1 / oneIn);
    quotes(`| ${what} | ${grouped(oneIn)} | ${bits(oneIn)} | ${nats.toFixed(3)} | ${(nats / Math.LN10).toFixed(3)} |`);
  }
  // Aces: four of 52, three of 51. Hearts: thirteen of 52, twelve of 51.
  expect([52 / 4, 51 / 3, 52 / 13, 51 / 12]).toEqual([13, 17, 4, 4.25]);
  quotes(`$\\log_2 17 = ${bits(4 * 4.25)}$ bits`);
});

test('a text of four words, seven signs and a pack of cards cost what is said', () => {
  const chances = [1 / 1024, 1 / 4, 1 / 2, 7 / 8];
  const each = chances.map((p) => surprisal(p) / Math.LN2);
  ['happy', 'birthday', 'to', 'you'].forEach((word, i) =>
    expect(prose).toMatch(new RegExp(`\\| ${word} \\| \\S+ \\| ${each[i].toFixed(3)} bits? \\|`)),
  );
  const both = chances.reduce((product, p) => product * p);
  expect(both).toBe(7 / 65_536);
  quotes(`| together | 7/65,536 | ${(surprisal(both) / Math.LN2).toFixed(3)} bits |`);
  quotes(`On average over the four words it is ${(surprisal(both) / Math.LN2 / 4).toFixed(2)} bits`);
  quotes(`$7 \\log_2 1000 = ${(entropyOfUniformWord(1000, 7) / Math.LN2).toFixed(2)}$ bits`);
  quotes(
    `Three quarters of what this message tells are in its first word: ${each[0]} of ${(surprisal(both) / Math.LN2).toFixed(2)} bits`,
  );
  expect(each[0] / (surprisal(both) / Math.LN2)).toBeCloseTo(0.75, 1);
  quotes(`it would be ${(surprisal(both) / Math.LN2 / 2).toFixed(2)} bits per token`);
  const pack = Array.from({ length: 52 }, (_, i) => Math.log2(i + 1)).reduce((a, b) => a + b);
  quotes(`$\\log_2 52! = ${pack.toFixed(1)}$`);
  quotes(`a surprisal of ${pack.toFixed(0)} bits`);
});

test('half of all hands have not even a pair', () => {
  // Five ranks of 13 that are no straight, five suits that are not all the same; and again by counting hands of fewer ranks.
  const ways = (n: number, k: number): number => (k === 0 ? 1 : (ways(n - 1, k - 1) * n) / k);
  const hands = (ways(13, 5) - 10) * (4 ** 5 - 4);
  const alike = [
    13 * ways(4, 2) * ways(12, 3) * 4 ** 3, // a pair
    ways(13, 2) * ways(4, 2) ** 2 * 44, // two pairs
    13 * ways(4, 3) * ways(12, 2) * 4 ** 2, // three of a kind
    13 * ways(4, 3) * 12 * ways(4, 2), // full house
    13 * 48, // four of a kind
  ].reduce((a, b) => a + b);
  const inRow = 10 * 4 ** 5;
  const oneSuit = 4 * ways(13, 5) - 10 * 4;
  expect(hands + alike + inRow + oneSuit).toBe(2_598_960);
  quotes(`some hand without even a pair, which is as likely as heads, nearly, and has ${bits(2_598_960 / hands)} bits`);
});

test('one town tells little about the other, on average', () => {
  const together = [[1 / 8, 1 / 8], [1 / 8, 5 / 8]]; // prettier-ignore
  quotes(`one town tells only ${(mutualInformation(together) / Math.LN2).toFixed(3)} bits about the other`);
  expect(Math.log2(1 / 8 / (1 / 4) ** 2)).toBe(1);
});

test('a small doubt costs what is said', () => {
  const half = (trust: number) => hedgedMessage(200 * Math.LN2, 100 * Math.LN2, trust);
  quotes(`$-\\log_2 0.99 = ${(half(0.99).inside / Math.LN2 - 100).toFixed(3)}$ digits`);
  quotes(`$-\\log_2 0.01 = ${(half(0.99).outside / Math.LN2 - 200).toFixed(1)}$ digits`);
  expect(half(1).outside).toBe(Infinity);
});
