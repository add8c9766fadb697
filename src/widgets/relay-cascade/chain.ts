import { binaryErasure, binarySymmetric, compose, zChannel, type Channel } from '#theory/channels/channel.ts';
import { sum } from '#theory/measures/distribution.ts';
import { entropy } from '#theory/measures/entropy.ts';
import { accuracyOfBestGuess } from '#theory/belief/guessing.ts';
import { marginalY, type JointTable } from '#theory/measures/joint.ts';
import { mutualInformation } from '#theory/measures/mutual-information.ts';
import { conditionalMutualInformation, type ThreeWayTable } from '#theory/measures/trivariate.ts';

/** What a relay may hear and say, in the order of rows and columns here. X itself is one of the first two. */
export const letters = ['0', '1', '?'] as const;
const zero = 0;
const one = 1;
const unclear = 2;

export type Kind = 'flips' | 'erases' | 'fades' | 'decides';

export interface Relay {
  readonly kind: Kind;
  /** How often it does what it does: a probability. */
  readonly rate: number;
}

/** The letters that a relay of each kind may change; the others it repeats. */
export const changes: Record<Kind, readonly number[]> = {
  flips: [zero, one],
  erases: [zero, one],
  fades: [one],
  decides: [unclear],
};

/** What a relay says for each letter that it hears. */
export function channelOfRelay({ kind, rate }: Relay): Channel {
  const repeatUnclear = [0, 0, 1];
  const silent = (channel: Channel) => channel.map(([p0, p1]) => [p0, p1, 0]);
  switch (kind) {
    case 'flips':
      return [...silent(binarySymmetric(rate)), repeatUnclear];
    case 'fades':
      return [...silent(zChannel(rate)), repeatUnclear];
    case 'erases':
      return [...binaryErasure(rate), repeatUnclear];
    case 'decides':
      return [
        [1, 0, 0],
        [0, 1, 0],
        [1 - rate, rate, 0],
      ];
  }
}

/** A place along the chain: the start, or what a relay says. */
export interface Station {
  /** p(x, letter here). */
  readonly joint: JointTable;
  /** p(letter here). */
  readonly heard: readonly number[];
  /** I(X; letter here), in nats. */
  readonly information: number;
  /** Probability that the best guess of X from the letter here is right. */
  readonly accuracy: number;
}

export interface Chain {
  /** H(X), in nats. */
  readonly entropy: number;
  /** Probability of being right about X without listening. */
  readonly blindAccuracy: number;
  /** The start and one station for each relay. */
  readonly stations: readonly Station[];
  /** p(x, letter heard, letter said) for each relay. */
  readonly flows: readonly ThreeWayTable[];
}

/** X is 1 with probability `bias`; each relay hears only the one before it. */
export function chainOf(bias: number, relays: readonly Relay[]): Chain {
  const input = [1 - bias, bias];
  const channels = relays.map(channelOfRelay);
  // Laws of the letter at each station given X. X is told in two of the three letters.
  const given: Channel[] = [binaryErasure(0)];
  for (const channel of channels) given.push(compose(given[given.length - 1], channel));
  const joints = given.map((law) => law.map((row, x) => row.map((p) => input[x] * p)));
  return {
    entropy: entropy(input),
    blindAccuracy: Math.max(...input),
    stations: joints.map((joint) => ({
      joint,
      heard: marginalY(joint),
      information: mutualInformation(joint),
      accuracy: accuracyOfBestGuess(joint),
    })),
    flows: channels.map((channel, k) =>
      joints[k].map((row) => row.map((p, heard) => channel[heard].map((w) => p * w))),
    ),
  };
}

/** Probability that a relay says another letter than it hears. */
function changeProbability(flow: ThreeWayTable): number {
  return sum(flow.flatMap((heard) => heard.flatMap((said, a) => said.filter((_, b) => b !== a))));
}

export const last = ({ stations }: Chain) => stations[stations.length - 1];
export const beforeLast = ({ stations }: Chain) => stations[stations.length - 2];
export const lostByLast = (chain: Chain) => beforeLast(chain).information - last(chain).information;
/** I(X; what the last relay heard | what it says): what it keeps to itself, in nats. */
export const keptByLast = ({ flows }: Chain) => conditionalMutualInformation(flows[flows.length - 1]);
export const accuracyLostByLast = (chain: Chain) => beforeLast(chain).accuracy - last(chain).accuracy;
/** Probability that a relay says another letter than it hears, averaged over the relays. */
export const meanChange = ({ flows }: Chain) => sum(flows.map(changeProbability)) / flows.length;
/** Losses up to this are rounding. */
export const tiny = 1e-9;
