import { expect, test } from 'vitest';
import { wholeModel } from '#contract/spec.ts';
import { defaultValues } from '#contract/values.ts';
import { drawPlaces } from '#sim/regression-designs.ts';
import { cosinesAt } from '#theory/learning/cosine-features.ts';
import { leastNormRisk } from '#theory/learning/least-norm-risk.ts';
import { ridgeFits } from '#theory/learning/ridge-fit.ts';
import { singularSystem } from '#theory/numerics/singular-values.ts';
import { averaged } from '#widgets/double-descent/cells.ts';
import type { Descent } from '#widgets/double-descent/model.ts';
import type { Asked } from '#widgets/double-descent/parameters.ts';
import { lowest } from '#widgets/double-descent/readouts.ts';
import { spec } from '#widgets/double-descent/spec.ts';
import { proseOf, quotesOf } from '../fixtures/prose.ts';

/* The numbers of the page on double descent, each computed here and found there as it is displayed. */

const prose = proseOf('double-descent');
const quotes = quotesOf('double-descent');
const whole = (change: Partial<Asked>) => wholeModel(spec, { ...defaultValues(spec.params), ...change }) as Descent;
/** Of twenty waves alone, which takes less time than all widths. */
const cellAt = (change: Partial<Asked>) =>
  [...averaged({ ...defaultValues(spec.params), ...change }, { n: 20, p: 20 })].at(-1)!.cell!;
const risk = (examples: number, width: number, truth: number, noise: number) => {
  const seen = Math.min(1, width / truth);
  const parts = leastNormRisk({ examples, width, seen, unseen: 1 - seen, noiseVariance: noise ** 2 });
  return { ...parts, test: parts.bias + parts.draw + parts.noise };
};

test('the bet and its table', () => {
  const [few, many] = [8, 18].map((n) => risk(n, 20, 20, 0.5).test);
  quotes(`With 8 examples it is ${few.toFixed(2)} and with 18 it is ${many.toFixed(1)}, nearly six times as large`);
  expect(many / few).toBeGreaterThan(5.8);
  expect(many / few).toBeLessThan(6);
  quotes(`from ${few.toFixed(2)} with 8 to ${many.toFixed(1)} with 18`);
  for (const n of [8, 14, 18, 24, 40]) {
    const { bias, draw, noise, test } = risk(n, 20, 20, 0.5);
    const cell = (x: number) => (x === 0 ? '0' : x.toFixed(2));
    const row = [n, ...[bias, draw, noise, test].map(cell)].join(' | ');
    expect(prose.replace(/ +\|/g, ' |').replace(/\| +/g, '| ')).toContain(`| ${row} |`);
  }
});

test('what eight examples leave out costs bias and variance, and one more hurts from three features on', () => {
  const { bias, draw } = risk(8, 20, 20, 0.5);
  quotes(`That costs ${(bias + draw).toFixed(2)}: as bias, and as variance`);
  for (const m of [3, 4, 20]) {
    expect(risk(m - 2, m, m, 0.5).test).toBeLessThan(Infinity);
    expect(risk(m - 1, m, m, 0.5).test).toBe(Infinity);
  }
  for (const n of [1, 2, 3]) expect(risk(n, 2, 2, 0.5).test).toBe(Infinity);
});

test('variance of a prediction, with even gaps and without', () => {
  const places = Array.from({ length: 200 }, (_, i) => (i + 0.5) / 200);
  for (const uneven of [0, 0.3]) {
    const system = singularSystem(cosinesAt(20, drawPlaces(20, uneven, 8, 0)));
    const seen = system.map(({ value, right }) => {
      const said = cosinesAt(20, places).map((row) => row.reduce((sum, x, j) => sum + x * right[j], 0));
      return said.reduce((sum, x) => sum + x * x, 0) / 200 / value ** 2;
    });
    const variance = 0.09 * seen.reduce((sum, x) => sum + x, 0);
    expect(variance).toBeCloseTo(cellAt({ uneven }).noise, 8);
    // With even gaps each direction is as large on the points as between them: its mean square there is s²/20.
    if (uneven === 0) for (const ratio of seen) expect(ratio * 20).toBeCloseTo(1, 6);
    else expect(Math.max(...seen) * 20).toBeGreaterThan(100);
  }
});

test('two points and a line', () => {
  const plain = prose.replace(/ +\|/g, ' |').replace(/\| +/g, '| ');
  for (const gap of [1, 0.1, 0.01]) {
    // Deviations 0.3 and −0.3 from f(x) = x.
    const { fits } = ridgeFits([[1, 0], [1, gap]], [0.3, gap - 0.3], [[0, 1], [1, 2]], [0]); // prettier-ignore
    const [slope, said] = fits[0].fitted;
    const text = (x: number, digits: number) => String(Number(x.toFixed(digits))).replace('-', '−');
    const error = (said - 2) ** 2;
    const shown = error < 1 ? error.toFixed(2) : Math.round(error).toLocaleString('en-US');
    expect(plain).toContain(`| ${text(said, 1)} | ${shown} |`);
    expect(plain).toContain(`= ${String(Number(slope.toFixed(6)))}$ |`);
    if (gap < 1) expect(singularSystem([[1, 0], [1, gap]])[1].value / (gap / Math.SQRT2)).toBeCloseTo(1, 2); // prettier-ignore
    const variance = ridgeFits([[1, 0], [1, gap]], [0, 0], [[0, 1]], [0]).fits[0].variance * 0.09; // prettier-ignore
    quotes(String(Math.round(variance * 100) / 100).replace(/^1800$/, '1,800'));
  }
});

test('waves: the peak and its controls', () => {
  const descent = whole({});
  const at = (p: number, model = descent) => model.cells.find((cell) => cell.p === p)!;
  const even = cellAt({ uneven: 0 });
  quotes(`The error is ${even.test.toFixed(3)}, where it was ${at(20).test.toFixed(2)}.`);
  quotes(`The smallest singular value is ${even.smallest.toFixed(3)}, where it was ${at(20).smallest.toFixed(3)}.`);
  quotes(`give an error of ${cellAt({ noise: 0 }).test.toFixed(4)}.`);
  expect(even.smallest).toBeCloseTo(Math.sqrt(20) / (19 * Math.PI), 5);
  quotes(`only $\\sqrt2/(19\\pi) = ${(Math.SQRT2 / (19 * Math.PI)).toFixed(3)}$ high`);
  quotes(`they go from 4.5 to ${even.smallest.toFixed(3)}`);
  const [six, twenty] = [6, 20].map(
    (p) => [...averaged({ ...defaultValues(spec.params), penalty: 'best' }, { n: 20, p })].at(-1)!.cell!.test,
  );
  quotes(`has an error of ${twenty.toFixed(3)} with the same twenty waves`);
  // None that the reader can choose does better.
  for (const own of [0.02, 0.05, 0.055, 0.1])
    expect(twenty).toBeLessThan(cellAt({ penalty: 'yours', ridge: own }).test + 2e-5);
  quotes(`six waves have an error of ${six.toFixed(3)}, and twenty have ${twenty.toFixed(3)}`);
  expect(lowest(descent)!.p).toBe(4);
  quotes(`four waves have ${at(4).test.toFixed(3)}, and 200 waves have ${at(200).test.toFixed(3)}.`);
  quotes(
    `the lowest error is at four waves, ${at(4).test.toFixed(3)}. With 200 waves it is ${at(200).test.toFixed(3)}`,
  );
  quotes(`have ${descent.endless!.test.toFixed(3)}.`);
  for (const cell of descent.cells.filter(({ p }) => p >= 20)) expect(cell.noise / cell.test).toBeGreaterThan(0.99);
  quotes('over 99 percent of it is variance');
  // The exercise: the variance with even gaps is that of the noise in a single reading.
  expect(even.noise).toBeCloseTo(0.09, 3);
});

test('random features: both far sides, and the wrong answers of the exercises', () => {
  quotes(`the least expected error, ${risk(40, 200, 200, 0).test.toFixed(2)}.`);
  for (let p = 1; p < 200; p++) expect(risk(40, p, 200, 0).test).toBeGreaterThan(0.8);
  const beyond = Array.from({ length: 179 }, (_, i) => risk(20, 22 + i, 20, 0.5).test);
  expect(22 + beyond.indexOf(Math.min(...beyond))).toBe(42);
  quotes(`to ${Math.min(...beyond).toFixed(2)} near $m = 42$, and rises again, to ${risk(20, 200, 20, 0.5).test.toFixed(2)} at $m = 200$`); // prettier-ignore
  quotes(`$0.25 \\cdot 10/9 = ${risk(20, 10, 10, 0.5).noise.toFixed(3)}$`);
  quotes(`$0.25 \\cdot 10/20 = ${risk(10, 31, 31, 0.5).noise.toFixed(3)}$`);
  for (const wrong of [0.25 * (31 / 20), 0.25 * (10 / 31), 0.25 * (10 / 21)])
    quotes(`value="${Number(wrong.toFixed(4))}"`);
  for (const wrong of [(0.25 * 10) / 20, (0.25 * 10) / 10, (0.5 * 10) / 9])
    quotes(`value="${Number(wrong.toFixed(4))}"`);
  expect(risk(20, 20, 20, 0).test).toBe(0);
});
