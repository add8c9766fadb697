import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { sayIn } from '#contract/say.ts';
import { wholeModel } from '#contract/spec.ts';
import { defaultValues } from '#contract/values.ts';
import { uniforms } from '#sim/random.ts';
import { plugInInformation } from '#theory/estimation/information-estimators.ts';
import { plugInEntropy } from '#theory/estimation/entropy-estimators.ts';
import { mutualInformation } from '#theory/measures/mutual-information.ts';
import { expectationUnderMultinomial } from '#theory/numerics/multinomial.ts';
import { close } from '../../../fixtures/oracle.ts';
import { readColumns } from './columns.ts';
import { expectedOf, informationBy, jointOf } from './discrete.ts';
import { meanOf } from './estimates.ts';
import { rowOf, sharesOf, type Lab } from './lab.ts';
import { compute } from './model.ts';
import { bestScores, boundsOf } from './numbers.ts';
import { longestText, params, type Asked } from './parameters.ts';
import { spec } from './spec.ts';
import { ticksOf } from './ticks.ts';
import { View } from './View.tsx';

const asked = (change: Partial<Asked>): Asked => ({ ...defaultValues(params), ...change });
const whole = (change: Partial<Asked>) => wholeModel(spec, asked(change)) as Lab;

describe('estimates from counts', () => {
  it('of information are three entropies, and their mean is that over all samples', () => {
    const counts = [[3, 1, 0], [2, 0, 4]]; // prettier-ignore
    close(informationBy(plugInEntropy, counts), plugInInformation(counts));
    const dice = asked({ sides: 2, copies: 0.3 });
    const over = expectationUnderMultinomial(jointOf(dice).flat(), 6, ([a, b, c, d]) => plugInInformation([[a, b], [c, d]])); // prettier-ignore
    close(expectedOf(dice, 'plugIn', 6), over, 1e-9);
  });

  it('of dice have the truth at both ends of copying', () => {
    close(compute(asked({ copies: 1, sides: 6 })).truth!, Math.log(6), 1e-12);
    expect(compute(asked({ copies: 0, sides: 20 })).truth).toBeLessThan(1e-12);
    close(compute(asked({ names: 'table' })).truth!, mutualInformation(asked({}).joint), 1e-12);
  });

  it('scatter about the exact mean, within four standard errors', () => {
    for (const change of [{}, { source: 'rare', pairs: 100, samples: 40 }] as const)
      for (const row of whole(change).rows) {
        const { mean, error } = meanOf(row)!;
        if (row.exact !== undefined) expect(Math.abs(mean - row.exact), row.estimator).toBeLessThan(4 * error);
      }
  });
});

describe('bounds by the best critic', () => {
  it('are those of the scores, worked out by hand for one pair of values', () => {
    const scores = bestScores({ x: [[1], [0]], y: [[1], [0]] }, 0.5);
    // 1 − ½ ln 0.75 + 0.5 (2 − 0.5 · 2)/(2 · 0.75) for x = y = 1.
    close(scores[0][0], 1 - 0.5 * Math.log(0.75) + 1 / 3);
    const { infoNce, donskerVaradhan, nguyenWainwrightJordan } = boundsOf(scores);
    expect(infoNce).toBeLessThan(Math.LN2);
    expect(nguyenWainwrightJordan).toBeLessThanOrEqual(donskerVaradhan + 1e-9);
  });
});

describe('two columns', () => {
  const problem = (text: string) => {
    const read = readColumns(text);
    return 'problem' in read ? read.problem : `${read.kind} ${read.n}`;
  };

  it('are read with commas, semicolons, tabs, spaces, quotes and a head', () => {
    const lines = ['a 1', 'b 2', 'a 1', 'b 1', 'c 2'];
    for (const separator of [',', ';', '\t', ' ', ' , '])
      expect(problem(lines.join('\r\n').replaceAll(' ', separator))).toBe('names 5');
    const read = readColumns('"tea, cold",yes\n"a ""b""",no\n"tea, cold",yes\nx,no\n');
    expect(read).toMatchObject({ kind: 'names', x: ['tea, cold', 'a "b"', 'tea, cold', 'x'] });
    expect(readColumns('height,weight\n1.5,2\n1.7,3\n1.6,2.5\n1.4,9\n')).toMatchObject({ kind: 'numbers', n: 4, x: [1.5, 1.7, 1.6, 1.4] }); // prettier-ignore
    // Small whole numbers that come again are names of classes.
    expect(problem('0,1\n1,1\n0,0\n1,1\n0,1\n')).toBe('names 5');
  });

  it('that are none are refused with the line', () => {
    expect(problem(' \n')).toMatch(/^There is nothing yet/);
    expect(problem('a,b\nc,d,e\nf,g\nh,i\nj,k')).toMatch(/^Line 2, “c,d,e”, has 3 entries/);
    expect(problem('a,b\nc,\nf,g\nh,i\nj,k')).toMatch(/^In line 2 an entry is missing/);
    expect(problem('a,b\nc,d')).toMatch(/needs at least 4\.$/);
    expect(problem('1.5,2\n1.5,3\n1.5,4\n1.5,7.5')).toMatch(/^The first column is the same number throughout/);
    const long = Array.from({ length: 20 }, (_, i) => `${i * 1.5},${i * i}`);
    expect(problem([...long.slice(0, 7), 'x,3', ...long.slice(7)].join('\n'))).toMatch(/^Line 8, “x,3”, is no pair of numbers/); // prettier-ignore
    expect(problem(Array.from({ length: 300 }, (_, i) => `n${i},b`).join('\n'))).toMatch(/300 different names/);
    expect(problem('a\u0000,b\nc,d\ne,f\ng,h')).toMatch(/^This is no text/);
    expect(problem('just a sentence of words')).toMatch(/^Line 1/);
  });

  it('that belong together say more than their shuffles, and those that do not say as much', () => {
    const rows = Array.from({ length: 60 }, (_, i) => (i * 37) % 60);
    const linked = rows.map((v) => `${v + 0.5},${v * v}`).join('\n');
    const model = whole({ source: 'columns', columns: linked, samples: 20 });
    expect(model.rows.map(({ estimator }) => estimator)).toEqual(['bins', 'fit', 'ksg']);
    for (const row of model.rows) expect(sharesOf(row)).toBeCloseTo(1 / 21, 12);
    const next = uniforms(8);
    const free = rows.map(() => `${next()},${next()}`).join('\n');
    expect(sharesOf(rowOf(whole({ source: 'columns', columns: free, samples: 20 }), 'ksg')!)).toBeGreaterThan(1 / 21);
  });
});

it('can be drawn while the model is still of another source', () => {
  for (const was of ['names', 'numbers', 'critic', 'columns'] as const) {
    const model = was === 'critic' ? compute(asked({ source: was })) : whole({ source: was, samples: 10, pairs: 20 });
    for (const is of ['rare', 'critic', 'columns'] as const) {
      const props = { values: asked({ source: is }), model, width: 640, set: () => undefined, say: sayIn('bits') };
      expect(renderToStaticMarkup(createElement(View, props))).not.toMatch(/NaN|undefined|Infinity/);
    }
  }
});

it('has ticks that say how much, whatever the rows', () => {
  for (const unit of ['bits', 'nats'] as const)
    for (const [from, to] of [
      [-0.2, 0.32],
      [-0.01, 0.06],
      [0, 3],
      [-1.4, 9.9],
      [0, 0.9],
    ])
      // prettier-ignore
      expect(ticksOf(from, to, sayIn(unit)).length).toBeGreaterThan(2);
});

it('says of each source what is its own', () => {
  const rare = asked({ source: 'rare', pairs: 100 });
  const model = compute(rare);
  const { firstOrder, firstOrderEntropy, entropy, truth } = spec.readouts;
  expect(firstOrder.none!(model, rare) && truth.none!(model, rare)).toBe(true);
  close(firstOrderEntropy.of(model, rare), -999 / 200);
  close(entropy.of(model, rare), model.truth!);
  const dice = asked({});
  expect(firstOrderEntropy.none!(compute(dice), dice) && entropy.none!(compute(dice), dice)).toBe(true);
  close(firstOrder.of(compute(dice), dice), 16 / 100);
});

it('does not say that the fit is broken before it is', () => {
  const { hints } = spec.challenges!.find(({ id }) => id === 'break-the-fit')!;
  const hint = (correlation: number) => {
    const values = asked({ source: 'numbers', pairs: 60, samples: 10, twist: true, correlation });
    const model = wholeModel(spec, values) as Lab;
    return hints.find(({ when }) => when(model, values))!.say;
  };
  expect(hint(0.7)).toMatch(/^Here the cube takes half/);
  expect(hint(0.95)).toMatch(/^The fit is broken/);
});

it('keeps the same training for another step, and its bounds in order', () => {
  const change = { source: 'critic', pairs: 8, dimensions: 1 } as const;
  const first = whole({ ...change, step: 10 });
  expect(whole({ ...change, step: 60 }).training).toBe(first.training);
  // Of 15 steps; the page says which one it speaks of.
  const late = asked({ ...change, step: 199 });
  expect(spec.readouts!.stepNow.of(first, late)).toBe(160);
  for (const { seen } of first.training!.snapshots) expect(seen.infoNce).toBeLessThanOrEqual(Math.log(8) + 1e-6);
});

describe('columns as they are pasted', () => {
  it('may have commas for points, where no comma parts them', () => {
    for (const between of [';', '\t']) {
      const read = readColumns(Array.from({ length: 20 }, (_, i) => `0,${300 + i}${between}1,5`).join('\n').replace('1,5', '2,5')); // prettier-ignore
      expect(read).toMatchObject({ kind: 'numbers', n: 20, said: 'A comma in a number is read as its point. 20 pairs of numbers. Many numbers come more than once; the estimate by neighbors is made for numbers that do not.' }); // prettier-ignore
      expect('x' in read && read.x[1]).toBe(0.301);
      expect('y' in read && read.y.slice(0, 2)).toEqual([2.5, 1.5]);
    }
    expect(readColumns('1,234;2.5\n2,000;1.5\n3,000;4.5\n4,000;2.5')).toMatchObject({ kind: 'numbers', x: [1234, 2000, 3000, 4000] }); // prettier-ignore
  });

  it('and are read up to the last whole line where they were cut', () => {
    const text = Array.from({ length: 3000 }, (_, i) => `${(i * 0.618) % 1}, ${(i * 0.414) % 1}`).join('\n').slice(0, longestText); // prettier-ignore
    const lines = text.split('\n').length - 1;
    const read = readColumns(text);
    expect('said' in read && read.said).toMatch(new RegExp(`^Of a longer text the whole lines of its first 60,000 characters are read. ${lines.toLocaleString('en')} pairs of numbers, of which the first 400 are used`)); // prettier-ignore
  });
});
