import { placeOf } from '#contract/places.ts';
import { defineWidget } from '#contract/spec.ts';
import { relativeEntropy } from '#theory/measures/divergence.ts';
import { tableOf } from '#kit/figure/series.ts';
import { challenges } from './challenges.ts';
import { betaAt, compute } from './model.ts';
import { harmful, params } from './parameters.ts';
import { presets } from './presets.ts';
import { objectiveOfBest, readouts, shortOfBest } from './readouts.ts';
import { columns } from './series.ts';
import { tilt } from '#theory/language-models/tilting.ts';

export const spec = defineWidget({
  id: 'rlhf-tilt',
  title: 'A reward and a leash',
  summary: 'Reward five answers and set the price of divergence: what does the tuned model say, and what may it say of a rare harm?', // prettier-ignore
  terms: ['divergence', 'tilted-policy', 'entropy'],
  cites: ['ziegler2019', 'beirami2024'],
  wordsInBits: false,
  params,
  places: { shares: placeOf(params, 'shares') },
  compute,
  readouts,

  describe({ tilted, curve, best }, { rare, n, beta }, say) {
    return (
      `At a price of ${params.beta.format(beta)} per nat the tuned model spends ${say.information(tilted.divergence)}. ` +
      `Its expected reward is ${say.number(tilted.reward)} instead of ${say.number(curve[0].reward)}, and what its answers are worth in truth, expected, is ${say.number(tilted.worth)}. ` +
      `The harmful answer had ${say.probability(rare)} and has ${say.probability(tilted.harm)}; with this divergence it could have ${say.probability(tilted.most)}. ` +
      (n === 1
        ? 'A single answer is the model as it was.'
        : `The best of ${say.count(n)} spends ${say.information(best.divergence)} for an expected reward of ${say.number(best.reward)}.`)
    );
  },

  table: ({ curve, bests }, say) => {
    const shown = Object.values(columns);
    const tilts = tableOf(curve, shown, say);
    const best = tableOf(bests, shown, say);
    return {
      columns: ['Policy', ...tilts.columns],
      rows: [
        ...tilts.rows.flatMap((row, i) => (i % 6 === 0 || i === curve.length - 1 ? [['tilted', ...row]] : [])),
        ...best.rows.map((row, i) => [`best of ${bests[i].n}`, ...row]),
      ],
    };
  },

  laws: [
    {
      name: 'The largest objective is β ln Z: E r − β D(π*‖π₀)',
      tolerance: 1e-9,
      gap: ({ tilted }, { beta }) => Math.abs(tilted.reward - beta * tilted.divergence - tilted.objective),
    },
    {
      name: 'Any other policy falls short of it by β D(π‖π*): here the best of n',
      tolerance: 1e-7,
      gap: (model, asked) =>
        Math.abs(model.tilted.objective - objectiveOfBest(model, asked) - shortOfBest(model, asked)) /
        Math.max(1, asked.beta),
    },
    {
      name: 'The harmful answer has no more than the divergence allows',
      tolerance: 1e-9,
      gap: ({ curve, bests }) => Math.max(...[...curve, ...bests].map(({ harm, most }) => harm - most)),
    },
    {
      name: 'The best of n spends at most log n − (n − 1)/n, and lifts nothing more than n-fold',
      tolerance: 1e-9,
      gap: ({ bests, best, reference }) =>
        Math.max(
          ...[...bests, best].flatMap(({ n, divergence, formula, law }) => [
            divergence - formula,
            ...law.map((p, i) => p - n * reference[i]),
          ]),
        ),
    },
    {
      name: 'No policy has more reward for its divergence than a tilted one: the best of n lies on the curve or below it',
      tolerance: 1e-6,
      gap(model) {
        const { best, reference, rewards } = model;
        const beta = betaAt(best.divergence, model);
        const { divergence, expectedReward } = tilt(reference, rewards, beta);
        // Where the slider of β ends before this divergence the comparison says nothing.
        return Math.abs(divergence - best.divergence) < 1e-7 ? best.reward - expectedReward : 0;
      },
    },
    {
      name: 'The divergence is the cross-entropy to the model before, less the entropy: D = Σ π* ln 1/π₀ − H(π*)',
      tolerance: 1e-9,
      gap: ({ tilted, reference }) =>
        Math.abs(
          tilted.law.reduce((sum, p, i) => (p > 0 ? sum - p * Math.log(reference[i]) : sum), 0) -
            tilted.entropy -
            relativeEntropy(tilted.law, reference),
        ),
    },
    {
      name: 'Truth differs from reward in the harmful answer alone',
      tolerance: 1e-9,
      gap: ({ tilted }, asked) =>
        Math.abs(tilted.reward - tilted.worth - tilted.law[harmful] * (asked.harmful - asked.truth)),
    },
  ],

  challenges,
  presets,
});
