import { pairedDifference, type PairedDifference } from '#theory/estimation/paired-difference.ts';
import { bestProbe, probeLogProbabilities, usableInformation } from '#theory/estimation/usable-information.ts';
import { entropy } from '#theory/measures/entropy.ts';
import { mutualInformation } from '#theory/measures/mutual-information.ts';
import { jointLaws, walks, withLabels, type Walk } from './chain.ts';
import { featuresOf, networkOf, type Network } from './networks.ts';
import { judgedOn, type Asked } from './parameters.ts';

/** What one stage holds, in nats. */
export interface StageInformation {
  /** I(X; T), about the input. */
  readonly about: number;
  /** I(Y; T), about the label. */
  readonly mutual: number;
  /** H(Y) less the cross-entropy of the best probe of the family, on the exact law. */
  readonly usable: number;
  /** Weights of that probe; none for a table. */
  readonly weights?: readonly (readonly number[])[];
  /** H(Y) less what a probe that was trained on a sample pays on points drawn afresh, on average, and the standard error. */
  readonly held: PairedDifference;
  /** p(t, y). */
  readonly law: readonly (readonly number[])[];
}

export interface LayerInformation {
  readonly network: Network;
  readonly stages: readonly StageInformation[];
  /** The stage that is looked at, which a small network may not have. */
  readonly stage: number;
}

type Exact = Pick<LayerInformation, 'network'> & { readonly stages: readonly Omit<StageInformation, 'held'>[] };

function exactly({ problem, turn, noise, probe }: Asked): Exact {
  const network = networkOf({ problem, turn });
  const stages = jointLaws(network, noise).map((joint, l) => {
    const law = withLabels(joint, network.labels);
    const common = { law, about: mutualInformation(joint), mutual: mutualInformation(law) };
    // A table says any law at every place, and so uses all there is.
    if (probe === 'any') return { ...common, usable: common.mutual };
    const features = network.stages[l].points.map((point) => featuresOf(point, probe));
    return { ...common, usable: usableInformation(features, law), weights: bestProbe(features, law).weights };
  });
  return { network, stages };
}

/** The last one that was summed: samples and the stage looked at do not change it. */
let last: { key: string; exact: Exact } | undefined;
function remembered(asked: Asked): Exact {
  const key = [asked.problem, asked.turn, asked.noise, asked.probe].join();
  if (last?.key !== key) last = { key, exact: exactly(asked) };
  return last.exact;
}

/** Of the label: all inputs are equally likely. */
const labelEntropy = ({ labels }: Network) =>
  entropy([0, 1].map((y) => labels.filter((label) => label === y).length / labels.length));

/**
 * Trains a probe on some points and judges it on others: how much less than H(Y) their labels cost it. Against the frequencies of the
 * sample it would seem to save more than there is, since these cost more than H(Y).
 */
export function judged(
  network: Network,
  l: number,
  learnt: readonly Walk[],
  fresh: readonly Walk[],
  probe: Asked['probe'],
): PairedDifference {
  // prettier-ignore
  const { points } = network.stages[l];
  const counts = points.map(() => [0, 0]);
  for (const { label, places } of learnt) counts[places[l]][label]++;
  // What a table says where it has seen nothing: one point of each label beforehand, so that neither is impossible.
  const base = [0, 1].map((y) => (learnt.filter(({ label }) => label === y).length + 1) / (learnt.length + 2));
  const most = labelEntropy(network);
  const predicted =
    probe === 'any'
      ? // At each place the counts, and one point more that is shared out like the whole.
        counts.map((row) => row.map((n, y) => Math.log((n + base[y]) / (row[0] + row[1] + 1))))
      : linear(points.map((point) => featuresOf(point, probe)), counts, learnt.length); // prettier-ignore
  return pairedDifference(
    fresh.map(({ label, places }) => -predicted[places[l]][label]),
    fresh.map(() => most),
  );
}

/** In nats, times half the squared weights, for the whole sample: so little that from few points on the examples decide. */
const penalty = 0.01;

/** Log-probabilities at every place, of logistic regression with that penalty. */
function linear(features: number[][], counts: number[][], n: number): ArrayLike<number>[] {
  const { weights } = bestProbe(
    features,
    counts.map((row) => row.map((count) => count / n)),
    penalty / n,
  );
  return features.map((row) => probeLogProbabilities(weights, row));
}

export function compute(asked: Asked): LayerInformation {
  const { network, stages } = remembered(asked);
  const { noise, samples, seed, probe } = asked;
  const learnt = walks(network, noise, samples, seed, 0);
  const fresh = walks(network, noise, judgedOn, seed, 1);
  return {
    network,
    stages: stages.map((one, l) => ({ ...one, held: judged(network, l, learnt, fresh, probe) })),
    stage: Math.min(asked.stage, stages.length - 1),
  };
}
