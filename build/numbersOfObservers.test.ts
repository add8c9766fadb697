import { expect, test } from 'vitest';
import { defaultValues } from '#contract/values.ts';
import { cumulativeLoss } from '#sim/predictor.ts';
import { DirichletPredictor } from '#sim/dirichlet-predictor.ts';
import { lempelZivCosts } from '#sim/lempel-ziv.ts';
import { uniforms } from '#sim/random.ts';
import { registerStates, shiftRegister } from '#sim/shift-register.ts';
import { blockEntropy } from '#theory/chains/block-entropy.ts';
import { thueMorseBlocks } from '#theory/chains/word-frequencies.ts';
import { shortestRegister } from '#theory/codes/linear-complexity.ts';
import { entropy } from '#theory/measures/entropy.ts';
import * as looks from '#widgets/looks-random/model.ts';
import { params as lookParams, type Asked as Look } from '#widgets/looks-random/parameters.ts';
import * as observers from '#widgets/three-observers/model.ts';
import { params as observerParams, told, type Asked } from '#widgets/three-observers/parameters.ts';
import { quotesOf } from '../fixtures/prose.ts';

/* The numbers of the page on whose information it is, each computed here and found there as it is displayed. */

const quotes = quotesOf('does-information-exist');
const bits = (nats: number, digits = 2) => (nats / Math.LN2).toFixed(digits);
const look = (change: Partial<Look>) => looks.compute({ ...defaultValues(lookParams), ...change });

test('eight digits by hand', () => {
  const digits = [0, 1, 1, 0, 1, 1, 0, 1];
  const paid = cumulativeLoss(new DirichletPredictor(2, 0, 0.5), digits);
  quotes(`| the bill | 8 bits | ${bits(paid[7])} bits | 2 bits |`);
  ['1/2', '1/4', '1/2', '3/8', '1/2', '7/12', '5/14', '9/16'].forEach((ben, i) =>
    quotes(`| ${digits[i]} | 1/2 | ${ben} | ${i < 2 ? '1/2' : '1'} |`),
  );
  const product = [1 / 2, 1 / 4, 1 / 2, 3 / 8, 1 / 2, 7 / 12, 5 / 14, 9 / 16].reduce((a, b) => a * b);
  expect(Math.exp(-paid[7])).toBeCloseTo(product, 12);
  // And the ninth would be a 1.
  expect((digits[6] + digits[7]) % 2).toBe(1);
  quotes('if the next digit is a 0 and not a 1, Carla');
  for (let i = 2; i < 8; i++) expect(digits[i]).toBe((digits[i - 1] + digits[i - 2]) % 2);
  quotes(`or ${bits(paid[7])}, or 2?`);
});

test('the bills of the solver', () => {
  const [form, length, taps, seed] = told.map(
    (what) => observers.compute({ ...defaultValues(observerParams), told: what }).solver[256],
  );
  quotes(`she is told nothing, and pays ${bits(form, 1)} bits for all 256 digits`);
  quotes(`*How many cells*</Try>: ${bits(length, 0)} bits`);
  quotes(`*The taps, too*</Try>: ${bits(taps, 0)} bits`);
  quotes(`knows the taps, with doubt | ${bits(taps)} |`);
  expect([length, taps, seed].map((nats) => Number(bits(nats, 9)))).toEqual([33, 17, 1]);
  quotes(`The same 256 digits cost 256, ${bits(form, 1)}, 33, 17 or one bit`);
  quotes(`with bills of 256, ${bits(form, 0)}, 17 and 1 for four inhabitants`);
  quotes(`For sixteen cells that is ${(32 + 1 + Math.log2(16 * 17)).toFixed(1)}.`);
  const zeros = observers.compute({ ...defaultValues(observerParams), start: '0'.repeat(16) });
  expect(zeros.lengths[256]).toBe(0);
  quotes(`A row of 256 zeros, with $\\ell = 0$, costs her ${bits(zeros.solver[256], 1)} bits`);
  quotes(`| ${bits(Math.log(registerStates))} |`);
  quotes(`who pays ${bits(form, 1)} bits for 256 digits of the register`);
  expect(256 - 41).toBe(215);
  expect(observers.settled(observers.compute(defaultValues(observerParams)))).toBeLessThan(50);
});

test('when the solver knows that it is a register', () => {
  const asked = defaultValues(observerParams);
  const { solver, lengths, digits } = observers.compute(asked);
  const sure = (at: number) => 100 * observers.sure(observers.compute({ ...asked, at }));
  expect([lengths[32], lengths[256]]).toEqual([16, 16]);
  const { expected } = shortestRegister(digits);
  expect(expected.findLastIndex((digit, i) => digit !== digits[i])).toBeLessThan(32);
  quotes(`After 32 digits the shortest register is fixed, and she has paid ${bits(solver[32], 1)} bits`);
  quotes(
    `She gives a register ${sure(32).toFixed(0)} percent then, ${Math.floor(sure(41))} percent after 41 digits, and ${sure(50).toFixed(1)} percent after fifty`,
  );
});

test('the counter', () => {
  const paid = (change: Partial<Asked>) =>
    observers.compute({ ...defaultValues(observerParams), ...change }).counter[256];
  for (let order = 0; order <= 10; order++) expect(paid({ order })).toBeGreaterThan(256 * Math.LN2);
  quotes(`he pays ${bits(paid({ cells: 5, order: 5 }), 0)} bits: those digits come round every 31`);
  quotes(`he would still pay ${bits(paid({ cells: 5, order: 4 }), 0)}.`);
});

test('three cells by hand', () => {
  const digits = [1, 0, 0, 1, 0, 1, 1];
  expect(shortestRegister(digits).taps).toEqual([1, 1, 0]);
  const rows = [0, 1, 2, 3].map((t) => digits.slice(t, t + 3));
  quotes(`the rows ${rows.slice(0, 3).map((row) => row.join('')).join(', ')} and ${rows[3].join('')}`); // prettier-ignore
  expect(rows[3]).toEqual(rows[0].map((digit, i) => digit ^ rows[1][i]));
  expect(digits[6]).toBe(digits[3] ^ digits[4]);
  quotes(`${digits[3]} + ${digits[4]} = ${digits[6]}. It costs nothing`);
});

test('two copies of the digits', () => {
  const spoiled = entropy([0.1, 0.9]);
  quotes(`She pays ${bits(spoiled, 3)} bits a digit for either, ${bits(256 * spoiled, 0)} bits in all`);
  // Zeros, ones and question marks; and zeros and ones, turned around or not.
  quotes(`pays ${bits(256 * entropy([0.45, 0.45, 0.1]), 0)} bits for the first and ${bits(256 * entropy([0.5, 0.5]), 0)} for the second`); // prettier-ignore
  quotes(`0.1 and ${bits(spoiled, 3)} bits a digit`);
});

test('a mixture with Thue and Morse', () => {
  quotes('0.0145 bits a digit, more than two bits after 138 digits');
  expect(-Math.log2(0.99)).toBeCloseTo(0.0145, 4);
  expect([137, 138].map((n) => -n * Math.log2(0.99) > 2)).toEqual([false, true]);
  quotes(`otherwise costs ${(-Math.log2(0.01)).toFixed(1)} bits`);
  quotes(`$n + ${(-Math.log2(0.75)).toFixed(3)}$ for others`);
});

test('three tests by hand', () => {
  const digits = [0, 1, 1, 0, 1, 1, 0, 1];
  const [seems, most] = [blockEntropy(digits, 2), Math.log(7)];
  quotes(`That makes ${bits(seems, 3)} bits, of at most $\\log_2 7 = ${bits(most, 3)}$`);
  const names = [1, 2, 3, 4, 5].map((j) => Math.log2(2 * j));
  quotes(
    `They cost ${names.map((x) => Number(x.toFixed(2))).join(' + ')} = ${names.reduce((a, b) => a + b).toFixed(2)} bits`,
  );
  expect(bits(lempelZivCosts(digits, 2).at(-1)!.nats)).toBe('11.91');
  expect(shortestRegister(digits).lengths).toEqual([0, 0, 2, 2, 2, 2, 2, 2, 2]);
});

test('the last digits of this book’s generator', () => {
  const next = uniforms(defaultValues(lookParams).seed, 3);
  const last = Array.from({ length: looks.searched }, () => Number(BigInt(next() * 2 ** 53) & 1n));
  const { lengths } = shortestRegister(last);
  expect([lengths[256], lengths[looks.searched]]).toEqual([128, 128]);
  quotes('Of the *last* of its 53 digits the register test needs 256 to find a register of 128 cells');
});

test('the phrases for a register, whatever its seed', () => {
  const paid = Array.from({ length: 40 }, (_, i) => {
    const digits = shiftRegister(1 + Math.floor((i * registerStates) / 40), 4096);
    return lempelZivCosts(digits, 2).at(-1)!.nats / Math.LN2;
  });
  expect(Math.min(...paid)).toBeGreaterThan(4700);
  expect(Math.max(...paid)).toBeLessThan(4900);
  quotes('It needs about 4,800 bits');
  const { phrases } = look({});
  expect(Math.max(...phrases.slice(1).map(({ read }, j) => read - phrases[j].read))).toBe(11);
  quotes('The phrases here are at most eleven digits long');
  quotes(
    `needs ${(look({}).phrases.at(-1)!.nats / Math.LN2).toFixed(0).replace(/(?=...$)/, ',')} bits for a register’s digits`,
  );
});

test('three tests and five sources', () => {
  const named = { register: 'a register', 'thue-morse': 'Thue–Morse', fibonacci: 'Fibonacci', generator: 'this book’s generator', pi: 'π' } as const; // prettier-ignore
  for (const [source, name] of Object.entries(named)) {
    const { estimates, exact, cells, ...rest } = look({ source: source as Look['source'] });
    const truth = exact ? bits(exact[12]) : '?';
    const farthest = Math.max(...cells.map((count, n) => Math.abs(count - n / 2)));
    const row = [
      bits(estimates[12]),
      truth,
      bits(looks.phraseRate({ estimates, exact, cells, ...rest })),
      cells.at(-1),
      farthest,
    ];
    quotes(`| ${name} | ${row.join(' | ')} |`);
  }
  const { cells, symbols } = look({ source: 'thue-morse' });
  const steps = cells.slice(1).flatMap((count, n) => (count > cells[n] ? [count - cells[n]] : []));
  expect([steps.length, new Set(steps)]).toEqual([256, new Set([2])]);
  quotes('all 256 are of two cells');
  expect(symbols).toHaveLength(4096);
  quotes(
    `Even for digits like coins the code pays ${bits(looks.phraseRate(look({ source: 'generator' })))} bits a digit`,
  );
  for (let k = 1; k <= 20; k++) expect(thueMorseBlocks(k).size).toBeLessThanOrEqual((10 * k) / 3);
  quotes(
    `${bits(look({ source: 'fibonacci' }).exact![12], 3)} bits, a little less than $\\log_2 13 = ${Math.log2(13).toFixed(3)}$`,
  );
  quotes('seem to hold 7.96 bits');
  expect(bits(look({}).estimates[8])).toBe('7.96');
});

test('too few digits, and a map that is rounded', () => {
  const few = look({ source: 'generator', symbols: 256, block: 10 });
  quotes('there are 247 places for a block of ten, and 1,024 blocks');
  expect(few.symbols.length - 10 + 1).toBe(247);
  quotes(`the dots rise by ${bits(few.estimates[10] - few.estimates[9])} bits`);
  const circle = (precision: number) => look({ source: 'logistic', precision }).circle!.again;
  quotes(`With 12 places this happens after ${circle(12)} steps, and with`);
  quotes(
    `blocks of twelve seem to hold ${bits(look({ source: 'logistic' }).estimates[12])} bits, half a bit less than those of π`,
  );
  expect(bits(look({ source: 'pi' }).estimates[12] - look({ source: 'logistic' }).estimates[12], 1)).toBe('0.5');
  quotes(`*26 places*</Try> after ${String(circle(26)).replace(/(?=...$)/, ',')}, for the start in the figure`);
});

test('programs of few digits', () => {
  const shorter = (length: number) => Array.from({ length }, (_, i) => 2 ** i).reduce((a, b) => a + b, 0);
  expect([10, 7, 3].map(shorter)).toEqual([1023, 127, 7]);
  quotes('of 1,024 strings at most 1,023 save a digit, at most 127 save four, and at most 7 save eight');
  quotes(`${(7 * Math.log2(1000)).toFixed(2)} bits`);
});
