import { accuracyOfBestGuess } from '#theory/belief/guessing.ts';
import { transpose, type JointTable } from '#theory/measures/joint.ts';
import { tableOfParts } from '#theory/measures/kept-parts.ts';
import { mutualInformation } from '#theory/measures/mutual-information.ts';
import { threeWayInformation } from '#theory/measures/trivariate.ts';
import { lawOf } from './law.ts';
import { pairs, sets, type Asked } from './parameters.ts';

/** What a set of accounts is worth: nats about the condition, and how often the best guess from it is wrong. */
export interface Worth {
  readonly told: number;
  readonly error: number;
}

const sizes = [2, 2, 2];
export const keeps = (set: number) => sizes.map((_, i) => ((set >> i) & 1) === 1);
export const sizeOf = (set: number) => keeps(set).filter(Boolean).length;

function worthOf(law: JointTable, set: number): Worth {
  const table = tableOfParts(law, sizes, keeps(set));
  return { told: mutualInformation(table), error: Math.max(0, 1 - accuracyOfBestGuess(transpose(table))) };
}

/** Two accounts and the condition. In nats; told together = first + second + given − between. */
export interface Pair {
  readonly first: number;
  readonly second: number;
  /** I(A;B): what the two share, whatever it is about. */
  readonly between: number;
  /** I(A;B|Y): what they share although the condition is known. */
  readonly given: number;
  readonly together: number;
  /** I(B;Y|A): what the second tells that the first has not told. */
  readonly adds: number;
  /** I(B;A,Y): what the first and the condition together tell of the second. */
  readonly ofSecond: number;
}

function pairOf(law: JointTable, [a, b]: readonly [number, number]): Pair {
  const table = tableOfParts(law, sizes, keeps((1 << a) | (1 << b)));
  const byFirst = [table.slice(0, 2), table.slice(2)];
  const all = threeWayInformation(byFirst);
  // One row for each answer of the second, one column for each of the first with each condition.
  const ofSecond = mutualInformation([0, 1].map((said) => byFirst.flatMap((rows) => rows[said])));
  return {
    ...{ first: all.informationXZ, second: all.informationYZ, between: all.informationXY },
    ...{ given: all.informationXYGivenZ, together: all.informationPairXYWithZ, adds: all.informationYZGivenX },
    ofSecond,
  };
}

/** Differences below this are rounding: then two sets are as good. */
const tie = 1e-9;

/** The sets that come about if the next account is always the one that tells most, of equals the first. */
export function greedySets(worth: readonly Worth[]): number[] {
  const path = [0];
  while (path.length < 4) {
    const now = path[path.length - 1];
    const next = [1, 2, 4].filter((one) => !(now & one)).map((one) => now | one);
    path.push(next.reduce((best, set) => (worth[set].told > worth[best].told + tie ? set : best)));
  }
  return path;
}

/** For each size the set that is best of this size; of equals the first. */
const bestSets = (better: (a: number, b: number) => boolean) =>
  [0, 1, 2, 3].map((size) =>
    sets.filter((set) => sizeOf(set) === size).reduce((best, set) => (better(set, best) ? set : best)),
  );

const shares = Array.from({ length: 21 }, (_, i) => i / 20);

/** An account that could be ordered next: what it adds, per unit of price. */
export interface Next {
  readonly account: number;
  readonly gain: number;
  readonly saved: number;
}

export function compute(asked: Asked) {
  const law = lawOf(asked);
  const worth = Array.from({ length: 8 }, (_, set) => worthOf(law, set));
  const chosen = pairs[asked.pair];
  const pair = pairOf(law, chosen);
  const have = Number(asked.have);
  const prices = [asked.notePrice, asked.picturePrice, asked.labPrice];
  const next = [0, 1, 2]
    .filter((i) => !((have >> i) & 1))
    .map((account): Next => {
      const then = worth[have | (1 << account)];
      return {
        account,
        gain: Math.max(0, then.told - worth[have].told) / prices[account],
        saved: Math.max(0, worth[have].error - then.error) / prices[account],
      };
    });
  const most = (of: (one: Next) => number) => {
    const best = next.reduce((a, b) => (of(b) > of(a) + tie ? b : a));
    return of(best) > tie ? best : undefined;
  };
  const greedy = greedySets(worth);
  const best = bestSets((a, b) => worth[a].told > worth[b].told + tie);
  return {
    ...{ law, worth, pair, chosen, greedy, best, next },
    surest: bestSets((a, b) => worth[a].error < worth[b].error - tie),
    byBits: most(({ gain }) => gain),
    byErrors: most(({ saved }) => saved),
    /** The pair for each amount of shared luck; a table of one's own has none. */
    curve: asked.story === 'own' ? [] : shares.map((shared) => ({ shared, ...pairOf(lawOf({ ...asked, shared }), chosen) })), // prettier-ignore
  };
}

export type Accounts = ReturnType<typeof compute>;
