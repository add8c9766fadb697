import type { Progress } from '#contract/spec.ts';
import { DRUGS, EVENTS, drawReports, pairCounts, PLANTED, reasonOf, REPORT_LAW, type Cells, type PairCount, type Reason } from '#sim/report-base.ts'; // prettier-ignore
import { credibleComponent, type CredibleComponent } from '#theory/measures/information-component.ts';
import { regularizedGamma } from '#theory/numerics/incomplete-gamma.ts';
import { masking, placesOf, type Asked } from './parameters.ts';

/** A pair with what is said of it, in nats: ln O/E, drawn towards 0 by a gamma prior, with its interval. Without reports and prior there is none. */
export interface Judged extends PairCount, Partial<CredibleComponent> {
  readonly name: string;
  readonly reason: Reason;
  readonly isAbove: boolean;
}

/** How many pairs are above the line, by why they are reported more often. */
export type Found = Readonly<Record<Reason, number>>;
export const nobody: Found = { effect: 0, age: 0, publicity: 0, none: 0 };

export interface Mined {
  /** What it was made for: new values may stand beside it for a moment. */
  readonly asked: Asked;
  /** All pairs, the first ones first. */
  readonly ranked: readonly Judged[];
  readonly found: Found;
  /** The same on average over other draws, each with its standard error; not there before they are drawn. */
  readonly average?: Readonly<Record<Reason, { readonly mean: number; readonly error: number }>>;
  /** The pair that is looked at, if its drug and its event occur; and ln O/E in endless reports. */
  readonly chosen?: Judged;
  readonly limit: number;
}

export const listed = 10;
/** Other draws for the averages. */
export const draws = 40;
export const nameOf = (drug: number, event: number) => `${DRUGS[drug]}–${EVENTS[event]}`;

type Rule = Pick<Asked, 'rank' | 'strength' | 'line'>;

/** Whether the estimate is above the line, or the lower end of its interval: then the posterior has less than a fortieth below the line. */
export function isAbove(
  { observed, expected }: Pick<PairCount, 'observed' | 'expected'>,
  { rank, strength, line }: Rule,
): boolean {
  const level = line * (expected + strength);
  if (!(observed + strength > level * (1 + 1e-12))) return false;
  return rank !== 'lower' || regularizedGamma(observed + strength, level) < 0.025;
}

export const judge = (pair: PairCount, rule: Rule): Judged => ({
  ...pair,
  ...(pair.observed + rule.strength > 0 && credibleComponent(pair.observed, pair.expected, rule.strength)),
  ...{ name: nameOf(pair.drug, pair.event), reason: reasonOf(pair.drug, pair.event), isAbove: isAbove(pair, rule) },
});

const scoreOf = (pair: Judged, rank: Asked['rank']) =>
  rank === 'information' ? pair.information : ((rank === 'lower' ? pair.lower : pair.estimate) ?? -Infinity);

const readingOf = ({ byAge, without }: Pick<Asked, 'byAge' | 'without'>) => ({
  byAge,
  ...(without && { without: masking }),
});

function foundIn(pairs: readonly PairCount[], rule: Rule): Found {
  const found = { ...nobody };
  for (const pair of pairs) found[reasonOf(pair.drug, pair.event)] += Number(isAbove(pair, rule));
  return found;
}

/** Of how many there are. */
export const kindsIn = (without: boolean): Found => {
  const planted = PLANTED.filter(({ drug }) => !(without && drug === 'Coral'));
  const of = (reason: Reason) => planted.filter((one) => one.reason === reason).length;
  const all = (DRUGS.length - Number(without)) * EVENTS.length;
  return { effect: of('effect'), age: of('age'), publicity: of('publicity'), none: all - planted.length };
};

let kept: { readonly asked: string; readonly cells: Cells } | undefined;
/** Kept while the reader moves anything but the reports. */
function cellsOf(reports: number, seed: number): Cells {
  const asked = `${reports},${seed}`;
  if (kept?.asked !== asked) kept = { asked, cells: drawReports(reports, seed) };
  return kept.cells;
}

export function compute(asked: Asked): Mined {
  const { rank, reports, seed, pair } = asked;
  const counts = pairCounts(cellsOf(reports, seed), readingOf(asked));
  const ranked = counts
    .map((one) => judge(one, asked))
    .sort((a, b) => scoreOf(b, rank) - scoreOf(a, rank) || b.observed - a.observed);
  const [drug, event] = placesOf(pair);
  const isPair = (one: PairCount) => one.drug === drug && one.event === event;
  const { observed, expected } = pairCounts(REPORT_LAW, readingOf(asked)).find(isPair)!;
  const chosen = ranked.find(isPair);
  return {
    asked,
    ranked,
    found: foundIn(counts, asked),
    ...(chosen && { chosen }),
    limit: Math.log(observed / expected),
  };
}

/** Seeds that are not those of a reader. */
const others = 1e6;
let otherBases: { readonly reports: number; readonly cells: Cells[] } = { reports: 0, cells: [] };

export function* work(asked: Asked): Generator<Progress<Mined>> {
  const model = compute(asked);
  if (otherBases.reports !== asked.reports) otherBases = { reports: asked.reports, cells: [] };
  const { cells } = otherBases;
  const all: Found[] = [];
  for (let draw = 0; draw < draws; draw++) {
    cells[draw] ??= drawReports(asked.reports, others + draw);
    all.push(foundIn(pairCounts(cells[draw], readingOf(asked)), asked));
    if (draw % 4 === 3 && draw < draws - 1) yield { share: (draw + 1) / draws };
  }
  const averageOf = (reason: Reason) => {
    const mean = all.reduce((sum, found) => sum + found[reason], 0) / draws;
    const variance = all.reduce((sum, found) => sum + (found[reason] - mean) ** 2, 0) / (draws - 1);
    return { mean, error: Math.sqrt(variance / draws) };
  };
  const average = { effect: averageOf('effect'), age: averageOf('age'), publicity: averageOf('publicity'), none: averageOf('none') }; // prettier-ignore
  yield { share: 1, model: { ...model, average } };
}
