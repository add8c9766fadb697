import type { Progress } from '#contract/spec.ts';
import { certifyCapacity, channelCapacity } from '#theory/channels/blahut-arimoto.ts';
import { capacityBinaryErasure, capacityBinarySymmetric, capacityZChannel } from '#theory/channels/capacity.ts';
import { jointOfChannel, outputDistribution, type Channel } from '#theory/channels/channel.ts';
import { relativeEntropy } from '#theory/measures/divergence.ts';
import { binaryEntropy, entropy } from '#theory/measures/entropy.ts';
import { mutualInformation } from '#theory/measures/mutual-information.ts';
import { lawFor, lineOf, mostRounds, type Asked } from './parameters.ts';

/** Both bounds that a law of the input proves, in nats; null stands for infinity, which does not travel. */
export interface Bounds {
  readonly lower: number;
  readonly upper: number | null;
}

export interface Tuned {
  readonly channel: Channel;
  readonly sent: readonly string[];
  readonly received: readonly string[];
  /** What is sent, after the rounds, and what arrives. */
  readonly law: readonly number[];
  readonly output: readonly number[];
  /** D(W_x‖output) of each letter. */
  readonly divergences: readonly (number | null)[];
  readonly now: Bounds;
  /** Round by round from the reader’s law on. */
  readonly trail: readonly Bounds[];
  /** The best law that was found from the even one, with its own two bounds. */
  readonly best: {
    readonly input: readonly number[];
    readonly divergences: readonly number[];
    readonly lower: number;
    readonly upper: number;
    readonly rounds: number;
  };
  /** I(X;Y) if all letters are sent alike. */
  readonly even: number;
  /** D(W_x‖output) on average over the best law, and what the output is off from the best one: null if infinite. */
  readonly crossed: number | null;
  readonly off: number | null;
}

const finite = (nats: number) => (nats < Infinity ? nats : null);
const boundsOf = ({ lower, upper }: { lower: number; upper: number }): Bounds => ({ lower, upper: finite(upper) });

/** How near the bounds are to meet, in nats, and how many rounds there is time for in a frame, in a slice, in all. */
const gap = 1e-10;
const inFrame = 150;
const inSlice = 800;
const inAll = 60_000;

type Found = Tuned['best'];

/** The search for the capacity, from all letters alike or from where it was left. */
function search(channel: Channel, iterations: number, from?: Found): Found {
  const {
    input,
    divergences,
    lower,
    upper,
    iterations: made,
  } = channelCapacity(channel, { gap, iterations }, from?.input);
  return { input, divergences, lower, upper, rounds: made + (from?.rounds ?? 0) };
}

/** All but what the search for the capacity gives. */
function withBest(asked: Asked, best: Found): Tuned {
  const { channel, sent, received } = lineOf(asked);
  let round: Omit<ReturnType<typeof channelCapacity>, 'iterations'> = certifyCapacity(
    lawFor(asked.p, sent.length),
    channel,
  );
  let chosen = round;
  const trail = [boundsOf(round)];
  while (trail.length <= mostRounds) {
    // What has met stays: another round would change nothing but rounding.
    if (round.upper - round.lower > 1e-13) round = channelCapacity(channel, { gap: 0, iterations: 1 }, round.input);
    if (trail.length === asked.rounds) chosen = round;
    trail.push(boundsOf(round));
  }
  const { output, divergences } = chosen;
  const crossed = best.input.reduce((sum, p, x) => (p > 0 ? sum + p * divergences[x] : sum), 0);
  return {
    ...{ channel, sent, received, output, trail, best },
    law: chosen.input,
    divergences: divergences.map(finite),
    now: boundsOf(chosen),
    even: mutualInformation(jointOfChannel(lawFor([], sent.length), channel)),
    crossed: finite(crossed),
    off: finite(relativeEntropy(certifyCapacity(best.input, channel).output, output)),
  };
}

export const compute = (asked: Asked): Tuned => withBest(asked, search(lineOf(asked).channel, inFrame));

/** Goes on until the bounds meet: on lines whose best law hardly uses a letter, that takes long. */
export function* work(asked: Asked): Generator<Progress<Tuned>> {
  const { channel } = lineOf(asked);
  let best = search(channel, inFrame);
  while (best.upper - best.lower > gap && best.rounds < inAll) {
    best = search(channel, inSlice, best);
    yield { share: Math.min(0.99, best.rounds / inAll), model: withBest(asked, best) };
  }
  yield { share: 1, model: withBest(asked, best) };
}

/** What a line without noise would carry, in nats: it tells apart as many letters as there are on the side that has fewer. */
export const cleanOf = ({ sent, received }: Pick<Tuned, 'sent' | 'received'>) =>
  Math.log(Math.min(sent.length, received.length));

/** H(X), H(X|Y) and H(Y|X) for what is sent now, in nats. */
export function openOf({ law, now, output }: Tuned) {
  const sent = entropy(law);
  return { sent, open: Math.max(0, sent - now.lower), scatter: Math.max(0, entropy(output) - now.lower) };
}

/** The capacity in closed form, in nats; a line of the reader’s own has none. */
export function closedForm({ line }: Asked, noise: number): number | undefined {
  switch (line) {
    case 'flips':
      return capacityBinarySymmetric(noise);
    case 'erases':
      return capacityBinaryErasure(noise);
    case 'fades':
      return capacityZChannel(noise);
    case 'slips':
      return Math.log(4) - binaryEntropy(noise);
    default:
      return undefined;
  }
}

/** How often a letter arrives as another one, or as none; on the reader’s own lines no letter is another. */
export function changedOf({ law, channel, sent, received }: Tuned, { line }: Asked): number | undefined {
  if (line === 'own') return undefined;
  const same = channel.map((row, x) => Math.min(1, row[received.indexOf(sent[x])]));
  return outputDistribution(
    law,
    same.map((w) => [w, 1 - w]),
  )[1];
}

/** The share of letters that arrive as they were sent, if all are sent alike. */
export const unchangedIfEven = ({ line }: Asked, noise: number) => 1 - (line === 'fades' ? noise / 2 : noise);

/** How far the bounds are from meeting, in nats. */
export const gapOf = ({ lower, upper }: Bounds) => (upper === null ? Infinity : upper - lower);
