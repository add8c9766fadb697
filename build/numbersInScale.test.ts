import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { defaultValues } from '#contract/values.ts';
import { pairedDifference } from '#theory/estimation/paired-difference.ts';
import { fitPowerLaw } from '#theory/scale/power-law.ts';
import { fitWithFloor } from '#theory/scale/floor-fit.ts';
import { parametricLoss, publishedChinchilla } from '#theory/scale/scaling-law.ts';
import { compute as bench, lossAt } from '#widgets/power-law-bench/model.ts';
import { params as benchParams, truth, type Asked as BenchAsked } from '#widgets/power-law-bench/parameters.ts';
import { spec as benchSpec } from '#widgets/power-law-bench/spec.ts';
import { ladderOf } from '#widgets/scaling-lab/ladder.ts';
import { measured } from '#widgets/scaling-lab/measured.ts';
import { compute as lab } from '#widgets/scaling-lab/model.ts';
import { params as labParams, type LawName } from '#widgets/scaling-lab/parameters.ts';
import { quotesOf } from '../fixtures/prose.ts';

/* The numbers of the page on power laws, each computed here and found there as it is displayed. */

const quotes = quotesOf('scale');
const at = (change: Partial<BenchAsked> = {}) => bench({ ...defaultValues(benchParams), ...change });
const preset = (id: string) => at(benchSpec.presets.find((one) => one.id === id)!.values);
const card = (name: string) => JSON.parse(readFileSync(`docs/model-cards/${name}.json`, 'utf8')) as unknown;
const family = (fitted = 5) => lab({ ...defaultValues(labParams), fitted }).family;
const bits = (nats: number, digits: number) => (nats / Math.LN2).toFixed(digits);

test('the bet', () => {
  const { exponent, rSquared, points } = at();
  quotes(`it falls as $N^{-${exponent.toFixed(3)}}$, and R² is ${rSquared.toFixed(2)}`);
  expect(truth.exponent / exponent).toBeGreaterThan(5);
  expect(points.map(({ size }) => size)).toEqual([1e8, 10 ** 8.4, 10 ** 8.8, 10 ** 9.2, 10 ** 9.6, 1e10].map((size) => expect.closeTo(size, -1) as number)); // prettier-ignore
});

test('three sizes by hand', () => {
  const [sizes, losses] = [[1, 4, 16], [3, 2, 1.5]]; // prettier-ignore
  const line = fitPowerLaw(sizes, losses);
  quotes(`= ${line.exponent.toFixed(2)}$. It has an R² of ${line.rSquared!.toFixed(2)}.`);
  quotes(`For 64 million it says ${(Math.exp(line.logScale) * 64 ** -line.exponent).toFixed(2)}.`);
  const fit = fitWithFloor(sizes, losses);
  quotes(`$\\ln 2/\\ln 4 = ${fit.exponent.toFixed(1)}$`);
  quotes(`for 64 million it says ${lossAt(fit, 64).toFixed(2)}.`);
  const aitken = (a: number, b: number, c: number) => (a * c - b * b) / (a + c - 2 * b);
  expect(aitken(3, 2, 1.5)).toBe(1);
  expect(fit.floor).toBeCloseTo(1, 6);
  quotes(`1.45 instead of 1.5, the floor would be ${aitken(3, 2, 1.45).toFixed(2)}`);
  expect((1 - aitken(3, 2, 1.45)) / 0.05).toBeGreaterThan(4);
});

test('what R² sees', () => {
  quotes(`R² is ${preset('no-floor').rSquared.toFixed(2)}. With <Try preset="half-right">`);
  quotes(
    `it is ${preset('half-right').rSquared.toFixed(2)}, and the exponent is ${preset('half-right').exponent.toFixed(2)}`,
  );
  for (let floor = 0; floor <= 1.801; floor += 0.05) expect(at({ floor }).rSquared).toBeGreaterThan(0.96);
  const best = [0, 1, 1.5, 1.6, 1.7, 1.75, 1.8].map((floor) => at({ floor }).rSquared);
  expect(Math.max(...best)).toBe(best[4]);
  quotes(`from ${at().exponent.toFixed(2)} to ${at({ floor: 1.8 }).exponent.toFixed(2)}`);
  quotes(`the line misses them by ${at().misfitInErrors.toFixed(1)} standard errors`);
  const { points, logScale, exponent } = at();
  const signs = points.map(({ size, loss }) => Math.sign(loss - Math.exp(logScale) * size ** -exponent));
  expect(signs).toEqual([1, -1, -1, -1, 1, 1]);
  // The exercise: over one power of ten, without a floor and without errors.
  const short = at({ decades: 1, drawn: false });
  expect(short.rSquared).toBeGreaterThan(0.98);
  expect(at({ decades: 1, drawn: false, floor: 1.7 }).rSquared).toBeGreaterThan(short.rSquared);
  expect(at({ decades: 0.75, sizes: 12 }).low.floor).toBe(0);
});

test('the slope above a wrong floor', () => {
  const slope = (size: number, floor: number) => (truth.exponent * (lossAt(truth, size) - truth.floor)) / (lossAt(truth, size) - floor); // prettier-ignore
  const above = lossAt(truth, 1e8) - truth.floor;
  quotes(`the law has ${lossAt(truth, 1e8).toFixed(2)} nats, of which ${above.toFixed(2)} are above 1.7`);
  quotes(`${Math.round((100 * above) / lossAt(truth, 1e8))} percent of 0.34 is ${slope(1e8, 0).toFixed(3)}`);
  quotes(`At $10^{10}$ it is ${Math.round((100 * (lossAt(truth, 1e10) - truth.floor)) / lossAt(truth, 1e10))} percent`);
  quotes(`= ${slope(1e8, 1.5).toFixed(2)}$, at $10^{10}$`);
  quotes(`= ${slope(1e10, 1.5).toFixed(2)}$, and the line is a mean`);
  const line = at({ floor: 1.5, drawn: false });
  quotes(`${line.exponent.toFixed(3)}. At $10^8$ the slope is`);
  // The slope is the derivative.
  const h = 1e-5;
  const log = (size: number) => Math.log(lossAt(truth, size) - 1.5);
  expect((log(1e9 * Math.exp(-h)) - log(1e9 * Math.exp(h))) / (2 * h)).toBeCloseTo(slope(1e9, 1.5), 6);
});

test('intervals', () => {
  const [long, short] = [preset('long'), preset('short')];
  expect((long.high.floor - long.low.floor) / 2).toBeCloseTo(0.02, 2);
  expect(short.low.floor).toBe(0);
  expect(Math.abs(short.high.floor - Math.min(...short.points.map(({ loss }) => loss)))).toBeLessThan(0.005);
  expect(short.misfitInErrors).toBeCloseTo(1, 0);
});

test('the data term of the published constants', () => {
  quotes(`this part is ${parametricLoss(publishedChinchilla, 7e10, 1.4e12).dataTerm.toFixed(2)} nats`);
});

test('the family', () => {
  const { losses, errors, stepErrors, sizes } = family();
  const of = (fitted: number, law: LawName) => family(fitted).laws[law];
  const told = (fitted: number, law: LawName) => of(fitted, law).at[4].value;
  quotes(`says ${bits(told(4, 'floor'), 3)} bits for it, and measured are ${bits(losses[4], 3)}`);
  // 0.1354 and 0.1994.
  expect([bits(losses[4] - told(4, 'none'), 2), bits(losses[4] - told(4, 'line'), 2)]).toEqual(['0.14', '0.20']);
  quotes('The two others are off by 0.14 and 0.20');
  const paper = fitPowerLaw(sizes, losses);
  quotes(
    `R² of ${paper.rSquared!.toFixed(2)} with no floor at all, by the way, and an exponent of ${paper.exponent.toFixed(2)}`,
  );
  quotes(`The law says ${bits(told(3, 'floor'), 3)} for the largest`);
  quotes(`${bits(told(3, 'floor'), 3)} bits, ${bits(losses[4] - told(3, 'floor'), 3)} less than measured`);
  quotes(`value="${bits(told(3, 'none'), 3)}"`);
  quotes(`value="${bits(told(3, 'line'), 2)}"`);
  for (const i of [3, 4]) expect(losses[i]).toBeGreaterThan(of(3, 'floor').at[i].to);
  const left = (fitted: number, i: number) => of(fitted, 'floor').missed[i];
  quotes(`it is ${bits(left(3, 4).value, 3)} bits for the largest, and 90 percent of the draws lie between ${bits(left(3, 4).from, 2)} and ${bits(left(3, 4).to, 2)}`); // prettier-ignore
  quotes(
    `With four it is ${bits(left(4, 4).value, 3)}, between ${bits(left(4, 4).from, 3)} and ${bits(left(4, 4).to, 3)}`,
  );
  expect(losses[4]).toBeLessThan(of(4, 'floor').at[4].to);
  const spread = (i: number) => `${bits(left(5, i).from, 3)} to ${bits(left(5, i).to, 3)}`.replaceAll('-', '−');
  quotes(`the second network by ${bits(left(5, 1).value, 3)} bits (${spread(1)})`);
  quotes(`the third by ${bits(left(5, 2).value, 3).replace('-', '−')} (${spread(2)})`);
  expect(measured.characters).toHaveLength(100);
  quotes(`standard error of ${bits(errors[4], 3)} bits over the blocks`);
  quotes(`the last step from one size to the next, ${bits(losses[3] - losses[4], 3)} bits, has a standard error of 0.004 (over the blocks ${bits(stepErrors[3], 3)})`); // prettier-ignore
  quotes(`The floor that is fitted is ${bits(of(3, 'floor').floor, 2)} bits with three networks, ${bits(of(4, 'floor').floor, 2)} with four and ${bits(of(5, 'floor').floor, 2)} with five`); // prettier-ignore
  const ahead = (law: LawName) => bits(of(5, law).ahead.value, 2);
  quotes(`say ${ahead('floor')}, ${ahead('none')} and ${ahead('line')} bits`);
  const { exponent, exponents } = of(5, 'floor');
  quotes(
    `the exponent is ${exponent.toFixed(2)}, with a band from ${exponents.from.toFixed(2)} to ${exponents.to.toFixed(2)}`,
  );
  quotes(`it is ${of(4, 'floor').exponent.toFixed(2)}, and with three ${of(3, 'floor').exponent.toFixed(2)}`);
  expect(of(4, 'floor').exponent).toBeLessThan(exponents.from);
});

test('errors of the steps by whole books are about twice as large, as the notes say', () => {
  const ends = measured.blocksOfBooks.map((_, i) => measured.blocksOfBooks.slice(0, i + 1).reduce((a, b) => a + b));
  const books = measured.sizes.map(({ bits: all }) =>
    ends.map((end, i) => {
      const own = all.slice(end - measured.blocksOfBooks[i], end);
      return own.reduce((sum, value) => sum + value / own.length, 0);
    }),
  );
  const byBook = pairedDifference(books[3], books[4]).standardError;
  quotes(`bits, has a standard error of ${byBook.toFixed(3)} (over the blocks`);
  const zero = books[4].map(() => 0);
  quotes(`but of ${pairedDifference(zero, books[4]).standardError.toFixed(3)} over the eight books`);
  // About three times as large as over blocks, for each of the five, and the miss of the law from four is what it was.
  const { errors } = family();
  books.forEach((own, i) => {
    const ratio = pairedDifference(zero, own).standardError / (errors[i] / Math.LN2);
    expect(ratio).toBeGreaterThan(2.9);
    expect(ratio).toBeLessThan(3.4);
  });
  const characters = ends.map((end, i) => measured.characters.slice(end - measured.blocksOfBooks[i], end).reduce((a, b) => a + b)); // prettier-ignore
  const rungs = measured.sizes.map(({ parameters }, i) => ({ parameters, pieces: books[i].map((each) => each * Math.LN2) })); // prettier-ignore
  const { from, to } = ladderOf(rungs, characters, 4).laws.floor.missed[4];
  quotes(`misses the largest by ${bits(from, 3)} to ${bits(to, 3)}`);
});

test('what N counts', () => {
  const { sizes: cards } = card('family') as { sizes: { parameters: number; vocabulary: number; context: number; width: number; layers: number; beforeRounding: number; validationBitsPerCharacter: number }[] }; // prettier-ignore
  const vectors = (cards[0].vocabulary + cards[0].context) * cards[0].width;
  quotes(`${vectors.toLocaleString('en')} of the ${cards[0].parameters.toLocaleString('en')} parameters`);
  const inner = cards.map(({ layers, width }) => 12 * layers * width ** 2);
  const fit = fitWithFloor(inner, family().losses);
  quotes(`have the exponent ${fit.exponent.toFixed(2)} and the floor ${bits(fit.floor, 2)}`);
  const costs = cards.map((one) => one.validationBitsPerCharacter - one.beforeRounding);
  quotes(`Rounding costs the smallest network ${costs[0].toFixed(3)} bits, and the others less`);
  expect(Math.max(...costs.slice(1))).toBeLessThan(costs[0]);
});

test('the reader, which learned by another recipe', () => {
  const reader = card('reader') as { parameters: number; validationBitsPerCharacter: number; trainingCharacters: number; validationCharacters: number; tokens: number }; // prettier-ignore
  const own = card('family') as {
    trainingCharacters: number;
    validationCharacters: number;
    sizes: { layers: number; tokens: number }[];
  };
  quotes(
    `with ${(reader.parameters / 1e6).toFixed(1)} million parameters, pays ${reader.validationBitsPerCharacter.toFixed(3)} bits`,
  );
  expect(reader.validationBitsPerCharacter).toBeLessThan(family().laws.floor.ahead.value / Math.LN2);
  expect(reader.validationCharacters).toBe(own.validationCharacters);
  quotes(`${own.validationCharacters.toLocaleString('en')} characters`);
  expect(reader.trainingCharacters / own.trainingCharacters).toBeCloseTo(2, 0);
  quotes(`took ${(reader.tokens / 1e6).toFixed(1)} million of them, where these five took ${(own.sizes[0].tokens / 1e6).toFixed(1)} million characters`); // prettier-ignore
  expect(own.sizes.map(({ layers }) => layers)).toEqual([2, 2, 2, 3, 5]);
  quotes('depths of 2, 2, 2, 3 and 5 blocks');
});
