import type { Say } from '#contract/say.ts';
import { defineWidget } from '#contract/spec.ts';
import { tableOf } from '#kit/figure/series.ts';
import { challenges } from './challenges.ts';
import { compute, hasExact, work, type Descent } from './model.ts';
import { params, type Asked } from './parameters.ts';
import { presets } from './presets.ts';
import { exactNow, readouts } from './readouts.ts';
import { columns, rowsOf } from './series.ts';

const relative = (difference: number, size: number) => Math.abs(difference) / (1 + Math.abs(size));

function fitted({ world, n, p }: Descent, { penalty, uneven, truth }: Asked, say: Say): string {
  const how = { none: 'least squares', yours: 'ridge regression', best: 'the best ridge regression' }[penalty];
  const [examples, many] = [say.count(n), say.count(p)];
  return world === 'waves'
    ? `A sine from ${examples} noisy examples${uneven === 0 ? ' with even gaps' : ''}, fitted with ${many} ${p === 1 ? 'wave' : 'waves'} by ${how}`
    : `A sum of ${say.count(truth)} random ${truth === 1 ? 'feature' : 'features'} from ${examples} examples, fitted with ${many} ${p === 1 ? 'feature' : 'features'} by ${how}`; // prettier-ignore
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

  describe(model, asked, say) {
    const { chosen, axis } = model;
    const over = axis === 'width' ? 'over the width' : 'over the number of examples';
    if (!chosen) return `${fitted(model, asked, say)}. Its test error has not been averaged yet.`;
    const { test, error, training } = chosen;
    const exact = exactNow(model);
    const fit = training < 1e-12 ? 'It goes through all examples' : `Its training error is ${say.number(training)}`;
    const tested =
      model.world === 'waves'
        ? `On average over the noise its test error is ${say.number(test)}`
        : `On average over 24 draws its test error is ${say.number(test)} ± ${say.number(error)}`;
    const theorem = exact
      ? `. The exact expectation is ${exact.test === null ? 'infinite' : say.number(exact.test)}`
      : '';
    return `${fitted(model, asked, say)}. ${fit}. ${tested}, shown ${over}${theorem}.`;
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
