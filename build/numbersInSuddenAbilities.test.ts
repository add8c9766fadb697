import { expect, test } from 'vitest';
import { defaultValues } from '#contract/values.ts';
import { unlearnedMass, unlearnedMassPowerLaw } from '#theory/scale/power-law.ts';
import { exactMatch, expectedTokenErrors, knowledgeCapacity } from '#theory/scale/scaling-law.ts';
import { multipleChoice, optionsOf, brier } from '#widgets/metric-switch/grades.ts';
import { compute, lossAt, sizeOfMatch } from '#widgets/metric-switch/model.ts';
import { params, type Asked } from '#widgets/metric-switch/parameters.ts';
import { spec } from '#widgets/metric-switch/spec.ts';
import { trail } from '#widgets/metric-switch/trail.ts';
import { compute as learn, expectedUnseen, shareOf } from '#widgets/skill-graph/model.ts';
import { params as ofSkills, ratio } from '#widgets/skill-graph/parameters.ts';
import { close } from '../fixtures/oracle.ts';
import { quotesOf } from '../fixtures/prose.ts';

/* The numbers of the page on leaps, each computed here and found there as it is displayed. */

const quotes = quotesOf('sudden-abilities');
const asked = (change: Partial<Asked> = {}): Asked => ({ ...defaultValues(params), ...change });

test('twenty digits', () => {
  for (const [p, digits] of [
    [0.7, 4],
    [0.8, 3],
    [0.9, 2],
    [0.95, 2],
    [0.98, 2],
  ] as const)
    // prettier-ignore
    quotes(`| ${p.toFixed(2)} | ${expectedTokenErrors(p, 20).toFixed(1)} | ${exactMatch(p, 20).toFixed(digits)} |`);
  expect(100 * exactMatch(0.7, 20)).toBeLessThan(0.1);
  expect(exactMatch(0.98, 20)).toBeCloseTo(2 / 3, 2);
});

test('the width of the rise, and where it is', () => {
  for (const length of [1, 20, 40]) {
    const wide = sizeOfMatch(0.9, asked({ length })) / sizeOfMatch(0.1, asked({ length }));
    close(wide, (Math.LN10 / Math.log(10 / 9)) ** (1 / 0.4), 1e-9);
    expect(Math.round(wide / 100) * 100).toBe(2200);
  }
  quotes('it is about 2,200');
  const moved = sizeOfMatch(0.5, asked({ length: 40 })) / sizeOfMatch(0.5, asked({ length: 20 }));
  quotes(`sizes ${moved.toFixed(1)} times as large`);
  // A model does with ℓ tokens what one ℓ^(1/α) times smaller does with one.
  close(exactMatch(Math.exp(-lossAt(1e9, asked())), 20), Math.exp(-lossAt(1e9 / 20 ** 2.5, asked())), 1e-9);
  quotes(`no right answer ${Math.round(100 * 0.999 ** 30)} times in 100`);
  const ten = asked({ alpha: 0.5, length: 10 });
  close(spec.readouts.later.of(compute(ten), ten), 100, 1e-9);
  close(10 ** 0.5, 3.1623, 1e-4);
});

test('how wide each grade makes the rise', () => {
  const { options: k, scatter: s, alpha } = asked();
  // By bisection in the decimal logarithm of the size.
  const sizeAt = (grade: (p: number) => number, share: number) => {
    const [bottom, top] = [grade(0), grade(1)];
    let [low, high] = [0, 40];
    for (let i = 0; i < 100; i++) {
      const middle = (low + high) / 2;
      if ((grade(Math.exp(-lossAt(10 ** middle, { alpha }))) - bottom) / (top - bottom) < share) low = middle;
      else high = middle;
    }
    return 10 ** low;
  };
  const wide = (grade: (p: number) => number) => sizeAt(grade, 0.9) / sizeAt(grade, 0.1);
  // Wrong tokens make the same rise as exact match, farther to the left.
  for (const grade of [(p: number) => exactMatch(p, 20), (p: number) => -expectedTokenErrors(p, 20)])
    close(wide(grade), (Math.LN10 / Math.log(10 / 9)) ** 2.5, 1e-6);
  expect(Math.round(20 ** 2.5 / 100) * 100).toBe(1800);
  quotes('1,800 times farther to the left');
  quotes(`the size grows ${wide((p) => brier(p, k)).toFixed(0)}-fold, with multiple choice ${wide((p) => multipleChoice(p, k, s)).toFixed(0)}-fold`); // prettier-ignore
  // Where the right option is the likeliest nine times out of ten.
  let [low, high] = [0, 1];
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (multipleChoice(middle, k, s) < 0.9) low = middle;
    else high = middle;
  }
  quotes(`an option of probability ${optionsOf(low, k).right.toFixed(2)} is the likeliest nine times out of ten`);
  const exactAt = (size: number) => exactMatch(Math.exp(-lossAt(size, { alpha })), 20);
  quotes(`up to ${exactAt(1e9).toFixed(2)} at a billion parameters. The axis ends before the rise does, at ${exactAt(1e11).toFixed(1)}.`); // prettier-ignore
  // The exercise on ten tokens with two other exponents.
  quotes(`it would be ${(Math.round(10 ** (1 / 0.34) / 10) * 10).toString()} times; with 0.1 it would be ten billion`);
});

test('texts of twelve skills answer late, read or learned in order', () => {
  const read = (samples: number) => 1 - expectedUnseen(samples, { law: 'zipf', a: defaultValues(ofSkills).a });
  const answered = [10, 100, 1000, 10_000].map((D) => read(D) ** 12);
  expect(answered.map((x) => Number(x.toPrecision(2)))).toEqual([0.0013, 0.066, 0.31, 0.58]);
  close(learn({ ...defaultValues(ofSkills), each: 12, learned: 10 }).here.answered, 0.04, 0.02);
  // Good and Turing: of all sequences of three examples of two skills, the skills seen exactly once, divided by three.
  const p = [0.3, 0.7];
  let estimate = 0;
  for (const drawn of [0, 1].flatMap((x) => [0, 1].flatMap((y) => [0, 1].map((z) => [x, y, z])))) {
    const once = [0, 1].filter((skill) => drawn.filter((one) => one === skill).length === 1).length;
    estimate += (drawn.reduce((product, skill) => product * p[skill], 1) * once) / 3;
  }
  close(estimate, p[0] * (1 - p[0]) ** 2 + p[1] * (1 - p[1]) ** 2, 1e-12);
});

test('none of thirty', () => {
  quotes(`in ${Math.round(100 * 0.97 ** 30)} of 100 cases`);
  quotes(`quite usual: ${Math.round(100 * (29 / 30) ** 30)} cases in 100`);
  expect(0.905 ** 30).toBeCloseTo(0.05, 3);
  expect(1 - 0.05 ** (1 / 30)).toBeCloseTo(0.095, 3);
  expect(0.5 ** 30 * 1e9).toBeCloseTo(0.93, 2);
});

test('the network that leaps', () => {
  const at = (step: number) => trail.find((one) => one.step === step)!;
  const power = (x: number) => {
    const [mantissa, exponent] = x.toExponential(0).split('e-');
    return `${mantissa} × 10⁻${[...exponent].map((d) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(d)]).join('')}`;
  };
  for (const [step, written] of [
    [64, '64'],
    [724, '724'],
    [1024, '1,024'],
    [1448, '1,448'],
    [3662, '3,662'],
  ] as const) {
    // prettier-ignore
    const { loss, token, choice, matches } = at(step);
    const all = Math.exp(matches[19]);
    quotes(`| ${written} | ${(loss / Math.LN2).toFixed(2)} | ${token.toFixed(2)} | ${choice.toFixed(2)} | ${all > 1e-3 ? all.toFixed(2) : power(all)} |`); // prettier-ignore
  }
  quotes(`$\\log_2 3 = ${Math.log2(3).toFixed(2)}$ bits`);
  expect(at(724).loss / at(1448).loss).toBeGreaterThan(6);
  const { bend } = compute(asked({ source: 'network' }));
  expect(Math.round(bend)).toBe(9);
  quotes('nine times as steep');
  // On an axis of steps the fall takes as long as the flat piece.
  expect([724 - 64, 1448 - 724].map((x) => Math.round(x / 100) * 100)).toEqual([700, 700]);
  quotes(`are right with probability ${Math.exp(at(1448).matches[39]).toFixed(3)} at step 1,448 and ${Math.exp(at(3662).matches[39]).toFixed(2)} at the last`); // prettier-ignore
  quotes(`multiple choice stands at ${at(16).choice.toFixed(2)}, below chance`);
  const flat = trail.filter(({ step }) => step >= 64 && step <= 724).map(({ loss }) => (loss / Math.LN2).toFixed(2));
  quotes(`pays between ${flat.reduce((a, b) => (a < b ? a : b))} and ${flat.reduce((a, b) => (a > b ? a : b))}.`);
  // The leap is in the Brier score too: more than nine tenths of it go in that doubling.
  expect(at(1448).brier).toBeLessThan(at(724).brier / 10);
});

test('two weights', () => {
  const product = (t: number, start = 1e-4) => 1 / (1 + (1 / start - 1) * Math.exp(-2 * t));
  const loss = (u: number) => (1 - u) ** 2 / 2;
  for (let t = 0; t <= 6; t++) {
    const u = product(t);
    const grown = t === 0 ? '' : `${(u / product(t - 1)).toFixed(1)}-fold `;
    quotes(`| ${t} | ${u.toFixed(4)} | ${loss(u).toFixed(4)} | ${grown}|`);
  }
  expect(Math.round(product(2) / product(0))).toBe(54);
  expect(loss(product(2)) / loss(product(0))).toBeCloseTo(0.99, 2);
  // One half minus the loss is u − u²/2: on log paper it rises at once.
  close((0.5 - loss(product(1))) / (0.5 - loss(product(0))), 7.4, 0.01);
  // The closed form is the path of the two weights down the slope, in small steps.
  let [a, b] = [0.01, 0.01];
  for (let i = 0; i < 50_000; i++) [a, b] = [a + 1e-4 * b * (1 - a * b), b + 1e-4 * a * (1 - a * b)];
  close(a * b, product(5), 1e-3);
  // From 0.001 it comes to one half so much later.
  const half = (start: number) => 0.5 * Math.log(1 / start - 1);
  quotes(`it waits ${(half(1e-6) - half(1e-4)).toFixed(1)} units longer`);
});

test('skills', () => {
  const zipf = { law: 'zipf', a: 1 } as const;
  quotes(
    `${shareOf(1, zipf).toFixed(3)}, ${shareOf(2, zipf).toFixed(3)} and ${shareOf(3, zipf).toFixed(3)} of all cases`,
  );
  quotes(`learned those three fails in ${unlearnedMass(2, 3).toFixed(3)}`);
  close(shareOf(1, zipf), 6 / Math.PI ** 2, 1e-12);
  close(expectedUnseen(5000, { law: 'geometric', a: 1 }) * 5000, 33, 0.02);
  close(expectedUnseen(300, { law: 'geometric', a: 1 }) * 300, 33, 0.02);
  expect(expectedUnseen(10, { law: 'geometric', a: 1 }) * 10).toBeLessThan(10);
  expect(Math.round(-1 / Math.log(ratio))).toBe(33);
  quotes(`$1 - 6/\\pi^2 = ${unlearnedMass(2, 1).toFixed(3)}$`);
  const off = (n: number) => unlearnedMassPowerLaw(2, n) / unlearnedMass(2, n) - 1;
  expect([(100 * off(10)).toFixed(0), (100 * off(100)).toFixed(1)]).toEqual(['5', '0.5']);
  close(unlearnedMassPowerLaw(2, 1), 0.608, 1e-3);
});

test('bits per parameter, and a floor', () => {
  const bits = knowledgeCapacity(7e9) / Math.LN2;
  expect([bits / 1e9, bits / 8e9].map((x) => Number(x.toFixed(2)))).toEqual([14, 1.75]);
  expect(Math.exp(-20 * 0.05).toFixed(2)).toBe('0.37');
});
