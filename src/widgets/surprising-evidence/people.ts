/** A population in whole numbers, for people who think in people. */
export interface People {
  readonly all: number;
  readonly ill: number;
  readonly healthy: number;
  readonly truePositives: number;
  readonly falseNegatives: number;
  readonly falsePositives: number;
  readonly trueNegatives: number;
  readonly positives: number;
  readonly negatives: number;
}

const all = 10_000;

/** Expected counts among 10,000, rounded so that they still add up. */
export function peopleOf(prevalence: number, sensitivity: number, specificity: number): People {
  const ill = Math.round(all * prevalence);
  const healthy = all - ill;
  const truePositives = Math.round(ill * sensitivity);
  const trueNegatives = Math.round(healthy * specificity);
  const [falseNegatives, falsePositives] = [ill - truePositives, healthy - trueNegatives];
  return {
    all,
    ill,
    healthy,
    truePositives,
    falseNegatives,
    falsePositives,
    trueNegatives,
    positives: truePositives + falsePositives,
    negatives: falseNegatives + trueNegatives,
  };
}
