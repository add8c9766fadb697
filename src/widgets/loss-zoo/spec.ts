import { defineWidget } from '#contract/spec.ts';
import { challenges } from './challenges.ts';
import { laws } from './laws.ts';
import { firstName, lastName, params } from './parameters.ts';
import { presets } from './presets.ts';
import { readouts } from './readouts.ts';
import { lossNames, same, verdictOf, zooOf } from './zoo.ts';

const titles = {
  crossEntropy: 'cross-entropy',
  brier: 'Brier',
  smoothed: 'smoothed labels',
  focal: 'focal',
  weighted: 'weighted',
} as const;

export const spec = defineWidget({
  id: 'loss-zoo',
  title: 'What a loss asks for',
  summary: 'Choose what is true, and see at which prediction each loss is least, and how it pulls on the way.',
  terms: ['cross-entropy', 'divergence', 'calibration'],
  cites: ['lin2017', 'szegedy2016', 'charoenphakdee2021'],
  wordsInBits: true,
  params,
  compute: zooOf,
  readouts,

  describe(zoo, values, say) {
    const { p, entropy, minima } = zoo;
    const { smoothed, focal, weighted, crossEntropy, brier } = minima;
    const said = [smoothed, focal, weighted].map(({ q }) => say.probability(q[0]));
    const costs = [smoothed, focal, weighted].map(({ divergence }) => say.amount(divergence));
    const change = focal.entropy - entropy;
    const focus =
      Math.abs(change) < same
        ? 'as sure as the truth'
        : `${change > 0 ? 'less sure' : 'surer'} than the truth, ${say.amount(focal.entropy)} against ${say.information(entropy)}`;
    return (
      `The probability of ${firstName(values)} is ${say.probability(p[0])}, and a model that minimizes cross-entropy or Brier’s loss says so. ` +
      `With smoothed labels it says ${said[0]}, with focal loss ${said[1]}, with weight ${params.weight.format(values.weight)} on ` +
      `${lastName(values)} ${said[2]}; D(p‖q) is ${costs[0]}, ${costs[1]} and ${costs[2]} ${say.unit}. Focal loss ends ${focus}. ` +
      `If what came was given ${say.probability(values.at)}, cross-entropy pulls its logit with ${say.number(crossEntropy.pull, 2)}, ` +
      `Brier’s loss with ${say.number(brier.pull, 2)}.`
    );
  },

  table: (zoo, say, values) => ({
    columns: ['Loss', 'least at', 'q(first)', 'q(last)', `H(q), ${say.unit}`, `D(p‖q), ${say.unit}`, 'pull'],
    rows: [
      ['the truth p', '', say.probability(zoo.p[0]), say.probability(zoo.p.at(-1)!), say.amount(zoo.entropy), '', ''],
      ...lossNames.map((loss) => {
        const { q, entropy, divergence, pull } = zoo.minima[loss];
        return [
          titles[loss],
          verdictOf(loss, zoo, values, lastName(values)),
          say.probability(q[0]),
          say.probability(q[q.length - 1]),
          say.amount(entropy),
          say.amount(divergence),
          say.number(pull),
        ];
      }),
    ],
  }),

  laws,
  challenges,
  presets,
});
