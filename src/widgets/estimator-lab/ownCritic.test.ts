import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { sayIn } from '#contract/say.ts';
import { wholeModel } from '#contract/spec.ts';
import { defaultValues } from '#contract/values.ts';
import { uniforms } from '#sim/random.ts';
import { heldOf, type Lab } from './lab.ts';
import { compute, work } from './model.ts';
import { params, type Asked } from './parameters.ts';
import { ringColumns } from './ring.ts';
import { spec } from './spec.ts';
import { done } from './training.ts';
import { View } from './View.tsx';

const asked = (columns: string, change: Partial<Asked> = {}): Asked => ({ ...defaultValues(params), source: 'columns', by: 'critic', columns, ...change }); // prettier-ignore
const lines = (n: number, line: (i: number) => string) => Array.from({ length: n }, (_, i) => line(i)).join('\n');
const problem = (columns: string) => compute(asked(columns)).problem;

describe('a critic of the reader’s columns', () => {
  it('is refused where rows are few, with the number that it needs', () => {
    expect(problem(lines(24, (i) => `${i}.5, ${i * i}`))).toMatch(/^A critic needs 64 pairs or more: .* Here are 24 pairs\.$/); // prettier-ignore
    expect(problem(defaultValues(params).columns)).toMatch(/Here are 24 pairs\.$/);
    expect(problem(lines(64, (i) => `${i}.5, ${i * i}`))).toBeUndefined();
  });

  it('is refused for what is no pair of columns, or does not vary', () => {
    expect(problem('')).toMatch(/^There is nothing yet/);
    expect(problem(lines(80, (i) => `just words in line ${i}`))).toMatch(/^Line 1, .* two belong there/);
    expect(problem(lines(80, (i) => (i === 40 ? 'x, 3' : `${i}.5, ${i}`)))).toMatch(/^Line 41, “x, 3”, is no pair of numbers/);
    expect(problem(lines(80, (i) => `${i}.5, 7`))).toMatch(/^The second column is the same number throughout/);
    expect(problem(lines(80, (i) => `yes, ${i % 3 === 0 ? 'tea' : 'none'}`))).toMatch(/^The first column has one name throughout/);
    expect(problem(lines(300, (i) => `n${i}, b${i % 2}`))).toMatch(/300 different names/);
    expect([...work(asked('a, b'))].at(-1)!.model!.problem).toMatch(/needs at least 4\.$/);
  }); // prettier-ignore

  it('says how the rows are split, and shows each split when it is done', () => {
    // Another test may have trained the same.
    done.clear();
    const begun = compute(asked(ringColumns));
    expect(begun.own!.said).toBe('96 pairs of numbers. In each of 6 splits 64 of them train a critic, 16 say when to stop, and 16 others judge it, 16 at a time.'); // prettier-ignore
    expect(begun.candidates).toBe(16);
    let steps = 0;
    for (const { model } of work(asked(ringColumns, { seed: 3 }))) {
      steps++;
      if (!model) continue;
      // Two splits, once of the columns and once shuffled, each some 200 steps.
      expect(steps).toBeGreaterThan(800);
      expect(model.training).toMatchObject({ snapshots: { length: 11 }, chosen: { length: 2 }, best: { length: 2 } });
      const props = { values: asked(ringColumns), model, width: 360, set: () => undefined, say: sayIn('bits') };
      expect(renderToStaticMarkup(createElement(View, props))).not.toMatch(/NaN|undefined|Infinity/);
      break;
    }
  });

  it('reads names as well, and the same seed gives the same', () => {
    const next = uniforms(6);
    const names = lines(64, () => { const tea = next() < 0.5; return `${tea ? 'tea' : 'none'}, ${tea === next() < 0.9 ? 'open' : 'shut'}`; }); // prettier-ignore
    const found = wholeModel(spec, asked(names)) as Lab;
    const [fresh, shuffled] = heldOf(found, 'infoNce');
    expect(fresh!.mean).toBeGreaterThan(0.1);
    expect(fresh!.mean - shuffled!.mean).toBeGreaterThan(3 * Math.hypot(fresh!.error, shuffled!.error));
    expect(spec.describe(found, asked(names), sayIn('bits'))).toMatch(/^64 pairs of names, .* In each of 4 splits 32 of them train/);
  }); // prettier-ignore
});
