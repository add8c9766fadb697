import { drawPatient, kindsOfNotes, lawOfNotes, learnedFamilies, type Family } from '#sim/invented-notes.ts';
import { uniforms } from '#sim/random.ts';
import { weighEvidence } from '#theory/belief/bayes.ts';
import { entropy } from '#theory/measures/entropy.ts';
import { families, familiesElsewhere, learners, type Asked } from './parameters.ts';

/** A kind of note: how many signs of each family, how often it is written, what it means, and what the reader takes it to mean. */
export interface Kind {
  readonly counts: readonly number[];
  readonly weight: number;
  /** P(condition | note), by the law by which notes are written here. */
  readonly exact: readonly number[];
  /** The same in the mind of the reader. */
  readonly belief: readonly number[];
  /** H(belief), in nats. */
  readonly entropy: number;
  /** How much of that is disagreement of the models that the reader has in mind: I(condition; model). */
  readonly disagreement: number;
}

export interface Beliefs {
  readonly prior: readonly number[];
  /** P(kind | condition). */
  readonly law: readonly (readonly number[])[];
  readonly kinds: readonly Kind[];
  /** H(condition) and I(condition; note). */
  readonly before: number;
  readonly information: number;
  /** I(condition; signs of this family) of each family. */
  readonly tells: readonly number[];
}

export const priorOf = (prevalence: number) => [prevalence, 0.375 * (1 - prevalence), 0.625 * (1 - prevalence)];

/** What each of the models that a reader has in mind believes of each kind of note. */
function mindsOf({ reader, notes, echo, seed }: Asked, prior: readonly number[], kinds: number): number[][][] {
  /** Bayes’ rule for every kind. A note that the law holds impossible leaves a reader with what he believed before. */
  function mind(of: readonly Family[], howEchoed: number): number[][] {
    const law = lawOfNotes({ families: of, echo: howEchoed });
    return Array.from({ length: kinds }, (_, k) => {
      const joint = prior.map((p, c) => p * law[c][k]);
      const total = joint.reduce((a, b) => a + b, 0);
      return total > 0 ? joint.map((p) => p / total) : [...prior];
    });
  }
  if (reader === 'exact') return [mind(families, echo)];
  if (reader === 'apart') return [mind(families, 0)];
  if (reader === 'elsewhere') return [mind(familiesElsewhere, echo)];
  return learnedFamilies(prior, { families, echo }, notes, learners, uniforms(seed, 1)).map((own) => mind(own, 0));
}

const without = (family: number): readonly Family[] => [families[family]];

export function beliefsOf(asked: Asked): Beliefs {
  const { prevalence, echo } = asked;
  const prior = priorOf(prevalence);
  const law = lawOfNotes({ families, echo });
  const evidence = weighEvidence(prior, law);
  const counts = kindsOfNotes(families);
  const minds = mindsOf(asked, prior, counts.length);
  const kinds = counts.map((own, k): Kind => {
    const beliefs = minds.map((mind) => mind[k]);
    const belief = prior.map((_, c) => beliefs.reduce((sum, one) => sum + one[c], 0) / beliefs.length);
    const nats = entropy(belief);
    const inside = beliefs.reduce((sum, one) => sum + entropy(one), 0) / beliefs.length;
    return {
      ...{ counts: own, weight: evidence.resultProbability[k], belief, entropy: nats },
      // Kinds that are not written (whole echo) are never read either.
      exact: evidence.posterior[k] ?? prior,
      disagreement: beliefs.length === 1 ? 0 : Math.max(0, nats - inside),
    };
  });
  return {
    ...{ prior, law, kinds, before: evidence.entropyBefore, information: evidence.mutualInformation },
    tells: families.map((_, f) => weighEvidence(prior, lawOfNotes({ families: without(f), echo })).mutualInformation),
  };
}

/** Beliefs after the signs of one family alone, with their chances. */
export function afterFamily({ prevalence, echo }: Asked, family: number): { weight: number; p: readonly number[] }[] {
  const prior = priorOf(prevalence);
  const { resultProbability, posterior } = weighEvidence(prior, lawOfNotes({ families: without(family), echo }));
  return resultProbability.flatMap((weight, r) => (posterior[r] ? [{ weight, p: posterior[r] }] : []));
}

/** A queue of patients as it comes: which kind of note, whether it is the fever, and whether a doctor who examines would be mistaken. */
export function queueOf({ patients, seed, error }: Asked, { prior, law }: Beliefs) {
  const next = uniforms(seed, 0);
  return Array.from({ length: patients }, () => {
    const { condition, kind } = drawPatient(prior, law, next);
    return { kind, isFever: condition === 0, isMistaken: next() < error };
  });
}
