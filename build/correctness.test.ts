import { describe, expect, it } from 'vitest';
import { powerOfTen } from '#site/pages/powerOfTen.ts';
import type { LoadedWidget } from '#site/workshop.ts';
import { widgets } from '#site/widgets.ts';
import { checkedFields } from './correctness.ts';

const loaded = new Map(
  await Promise.all(
    widgets.map(async ({ id, spec }) => [id, { ...(await spec()), View: () => null } satisfies LoadedWidget] as const),
  ),
);
const functions = checkedFields(loaded).flatMap((field) => field.functions);
const rows = new Map(functions.map((one) => [one.source, one]));

describe('the correctness page', () => {
  it('has a row for the function behind each readout, but for those of the language itself', () => {
    const unchecked = [...loaded.values()].flatMap(({ spec }) =>
      Object.entries(spec.readouts)
        .filter(([, { source }]) => !source.startsWith('Math.') && !rows.has(source))
        .map(([id, { source }]) => `${spec.id}, ${id}: no test compares what ${source} returns`),
    );
    expect(unchecked).toEqual([]);
  });

  it('says what a quantity is, where it is seen, and what it is checked against', () => {
    const one = rows.get('theory/measures/mutual-information.mutualInformation')!;
    expect(one.doc).toMatch(/^Mutual information/);
    expect(one.doc).not.toContain('Throws');
    expect(one.readouts.length).toBeGreaterThan(0);
    expect(one.widgets).toContain('relay-cascade');
    expect(one.references.map(({ reference }) => reference)).toContain('01_discrete_measures/bivariate');
    expect(one.tests.length).toBeGreaterThan(0);
  });

  it('lists comparisons that happened, within their tolerance', () => {
    for (const { source, references, tests } of functions) {
      expect(references.length + tests.length, source).toBeGreaterThan(0);
      for (const { cases, worst, tolerance } of [...references, ...tests]) {
        expect(cases, source).toBeGreaterThan(0);
        expect(worst, source).toBeLessThanOrEqual(tolerance);
      }
    }
  });

  it('is printed to two digits', () => {
    expect(powerOfTen(10 ** -4 / 2 - 1e-21)).toEqual(['5', '−5']);
    expect([powerOfTen(1.34e-13), powerOfTen(1e-15), powerOfTen(2)]).toEqual([
      ['1.3', '−13'],
      ['1', '−15'],
      ['2', '0'],
    ]);
  });

  it('explains every function of theory', () => {
    expect(
      functions.filter(({ source, doc }) => source.startsWith('theory/') && !doc).map(({ source }) => source),
    ).toEqual([]);
  });
});
