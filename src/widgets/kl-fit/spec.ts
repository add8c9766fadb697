import { defineWidget } from '#contract/spec.ts';
import type { Say } from '#contract/say.ts';
import type { Gaussian } from '#theory/continuous/gaussian.ts';
import { forwardRelativeEntropy, reverseRelativeEntropy } from '#theory/continuous/gaussian-fit.ts';
import { challenges } from './challenges.ts';
import { compute, placeNames, type KlFit } from './model.ts';
import { params } from './parameters.ts';
import { presets } from './presets.ts';
import { readouts } from './readouts.ts';

const at = ({ mean, deviation }: Gaussian, say: Say) =>
  `at mean ${say.number(mean, 2)} and width ${say.number(deviation, 2)}`;

function valleysIn({ valleys }: KlFit, say: Say): string {
  const all = valleys.map(({ relativeEntropy, place }) => `${say.information(relativeEntropy)} ${placeNames[place]}`);
  return all.length === 1
    ? `D(q‖p) has one valley, ${all[0]}.`
    : `D(q‖p) has ${say.count(all.length)} valleys, from the lowest up: ${all.join(', ')}.`;
}

/** Bumps next to a fit: none is better than a valley. */
const neighbors = ({ mean, deviation }: Gaussian): Gaussian[] => [
  ...[-0.02, 0.02].map((step) => ({ mean: mean + step * deviation, deviation })),
  ...[0.98, 1.02].map((factor) => ({ mean, deviation: deviation * factor })),
];

export const spec = defineWidget({
  id: 'kl-fit',
  title: 'One bump for two',
  summary: 'Drag one bump over a mixture of two. Which bump is nearest depends on the direction of the divergence.',
  terms: ['divergence', 'maximum-likelihood'],
  cites: ['cover-thomas2006'],
  wordsInBits: true,
  params,
  compute,
  readouts,

  describe: (model, _, say) =>
    `For the bump ${at(model.q, say)} D(p‖q) is ${say.information(model.forward)} and D(q‖p) ${say.information(model.reverse)}. ` +
    `D(p‖q) is least ${at(model.best.fit, say)}: ${say.information(model.best.relativeEntropy)} ${placeNames[model.best.place]}. ` +
    valleysIn(model, say),

  table: ({ mixture, q, best, valleys }, say) => ({
    columns: ['Bump', 'Mean', 'Standard deviation', `D(p‖q), ${say.unit}`, `D(q‖p), ${say.unit}`],
    rows: [
      ['as it stands', q] as const,
      ['least D(p‖q)', best.fit] as const,
      ...valleys.map(({ fit, place }) => [`valley of D(q‖p) ${placeNames[place]}`, fit] as const),
    ].map(([name, fit]) => [
      name,
      ...[fit.mean, fit.deviation].map((x) => say.number(x)),
      ...[forwardRelativeEntropy(mixture, fit), reverseRelativeEntropy(mixture, fit)].map((nats) => say.amount(nats)),
    ]),
  }),

  laws: [
    {
      name: 'Forward is its least value and what lies between the two bumps: D(p‖q) = D(p‖q*) + D(q*‖q)',
      tolerance: 1e-9,
      gap: ({ forward, best, beyond }) => Math.abs(forward - best.relativeEntropy - beyond) / (1 + forward),
    },
    {
      name: 'No bump of the reader is below the lowest valley of D(q‖p)',
      tolerance: 1e-9,
      gap: ({ reverse, valleys }) => valleys[0].relativeEntropy - reverse,
    },
    {
      name: 'The lowest valley is at most as high as any place of the map',
      tolerance: 1e-9,
      gap: ({ landscape, valleys }) => valleys[0].relativeEntropy - Math.min(...landscape.values.map((row) => Math.min(...row))), // prettier-ignore
    },
    {
      name: 'From each valley every small step goes up',
      tolerance: 1e-12,
      gap: ({ mixture, valleys }) =>
        Math.max(
          ...valleys.flatMap(({ fit, relativeEntropy }) =>
            neighbors(fit).map((near) => relativeEntropy - reverseRelativeEntropy(mixture, near)),
          ),
        ),
    },
    {
      name: 'A hump by itself costs at most log 1/w in reverse, so the lowest valley costs no more',
      tolerance: 1e-9,
      gap: ({ mixture, alone, valleys }) =>
        Math.max(
          ...mixture.weights.map((weight, i) => alone[i] + Math.log(weight)),
          valleys[0].relativeEntropy - Math.min(...alone),
        ),
    },
    {
      name: 'No valley is narrower than the narrower hump',
      tolerance: 1e-7,
      gap: ({ mixture, valleys }) =>
        Math.min(...mixture.components.map(({ deviation }) => deviation)) -
        Math.min(...valleys.map(({ fit }) => fit.deviation)),
    },
  ],

  challenges,
  presets,
});
