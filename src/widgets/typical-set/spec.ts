import type { Say } from '#contract/say.ts';
import { defineWidget } from '#contract/spec.ts';
import { challenges } from './challenges.ts';
import { compute, probabilitiesOf, thinned, typeAt, typicalDrops, type Typical } from './model.ts';
import { params, runs } from './parameters.ts';
import { presets } from './presets.ts';
import { readouts } from './readouts.ts';

/** A probability of which only the logarithm may fit into a number. */
const chance = (log: number, say: Say) =>
  log > -690 ? say.probability(Math.exp(log)) : `1 in ${say.perplexity(-log)}`;

/** Where a number would be rounded to one, what is missing. */
const nearly = ({ typical, missing }: Typical, say: Say) =>
  missing > 0 && missing < 5e-5 ? `1 − ${say.probability(missing)}` : say.probability(typical.probability);

/** How many sequences: counted where that makes sense. */
const sizeOf = (log: number, say: Say) =>
  log === -Infinity ? 'none' : log < 13 ? say.count(Math.exp(log)) : say.perplexity(log);

export const spec = defineWidget({
  id: 'typical-set',
  title: 'Where the probability sits',
  summary:
    'Toss a coin many times: how many sequences there are with each share of heads, how probable each of them is, and what all of them weigh.',
  terms: ['surprisal'],
  cites: ['shannon1948', 'cover-thomas2006'],
  wordsInBits: true,
  params,
  compute,
  readouts,

  describe(model, { tosses, coins, heads, second }, say) {
    const { rate, tolerance, typical, smallest } = model;
    const { logNumber, logEach, logTotal } = typeAt(model, model.heads);
    const coin =
      coins === 'one'
        ? `a coin with heads ${say.number(heads, 2)}`
        : `a coin drawn once from two, with heads ${say.number(heads, 2)} or ${say.number(second, 2)}`;
    return (
      `${say.count(tosses)} tosses of ${coin}: ${say.information(rate)} of entropy per toss. Within ${say.amount(tolerance)} of it are ${sizeOf(typical.logSize, say)} of ${sizeOf(tosses * Math.LN2, say)} sequences, with probability ${nearly(model, say)}; ` +
      `99 percent take ${sizeOf(smallest.logSize, say)} sequences at least. Sequences with ${say.count(model.heads)} heads: ${sizeOf(logNumber, say)}, each of ${say.amount(-logEach / tosses)} per toss, all together with probability ${chance(logTotal, say)}. ` +
      `Of ${runs} drawn sequences ${say.count(typicalDrops(model))} are typical.`
    );
  },

  table: (model, say, { tosses }) => ({
    columns: [
      'Heads',
      `Logarithm of their number, ${say.unit} per toss`,
      `Surprisal of each, ${say.unit} per toss`,
      'Probability of all of them',
      'Typical',
    ],
    rows: thinned(tosses, 51).map((k) => {
      const { logNumber, logEach, logTotal } = typeAt(model, k);
      return [
        k,
        say.amount(logNumber / tosses),
        say.amount(-logEach / tosses),
        chance(logTotal, say),
        model.typicalHeads.includes(k) ? 'yes' : 'no',
      ];
    }),
  }),

  laws: [
    {
      name: 'Something comes: the probabilities of all numbers of heads add up to 1',
      tolerance: 1e-8,
      gap: ({ types }) => Math.abs(probabilitiesOf(types).reduce((sum, p) => sum + p, 0) - 1),
    },
    {
      name: 'The expected surprisal is the entropy: E S = H(X₁ … Xₙ)/n',
      tolerance: 1e-8,
      gap: ({ mean, blockRate }) => Math.abs(mean - blockRate),
    },
    {
      name: 'The typical set has at most e^(n(H + ε)) sequences',
      tolerance: 1e-9,
      gap: ({ typical, rate, tolerance }, { tosses }) => typical.logSize / tosses - rate - tolerance,
    },
    {
      name: 'and at least P(A) e^(n(H − ε))',
      tolerance: 1e-9,
      gap: ({ typical, rate, tolerance }, { tosses }) =>
        typical.probability > 0
          ? rate - tolerance + Math.log(typical.probability) / tosses - typical.logSize / tosses
          : 0,
    },
    {
      name: 'Chebyshev: what is not typical has at most E(S − H)²/ε²',
      tolerance: 1e-9,
      gap: ({ missing, spread, tolerance }) => missing - spread / tolerance ** 2,
    },
    {
      name: 'A set with 99 percent is not smaller than the smallest one',
      tolerance: 1e-9,
      gap: ({ typical, smallest }, { tosses }) =>
        typical.probability >= 0.99 ? (smallest.logSize - typical.logSize) / tosses : 0,
    },
  ],

  challenges,
  presets,
});
