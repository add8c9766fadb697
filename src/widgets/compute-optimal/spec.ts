import { defineWidget } from '#contract/spec.ts';
import { tableOf } from '#kit/figure/series.ts';
import { lifetimeFlops } from '#theory/scale/compute-optimal.ts';
import { parametricLoss } from '#theory/scale/scaling-law.ts';
import { challenges } from './challenges.ts';
import { compute, guess, hardly, lossAt, ratioOf, runCount, times } from './model.ts';
import { params } from './parameters.ts';
import { presets } from './presets.ts';
import { readouts } from './readouts.ts';
import { columns, refitColumns, refitRowsOf, rowsOf } from './series.ts';
import { beyond, large, perParameter, share } from './words.ts';

export const spec = defineWidget({
  id: 'compute-optimal',
  title: 'How large, on how much text',
  summary:
    'Split a budget of operations between a larger network and more text, by three fits of one law, and see how much the split matters and how well it is known.',
  terms: ['compute-optimal', 'cross-entropy'],
  cites: ['hoffmann2022', 'besiroglu2024', 'kaplan2020', 'sardana2023'],
  params,
  compute,
  readouts,

  describe({ flops, here, best, valley, repeated, served, needed }, { shown, noise, law }, say) {
    const by = params.law.options.find(({ value }) => value === law)!.label;
    if (shown === 'refits' && repeated)
      return (
        `${runCount} runs of the law of ${by}, with errors of ${say.number(noise, 1)} percent, fitted ${times} times. For ${large(flops, say)} operations ` +
        `the fits want from ${perParameter(repeated.found[repeated.low], say)} to ${perParameter(repeated.found[repeated.high], say)} tokens per parameter; one standard error is a factor of ${say.number(Math.exp(repeated.error), 2)}.`
      );
    const use = served > 0 ? ` and for serving ${large(served, say)} tokens` : '';
    return (
      `${large(flops, say)} operations for training${use}, by ${by}: ${large(here.parameters, say)} parameters on ${large(here.tokens, say)} tokens, ${perParameter(ratioOf(here), say)} each, ` +
      `lose ${say.information(here.loss)} per token; ${share(Math.min(1, needed), say)} of the budget would do. The best has ${perParameter(ratioOf(best), say)} tokens per parameter and loses ${say.amount(best.loss)}; ` +
      `from ${perParameter(valley[0], say)} to ${perParameter(valley[1], say)} it is at most ${hardly} nats more.${here.loss > guess ? ` ${beyond}` : ''}`
    );
  },

  table: (model, say) =>
    model.repeated
      ? tableOf(refitRowsOf(model.repeated), refitColumns, say)
      : tableOf(rowsOf(model), Object.values(columns), say),

  laws: [
    {
      name: 'The budget is spent: 6 N D + 2 N S = C',
      tolerance: 1e-9,
      gap: ({ flops, served, here, best }) =>
        Math.max(...[here, best].map(({ parameters, tokens }) => Math.abs(lifetimeFlops(parameters, tokens, served) / flops - 1))), // prettier-ignore
    },
    {
      name: 'No split of the budget loses less than the best',
      tolerance: 1e-10,
      gap: ({ here, best }) => best.loss - here.loss,
    },
    {
      name: 'At the best αA N^(−α) = (1 + S/3D) βB D^(−β)',
      tolerance: 1e-6,
      gap({ law, best, served }) {
        const left = law.parameterExponent * best.parameterTerm;
        const right = law.dataExponent * best.dataTerm * (1 + served / (3 * best.tokens));
        return Math.abs(left / right - 1);
      },
    },
    {
      name: 'At the ends of the valley the loss is 0.01 nats above the best',
      tolerance: 1e-7,
      gap: ({ law, flops, served, best, valley }) =>
        Math.max(...valley.map((ratio) => Math.abs(lossAt(law, flops, ratio, served).loss - best.loss - hardly))),
    },
    {
      name: 'The same loss never needs a larger budget: min C′ ≤ C',
      tolerance: 1e-9,
      gap: ({ needed }) => needed - 1,
    },
    {
      name: 'The loss is the sum of its parts',
      tolerance: 1e-12,
      gap: ({ law, here }) =>
        Math.abs(here.loss - law.floor - here.parameterTerm - here.dataTerm) +
        Math.abs(here.loss - parametricLoss(law, here.parameters, here.tokens).loss),
    },
    {
      name: 'Every refit describes its runs at least as well as the law that they are from',
      tolerance: 1e-9,
      gap: ({ repeated }) => (repeated ? Math.max(...repeated.residuals.map(([fitted, truth]) => fitted - truth)) : 0),
    },
  ],

  challenges,
  presets,
});
