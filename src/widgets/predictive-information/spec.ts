import { twoStateChain } from '#contract/places.ts';
import { defineWidget } from '#contract/spec.ts';
import { challenges } from './challenges.ts';
import { compute, costOf, type Source } from './model.ts';
import { params } from './parameters.ts';
import { presets } from './presets.ts';
import { readouts } from './readouts.ts';

/** How far a quantity of the words falls where it should rise, at most. */
const falls = (values: readonly number[]) => Math.max(...values.slice(1).map((value, i) => values[i] - value));
const both = (of: (source: Source) => number) => (model: { mixture: Source; known: Source }) =>
  Math.max(of(model.mixture), of(model.known));

export const spec = defineWidget({
  id: 'predictive-information',
  title: 'Learned, or only remembered',
  summary:
    'What the past tells about the future is not all learned. Go along the tosses, and change how often each chain is picked.',
  terms: ['mutual-information', 'predictive-information', 'markov-chain'],
  cites: ['bialek2001'],
  wordsInBits: true,
  params,
  places: {
    first: twoStateChain(params, 'the first chain', [{ key: 'firstHeads', to: 0 }, { key: 'firstTails', to: 0 }]), // prettier-ignore
    second: twoStateChain(params, 'the second chain', [{ key: 'secondHeads', to: 0 }, { key: 'secondTails', to: 0 }]), // prettier-ignore
  },
  compute,
  readouts,

  describe: ({ mixture, known, learnable }, { share, tosses }, say) =>
    `The first of two chains is picked with probability ${say.probability(share)}. ${tosses === 1 ? 'One toss tells' : `${say.count(tosses)} tosses tell`} ${say.information(mixture.parts[tosses].total)} about all that follow: ` +
    `${say.amount(mixture.parts[tosses].aboutChain)} about which chain it is, of ${say.amount(learnable)} that can be learned in the end, and ${say.amount(mixture.parts[tosses].memory)} that the chains remember. ` +
    `If the first chain is known, it is ${say.amount(known.parts[tosses].total)}, none of it learned.`,

  table: ({ mixture, known }, say) => ({
    columns: [
      'Tosses T',
      `Told about all that follow, ${say.unit}`,
      `of this learned, ${say.unit}`,
      `of this remembered, ${say.unit}`,
      `Toss T costs, expected, ${say.unit}`,
      `First chain known: told, ${say.unit}`,
      `First chain known: toss T costs, ${say.unit}`,
    ],
    rows: mixture.parts
      .slice(1)
      .map(({ total, aboutChain, memory }, i) => [
        i + 1,
        say.amount(total),
        say.amount(aboutChain),
        say.amount(memory),
        say.amount(costOf(mixture, i + 1)),
        say.amount(known.parts[i + 1].total),
        say.amount(costOf(known, i + 1)),
      ]),
  }),

  laws: [
    {
      name: 'Learned and remembered are all of it: I(X; J) + memory = H(X_1 … X_T) − T h, the right side counted word by word',
      tolerance: 1e-9,
      gap: both(({ parts, blocks, rate }) =>
        Math.max(...parts.map(({ total }, T) => Math.abs(total - (blocks[T] - T * rate)))),
      ),
    },
    {
      name: 'No more is learned than there is: I(X; J) ≤ H(J), and 0 if the chains are alike',
      tolerance: 1e-9,
      gap: ({ mixture, learnable }) => Math.max(...mixture.parts.map(({ aboutChain }) => aboutChain - learnable)),
    },
    {
      name: 'What is learned never falls',
      tolerance: 1e-12,
      gap: both(({ parts }) => falls(parts.map(({ aboutChain }) => aboutChain))),
    },
    {
      name: 'A toss never costs more than the one before it, on average',
      tolerance: 1e-12,
      gap: both((source) => falls(source.parts.slice(1).map((_, t) => -costOf(source, t + 1)))),
    },
    {
      name: 'A known chain has nothing to learn: its second toss costs what every later one does',
      tolerance: 1e-9,
      gap: ({ known }) => Math.max(...known.parts.slice(2).map((_, t) => Math.abs(costOf(known, t + 2) - known.rate))),
    },
  ],

  challenges,
  presets,
});
