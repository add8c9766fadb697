import { defineWidget } from '#contract/spec.ts';
import type { Say } from '#contract/say.ts';
import { leastBlockError, randomCodeBlockError, rateAtBitError } from '#theory/codes/random-code.ts';
import { challenges } from './challenges.ts';
import { pixels } from './drawing.ts';
import { measuredBits, rateOf, type Measured } from './measure.ts';
import { compute, hammingPoint, repetitionPoint, work, type Noisy, type Point } from './model.ts';
import { params } from './parameters.ts';
import { presets } from './presets.ts';
import { measuredLdpc, readouts } from './readouts.ts';
import { randomLength, wrongAt } from './send.ts';

const measuredWords = (one: Measured | undefined, say: Say) =>
  one
    ? `of ${say.count(one.blocks)} blocks that were sent to measure it, ${say.count(Math.round(one.block * one.blocks))} came out wrong`
    : 'its blocks are still being counted';

/** Points of the plane with the same columns. */
function rowsOf({ repetition, hamming, random, measured, length }: Noisy) {
  const exact = (name: string, { rate, block, bit }: Point) => ({ name, rate, block, bit, blocks: 0, blockError: 0, bitError: 0 }); // prettier-ignore
  return [
    ...repetition.map((point) => exact(`repetition, ${Math.round(1 / point.rate)} times`, point)),
    ...hamming.map((point, i) => exact(`Hamming, ${2 ** (i + 3) - 1} bits`, point)),
    ...random.flatMap(({ length: n, points }) =>
      points
        .filter((_, i) => (i + (points.length % 2)) % 4 === 0)
        .map((point) => exact(`random codes of ${n} bits, mean`, point)),
    ),
    ...measured.map((one) => ({ name: one.code === 'ldpc' ? `LDPC, ${length} bits` : `random codes of ${randomLength} bits`, ...one })), // prettier-ignore
  ];
}

export const spec = defineWidget({
  id: 'noisy-coding',
  title: 'Through a line that flips bits',
  summary:
    'Send a picture through a noisy line with four kinds of codes, and see which of them can be both fast and sure.',
  terms: [
    'channel',
    'capacity',
    'rate',
    'repetition-code',
    'hamming-code',
    'random-code',
    'ldpc-code',
    'belief-propagation',
  ],
  cites: ['shannon1948', 'hamming1950', 'gallager1963', 'mackay2003'],
  wordsInBits: true,
  params,
  looks: ['count', 'steps'],
  compute,
  work,
  readouts,

  describe(model, asked, say) {
    const { sent, capacity, flip } = model;
    const { repeats, length, steps, count } = asked;
    const line = `The line flips ${say.percent(flip)} of the bits and can carry ${say.information(capacity)} for each bit sent.`;
    if (!sent) return `${line} The picture is on its way.`;
    const of = (wrong: readonly number[]) => say.count(wrong.length);
    const one = measuredLdpc(model, asked);
    return (
      `${line} Of ${say.count(pixels)} pixels ${of(sent.received)} are wrong without a code, ${of(sent.repetition)} sent ${repeats} times, ` +
      `${of(sent.hamming)} with the Hamming code, ${of(sent.random)} with a random code of ${randomLength} bits, and ${of(wrongAt(sent, steps))} with the ` +
      `LDPC code of ${length} bits and rate ${say.number(rateOf(asked.rate), 2)} after ${say.count(steps)} ${steps === 1 ? 'step' : 'steps'}; ${measuredWords(one, say)}.` +
      (count === 'block'
        ? ` A random code of its rate and length gets a block wrong with probability ${say.probability(randomCodeBlockError(Number(length), rateOf(asked.rate) * Number(length), flip))} on average, and no code with less than ${say.probability(leastBlockError(Number(length), rateOf(asked.rate) * Number(length), flip))}.`
        : '')
    );
  },

  table: (model, say) => ({
    columns: [
      'Code',
      'Rate',
      'A block is wrong',
      'standard error',
      'A bit is wrong',
      'standard error of that',
      'Blocks sent',
    ],
    rows: rowsOf(model).map(({ name, rate, block, blockError, bit, bitError, blocks }) => [
      name,
      say.number(rate),
      say.probability(block),
      blocks > 0 ? say.probability(blockError) : 'exact',
      say.probability(bit),
      blocks > 0 ? say.probability(bitError) : 'exact',
      blocks > 0 ? blocks : '',
    ]),
  }),

  laws: [
    {
      name: 'The mean over all codes is not below what no code can be below',
      tolerance: 1e-12,
      gap: ({ random, least, length }) =>
        Math.max(...random.find((curve) => curve.length === length)!.points.map(({ block, rate }) => least.find((one) => one.rate === rate)!.block - block)), // prettier-ignore
    },
    {
      name: 'Repetition and the Hamming code are perfect: they attain the sphere-packing bound',
      tolerance: 1e-12,
      gap: (_, { flip, repeats }) =>
        Math.max(
          Math.abs(leastBlockError(Number(repeats), 1, flip) - repetitionPoint(Number(repeats), flip).block),
          Math.abs(leastBlockError(7, 4, flip) - hammingPoint(3, flip).block),
        ),
    },
    {
      name: 'No point lies beyond Shannon’s limit: rate ≤ C/(1 − h(share of wrong bits))',
      tolerance: 1e-12,
      gap: ({ repetition, hamming, flip }) =>
        Math.max(
          ...[...repetition, ...hamming].map(({ rate, bit }) => rate - rateAtBitError(flip, Math.min(bit, 0.5))),
        ),
    },
    {
      name: 'What was measured of random codes is within five standard errors of what was computed, and three blocks',
      tolerance: 0,
      gap: ({ measured, flip }) =>
        Math.max(
          0,
          ...measured.flatMap(({ code, block, blocks }, i) => {
            if (code !== 'random') return [];
            const exact = randomCodeBlockError(randomLength, measuredBits[i - measured.filter((one) => one.code === 'ldpc').length], flip); // prettier-ignore
            return [Math.abs(block - exact) - 5 * Math.sqrt((exact * (1 - exact)) / blocks) - 3 / blocks];
          }),
        ),
    },
    {
      name: 'What belief propagation begins with is what was received: no pixel is wrong that was not flipped',
      tolerance: 0,
      gap: ({ sent, flip }) => (sent ? Math.abs(wrongAt(sent, 0).length / pixels - flip) - 5 * Math.sqrt((flip * (1 - flip)) / pixels) : 0), // prettier-ignore
    },
  ],

  challenges,
  presets,
});
