import { marginalXY, conditionalMutualInformation } from '#theory/measures/trivariate.ts';
import { mutualInformation } from '#theory/measures/mutual-information.ts';
import { causedBy, exactMarkers, lawOf, recordedArms, tableOf, worthOf, type Marker } from './law.ts';
import { params, type Asked } from './parameters.ts';
import { trialOf } from './trial.ts';

/** I(M;Y|T) − I(M;Y): what is to be gained by looking at the arms apart, in nats; negative only where records mislead. */
export const interaction = ({ told, toldInArms }: Marker) => toldInArms - told;

const { min, max, step } = params.advantage;
const advantages = Array.from({ length: Math.round((max - min) / step) + 1 }, (_, i) => Number((min + i * step).toFixed(2))); // prettier-ignore

/** What is drawn against the average advantage: B and C where a coin decides about the treatment. */
export interface Row {
  readonly advantage: number;
  readonly worthB: number;
  readonly worthC: number;
  readonly interactionB: number;
  readonly interactionC: number;
}

/** I(M;Y|T) − I(M;Y) alone, for the many laws of the curve. */
function interactionAt(law: readonly number[], k: number): number {
  const table = tableOf(law, k);
  return conditionalMutualInformation(table) - mutualInformation(marginalXY(table));
}

function rowOf(asked: Asked, advantage: number): Row {
  const effects = { ...asked, advantage, steered: 0 };
  const law = lawOf(effects);
  return {
    ...{ advantage, worthB: worthOf(causedBy(effects, 1)), worthC: worthOf(causedBy(effects, 2)) },
    ...{ interactionB: interactionAt(law, 1), interactionC: interactionAt(law, 2) },
  };
}

export function compute(asked: Asked) {
  const law = lawOf(asked);
  const exact = exactMarkers(asked, law);
  const [usual, fresh] = recordedArms(law);
  /** Of equals the usual treatment: without a reason nobody changes it. */
  const choice = fresh > usual + 1e-12 ? 1 : 0;
  return {
    exact,
    recorded: [usual, fresh],
    /** How often the outcome is good if all get the treatment that is better, and if they get the one that looks better. */
    best: 0.5 + Math.abs(asked.advantage),
    naive: 0.5 + (choice ? asked.advantage : -asked.advantage),
    /** The same if B chooses by the records. */
    naiveB: exact[1].caused.reduce((sum, row, m) => {
      const [before, after] = exact[1].recorded[m];
      return sum + row[after > before + 1e-12 ? 1 : 0] / 2;
    }, 0),
    curve: advantages.map((advantage) => rowOf(asked, advantage)),
    trial: trialOf(law, asked),
  };
}

export type Stratified = ReturnType<typeof compute>;
