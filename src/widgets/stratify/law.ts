import { worthOfKnowing } from '#theory/belief/decision.ts';
import { transpose } from '#theory/measures/joint.ts';
import { threeWayInformation } from '#theory/measures/trivariate.ts';
import { markers, real, type Asked } from './parameters.ts';

/** ±1 for a marker that is there or not, and for the new or the usual treatment. */
const sign = (bit: number) => 2 * bit - 1;

type Effects = Omit<Asked, 'patients' | 'seed'>;

/** P(good outcome | markers A, B, C as bits 0, 1, 2; treatment), whoever decides about the treatment. */
export function goodOf({ prognostic, predictive, main, turn, advantage }: Effects, marks: number, treatment: number) {
  const [a, b, c] = [0, 1, 2].map((k) => sign((marks >> k) & 1));
  return 0.5 + prognostic * a + main * c + sign(treatment) * (advantage + predictive * b + turn * c);
}

/** At 4 · marks + 2 · treatment + outcome: the chance of such a patient. Every marker is there in half of them, independently. */
export function lawOf(asked: Effects): number[] {
  return Array.from({ length: 2 ** (real + 2) }, (_, cell) => {
    const [marks, treatment, outcome] = [cell >> 2, (cell >> 1) & 1, cell & 1];
    const given = 0.5 + asked.steered * sign(marks & 1) * sign(treatment);
    const good = goodOf(asked, marks, treatment);
    return (given / 2 ** real) * (outcome ? good : 1 - good);
  });
}

/** What is true of a marker M, treatment T and outcome Y; information in nats. */
export interface Marker {
  /** P(good | M = m, T = t) as it is recorded: recorded[m][t]. */
  readonly recorded: readonly (readonly number[])[];
  /** The same if the treatment is given whatever the other markers: what a choice by M brings. */
  readonly caused: readonly (readonly number[])[];
  /** I(M;Y), I(M;Y|T) and I(M;T|Y). */
  readonly told: number;
  readonly toldInArms: number;
  readonly reverse: number;
  /** I(M;T): 0 where a coin decides. */
  readonly assigned: number;
  /** How much more often the outcome is good if M chooses the treatment than if all get the better one. */
  readonly worth: number;
}

/** p(m, y, t) of marker k, and of one that is a coin for k = 3. */
export function tableOf(law: readonly number[], k: number): number[][][] {
  const table = [0, 1].map(() => [0, 1].map(() => [0, 0]));
  law.forEach((p, cell) => {
    const [treatment, outcome] = [(cell >> 1) & 1, cell & 1];
    if (k < real) table[(cell >> (2 + k)) & 1][outcome][treatment] += p;
    else for (const m of [0, 1]) table[m][outcome][treatment] += p / 2;
  });
  return table;
}

/** P(good | M = m) for each treatment that is given whatever the other markers, by group and treatment. */
export const causedBy = (asked: Effects, k: number): number[][] =>
  [0, 1].map((m) =>
    [0, 1].map((treatment) => {
      const all = Array.from({ length: 2 ** real }, (_, marks) => marks);
      const fitting = all.filter((marks) => k >= real || ((marks >> k) & 1) === m);
      return fitting.reduce((sum, marks) => sum + goodOf(asked, marks, treatment), 0) / fitting.length;
    }),
  );

/** What choosing by M brings; below 1e-12 it is rounding, where one treatment is as good as the other in a group. */
export function worthOf(caused: readonly (readonly number[])[]): number {
  const worth = worthOfKnowing([0.5, 0.5], transpose(caused).map((row) => row.map((good) => -good))); // prettier-ignore
  return worth < 1e-12 ? 0 : worth;
}

export function markerOf(asked: Effects, law: readonly number[], k: number): Marker {
  const table = tableOf(law, k);
  const { informationXY, informationXYGivenZ, informationXZGivenY, informationXZ } = threeWayInformation(table);
  const caused = causedBy(asked, k);
  return {
    recorded: table.map(([bad, good]) => [0, 1].map((t) => good[t] / (good[t] + bad[t]))),
    ...{ caused, worth: worthOf(caused) },
    ...{ told: informationXY, toldInArms: informationXYGivenZ, reverse: informationXZGivenY },
    assigned: informationXZ,
  };
}

/** How often the outcome is good among those with each treatment, as it is recorded. */
export function recordedArms(law: readonly number[]): number[] {
  return [0, 1].map((t) => {
    const [bad, good] = [0, 1].map((y) => law.reduce((sum, p, cell) => sum + ((cell & 3) === 2 * t + y ? p : 0), 0)); // prettier-ignore
    return good / (good + bad);
  });
}

export const exactMarkers = (asked: Effects, law = lawOf(asked)) => markers.map((_, k) => markerOf(asked, law, k));
