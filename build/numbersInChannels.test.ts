import { expect, test } from 'vitest';
import { wholeModel } from '#contract/spec.ts';
import { defaultValues } from '#contract/values.ts';
import { certifyCapacity, channelCapacity } from '#theory/channels/blahut-arimoto.ts';
import {
  capacityBinaryErasure,
  capacityBinarySymmetric,
  capacityZChannel,
  optimalInputZChannel,
} from '#theory/channels/capacity.ts';
import { binarySymmetric, compose, jointOfChannel, zChannel, type Channel } from '#theory/channels/channel.ts';
import { binaryEntropy, entropy, surprisal } from '#theory/measures/entropy.ts';
import { mutualInformation } from '#theory/measures/mutual-information.ts';
import type { Tuned } from '#widgets/channel-tuner/model.ts';
import { params, type Asked } from '#widgets/channel-tuner/parameters.ts';
import { presets } from '#widgets/channel-tuner/presets.ts';
import { spec } from '#widgets/channel-tuner/spec.ts';
import { quotesOf } from '../fixtures/prose.ts';

/* The numbers of the page on channels, each computed here and found there as it is displayed. */

const quotes = quotesOf('channels');
const bits = (nats: number, digits = 3) => (nats / Math.LN2).toFixed(digits);
const h = binaryEntropy;
const tuned = (change: Partial<Asked>) => wholeModel(spec, { ...defaultValues(params), ...change }) as Tuned;
const preset = (id: string) => tuned(presets.find((one) => one.id === id)!.values);
const even = [0.5, 0.5];

test('ten tosses', () => {
  const chances = [0, 1, 2, 3].map((k) => 0.1 ** k * 0.9 ** (10 - k));
  const all = [1, 10, 45, 120].map((cases, k) => cases * chances[k]);
  quotes(`| none | ${chances[0].toFixed(3)} | ${bits(surprisal(chances[0]), 2)} | 1 | ${all[0].toFixed(3)} |`);
  quotes(`| ${chances[1].toFixed(4)} | ${bits(surprisal(chances[1]), 2)} | 10 | ${all[1].toFixed(3)} |`);
  quotes(`| ${chances[2].toFixed(4)} | ${bits(surprisal(chances[2]), 2)} | 45 | ${all[2].toFixed(3)} |`);
  quotes(`| ${chances[3].toFixed(4)} | ${bits(surprisal(chances[3]), 2)} | 120 | ${all[3].toFixed(3)} |`);
  quotes(`| four or more | | | | ${(1 - all[0] - all[1] - all[2] - all[3]).toFixed(3)} |`);
  expect(surprisal(chances[1])).toBeCloseTo(10 * h(0.1), 12);
  expect(surprisal(chances[2]) - surprisal(chances[1])).toBeCloseTo(Math.log(9), 12);
  quotes(`$\\log_2 9 = ${bits(Math.log(9), 2)}$ bits`);
  quotes(`$10\\, h(0.1) = ${bits(10 * h(0.1), 2)}$ bits`);
  quotes(`$10 - 4.69 = ${bits(10 * (Math.LN2 - h(0.1)), 2)}$ bits`);
  quotes(`${bits(Math.LN2 - h(0.1))} bits a letter`);
  quotes(
    `Yes, ${(h(0.1) / Math.LN2 / 0.1).toFixed(1)} times as much. The first line loses 0.1 bits of each bit, and the second loses ${bits(h(0.1))}`,
  );
  expect(h(0.1) / (0.1 * Math.LN2)).toBeGreaterThan(4);
});

test('the table of spoiled letters', () => {
  for (const share of [0.01, 0.1, 0.25]) {
    const [erased, flipped] = [capacityBinaryErasure(share), capacityBinarySymmetric(share)];
    expect(1 - erased / Math.LN2).toBeCloseTo(share, 12);
    quotes(`| ${100 * share} | ${share.toFixed(2)} | ${bits(Math.LN2 - flipped)} |`);
  }
  quotes(`| 90 | 0.90 | ${bits(Math.LN2 - capacityBinarySymmetric(0.9))} |`);
  expect([0.5, 1].map((share) => Math.round(1e9 * (1 - capacityBinarySymmetric(share) / Math.LN2)))).toEqual([1e9, 0]);
  // Eight times its share at one in a hundred, more for smaller shares.
  const times = (share: number) => h(share) / Math.LN2 / share;
  expect(Math.floor(times(0.01))).toBe(8);
  expect(times(0.001)).toBeGreaterThan(times(0.01));
  quotes(
    `its surprisal, ${bits(surprisal(0.01), 2)} bits in the first row, and about ${bits((0.99 / 0.01) * surprisal(0.99), 2)} bits more`,
  );
  // Where the flipping line carries what arrives unchanged: at 0.773 and, short of the ends, at no other noise.
  const over = (f: number) => capacityBinarySymmetric(f) - capacityBinaryErasure(f);
  expect([0.01, 0.5, 0.7725].map((f) => Math.sign(over(f)))).toEqual([-1, -1, -1]);
  expect([0.7735, 0.9, 1].map((f) => Math.sign(over(f)))).toEqual([1, 1, 1]);
  quotes('From 0.773 on,');
  quotes(`$1 - h(0.02) = 1 - ${bits(h(0.02))} = ${bits(capacityBinarySymmetric(0.02))}$`);
  quotes(`one in ten flipped costs ${Math.round((100 * h(0.1)) / Math.LN2)} percent`);
});

test('the fading line', () => {
  const { lower, divergences, output } = certifyCapacity(even, zChannel(0.5));
  expect(output).toEqual([0.75, 0.25]);
  quotes(`= ${bits(divergences[0])}$ bits. A 1 that is sent`);
  quotes(`= ${bits(divergences[1])}$ bits. The mean is ${bits(lower)}.`);
  expect(divergences[0]).toBeCloseTo(2 * divergences[1], 12);
  expect(optimalInputZChannel(0.5)).toBeCloseTo(0.4, 12);
  expect(certifyCapacity([0.6, 0.4], zChannel(0.5)).output[0]).toBeCloseTo(0.8, 12);
  quotes(`at $\\log_2 \\tfrac54 = ${bits(capacityZChannel(0.5))}$ bits`);
  // What a received letter tells, in the bet of the dog and the bark.
  quotes(`Each tells ${bits(lower)} bits about the other`);
  quotes(
    `a received 0 tells ${bits(Math.LN2 - h(1 / 3))} bits. A sent 0 tells ${bits(divergences[0])}, and a sent 1 tells ${bits(divergences[1])}`,
  );
  expect(0.25 * Math.LN2 + 0.75 * (Math.LN2 - h(1 / 3))).toBeCloseTo(lower, 12);
  quotes(`Right: ${optimalInputZChannel(0.99).toFixed(3)}`);
  expect((1 / Math.E).toFixed(3)).toBe(optimalInputZChannel(0.99).toFixed(3));
});

test('what equal shares lose on lines with two letters: at most 6 percent, at most 0.011 bits, most on the Z channel', () => {
  let [least, most] = [1, 0];
  for (let a = 0; a <= 20; a++)
    for (let b = 0; b <= 20; b++) {
      const channel = [
        [1 - a / 20, a / 20],
        [b / 20, 1 - b / 20],
      ];
      const { lower, upper } = channelCapacity(channel, { gap: 1e-6, iterations: 400 });
      if (lower < 1e-3) continue;
      const alike = certifyCapacity(even, channel).lower;
      least = Math.min(least, alike / upper);
      most = Math.max(most, (lower - alike) / Math.LN2);
    }
  expect(least).toBeGreaterThan(0.94);
  expect(most).toBeLessThan(0.0111);
  const fading = Array.from({ length: 99 }, (_, i) => (i + 1) / 100);
  const lost = fading.map((f) => capacityZChannel(f) - certifyCapacity(even, zChannel(f)).lower);
  expect(bits(Math.max(...lost))).toBe('0.011');
  const shares = fading.map((f) => certifyCapacity(even, zChannel(f)).lower / capacityZChannel(f));
  expect(shares.every((share, i) => i === 0 || share < shares[i - 1])).toBe(true);
  expect(Math.round(100 * (1 - shares[98]))).toBe(6);
  expect(1 - shares[98]).toBeLessThan(1 - (Math.E * Math.LN2) / 2);
});

test('cases of the figure', () => {
  const { even: alike, best } = preset('useless-letter');
  expect(alike / best.lower).toBeCloseTo(2 / 3, 6);
  const edge = preset('hardly-used');
  const until = (gapInBits: number) => channelCapacity(edge.channel, { gap: gapInBits * Math.LN2, iterations: 5000 }).iterations; // prettier-ignore
  expect([until(1e-3), until(1e-9)]).toEqual([30, 2050]);
  // At the best law the third column is too low, and the letter is not sent.
  const without = certifyCapacity([0.5, 0.5, 0], edge.channel);
  expect(without.upper - without.lower).toBeLessThan(1e-12);
  expect(bits(without.lower - without.divergences[2])).toBe('0.007');
  const { trail } = preset('far-off');
  for (const round of [0, 2, 5, 10, 20])
    quotes(`| ${round} | ${bits(trail[round].lower)} | ${bits(trail[round].upper!)} |`);
  const ring = presets.find(({ id }) => id === 'every-second-key')!.values;
  expect(certifyCapacity([0.2, 0.3, 0.2, 0.3], tuned(ring).channel).upper).toBeCloseTo(Math.LN2, 12);
  const slips = tuned({ line: 'slips', noise: 0.25, p: [0.25, 0.25, 0.25, 0.25] });
  quotes(`$2 - h(\\tfrac14) = 2 - ${bits(h(0.25))} = ${bits(slips.best.lower)}$ bits`);
});

test('two lines in a row, a report, a small model', () => {
  const both = compose(binarySymmetric(0.1), binarySymmetric(0.1));
  expect(both[0][1]).toBeCloseTo(0.18, 12);
  quotes(
    `$1 - h(0.18) = ${bits(channelCapacity(both).lower)}$ bits, where each alone has ${bits(capacityBinarySymmetric(0.1))}`,
  );
  quotes(`erasing leaves 0.95 bits and flipping ${bits(capacityBinarySymmetric(0.05), 2)}.`);
  const onlyOnes = [
    [1, 0, 0],
    [0, 0.1, 0.9],
  ];
  expect(channelCapacity(onlyOnes).lower).toBeCloseTo(Math.LN2, 12);
  const answers = [
    [0.9, 0.1],
    [0.8, 0.2],
    [0.1, 0.9],
  ];
  const { best } = tuned({ line: 'own', channel: answers });
  expect(best.input[0]).toBeCloseTo(0.5, 4);
  quotes(`its capacity: ${bits(best.lower)} bits`);
  quotes(`gets ${bits(mutualInformation(jointOfChannel([0.5, 0.3, 0.2], answers)))} bits through it`);
});

test('lines that need no search', () => {
  const erases = [
    [0.7, 0.3, 0],
    [0, 0.3, 0.7],
  ];
  for (const p of [0.1, 0.5, 0.8])
    expect(mutualInformation(jointOfChannel([p, 1 - p], erases))).toBeCloseTo(0.7 * binaryEntropy(p), 12);
  const row = [0.6, 0.3, 0.1];
  const turned = row.map((_, x) => row.map((_, y) => row[(x + y) % 3]));
  const { lower, upper } = certifyCapacity([1 / 3, 1 / 3, 1 / 3], turned);
  expect(lower).toBeCloseTo(Math.log(3) - entropy(row), 12);
  expect(upper).toBeCloseTo(lower, 12);
});

test('of all lines with two letters and one capacity a Z channel loses most', () => {
  const lossOf = (channel: Channel) => {
    const { lower } = channelCapacity(channel, { gap: 1e-8, iterations: 2000 });
    return { capacity: lower, loss: lower - certifyCapacity(even, channel).lower };
  };
  for (const a of [0, 0.1, 0.3, 0.5])
    for (const b of [0.2, 0.4, 0.8]) {
      const { capacity, loss } = lossOf([
        [1 - a, a],
        [b, 1 - b],
      ]);
      let [low, high] = [0, 1];
      for (let i = 0; i < 40; i++) {
        const middle = (low + high) / 2;
        [low, high] = capacityZChannel(middle) > capacity ? [middle, high] : [low, middle];
      }
      const fading = zChannel(low);
      expect(loss).toBeLessThanOrEqual(capacityZChannel(low) - certifyCapacity(even, fading).lower + 1e-7);
    }
});

test('exercises: a band, the best law of a fading line, a letter that looks like an erasure', () => {
  const band = [
    [0.5, 0.5, 0],
    [0, 0.5, 0.5],
    [0.0266, 0.9468, 0.0266],
  ];
  expect(certifyCapacity([0.5, 0.5, 0], band).divergences.map((nats) => bits(nats))).toEqual([
    '0.500',
    '0.500',
    '0.700',
  ]);
  quotes(`There $C = ${bits(channelCapacity(band).lower)}$`);

  const watched = tuned({ line: 'fades', noise: 0.99, p: even, rounds: 60 });
  quotes(`They come only to ${watched.law[1].toFixed(2)}`);
  quotes(`ends with 1 sent with chance ${watched.best.input[1].toFixed(3)}`);
  for (const f of [0.1, 0.5, 0.9, 0.99]) {
    const one = 1 / ((1 - f) * (1 + 2 ** (h(f) / Math.LN2 / (1 - f))));
    const { lower, upper } = certifyCapacity([1 - one, one], zChannel(f));
    expect(upper - lower).toBeLessThan(1e-9);
    expect(one).toBeGreaterThan(1 / Math.E);
  }

  const three = [0, 1, 2].map((x) => [0, 1, 2, 3].map((y) => (y === x ? 0.9 : y === 3 ? 0.1 : 0)));
  const four = [...three, [0, 0, 0, 1]];
  const alone = certifyCapacity([1 / 3, 1 / 3, 1 / 3, 0], four);
  quotes(`$0.9 \\log_2 3 = ${bits(alone.lower)}$ bits`);
  quotes(`$\\log_2 10 = ${bits(alone.divergences[3], 2)}$ bits`);
  const { lower, input } = channelCapacity(four);
  quotes(`from ${bits(alone.lower)} to ${bits(lower)} bits`);
  quotes(`$C = ${bits(lower)}$ bits`);
  quotes(`${input[3].toFixed(3)} of the time`);
  const alike = certifyCapacity([0.25, 0.25, 0.25, 0.25], four);
  expect((alike.upper - alike.lower) / Math.LN2).toBeLessThan(0.02);
});
