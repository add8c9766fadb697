import { dirichletDivergence } from '#theory/learning/dirichlet-divergence.ts';
import { meanOf, firstCounted, type Mean } from './fresh.ts';
import { followers, gapTo, gapsAlong, type Laws } from './learners.ts';
import { headOff, longest, trainedOn, type Asked } from './parameters.ts';
import { orderOf } from './sequence.ts';
import { isOtherPrior, learnersOn, networkKey, positionOf, liveOf, checkpointOf, type WindTunnel } from './state.ts';

const zero: Mean = { mean: 0, error: 0 };
const average = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / Math.max(1, values.length);

/** A mean over fresh sequences, with its standard error; 0 as long as there are none. */
export const freshly = ({ fresh }: WindTunnel, name: keyof NonNullable<WindTunnel['fresh']>['of']): Mean =>
  fresh ? meanOf(fresh.of[name], fresh.sequences) : zero;

/** Gaps in nats along the sequence on display, from each learner to the network; nothing as long as it has not said a word. */
export function gapsOn(model: WindTunnel, asked: Asked) {
  const logs: Laws = model.shown?.logs ?? [];
  const { bigram, shown } = learnersOn(model, asked);
  return { bigram: gapsAlong(bigram, logs), shown: gapsAlong(shown, logs) };
}

/** Divergence from the exact Bayesian of training to a learner, in nats, along the sequence on display. */
export function learnerGaps(model: WindTunnel, asked: Asked, name: 'uniform' | 'unigram') {
  const learners = learnersOn(model, asked);
  return learners.bigram.map((law, t) => gapTo(law, learners[name][t].map(Math.log)));
}

export interface OnSequence {
  /** Mean gap to the Bayesian of training, and to the one on display, over all positions. */
  readonly bigram: number;
  readonly shown: number;
  /** At the position on display. */
  readonly here: number;
}

export function onSequence(model: WindTunnel, asked: Asked): OnSequence {
  const { bigram, shown } = gapsOn(model, asked);
  // Rounded logarithms may make a gap of nothing −10⁻⁶.
  const least = (x: number) => Math.max(0, x);
  return {
    bigram: least(average(bigram)),
    shown: least(average(shown)),
    here: least(bigram[positionOf(model, asked)] ?? 0),
  };
}

/** What one pays, on this sequence, for holding the prior of training instead of the one on display. */
export function priceOfPrior(model: WindTunnel, asked: Asked): number {
  if (!isOtherPrior(asked)) return 0;
  const { bigram, shown } = learnersOn(model, asked);
  return average(shown.map((law, t) => gapTo(law, bigram[t].map(Math.log))));
}

/** Mean over the positions that count of an expected loss; 0 as long as it is not computed. */
export const expectedLoss = ({ expected }: WindTunnel, of: 'bayes' | 'believer' | 'irreducible') =>
  expected ? average(expected[of].slice(firstCounted)) : 0;

const unknown = { uniform: 0, unigram: 0, bigram: 0 };

/** ln of the Bayes factor of the prior on display over that of training which the longest sequence on display, 127 symbols, is expected to give, in nats. */
export function evidenceForPrior({ expected }: WindTunnel): number {
  if (!expected) return 0;
  return expected.bayes.slice(0, longest).reduce((sum, loss, t) => sum + expected.believer[t] - loss, 0);
}

/** D(π ‖ π′) from the prior on display to that of training, in nats: all rows of the chain. Chains of second order are excluded by that of training. */
export function divergenceOfPrior({ symbols }: WindTunnel, asked: Asked): number {
  if (orderOf(asked) === 2) return Infinity;
  const row = (alpha: number) => new Array<number>(symbols).fill(alpha);
  return symbols * dirichletDivergence(row(asked.alpha), row(trainedOn));
}

/** The distances of the checkpoint on display, or of the reader's own network, without the head that is switched off; 0 until they are known. */
export function distancesNow(model: WindTunnel, asked: Asked) {
  if (headOff(asked)) return model.ablated?.key === networkKey(model, asked) ? model.ablated.distances : unknown;
  const live = liveOf(model, asked);
  const point = live ? live.points.at(-1) : model.trail && model.phases.points[checkpointOf(model.trail, asked)];
  return point ?? unknown;
}

/** Which learner the network is nearest to, once it is known. */
export function nearest(model: WindTunnel, asked: Asked): 'uniform' | 'unigram' | 'bigram' | undefined {
  const { uniform, unigram, bigram } = distancesNow(model, asked);
  const least = Math.min(uniform, unigram, bigram);
  if (uniform + unigram + bigram === 0) return undefined;
  return least === bigram ? 'bigram' : least === unigram ? 'unigram' : 'uniform';
}

/** Steps of training behind the network on display: those of its checkpoint, and those the reader added. */
export function stepsOf(model: WindTunnel, asked: Asked): { shipped: number; own: number } {
  const { trail } = model;
  if (!trail) return { shipped: 0, own: 0 };
  return { shipped: trail.checkpoints[checkpointOf(trail, asked)].step, own: liveOf(model, asked)?.state.step ?? 0 };
}

/** For each head the share of its attention that lies on places that followed an earlier copy of the last symbol. */
export function inductionShares(model: WindTunnel): number[][] {
  const { shown, sequence } = model;
  if (!shown) return [];
  const { position, weights } = shown.attention;
  const places = followers(sequence, position).filter((t) => t < position);
  return weights.map((heads) => heads.map((row) => places.reduce((sum, t) => sum + (row[t + 1] ?? 0), 0)));
}
