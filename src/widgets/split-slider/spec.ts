import type { Say } from '#contract/say.ts';
import { defineWidget } from '#contract/spec.ts';
import { challenges } from './challenges.ts';
import { compute, type Split } from './model.ts';
import { params, type Way } from './parameters.ts';
import { presets } from './presets.ts';
import { readouts } from './readouts.ts';

/** What Θ holds, as a sentence goes on after “Θ”. */
function holdsOf({ whole, chance }: Split, way: Way, tosses: number, say: Say): string {
  if (whole === 0 && chance === 0) return 'is a constant and holds none of them';
  if (whole === tosses || (way === 'all' && chance === 1)) return 'holds all of them';
  if (way === 'all') return `holds all of them with probability ${say.probability(chance)} and none otherwise`;
  const next = `number ${whole + 1} with probability ${say.probability(chance)}`;
  if (whole === 0) return `holds ${next}`;
  const sure = whole === 1 ? 'the first' : `the first ${say.count(whole)}`;
  return chance > 0 ? `holds ${sure}, and ${next}` : `holds ${sure}`;
}

export const spec = defineWidget({
  id: 'split-slider',
  title: 'One law, any estimation error',
  summary: 'Drag the estimation error where you like. The tosses stay as they are; what changes is the parameter.',
  terms: ['entropy', 'mutual-information', 'estimation-error'],
  cites: ['jeon2024'],
  wordsInBits: true,
  params,
  compute,
  readouts,

  describe: (model, { way, tosses, first, second }, say) =>
    `${tosses === 1 ? 'One toss' : `${say.count(tosses)} tosses`} of a coin with heads ${say.number(first, 2)}${first === second ? '' : ` or ${say.number(second, 2)}`} cost the best predictor ${say.information(model.total)}, in expectation. ` +
    `The parameter Θ ${holdsOf(model, way, tosses, say)}, so its estimation error is ${say.information(model.estimation)}, and the rest, ${say.information(model.irreducible)}, is irreducible. ` +
    `If Θ were which coin it is, the estimation error would be ${say.information(model.coin)}.`,

  table: ({ costs, learned, draw, known }, say) => ({
    columns: [
      'Toss',
      `Costs the best predictor, expected, ${say.unit}`,
      `of this, for not knowing Θ, ${say.unit}`,
      `and if Θ is which coin, ${say.unit}`,
      'In the draw that is shown',
      'Held by Θ there',
    ],
    rows: costs.map((cost, t) => [
      t + 1,
      say.amount(cost),
      say.amount(learned[t]),
      say.amount(cost - known / costs.length),
      draw.heads[t] ? 'heads' : 'tails',
      t < draw.held ? 'yes' : 'no',
    ]),
  }),

  laws: [
    {
      name: 'The whole is a property of the tosses: H(X) from the law of all sequences is the sum of the costs from the predictions',
      tolerance: 1e-9,
      gap: ({ total, costs }) => Math.abs(total - costs.reduce((sum, cost) => sum + cost, 0)),
    },
    {
      name: 'I(X; Θ) + H(X | Θ) = H(X), whatever Θ is',
      tolerance: 1e-9,
      gap: ({ estimation, irreducible, total }) => Math.abs(estimation + irreducible - total),
    },
    {
      name: 'The estimation error is between 0 and H(X)',
      tolerance: 1e-12,
      gap: ({ estimation, total }) => Math.max(-estimation, estimation - total),
    },
    {
      name: 'It is where the reader put it: I(X; Θ) = share · H(X)',
      tolerance: 1e-9,
      gap: ({ estimation, total }, { share }) => Math.abs(estimation - share * total),
    },
    {
      name: 'Toss by toss it adds up: Σ I(X_t; Θ | past) = I(X; Θ)',
      tolerance: 1e-9,
      gap: ({ learned, estimation }) => Math.abs(learned.reduce((sum, nats) => sum + nats, 0) - estimation),
    },
    {
      name: 'If Θ is which coin, the split is another and the sum the same: I(X; coin) + T h = H(X)',
      tolerance: 1e-9,
      gap: ({ coin, known, total }) => Math.abs(coin + known - total),
    },
    {
      name: 'The predictions multiply to the probability of the sequence',
      tolerance: 1e-9,
      gap: ({ draw, written }) => Math.abs(draw.predicted - written),
    },
  ],

  challenges,
  presets,
});
