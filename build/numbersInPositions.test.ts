import { expect, test } from 'vitest';
import { count } from '#contract/say.ts';
import { uniforms } from '#sim/random.ts';
import { waveCode } from '#theory/language-models/position-codes.ts';
import { measured as exchanges } from '#widgets/letters-exchanged/measured.ts';
import { codeOf } from '#widgets/position-codes/model.ts';
import { measured } from '#widgets/positions/measured.ts';
import { quotesOf } from '../fixtures/prose.ts';

/* The numbers of the page on positions, each computed here and found there as it is displayed. */

const quotes = quotesOf('positions');
const of = (name: string) => ({
  ...measured.networks.find((row) => row.name === name)!,
  ...exchanges.networks.find((row) => row.name === name)!,
});
const onText = (name: string, back: number) =>
  exchanges.example.networks.find((row) => row.name === name)!.divergence[back - 1];
const five = ['learned', 'sinusoidal', 'rotary', 'none', 'none-one-layer'];
const two = (x: number) => x.toFixed(2).replace('-', '−');

test('the bet', () => {
  const [{ mean, error, windows, distance }] = of('none').swap;
  expect(distance).toBe(1);
  quotes(`by ${two(mean)} bits, with a standard error of ${two(error)}`);
  quotes(`over ${windows} such windows`);
  expect(mean - 3 * error).toBeGreaterThan(0.5);
});

test('three letters by hand, and the weights of the last exercise', () => {
  const mean = (all: readonly number[]) => all.reduce((sum, x) => sum + x, 0) / all.length;
  const masked = (rows: readonly number[]) => rows.map((_, t) => mean(rows.slice(0, t + 1)));
  const [abc, bac] = [
    [6, 0, 3],
    [0, 6, 3],
  ];
  for (const [text, rows] of [
    ['abc', abc],
    ['bac', bac],
  ] as const) {
    quotes(`| ${text} | rows up to it | ${masked(rows).join(', ')} | ${masked(masked(rows))[2]} |`);
    quotes(`| ${text} | all rows | 3, 3, 3 | ${mean([mean(rows), mean(rows), mean(rows)])} |`);
  }
  const last = (rows: readonly number[]) => masked(masked(rows))[2] * 18;
  expect([last([1, 0, 0]), last([0, 1, 0]), last([0, 0, 1])].map(Math.round)).toEqual([11, 5, 2]);
  const orders = [[6, 0, 3], [6, 3, 0], [0, 6, 3], [0, 3, 6], [3, 6, 0], [3, 0, 6]]; // prettier-ignore
  const sums = orders.map((order) => Math.round(last(order)));
  expect(new Set(sums).size).toBe(6);
  quotes(`the six orders give ${sums.slice(0, 5).join(', ')} and ${sums[5]} eighteenths`);
  // With the residual stream each layer adds its mean.
  const added = (rows: readonly number[]) => masked(rows).map((x, t) => x + rows[t]);
  quotes(`and ${added(added(abc))[2]} against ${added(added(bac))[2]} if each layer adds`);
  expect(last([0, 3, 1])).toBeCloseTo(17, 9);
  expect(last([1, 0, 3])).toBeCloseTo(17, 9);
});

test('the tables', () => {
  const errors = measured.networks.map(({ place, loss }) => [
    Math.max(...place.map(({ hidden }) => hidden.error)),
    loss?.error ?? 0,
  ]);
  const most = [0, 1].map((i) => Math.ceil(Math.max(...errors.map((row) => row[i])) * 1000) / 1000);
  quotes(`Standard errors are at most ${most[0]} for places and ${most[1]} for letters.`);
  for (const { name, place, loss } of measured.networks) {
    const cells = place.map(({ hidden }) => two(hidden.mean));
    quotes(`| ${loss ? two(loss.mean) : ''} | ${cells.join(' | ')}`.replace('|  |', '| |'));
    for (const { control } of place) if (control) expect(Math.abs(control.mean + 0.01)).toBeLessThan(0.01);
    expect(name).not.toBe('');
  }
  const row = (at: number) =>
    five
      .slice(0, 4)
      .map((name) => two(of(name).swap[at].mean))
      .join(' | ');
  quotes(`${row(0)} | 0 |`);
  const [a, b, c, d] = five.slice(0, 4).map((name) => two(of(name).swap[0].error));
  quotes(`In the first row standard errors are ${a}, ${b}, ${c} and ${d}.`);
  quotes(`${row(1)} | 0 |`);
  quotes(
    `| ${five
      .slice(0, 4)
      .map((name) => two(of(name).shuffled.mean))
      .join(' | ')} | 0 |`,
  );
  quotes(`| ${five.map((name) => of(name).replaced.mean.toFixed(4)).join(' | ')} |`);
});

test('what is said of them', () => {
  const hidden = (name: string) => of(name).place.map((place) => place.hidden.mean);
  const best = five.every((name) => name === 'rotary' || of(name).loss!.mean > of('rotary').loss!.mean);
  expect(best).toBe(true);
  expect(Math.max(...hidden('rotary'))).toBeLessThan(0.1);
  expect(Math.min(hidden('learned')[0], hidden('sinusoidal')[0])).toBeGreaterThan(6.9);
  expect(hidden('none')[2]).toBeGreaterThan(2);
  const [trained, before] = [hidden('none'), hidden('untrained')];
  expect(trained.map((bits, l) => Math.sign(bits - before[l])).slice(1)).toEqual([1, 1, -1]);
  for (const bits of before.slice(1)) expect(Math.abs(bits - 1)).toBeLessThan(0.15);
  expect(Math.abs(hidden('learned')[3] - 0.25)).toBeLessThan(0.01);
  expect(of('learned').place[3].hidden.error).toBeLessThan(0.01);
  quotes(
    `${two(trained[3])} against ${two(before[3])}, and the linear one more, ${two(of('none').place[3].linear.mean)}`,
  );
  const linear = (name: string) => of(name).place.map((place) => place.linear.mean);
  for (const l of [1, 2, 3]) expect(linear('untrained')[l]).toBeLessThan(0);
  for (const l of [1, 2, 3]) expect(linear('none')[l]).toBeGreaterThan(0);
  for (const name of ['none', 'rotary', 'none-one-layer', 'untrained']) expect(two(hidden(name)[0])).toBe('−0.03');
  for (const place of of('rotary').place) expect(Math.max(place.hidden.mean, place.linear.mean)).toBeLessThan(0.1);
  // From 16 places on; and at the beginning of the window.
  const far = five.flatMap((name) => of(name).swap.filter(({ distance }) => distance >= 16));
  for (const { mean } of far) expect(mean).toBeLessThan(5e-4);
  quotes(`the largest single one is ${Math.max(...far.map(({ largest }) => largest)).toFixed(3)}`);
  const rise = (name: string) => of(name).swap[7].mean / of(name).swap[6].mean;
  for (const name of five.slice(0, 4)) expect(rise(name)).toBeGreaterThan(1);
  for (const name of ['none', 'rotary']) expect(Math.abs(rise(name) - 30)).toBeLessThan(3);
  expect(of('learned').overNone!.mean.toFixed(2)).toBe('-0.22');
  expect(of('none-one-layer').parameters).toBeGreaterThan(54_500);
  expect(of('none-one-layer').parameters).toBeLessThan(55_500);
  for (const name of five.slice(0, 4)) expect(Math.abs(of(name).parameters! - 158_000)).toBeLessThan(5_000);
});

test('the exercises', () => {
  const { linear, hidden } = of('none').place[1];
  quotes(`${linear.mean.toFixed(3)} bits, and a reader with a hidden layer can use ${hidden.mean.toFixed(3)} of`);
  quotes(`<Wrong value="${hidden.mean.toFixed(3)}"`);
  quotes(`<Wrong value="${of('none').place[2].linear.mean.toFixed(3)}"`);
  for (const [name, back] of [
    ['rotary', 1],
    ['learned', 2],
    ['sinusoidal', 2],
    ['none', 2],
  ] as const)
    quotes(`<Wrong value="${onText(name, back).toFixed(3)}"`);
  quotes(`${onText('rotary', 2).toFixed(3)} bits. Our readers get less than a tenth`);
  expect(onText('rotary', 2)).toBeGreaterThan(Math.max(onText('learned', 2), onText('sinusoidal', 2)) + 0.1);
});

test('clock hands and turns', () => {
  // 64 numbers in a row, 16 in a head: pair i of d numbers turns by 10000^(−2i/d) a place.
  const slowest = (width: number) => Math.round(10_000 ** ((width - 2) / width));
  quotes(`32 hands turn, by 1 radian a place and by less and less, down to 1/${count(slowest(64))}.`);
  quotes(`each head has eight, down to 1/${count(slowest(16))}.`);
  const hand = (turns: number) =>
    [Math.sin(2 * Math.PI * turns), Math.cos(2 * Math.PI * turns)].map((x) => Number(x.toFixed(2)) + 0);
  expect([1, 2, 4, 8].map((place) => hand(place / 16))).toEqual([[0.38, 0.92], [0.71, 0.71], [1, 0], [0, -1]]); // prettier-ignore
  expect([0, 1, 2, 4, 8].map((place) => hand(place / 4))).toEqual([[0, 1], [1, 0], [0, -1], [0, 1], [0, 1]]); // prettier-ignore
  const product = (s: number, t: number) => Math.cos(((t - s) * Math.PI) / 3);
  expect(product(0, 1)).toBeCloseTo(0.5, 12);
  expect(product(5, 6)).toBeCloseTo(0.5, 12);
  expect(product(5, 7)).toBeCloseTo(-0.5, 12);
  expect(product(0, 7)).toBeCloseTo(product(0, 1), 12);
  // Without a mask a row can see the two ends: each looks one back, and the first has nobody there.
  const itself = [0, 1, 2, 3].map((s) => {
    const scores = [0, 1, 2, 3].map((t) => Math.exp(3 * Math.cos(((t - s + 1) * Math.PI) / 3)));
    return scores[s] / scores.reduce((sum, x) => sum + x, 0);
  });
  expect(itself.map((weight) => weight.toFixed(2))).toEqual(['0.90', '0.18', '0.15', '0.15']);
});

test('what two places have in common', () => {
  const { least, greatest } = codeOf('learned');
  quotes(`of neighbors, all cosines are ${two(least[1])} or more`);
  quotes(
    `cosines of ${two(least[1])} or more; for places 8 apart they lie between ${two(least[8])} and ${two(greatest[8])}`,
  );
  quotes(`Two places 8 apart have a cosine between ${two(least[8])} and ${two(greatest[8])}.`);
  const { cosines } = codeOf('learned');
  quotes(`At place 60 it is ${two(cosines[60][52])}, and`);
  quotes(`at place 12, it is ${two(cosines[12][4])}.`);
  const [waves, turns] = [codeOf('waves'), codeOf('turns')].map((code) => code.least[16].toFixed(3));
  quotes(`<Wrong value="${waves}"`);
  quotes(`<Wrong value="${turns}"`);
  quotes(`<Wrong value="${greatest[8].toFixed(3)}"`);
  quotes(`<Wrong value="${least[16].toFixed(3)}"`);
  quotes(`${greatest[16].toFixed(3)}, and the least is ${least[16].toFixed(3)}. By waves all 112 pairs have ${waves}.`);
  quotes(`neighbors have ${two(least[1])} or more, and places 64 apart ${two(greatest[64])} or less`);
  expect([Math.abs(least[8] - least[16]), Math.abs(greatest[8] - greatest[16])].every((gap) => gap < 0.08)).toBe(true);
  // Two hands by hand: places 0 and 1 of the table, and places 1 and 2.
  const hands = [Math.PI / 2, Math.PI / 8];
  const code = (place: number) => hands.flatMap((angle) => [Math.sin(place * angle), Math.cos(place * angle)]);
  const cosine = (s: number, t: number) => code(s).reduce((sum, x, i) => sum + x * code(t)[i], 0) / 2;
  quotes(
    `0 by the fast hand and ${Math.cos(hands[1]).toFixed(2)} by the slow one, ${cosine(0, 1).toFixed(2)} on average`,
  );
  expect(cosine(1, 2)).toBeCloseTo(cosine(0, 1), 12);
});

test('waves that are added: a product after matrices is no function of the distance', () => {
  const next = uniforms(5);
  const [q, k] = [0, 1].map(() => Array.from({ length: 16 }, () => Array.from({ length: 64 }, () => next() - 0.5)));
  const wave = (place: number) => Array.from(waveCode(place, 64));
  const times = (matrix: readonly number[][], x: readonly number[]) =>
    matrix.map((row) => row.reduce((sum, value, i) => sum + value * x[i], 0));
  const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, x, i) => sum + x * b[i], 0);
  const apart = (product: (s: number) => number) => Array.from({ length: 120 }, (_, s) => product(s));
  const scores = apart((s) => dot(times(q, wave(s)), times(k, wave(s + 8))));
  expect(Math.max(...scores) - Math.min(...scores)).toBeGreaterThan(1);
  const cosines = apart((s) => dot(wave(s), wave(s + 8)));
  expect(Math.max(...cosines) - Math.min(...cosines)).toBeLessThan(1e-9);
});

test('turns that are close again beyond 16: seven hands of eight cannot tell', () => {
  const { least } = codeOf('turns');
  const again = least.flatMap((cosine, distance) =>
    distance > 16 && distance <= 64 && cosine > 0.7 ? [distance] : [],
  );
  expect(again).toEqual([18, 19, 20, 56, 57, 62, 63]);
  const degrees = (distance: number) =>
    Array.from({ length: 8 }, (_, i) => {
      const turned = ((distance * 10_000 ** (-i / 8) * 180) / Math.PI) % 360;
      return Math.min(turned, 360 - turned);
    });
  for (const distance of again) {
    expect(Math.max(...degrees(distance).slice(4))).toBeLessThan(40);
    expect(Math.max(...degrees(distance).slice(2, 4))).toBeGreaterThan(60);
  }
});
