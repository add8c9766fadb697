import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { measured } from '#widgets/positions/measured.ts';

/* The numbers of the page on positions, each computed here and found there as it is displayed. */

const prose = readFileSync('src/book/positions.mdx', 'utf8').replace(/\s+/g, ' ');
const quotes = (quoted: string) => expect({ quoted, found: prose.includes(quoted) }).toEqual({ quoted, found: true });
const of = (name: string) => measured.networks.find((row) => row.name === name)!;
const onText = (name: string, back: number) =>
  measured.example.networks.find((row) => row.name === name)!.divergence[back - 1];
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
  expect(last([0, 3, 1])).toBeCloseTo(17, 9);
  expect(last([1, 0, 3])).toBeCloseTo(17, 9);
});

test('the tables', () => {
  for (const { name, place, loss } of measured.networks) {
    const cells = place.map(({ hidden }) => two(hidden.mean));
    quotes(`| ${loss ? two(loss.mean) : ''} | ${cells.join(' | ')}`.replace('|  |', '| |'));
    for (const { hidden } of place) expect(hidden.error).toBeLessThan(0.035);
    if (loss) expect(loss.error).toBeLessThan(0.02);
    for (const { control } of place) if (control) expect(Math.abs(control.mean + 0.01)).toBeLessThan(0.01);
    expect(name).not.toBe('');
  }
  const row = (at: number) =>
    five
      .slice(0, 4)
      .map((name) => two(of(name).swap[at].mean))
      .join(' | ');
  quotes(`${row(0)} | 0 |`);
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
  // From 16 places on; and letters pay.
  for (const name of five)
    for (const { distance, mean } of of(name).swap) if (distance >= 16) expect(mean).toBeLessThan(1e-3);
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
    ['none', 2],
  ] as const)
    quotes(`<Wrong value="${onText(name, back).toFixed(3)}"`);
  quotes(`${onText('rotary', 2).toFixed(3)} bits. Hardly a tenth`);
  expect(onText('rotary', 2)).toBeGreaterThan(onText('learned', 2) + 0.1);
});

test('clock hands and turns', () => {
  const hand = (turns: number) =>
    [Math.sin(2 * Math.PI * turns), Math.cos(2 * Math.PI * turns)].map((x) => Number(x.toFixed(2)) + 0);
  expect([1, 2, 4, 8].map((place) => hand(place / 16))).toEqual([[0.38, 0.92], [0.71, 0.71], [1, 0], [0, -1]]); // prettier-ignore
  expect([0, 1, 2, 4, 8].map((place) => hand(place / 4))).toEqual([[0, 1], [1, 0], [0, -1], [0, 1], [0, 1]]); // prettier-ignore
  const product = (s: number, t: number) => Math.cos(((t - s) * Math.PI) / 3);
  expect(product(0, 1)).toBeCloseTo(0.5, 12);
  expect(product(5, 6)).toBeCloseTo(0.5, 12);
  expect(product(5, 7)).toBeCloseTo(-0.5, 12);
});
