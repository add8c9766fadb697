import { placeOf } from '#contract/places.ts';
import { defineWidget } from '#contract/spec.ts';
import { challenges } from './challenges.ts';
import { compute, eventGap } from './model.ts';
import { minutes, params } from './parameters.ts';
import { presets } from './presets.ts';
import { readouts } from './readouts.ts';

/** All events, each as the places of its outcomes. */
const events = Array.from({ length: 2 ** minutes.length }, (_, set) => minutes.map((__, i) => i).filter((i) => (set >> i) & 1)); // prettier-ignore

export const spec = defineWidget({
  id: 'divergence-panel',
  title: 'Seven distances',
  summary: 'Drag what is true and what is expected. How far apart are the two, and who says so?',
  terms: ['divergence', 'total-variation', 'wasserstein-distance'],
  cites: ['cover-thomas2006', 'lin1991'],
  params,
  places: { p: placeOf(params, 'p'), q: placeOf(params, 'q') },
  compute,
  readouts,

  describe: (model, { event }, say) =>
    `D(p‖q) is ${say.information(model.forward)} and D(q‖p) ${say.information(model.backward)}; the Jensen–Shannon divergence is ${say.information(model.jensenShannon)}. ` +
    `Total variation is ${say.number(model.totalVariation)}, Hellinger ${say.number(model.hellinger)}, χ² ${say.number(model.chiSquared)}, Wasserstein ${say.number(model.wasserstein)} minutes. ` +
    (event === ''
      ? 'No outcome is in the event.'
      : `About the event ${[...event].join(', ')} p and q differ by ${say.number(eventGap(model))}: ${say.probability(model.event.p)} and ${say.probability(model.event.q)}.`),

  table: ({ p, q }, say, { event }) => ({
    columns: ['Minutes late', 'p, what is true', 'q, what is expected', 'In the event'],
    rows: minutes.map((minute, i) => [minute, say.probability(p[i]), say.probability(q[i]), event.includes(minute) ? 'yes' : 'no']), // prettier-ignore
  }),

  laws: [
    {
      name: 'Total variation is the largest difference over all 32 events',
      tolerance: 1e-12,
      gap: ({ p, q, totalVariation }) =>
        Math.abs(
          totalVariation - Math.max(...events.map((event) => Math.abs(event.reduce((sum, i) => sum + p[i] - q[i], 0)))),
        ),
    },
    {
      name: 'Pinsker: D(p‖q) ≥ 2 TV², in nats',
      tolerance: 1e-12,
      gap: ({ forward, totalVariation }) => 2 * totalVariation ** 2 - forward,
    },
    {
      name: 'Telling only the event loses something: D(p‖q) ≥ d(p(E)‖q(E)) ≥ 2 (p(E) − q(E))²',
      tolerance: 1e-12,
      gap: (model) =>
        Math.max(
          model.eventDivergence === Infinity ? 0 : model.eventDivergence - model.forward,
          2 * eventGap(model) ** 2 - model.eventDivergence,
        ),
    },
    {
      name: 'Two draws can be made to agree with probability Σ min(p, q) = 1 − TV',
      tolerance: 1e-12,
      gap: ({ p, q, totalVariation }) =>
        Math.abs(1 - totalVariation - p.reduce((sum, x, i) => sum + Math.min(x, q[i]), 0)),
    },
    {
      name: 'Bretagnolle and Huber: TV ≤ √(1 − e^(−D))',
      tolerance: 1e-7,
      gap: ({ forward, totalVariation }) => totalVariation - Math.sqrt(-Math.expm1(-forward)),
    },
    {
      name: 'Hellinger and total variation: H² ≤ TV ≤ √2 H',
      tolerance: 1e-12,
      gap: ({ hellinger, totalVariation }) =>
        Math.max(hellinger ** 2 - totalVariation, totalVariation - Math.SQRT2 * hellinger),
    },
    {
      name: 'D(p‖q) ≤ ln(1 + χ²)',
      tolerance: 1e-12,
      gap: ({ forward, chiSquared }) => (chiSquared === Infinity ? 0 : forward - Math.log1p(chiSquared)),
    },
    {
      name: 'The Jensen–Shannon divergence is at most one bit times TV',
      tolerance: 1e-12,
      gap: ({ jensenShannon, totalVariation }) => jensenShannon - Math.LN2 * totalVariation,
    },
    {
      name: 'What differs is moved by at least one minute and at most four: TV ≤ W ≤ 4 TV',
      tolerance: 1e-12,
      gap: ({ wasserstein, totalVariation }) =>
        Math.max(totalVariation - wasserstein, wasserstein - 4 * totalVariation),
    },
    {
      name: 'No event differs by more than the total variation, and no outcome either',
      tolerance: 1e-12,
      gap: (model) => Math.max(eventGap(model), model.largestGap) - model.totalVariation,
    },
  ],

  challenges,
  presets,
});
