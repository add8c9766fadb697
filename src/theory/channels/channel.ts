import { assertEach, assertRows, refuse } from '#theory/numerics/assert.ts';
import { assertDistribution, assertProbability, sum } from '#theory/measures/distribution.ts';
import type { JointTable } from '#theory/measures/joint.ts';
import { mutualInformation } from '#theory/measures/mutual-information.ts';

/** A discrete memoryless channel: row x is the distribution of the output when x is sent. */
export type Channel = readonly (readonly number[])[];

/** Throws RangeError unless every row is a distribution over the same outputs. */
export function assertChannel(channel: Channel, name = 'channel'): void {
  assertRows(channel, name, assertDistribution);
}

/** p(x, y) = p(x) W(y|x), the joint law of what is sent and what arrives. */
export function jointOfChannel(input: readonly number[], channel: Channel): JointTable {
  assertDistribution(input, 'input');
  assertChannel(channel);
  if (input.length !== channel.length) {
    throw new RangeError(`input must have one entry per row of the channel, ${channel.length}, got ${input.length}`);
  }
  return input.map((px, x) => channel[x].map((w) => px * w));
}

/** p(y) = Σ_x p(x) W(y|x). */
export function outputDistribution(input: readonly number[], channel: Channel): number[] {
  const joint = jointOfChannel(input, channel);
  return joint[0].map((_, y) => sum(joint.map((row) => row[y])));
}

/** One channel after the other, the matrix product: W(z|x) = Σ_y first(y|x) second(z|y). */
export function compose(first: Channel, second: Channel): Channel {
  assertChannel(first, 'first');
  assertChannel(second, 'second');
  if (first[0].length !== second.length) {
    throw new RangeError(`second must have a row for each output of first, ${first[0].length}, got ${second.length}`);
  }
  return first.map((row) => second[0].map((_, z) => sum(row.map((w, y) => w * second[y][z]))));
}

/**
 * I(X;Y_1), …, I(X;Y_n) in nats along the Markov chain X → Y_1 → … → Y_n, in which each stage hears only the one
 * before. The list never rises: data processing. Throws RangeError where alphabets do not fit.
 */
export function cascade(input: readonly number[], channels: readonly Channel[]): number[] {
  assertDistribution(input, 'input');
  assertEach(channels, 'channels', assertChannel);
  channels.forEach((channel, i) => {
    const before = i > 0 ? channels[i - 1][0].length : input.length;
    if (channel.length !== before)
      refuse(`channels[${i}]`, `have ${before} rows, one for each symbol that it hears`, channel.length);
  });
  let soFar: Channel | undefined;
  return channels.map((channel) => {
    soFar = soFar ? compose(soFar, channel) : channel;
    return mutualInformation(jointOfChannel(input, soFar));
  });
}

/** Two symbols, each flipped with the given probability. */
export function binarySymmetric(flip: number): Channel {
  assertProbability(flip, 'flip');
  return [
    [1 - flip, flip],
    [flip, 1 - flip],
  ];
}

/** Two symbols, each erased with the given probability; outputs are 0, 1 and the erasure. */
export function binaryErasure(erasure: number): Channel {
  assertProbability(erasure, 'erasure');
  return [
    [1 - erasure, 0, erasure],
    [0, 1 - erasure, erasure],
  ];
}

/** Two symbols; a 0 always arrives, a 1 becomes a 0 with the given probability. */
export function zChannel(flip: number): Channel {
  assertProbability(flip, 'flip');
  return [
    [1, 0],
    [flip, 1 - flip],
  ];
}
