import { mutualInformation } from '#theory/measures/mutual-information.ts';
import { binomialQuantile } from '#theory/numerics/binomial.ts';
import {
  assertBoolean,
  assertEach,
  assertIndex,
  assertLength,
  assertNotNegative,
  assertObject,
  assertRows,
  assertWholeNumber,
  refuse,
} from '#theory/numerics/assert.ts';
import { uniforms } from './random.ts';

/*
 * An invented base of reports: each names one drug, one event, and whether the patient is old. The truth is known, because it is written
 * here: how often a drug is taken, how often an event comes, and a few pairs that are reported more often, each for its own reason.
 */

export const DRUGS = [
  'Coral',
  'Azure',
  'Pearl',
  'Indigo',
  'Amber',
  'Teal',
  'Jade',
  'Ocher',
  'Violet',
  'Scarlet',
] as const;
export const EVENTS = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L'] as const;

const taken = [0.22, 0.18, 0.15, 0.12, 0.1, 0.08, 0.06, 0.045, 0.03, 0.015];
/** Of those who take a drug, how many are old: Violet is the one for the old. */
const old = DRUGS.map((drug) => (drug === 'Violet' ? 0.95 : 0.2));
const comes = [0.21, 0.17, 0.14, 0.12, 0.1, 0.08, 0.06, 0.03, 0.04, 0.025, 0.015, 0.01];
/** H comes eight times as often in the old, whatever they take. */
const inOld = EVENTS.map((event, e) => comes[e] * (event === 'H' ? 8 : 1));

/** Why a pair is reported more often than its two parts explain: the drug causes it, both go with age, or it was in the papers. */
export type Reason = 'effect' | 'age' | 'publicity' | 'none';

interface Planted {
  readonly drug: (typeof DRUGS)[number];
  readonly event: (typeof EVENTS)[number];
  readonly reason: Exclude<Reason, 'none'>;
  /** How many times as many reports as without the reason. */
  readonly factor: number;
}
export const PLANTED: readonly Planted[] = [
  { drug: 'Coral', event: 'B', reason: 'effect', factor: 6 },
  { drug: 'Jade', event: 'G', reason: 'effect', factor: 4 },
  { drug: 'Scarlet', event: 'L', reason: 'effect', factor: 8 },
  { drug: 'Teal', event: 'B', reason: 'effect', factor: 2.5 },
  { drug: 'Indigo', event: 'D', reason: 'effect', factor: 1.6 },
  // Nothing is added: what there is to see comes from age.
  { drug: 'Violet', event: 'H', reason: 'age', factor: 1 },
  { drug: 'Amber', event: 'E', reason: 'publicity', factor: 2.5 },
];

const plantedAt = (d: number, e: number) => PLANTED.find(({ drug, event }) => drug === DRUGS[d] && event === EVENTS[e]);
export const reasonOf = (d: number, e: number): Reason => plantedAt(d, e)?.reason ?? 'none';

/** For each age (young, old), each drug and each event; counts or probabilities. */
export type Cells = readonly (readonly (readonly number[])[])[];

/** P(age, drug, event) of a report. Within an age, drug and event are independent but for the factors. */
export const REPORT_LAW: Cells = (() => {
  const total = (list: readonly number[]) => list.reduce((sum, x) => sum + x, 0);
  const weights = [0, 1].map((age) => {
    const rates = age === 0 ? comes : inOld;
    return DRUGS.map((_, d) =>
      rates.map(
        (rate, e) =>
          (taken[d] * (age === 0 ? 1 - old[d] : old[d]) * rate * (plantedAt(d, e)?.factor ?? 1)) / total(rates),
      ),
    );
  });
  const all = total(weights.flat(2));
  return weights.map((rows) => rows.map((row) => row.map((weight) => weight / all)));
})();

/** How often each report came among n that are drawn from the law: multinomial, cell by cell. Throws RangeError unless n and seed are whole. */
export function drawReports(n: number, seed: number): number[][][] {
  assertWholeNumber(n, 'n', 0, 1e7);
  const next = uniforms(seed);
  let [left, share] = [n, 1];
  return REPORT_LAW.map((rows) =>
    rows.map((row) =>
      row.map((p) => {
        // What is left over by rounding is not a chance to be none of them.
        const count = binomialQuantile(left, share - p < 1e-12 ? 1 : p / share, next());
        left -= count;
        share -= p;
        return count;
      }),
    ),
  );
}

/** One pair of a drug and an event, with what is counted of it and what its parts would explain. */
export interface PairCount {
  readonly drug: number;
  readonly event: number;
  readonly observed: number;
  /** n(drug) n(event)/n, in all reports or summed over the two ages. */
  readonly expected: number;
  /** I(drug or not; event or not) of one report, in nats, without regard to age. */
  readonly information: number;
}

export interface Reading {
  /** Expected counts age by age (Mantel and Haenszel's stratification), and not over all. */
  readonly byAge: boolean;
  /** Leave out all reports of this drug, by its place. */
  readonly without?: number;
}

/**
 * Every pair that both its parts occur in, drugs first. Throws RangeError unless there are two tables of one size, with entries of at least 0
 * and a positive sum.
 */
export function pairCounts(cells: Cells, reading: Reading): PairCount[] {
  assertLength(cells, 'cells', 2, 'one for each age');
  assertEach(cells, 'cells', (rows, name) => {
    assertRows(rows, name, (row, rowName) => assertEach(row, rowName, assertNotNegative));
    assertLength(rows, name, cells[0].length, 'like the first');
    assertLength(rows[0], `${name}[0]`, cells[0][0].length, 'like the first');
  });
  assertObject(reading, 'reading');
  const { byAge, without } = reading;
  assertBoolean(byAge, 'byAge');
  if (without !== undefined) assertIndex(without, 'without', cells[0].length);
  if (!(cells.flat(2).reduce((sum, x) => sum + x, 0) > 0)) refuse('cells', 'have a positive sum', 0);
  const kept = cells.map((rows) => rows.map((row, d) => (d === without ? row.map(() => 0) : row)));
  const both = kept[0].map((row, d) => row.map((count, e) => count + kept[1][d][e]));
  const marginsOf = (table: readonly (readonly number[])[]) => {
    const rows = table.map((row) => row.reduce((sum, x) => sum + x, 0));
    const columns = table[0].map((_, e) => table.reduce((sum, row) => sum + row[e], 0));
    return { rows, columns, all: rows.reduce((sum, x) => sum + x, 0) };
  };
  const whole = marginsOf(both);
  const strata = byAge ? kept.map(marginsOf) : [whole];
  return both.flatMap((row, d) =>
    row.flatMap((observed, e): PairCount[] => {
      const expected = strata.reduce((sum, { rows, columns, all }) => sum + (all > 0 ? (rows[d] * columns[e]) / all : 0), 0); // prettier-ignore
      if (!(expected > 0)) return [];
      const [n, of, on] = [whole.all, whole.rows[d], whole.columns[e]];
      const table = [[observed, of - observed], [on - observed, n - of - on + observed]].map((pair) => pair.map((count) => Math.max(0, count) / n)); // prettier-ignore
      return [{ drug: d, event: e, observed, expected, information: mutualInformation(table) }];
    }),
  );
}
