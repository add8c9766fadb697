import { number } from '#contract/parameter.ts';
import type { Values } from '#contract/values.ts';
import { diagnosticTest, type Evidence } from '#theory/belief/bayes.ts';
import { peopleOf, type People } from './people.ts';

/** Neither result may be impossible, nor the illness certain or absent: then every belief afterwards is defined. */
export const params = {
  prevalence: number({
    label: 'Prevalence: share of people who are ill',
    default: 0.01,
    min: 0.001,
    max: 0.999,
    step: 0.001,
  }),
  sensitivity: number({
    label: 'Sensitivity: share of the ill who test positive',
    default: 0.9,
    min: 0.01,
    max: 1,
    step: 0.005,
  }),
  specificity: number({
    label: 'Specificity: share of the healthy who test negative',
    default: 0.95,
    min: 0.01,
    max: 1,
    step: 0.005,
  }),
};
export type ScreeningValues = Values<typeof params>;

/** One result of the test and what it leaves behind. */
export interface Result {
  readonly probability: number;
  /** Probability of being ill after it. */
  readonly posterior: number;
  /** Entropy after it, in nats. */
  readonly entropy: number;
}

export interface Screening {
  readonly evidence: Evidence;
  readonly positive: Result;
  readonly negative: Result;
  readonly people: People;
}

/** The ranges of the parameters keep both results possible, so that no belief after one is undefined. */
function resultOf({ resultProbability, posterior, entropyAfter }: Evidence, result: 0 | 1): Result {
  return { probability: resultProbability[result], posterior: posterior[result]![0], entropy: entropyAfter[result]! };
}

export function screen({ prevalence, sensitivity, specificity }: ScreeningValues): Screening {
  const evidence = diagnosticTest(prevalence, sensitivity, specificity);
  return {
    evidence,
    positive: resultOf(evidence, 0),
    negative: resultOf(evidence, 1),
    people: peopleOf(prevalence, sensitivity, specificity),
  };
}
