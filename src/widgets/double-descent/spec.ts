import type { Say } from '#contract/say.ts';
import { defineWidget } from '#contract/spec.ts';
import { tableOf } from '#kit/figure/series.ts';
import { challenges } from './challenges.ts';
import type { Cell } from './cells.ts';
import { compute, hasExact, work, type Descent } from './model.ts';
import { params } from './parameters.ts';
import { presets } from './presets.ts';
import { exactNow, readouts } from './readouts.ts';
import { columns, rowsOf } from './series.ts';

const relative = (difference: number, size: number) => Math.abs(difference) / (1 + Math.abs(size));

/** Three digits, or three decimals: of means of draws more say nothing. */
const rounded = (x: number, say: Say) =>
  x >= 1000 ? say.count(Number(x.toPrecision(3))) : say.number(x, x >= 100 ? 0 : x >= 10 ? 1 : x >= 1 ? 2 : 3);

const some = (count: number, one: string, say: Say) => `${say.count(count)} ${one}${count === 1 ? '' : 's'}`;

function fitted({ world, n, p, penalty, uneven, truth, noise }: Descent, say: Say): string {
  const how = { none: 'least squares', yours: 'ridge regression', best: 'the best ridge regression' }[penalty];
  const without = noise === 0 ? ' without noise' : '';
  return world === 'waves'
    ? `A sine from ${say.count(n)} ${noise === 0 ? '' : 'noisy '}examples${without}${uneven === 0 ? ' with even gaps' : ''}, fitted with ${some(p, 'wave', say)} by ${how}`
    : `A sum of ${some(truth, 'random feature', say)} from ${say.count(n)} examples${without}, fitted with ${some(p, 'feature', say)} by ${how}`;
}

/** What a theorem says comes first, and what draws say beside it. */
function tested(model: Descent, { test, error }: Cell, say: Say): string {
  const mean = rounded(test, say);
  if (model.world === 'waves')
    return model.noise === 0 ? `Its test error is ${mean}.` : `On average over the noise its test error is ${mean}.`;
  const exact = exactNow(model);
  const drawn = test === 0 ? '0' : `${mean} ± ${rounded(error, say)}`;
  if (!exact) return `On average over 24 draws its test error is ${drawn}.`;
  if (exact.test === null)
    return `Its expected test error is infinite. The mean of these 24 draws is ${mean}, and that of others is another.`;
  return `Its expected test error is exactly ${exact.test === 0 ? '0' : rounded(exact.test, say)}. On average over 24 draws it is ${drawn}.`;
}

export const spec = defineWidget({
  id: 'double-descent',
  title: 'Worse before better',
  summary: 'Drag the width of a model through the number of its examples: the fit, its error, and what makes the peak.',
  terms: ['double-descent', 'bias-variance'],
  cites: ['belkin2019', 'belkin-hsu-xu2020', 'nakkiran2021'],
  params,
  compute,
  work,
  readouts,

  describe(model, _, say) {
    const { chosen, axis } = model;
    if (!chosen) return `${fitted(model, say)}. Its test error has not been averaged yet.`;
    const fit =
      chosen.training < 1e-12
        ? 'It goes through all examples'
        : `Its training error is ${rounded(chosen.training, say)}`;
    const over = axis === 'width' ? 'widths' : 'numbers of examples';
    return `${fitted(model, say)}. ${fit}. ${tested(model, chosen, say)} The picture has this for all ${over}.`;
  },

  table: (model, say) =>
    tableOf(
      rowsOf(model),
      [
        ...(model.axis === 'width' ? [columns.p, columns.n] : [columns.n, columns.p]),
        ...[columns.test, columns.error, hasExact(model) && columns.exact, columns.bias, columns.draw, columns.noise],
        ...[columns.training, columns.own, columns.smallest, columns.length, columns.penalty],
      ],
      say,
    ),

  laws: [
    {
      name: 'Squared bias and both variances add up to the test error',
      tolerance: 1e-9,
      gap: ({ cells }) => Math.max(0, ...cells.map(({ test, bias, draw, noise }) => relative(bias + draw + noise - test, test))), // prettier-ignore
    },
    {
      name: 'Least squares has no training error from m = n on',
      tolerance: 1e-9,
      gap: ({ cells, penalty }) => penalty === 'none' ? Math.max(0, ...cells.filter(({ n, p }) => p >= n).map(({ training }) => training)) : 0, // prettier-ignore
    },
    {
      name: 'Away from m = n the mean of the draws is within eight standard errors of the exact expectation',
      tolerance: 0,
      gap: (model) => Math.max(-1, ...rowsOf(model).flatMap(({ cell, exact }) => exact === undefined || exact.test === null || Math.abs(cell.n - cell.p) < 6 ? [] : [Math.abs(cell.test - exact.test) - 8 * cell.error - 1e-6])), // prettier-ignore
    },
    {
      name: 'Exact parts add up to the exact test error',
      tolerance: 1e-8,
      gap: ({ exact }) => Math.max(0, ...exact.map(({ bias, draw, noise, test }) => (test === null ? 0 : relative(bias + draw! + noise! - test, test)))), // prettier-ignore
    },
  ],

  challenges,
  presets,
});
