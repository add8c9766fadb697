import { capacityBinarySymmetric } from '#theory/channels/capacity.ts';
import { binarySymmetric, compose, jointOfChannel, type Channel } from '#theory/channels/channel.ts';
import { mutualInformation } from '#theory/measures/mutual-information.ts';
import type { Asked } from './parameters.ts';

/** The pairs of bits in the order of every list here. */
export const pairs = ['00', '01', '10', '11'] as const;

const written: Record<Exclude<Asked['source'], 'each'>, Channel> = {
  agree: [
    [1, 0],
    [0.5, 0.5],
    [0.5, 0.5],
    [0, 1],
  ],
  xor: [
    [1, 0],
    [0, 1],
    [0, 1],
    [1, 0],
  ],
  and: [
    [1, 0],
    [1, 0],
    [1, 0],
    [0, 1],
  ],
};

/** What the source writes for each pair of bits: one symbol, or two that are independent given the bits. */
export function channelOf({ source, noise }: Pick<Asked, 'source' | 'noise'>): Channel {
  const flip = binarySymmetric(noise);
  if (source !== 'each') return compose(written[source], flip);
  return flip.flatMap((one) => flip.map((other) => one.flatMap((p) => other.map((q) => p * q))));
}

/** The law of the pair: its chances of 1, and p(1, 1) the given way from their product to the least or the largest that they allow. */
export function priorOf(first: number, second: number, tie: number): number[] {
  const room =
    tie > 0
      ? Math.min(first * (1 - second), (1 - first) * second)
      : Math.min(first * second, (1 - first) * (1 - second));
  const shift = tie * room;
  return [
    (1 - first) * (1 - second) + shift,
    (1 - first) * second - shift,
    first * (1 - second) - shift,
    first * second + shift,
  ].map((p) => Math.max(0, p));
}

export interface Tied {
  readonly prior: readonly number[];
  readonly channel: Channel;
  /** I(X;θ₁, θ₂): what the source tells of both bits, in nats. */
  readonly information: number;
  /** I(θ₁;θ₂): by how much the bits are tied. */
  readonly tied: number;
  /** The same two along all ties. */
  readonly curve: readonly { readonly tie: number; readonly information: number; readonly tied: number }[];
  /** The most over all priors, and the most over independent bits. */
  readonly capacity: number;
  readonly free: number;
}

const ties = Array.from({ length: 81 }, (_, i) => (i - 40) / 40);

/**
 * The most that is told, in nats. Each written bit passes a binary symmetric channel, so that no prior tells more than its
 * capacity for each; it is attained where a fair bit is written for sure, which AND and XOR allow with independent bits. Where
 * the bits must be equal for that, independent ones are at best fair: for a written bit that is a 1 as often as the mean s of
 * the two chances they differ least, 2s(1 − s), if both are s, and what is told is then largest at ½.
 */
export function mostOf({ source, noise }: Pick<Asked, 'source' | 'noise'>): Pick<Tied, 'capacity' | 'free'> {
  const capacity = (source === 'each' ? 2 : 1) * capacityBinarySymmetric(noise);
  return { capacity, free: source === 'agree' ? capacity / 2 : capacity };
}

/** The joint table of two bits from the list of their pairs. */
const tableOf = ([a, b, c, d]: readonly number[]) => [
  [a, b],
  [c, d],
];

export function compute(asked: Asked): Tied {
  const { first, second, tie } = asked;
  const channel = channelOf(asked);
  const at = (t: number) => {
    const prior = priorOf(first, second, t);
    return {
      tie: t,
      information: Math.max(0, mutualInformation(jointOfChannel(prior, channel))),
      tied: Math.max(0, mutualInformation(tableOf(prior))),
    };
  };
  const { information, tied } = at(tie);
  return {
    ...{ channel, information, tied },
    prior: priorOf(first, second, tie),
    curve: ties.map(at),
    ...mostOf(asked),
  };
}
