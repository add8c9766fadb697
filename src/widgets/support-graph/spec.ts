import { defineWidget } from '#contract/spec.ts';
import { column, tableOf } from '#kit/figure/series.ts';
import { challenges } from './challenges.ts';
import { describe } from './describe.ts';
import { compute, shareOf, type Doubt } from './model.ts';
import { longest, params } from './parameters.ts';
import { presets } from './presets.ts';
import { readouts } from './readouts.ts';

interface Row {
  readonly window: number;
  readonly share: number;
  readonly doubts: readonly Doubt[];
}

export const spec = defineWidget({
  id: 'support-graph',
  title: 'Two chains, and what they share',
  summary:
    'Press an arrow to draw it, double it or take it away. Is there a window that always says as much as the whole past?',
  terms: ['markov-chain', 'deterministically-distinguishable', 'support-graph'],
  cites: [],
  params,
  compute,
  readouts,
  describe,

  table: (model, say) =>
    tableOf(
      model.doubts.map((doubts, i): Row => ({ window: i + 1, share: shareOf(model, i + 1), doubts })),
      [
        column('Letters in the window', 'count', ({ window }) => window),
        column('Share that leaves a doubt that matters', 'probability', ({ share }) => share),
        column('So many different windows', 'count', ({ doubts }) => doubts.length),
        column('The worst gives the first chain', 'probability', ({ doubts }) => doubts[0]?.posterior),
        column('It misses by, if the first runs', 'probability', ({ doubts }) => doubts[0]?.gaps[0]),
        column('and if the second runs', 'probability', ({ doubts }) => doubts[0]?.gaps[1]),
      ],
      say,
    ),

  laws: [
    {
      name: 'A window is enough if and only if no window of its length leaves a doubt',
      tolerance: 0,
      gap: ({ doubts, enough }) => doubts.filter((all, i) => (all.length === 0) !== enough <= i + 1).length,
    },
    {
      name: 'No window is enough if and only if the chains differ and share a directed cycle',
      tolerance: 0,
      gap: ({ enough, cycle, areSame, problem }) =>
        problem === undefined && (enough === Infinity) !== (cycle.length > 0 && !areSame) ? 1 : 0,
    },
    {
      name: 'A longer window does not leave a doubt more often',
      tolerance: 1e-12,
      gap: (model) =>
        Math.max(...Array.from({ length: longest - 1 }, (_, i) => shareOf(model, i + 2) - shareOf(model, i + 1))),
    },
    {
      name: 'Both chains equally likely, a window misses as much under one as under the other, on average',
      tolerance: 1e-12,
      gap: ({ doubts }) =>
        Math.max(
          0,
          ...doubts.map((all) =>
            Math.abs(all.reduce((sum, { chances, gaps }) => sum + chances[0] * gaps[0] - chances[1] * gaps[1], 0)),
          ),
        ),
    },
  ],

  challenges,
  presets,
});
