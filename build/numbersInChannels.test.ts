import { readFileSync } from 'node:fs';
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
import { binarySymmetric, compose, jointOfChannel, zChannel } from '#theory/channels/channel.ts';
import { binaryEntropy, surprisal } from '#theory/measures/entropy.ts';
import { mutualInformation } from '#theory/measures/mutual-information.ts';
import { gapOf, type Tuned } from '#widgets/channel-tuner/model.ts';
import { params, type Asked } from '#widgets/channel-tuner/parameters.ts';
import { presets } from '#widgets/channel-tuner/presets.ts';
import { spec } from '#widgets/channel-tuner/spec.ts';

/* The numbers of the page on channels, each computed here and found there as it is displayed. */

const prose = readFileSync('src/book/channels.mdx', 'utf8').replace(/\s+/g, ' ');
const quotes = (quoted: string) => expect({ quoted, found: prose.includes(quoted) }).toEqual({ quoted, found: true });
const bits = (nats: number, digits = 3) => (nats / Math.LN2).toFixed(digits);
const h = binaryEntropy;
const tuned = (change: Partial<Asked>) => wholeModel(spec, { ...defaultValues(params), ...change }) as Tuned;
const preset = (id: string) => tuned(presets.find((one) => one.id === id)!.values);
const even = [0.5, 0.5];

test('ten tosses', () => {
  const chances = [0, 1, 2].map((k) => 0.1 ** k * 0.9 ** (10 - k));
  const all = [1, 10, 45].map((cases, k) => cases * chances[k]);
  quotes(`| none | ${chances[0].toFixed(3)} | ${bits(surprisal(chances[0]), 2)} | 1 | ${all[0].toFixed(3)} |`);
  quotes(`| ${chances[1].toFixed(4)} | ${bits(surprisal(chances[1]), 2)} | 10 | ${all[1].toFixed(3)} |`);
  quotes(`| ${chances[2].toFixed(4)} | ${bits(surprisal(chances[2]), 2)} | 45 | ${all[2].toFixed(3)} |`);
  quotes(`| ${(1 - all[0] - all[1] - all[2]).toFixed(3)} |`);
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
  expect(edge.best.rounds).toBeGreaterThan(2000);
  expect((edge.best.upper - edge.best.lower) / Math.LN2).toBeLessThan(5e-10);
  expect(gapOf(edge.now) / Math.LN2).toBeLessThan(0.001);
  expect(gapOf(edge.now) / Math.LN2).toBeGreaterThan(0.0001);
  const slips = tuned({ line: 'slips', noise: 0.25, p: [0.25, 0.25, 0.25, 0.25] });
  quotes(`$2 - h(\\tfrac14) = 2 - ${bits(h(0.25))} = ${bits(slips.best.lower)}$ bits`);
});

test('two lines in a row, a report, a small model', () => {
  const both = compose(binarySymmetric(0.1), binarySymmetric(0.1));
  expect(both[0][1]).toBeCloseTo(0.18, 12);
  quotes(
    `$1 - h(0.18) = ${bits(channelCapacity(both).lower)}$ bits, where each alone has ${bits(capacityBinarySymmetric(0.1))}`,
  );
  quotes(
    `If the other 5 percent are erased, visibly. If they are flipped, ${bits(capacityBinarySymmetric(0.05), 2)} bits`.replace(
      'If the',
      'if the',
    ),
  );
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
