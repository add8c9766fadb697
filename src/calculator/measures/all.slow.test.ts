import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { channelOf, distributionOf, irreducibleChainOf } from '../../../fixtures/arbitrary.ts';
import { D, H, mutual, sum } from '../../../fixtures/calculator/plain.ts';
import {
  chainReferences,
  channelReferences,
  countsReferences,
  lawReferences,
  logitsReferences,
  numbersReferences,
  pairReferences,
  tokensReferences,
} from '../../../fixtures/calculator/references.ts';
import { jointReferences, tallyReferences, textReferences } from '../../../fixtures/calculator/tables.ts';
import { close } from '../../../fixtures/oracle.ts';
import { read } from '#calculator/read/read.ts';
import { wholeReport, type Answered } from '#calculator/report.ts';
import { usualSettings, type Kind, type Part, type Settings, type Subject } from '#calculator/subject.ts';
import { measures, parts } from './all.ts';

const answered = (text: string, kind: Kind, settings: Partial<Settings> = {}): Answered => {
  const report = wholeReport({ text, kind, settings: { ...usualSettings, ...settings } });
  if ('refused' in report) throw new Error(report.refused);
  return report;
};
const subjectOf = (text: string, kind: Kind): Subject => {
  const steps = read(text, kind, usualSettings);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value.subject;
};
/** Values by measure; perplexities as what they are the exponential of. */
const valuesOf = (report: Answered, part: Part) =>
  Object.fromEntries(report.rows.filter((row) => row.part === part).map(({ id, value }) => [id, value]));

/** Compares every row that has a reference, and says which it was. */
function compare<P extends Part>(
  part: P,
  references: Readonly<Record<string, (of: NonNullable<Subject[P]>, settings: Settings) => number>>,
  [text, kind, settings = {}]: readonly [string, Kind, Partial<Settings>?],
  tolerance: Readonly<Record<string, number>> = {},
) {
  const values = valuesOf(answered(text, kind, settings), part);
  const subject = subjectOf(text, kind)[part]!;
  for (const [id, reference] of Object.entries(references)) {
    const value = values[id];
    if (value === null || value === undefined) continue;
    const expected = reference(subject, { ...usualSettings, ...settings });
    expect(Math.abs(value - expected), `${id} of ${text}: ${value}, not ${expected}`).toBeLessThanOrEqual(
      (tolerance[id] ?? 1e-9) * (1 + Math.abs(expected)),
    );
  }
}

const lines = (rows: readonly (readonly number[])[]) => rows.map((row) => row.join(' ')).join('\n');
const runs = { numRuns: 60 };
const law = fc.integer({ min: 1, max: 8 }).chain(distributionOf);
const pairOf = fc
  .integer({ min: 3, max: 7 })
  .chain((size) => fc.tuple(distributionOf(size), distributionOf(size)))
  // A small share of each makes divergences finite.
  .map(([a, b]) => [a.map((x) => 0.9 * x + 0.1 / a.length), b.map((x) => 0.9 * x + 0.1 / b.length)]);
const counts = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 2, maxLength: 6 }).filter((c) => sum(c) > 1);
const orders = fc.constantFrom(0.5, 2, 3);
const logs = fc.array(fc.integer({ min: -80, max: 0 }).map((x) => x / 10), { minLength: 2, maxLength: 9 }); // prettier-ignore

describe('measures against sums that are written out', () => {
  it('of a distribution', () =>
    fc.assert(fc.property(law, orders, (p, order) => compare('law', lawReferences, [lines([p]), 'distribution', { order }], { renyi: 1e-8 })), runs)); // prettier-ignore

  it('of counts', () =>
    fc.assert(
      fc.property(
        counts.filter((c) => c.some((count) => count > 1)),
        (c) => compare('counts', countsReferences, [lines([c]), 'counts']),
      ),
      runs,
    ));

  it('of logits', () =>
    fc.assert(
      fc.property(logs, fc.constantFrom(0.5, 1, 2), (z, temperature) =>
        compare('logits', logitsReferences, [lines([z]), 'logits', { temperature }]),
      ),
      runs,
    ));

  it('of tokens, with weights and a prompt', () =>
    fc.assert(
      fc.property(logs, fc.constantFrom(0, 1), (z, prompt) =>
        compare('tokens', tokensReferences, [
          z.map((x, i) => `t${i},${x - 0.01},${1 + (i % 3)}`).join('\n'),
          'tokens',
          { prompt },
        ]),
      ),
      runs,
    ));

  it('of tokens whose text is known', () => {
    const text = readFileSync('fixtures/cases/28-tokens-for-csv.json', 'utf8');
    compare('tokens', tokensReferences, [text, 'tokens']);
    expect(valuesOf(answered(text, 'tokens'), 'tokens')['per-byte']).not.toBeNull();
  });

  it('of two distributions', () =>
    fc.assert(
      fc.property(pairOf, orders, (two, order) =>
        compare('pair', pairReferences, [lines(two), 'two', { order }], {
          chernoff: 1e-7,
          'jensen-shannon-distance': 1e-7,
          hellinger: 1e-7,
          'renyi-divergence': 1e-8,
          'renyi-divergence-turned': 1e-8,
        }),
      ),
      runs,
    ));

  it('of joint tables with two rows that stand for numbers', () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 6, maxLength: 6 }), (cells) => {
        const text = `,0,1,3\n-1,${cells.slice(0, 3).join()}\n2,${cells.slice(3).join()}`;
        compare('joint', jointReferences, [text, 'joint'], { 'maximal-correlation': 1e-6, 'distance-correlation': 1e-6 }); // prettier-ignore
        compare('tally', tallyReferences, [text, 'joint']);
      }),
      // A table has some forty measures, one of them a bottleneck: fewer tables.
      { numRuns: 10 },
    ));

  it('of chains', () =>
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 4 }).chain(irreducibleChainOf), (chain) =>
        compare('chain', chainReferences, [lines(chain), 'chain'], { memory: 1e-7 }),
      ),
      { numRuns: 20 },
    ));

  it('of channels with two inputs', () =>
    fc.assert(
      fc.property(channelOf(2, 3), (matrix) =>
        compare('channel', channelReferences, [lines(matrix), 'channel'], { capacity: 1e-6 }),
      ),
      { numRuns: 20 },
    ));

  it('of measured pairs', () =>
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer(), fc.integer()), { minLength: 8, maxLength: 25 }), (pairs) => {
        const rows = pairs.map(([a, b], i) => [(a % 997) / 7 + i / 1000, (a + b) % 991 + 0.5 + i / 1000]); // prettier-ignore
        compare('numbers', numbersReferences, [lines(rows), 'pairs'], { 'sample-correlation': 1e-8, 'normal-information': 1e-7 }); // prettier-ignore
      }),
      runs,
    ));

  it('of texts', () => {
    const texts = fc.oneof(
      fc.string({ unit: fc.constantFrom('a', 'b', ' ', 'ü', '🌿'), minLength: 5, maxLength: 60 }),
      fc.constantFrom('row, row, row your boat, gently down the stream'),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const values = valuesOf(answered(text, 'text'), 'text');
        for (const [id, reference] of Object.entries(textReferences))
          if (values[id] !== null && (values[id]! > 0 || reference(text) > 0))
            close(values[id]!, reference(text), 1e-8);
      }),
      runs,
    );
  });

  it('leaves none out but those that have tests of their own below', () => {
    const compared = [lawReferences, countsReferences, logitsReferences, tokensReferences, pairReferences, chainReferences, channelReferences, numbersReferences, jointReferences, tallyReferences, textReferences].flatMap(Object.keys); // prettier-ignore
    const below = ['contraction', 'bottleneck-kept', 'bottleneck-cost', 'best-input', 'best-output'];
    expect([...compared, ...below].sort()).toEqual(measures.map(({ id }) => id).sort());
  });
});

describe('those that are found by searching', () => {
  const value = (text: string, kind: Kind, id: string, settings?: Partial<Settings>) =>
    answered(text, kind, settings).rows.find((row) => row.id === id)!.value!;

  it('the best input and output of a Z channel have closed forms, and so has the capacity', () => {
    for (const f of [0.1, 0.3, 0.5]) {
      const text = `1 0\n${f} ${1 - f}`;
      const one = 1 / ((1 - f) * (1 + Math.exp(H([f, 1 - f]) / (1 - f))));
      close(value(text, 'channel', 'best-input'), Math.max(one, 1 - one), 1e-6);
      close(value(text, 'channel', 'best-output'), H([one * (1 - f), 1 - one * (1 - f)]), 1e-6);
      close(value(text, 'channel', 'capacity'), Math.log(1 + (1 - f) * f ** (f / (1 - f))), 1e-9);
    }
  });

  it('a symmetric table contracts divergences by (1 − 2f)²; others are searched on a grid', () => {
    close(value('0.45 0.05\n0.05 0.45', 'joint', 'contraction'), 0.64, 1e-6);
    const table = [
      [0.3, 0.1, 0.1],
      [0.05, 0.15, 0.3],
    ];
    const [px, py] = [table.map(sum), [0.35, 0.25, 0.4]];
    let best = 0;
    for (let i = 1; i < 4000; i++) {
      const r = [i / 4000, 1 - i / 4000];
      if (Math.abs(r[0] - px[0]) < 1e-3) continue;
      const ry = py.map((_, y) => sum(table.map((row, x) => (r[x] * row[y]) / px[x])));
      best = Math.max(best, D(ry, py) / D(r, px));
    }
    const found = value(lines(table), 'joint', 'contraction');
    expect(found).toBeGreaterThanOrEqual(best - 1e-6);
    expect(found).toBeLessThanOrEqual(best + 1e-3);
  });

  it('the bottleneck is no worse than any encoder with two clusters on a grid, and does not exceed the information', () => {
    const table = [
      [0.4, 0.1],
      [0.1, 0.4],
    ];
    for (const beta of [2, 4, 8]) {
      const kept = value(lines(table), 'joint', 'bottleneck-kept', { beta });
      const cost = value(lines(table), 'joint', 'bottleneck-cost', { beta });
      let least = 0;
      for (let a = 0; a <= 100; a++)
        for (let b = 0; b <= 100; b++) {
          const encoder = [[a / 100, 1 - a / 100], [b / 100, 1 - b / 100]]; // prettier-ignore
          const xt = encoder.map((row) => row.map((q) => q / 2));
          const ty = [0, 1].map((t) => [0, 1].map((y) => sum(table.map((row, x) => row[y] * encoder[x][t]))));
          least = Math.min(least, mutual(xt) - beta * mutual(ty));
        }
      expect(cost - beta * kept).toBeLessThanOrEqual(least + 1e-9);
      expect(cost - beta * kept).toBeGreaterThan(least - 1e-2);
      expect(kept).toBeLessThanOrEqual(mutual(table) + 1e-9);
    }
  });
});

describe('the list', () => {
  it('has an id and a label for each, once', () => {
    expect(new Set(measures.map(({ id }) => id)).size).toBe(measures.length);
    expect(new Set(measures.map(({ of, label }) => `${of}: ${label}`)).size).toBe(measures.length);
    expect(parts.map(({ part }) => part).filter((part) => !measures.some(({ of }) => of === part))).toEqual([]);
  });
});
