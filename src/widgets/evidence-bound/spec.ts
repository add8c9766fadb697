import type { Say } from '#contract/say.ts';
import { defineWidget } from '#contract/spec.ts';
import { challenges } from './challenges.ts';
import { compute, readings } from './model.ts';
import { params } from './parameters.ts';
import { presets } from './presets.ts';
import { readouts } from './readouts.ts';

/** A share of 0 or 1 without decimals, so that it differs from one that is nearly so. */
const share = (p: number, say: Say) => (p === 0 || p === 1 ? String(p) : say.number(p));

export const spec = defineWidget({
  id: 'evidence-bound',
  title: 'A bound under the level',
  summary: 'Cut the square of four readings, and watch the bound rise towards log p(x) and stop short of it.',
  terms: ['evidence-lower-bound', 'divergence', 'posterior'],
  cites: ['jordan1999', 'burda2016'],
  wordsInBits: true,
  params,
  compute,
  readouts,

  describe: (model, { cuts, samples }, say) =>
    `log p(x) is ${say.information(model.evidence)}. With ${cuts === 'free' ? 'any law of the readings allowed' : 'each word by itself'}, q gives the four readings ${model.q.map((p) => share(p, say)).join(', ')}, where the posterior has ${model.posterior.map((p) => share(p, say)).join(', ')}. ` +
    `The bound is ${say.amount(model.bound)}, and the gap ${say.amount(model.gap)}. Words that stand apart reach ${say.amount(model.best)} at best. With ${say.count(samples)} ${samples === 1 ? 'sample' : 'samples'} the bound is ${say.amount(model.now.mean)}.`,

  table: ({ prior, likelihood, posterior, q }, say) => ({
    columns: ['Reading', 'p(z)', 'p(x | z)', 'p(z | x)', 'q(z)'],
    rows: readings.map((reading, z) => [
      reading,
      say.number(prior[z], 4),
      say.number(likelihood[z], 4),
      say.number(posterior[z], 4),
      say.number(q[z], 4),
    ]),
  }),

  laws: [
    {
      name: 'Bound and gap are the level: E_q ln p(x, z)/q(z) + D(q ‖ p(z | x)) = ln p(x)',
      tolerance: 1e-9,
      gap: ({ bound, gap, evidence }) => Math.abs(bound + gap - evidence),
    },
    {
      name: 'The bound is expected log likelihood less the divergence to the prior',
      tolerance: 1e-9,
      gap: ({ bound, fit, price }) => Math.abs(bound - fit + price),
    },
    {
      name: 'A sender pays the negative bound: for the reading and the sentence, less what comes back',
      tolerance: 1e-9,
      gap: ({ bound, naming, sentence, back }) => Math.abs(naming + sentence - back + bound),
    },
    {
      name: 'The largest bound is the tilt of the prior by ln p(x | z)',
      tolerance: 1e-9,
      gap: ({ tilted, evidence }) => Math.abs(tilted - evidence),
    },
    {
      name: 'No product is above the best product, and that is below the level',
      tolerance: 1e-9,
      gap: ({ bound, best, evidence }, { cuts }) => Math.max(best - evidence, cuts === 'level' ? bound - best : 0),
    },
    {
      name: 'One sample is the bound; more are never less, and stay below what q reaches',
      tolerance: 1e-9,
      gap: ({ sampled, bound, reach, evidence }) =>
        Math.max(
          Math.abs(sampled[0].mean - bound),
          ...sampled.slice(1).map(({ mean }, i) => sampled[i].mean - mean),
          sampled[sampled.length - 1].mean - reach,
          reach - evidence,
        ),
    },
  ],

  challenges,
  presets,
});
