import { capacityAtPrice } from '#theory/channels/capacity-at-price.ts';
import { jointOfChannel, type Channel } from '#theory/channels/channel.ts';
import { countChannel, steadyChannel } from '#theory/channels/response-channel.ts';
import { smallNoiseLaw } from '#theory/channels/small-noise.ts';
import { relativeEntropy } from '#theory/measures/divergence.ts';
import { entropy } from '#theory/measures/entropy.ts';
import { mutualInformation } from '#theory/measures/mutual-information.ts';
import { knots, reach, type Asked } from './parameters.ts';
import { stimuliOf } from './stimuli.ts';

/** The cell has so many answers above silence. */
const answers = 50;
const fiftieths = Array.from({ length: answers + 1 }, (_, i) => i / answers);
/** The curve is rounded to these. Small answers of counted spikes are told apart most finely, and one that is rounded to silence would lose its noise: so squares. */
const levelsOf = ({ noise }: Asked): readonly number[] =>
  noise === 'steady' ? fiftieths : fiftieths.map((root) => root * root);
/** An answer is rounded to a level if it is below the middle between this one and the next. */
const middlesOf = (levels: readonly number[]) => levels.slice(1).map((level, i) => (levels[i] + level) / 2);

/** One standard deviation of the noise of an answer, of a full one. */
export const deviationOf = (answer: number, { noise, deviation, spikes }: Asked): number =>
  noise === 'steady' ? deviation : Math.sqrt(answer / spikes);

/** What a law of answers brings in, in nats. */
interface Answers {
  /** How often an answer is at most each level. */
  readonly shares: readonly number[];
  /** How often it is each level. */
  readonly law: readonly number[];
  /** I(stimulus; noisy answer). */
  readonly told: number;
  /** E price. */
  readonly paid: number;
  readonly net: number;
  /** Mean answer, of a full one. */
  readonly mean: number;
}

/** A response curve that gives the answers this law, and never falls. */
export interface Curve extends Answers {
  /** The stimulus at which it passes from each answer to the next. */
  readonly passes: readonly number[];
}

export interface Equalizer {
  /** The answers that the cell can give. */
  readonly levels: readonly number[];
  /** Chance of each cell of the stimuli. */
  readonly stimuli: readonly number[];
  /** Where each handle acts: not before an earlier one. */
  readonly thresholds: readonly number[];
  readonly yours: Curve;
  /** Of the cumulative law of the stimuli, of the law for small noise, and of the best law found, yours among them, each put in order onto the stimuli. */
  readonly cumulative: Curve;
  readonly rule: Curve;
  readonly best: Curve;
  /** Between these lies the most that any law of answers brings in. */
  readonly lower: number;
  readonly upper: number;
  /** How often the answer is in each tenth of its range. */
  readonly tenths: readonly number[];
  /** H(noisy answer) and H(noisy answer | stimulus). */
  readonly heard: number;
  readonly blurred: number;
  /** Σ p ln(p/slope): divergence from the law of the stimuli to the slope of your curve, a density of its own. Infinite if it is flat somewhere. */
  readonly waste: number;
}

/** From how often an answer is at most each level to how often it is each. */
const stepsOf = (below: readonly number[]) => below.map((share, i) => Math.max(0, share - (i > 0 ? below[i - 1] : 0)));

/** From answers to what is heard, and what a full answer costs, in nats. */
interface Line {
  readonly levels: readonly number[];
  readonly channel: Channel;
  readonly price: number;
}

function answersOf(shares: readonly number[], { levels, channel, price }: Line): Answers {
  const law = stepsOf(shares);
  const mean = law.reduce((total, p, i) => total + p * levels[i], 0);
  const told = mutualInformation(jointOfChannel(law, channel));
  return { ...{ shares, law, told, mean }, paid: price * mean, net: told - price * mean };
}

/** The channel from answers to what is heard, and three laws of answers: none of them asks which stimuli there are. */
interface Kept {
  readonly key: string;
  readonly line: Line;
  readonly lower: number;
  readonly upper: number;
  readonly even: Answers;
  readonly rule: Answers;
  readonly best: Answers;
}
/** Kept while the reader shapes the curve. */
let kept: Kept | undefined;
function channelOf(asked: Asked): Kept {
  const { noise, deviation, spikes, price: bits } = asked;
  const key = [noise, noise === 'steady' ? deviation : spikes, bits].join();
  if (kept?.key === key) return kept;
  const price = bits * Math.LN2;
  const levels = levelsOf(asked);
  const channel =
    noise === 'steady' ? steadyChannel(levels, deviation) : countChannel(levels.map((level) => spikes * level));
  const prices = levels.map((level) => price * level);
  const { lower, upper, input } = capacityAtPrice(channel, prices, { gap: 0.0007, iterations: 3000 });
  const line = { levels, channel, price };
  const bringsIn = (below: readonly number[]) => answersOf([...below, 1], line);
  const middles = middlesOf(levels);
  let total = 0;
  kept = {
    ...{ key, line, lower, upper },
    even: bringsIn(middles),
    rule: bringsIn(middles.map((answer) => smallNoiseLaw(answer, noise, price))),
    best: bringsIn(input.slice(0, -1).map((p) => Math.min(1, (total += p)))),
  };
  return kept;
}

/** The stimulus at which a curve through the thresholds has reached an answer. */
export function stimulusAt(answer: number, thresholds: readonly number[]): number {
  const last = thresholds.length - 1;
  const from = Math.min(last - 1, Math.floor(answer * last));
  return thresholds[from] + (answer * last - from) * (thresholds[from + 1] - thresholds[from]);
}

/** The answer of a curve through the thresholds to a stimulus; where it jumps, the one above. */
function answerTo(stimulus: number, thresholds: readonly number[]): number {
  const last = thresholds.length - 1;
  const above = thresholds.findIndex((threshold) => stimulus < threshold);
  if (above <= 0) return above === 0 ? 0 : 1;
  const [from, to] = [thresholds[above - 1], thresholds[above]];
  return (above - 1 + (stimulus - from) / (to - from)) / last;
}

/** What is never answered, below the answer to the least stimulus and above that to the greatest, is a cell without stimuli. */
function wasteOf(chances: readonly number[], thresholds: readonly number[]): number {
  const edges = chances.map((_, i) => answerTo(reach * ((2 * i) / chances.length - 1), thresholds));
  const rises = edges.map((answer, i) => Math.max(0, (edges[i + 1] ?? 1) - answer));
  return relativeEntropy([...chances, 0], [...rises, edges[0]]);
}

export function compute(asked: Asked): Equalizer {
  const { line, lower, upper, even, rule, best } = channelOf(asked);
  const { levels, channel } = line;
  const { chances, below, quantile } = stimuliOf(asked);
  const onto = (answers: Answers): Curve => ({ ...answers, passes: answers.shares.slice(0, -1).map(quantile) });
  let beyond = -reach;
  const thresholds = knots.map((knot) => (beyond = Math.max(beyond, asked[knot])));
  const passes = middlesOf(levels).map((answer) => stimulusAt(answer, thresholds));
  const yours = { ...answersOf([...passes.map(below), 1], line), passes };
  const joint = jointOfChannel(yours.law, channel);
  return {
    ...{ levels, stimuli: chances, thresholds, yours, upper },
    ...{ cumulative: onto(even), rule: onto(rule) },
    // The algorithm stops a little below the best, and a reader can do better.
    ...(yours.net > lower ? { best: yours, lower: yours.net } : { best: onto(best), lower }),
    tenths: stepsOf(Array.from({ length: 10 }, (_, i) => (i === 9 ? 1 : below(stimulusAt((i + 1) / 10, thresholds))))),
    heard: entropy(joint[0].map((_, y) => joint.reduce((sum, row) => sum + row[y], 0))),
    blurred: yours.law.reduce((sum, p, i) => (p > 0 ? sum + p * entropy(channel[i]) : sum), 0),
    waste: wasteOf(chances, thresholds),
  };
}

/** The end pieces begin where this share of the stimuli is beyond them: from the end of the axis a straight piece would be far from the law. */
const beyondEnds = 0.043;

/** Thresholds with which answers come about equally often, on the steps of the handles. */
export function evenThresholds(asked: Asked): number[] {
  const { quantile } = stimuliOf(asked);
  const last = knots.length - 1;
  return knots.map((_, i) => Math.round(20 * quantile(Math.min(1 - beyondEnds, Math.max(beyondEnds, i / last)))) / 20);
}
