import { defineWidget } from '#contract/spec.ts';
import { outputDistribution } from '#theory/channels/channel.ts';
import { entropy } from '#theory/measures/entropy.ts';
import { challenges } from './challenges.ts';
import { compute, pairs } from './model.ts';
import { params } from './parameters.ts';
import { presets } from './presets.ts';
import { readouts } from './readouts.ts';

export const spec = defineWidget({
  id: 'tied-or-free',
  title: 'Tied or free',
  summary:
    'A source has two bits and writes by them. Must the bits be independent if what it writes is to tell most of them?',
  terms: ['independence', 'mutual-information', 'least-favorable-prior'],
  cites: [],
  wordsInBits: true,
  params,
  compute,
  readouts,

  describe({ information, tied, free, capacity }, { source, tie, first, second, noise }, say) {
    const { label } = params.source.options.find(({ value }) => value === source)!;
    return (
      `The source writes ${label}${noise > 0 ? `, turned around with probability ${say.probability(noise)}` : ''}. The bits are a 1 with probability ${say.probability(first)} and ${say.probability(second)}, and with the handle at ${say.number(tie, 2)} one tells ${say.information(tied)} of the other. ` +
      `What the source writes tells ${say.information(information)} of both; of independent bits at most ${say.amount(free)}, of any two bits ${say.amount(capacity)}.`
    );
  },

  table: ({ curve, prior, channel }, say) => ({
    columns: ['Tie or pair', 'Probability', 'Then a 1 (or 11) is written with probability', `Told of both bits, ${say.unit}`, `Tied by, ${say.unit}`], // prettier-ignore
    rows: [
      ...pairs.map((pair, i) => [pair, say.probability(prior[i]), say.probability(channel[i].at(-1)!), '', '']),
      ...curve
        .filter((_, i) => i % 8 === 0)
        .map(({ tie, information, tied }) => [say.number(tie, 1), '', '', say.amount(information), say.amount(tied)]),
    ],
  }),

  laws: [
    {
      name: 'What is written tells H(written) − H(written | bits)',
      tolerance: 1e-11,
      gap: ({ prior, channel, information }) =>
        Math.abs(
          entropy(outputDistribution(prior, channel)) -
            prior.reduce((sum, p, i) => sum + p * entropy(channel[i]), 0) -
            information,
        ),
    },
    {
      name: 'No prior tells more than the capacity',
      tolerance: 1e-11,
      gap: ({ curve, capacity }) => Math.max(...curve.map(({ information }) => information)) - capacity,
    },
    {
      name: 'No independent bits tell more than the best of them',
      tolerance: 1e-9,
      gap: ({ curve, free }) => curve[40].information - free,
    },
    {
      name: 'The prior has the chances of its bits, and bits without a tie are independent',
      tolerance: 1e-12,
      gap: ({ prior: [, b, c, d], curve }, { first, second }) =>
        Math.max(Math.abs(c + d - first), Math.abs(b + d - second), curve[40].tied),
    },
    {
      name: 'For sources beside each other a tie costs just what is tied of what they tell: never less than nothing',
      tolerance: 1e-11,
      gap: ({ curve }, { source }) =>
        source === 'each' ? Math.max(...curve.map(({ information }) => information)) - curve[40].information : 0,
    },
  ],

  challenges,
  presets,
});
