import { defineWidget } from '#contract/spec.ts';
import { challenges } from './challenges.ts';
import { compute } from './model.ts';
import { params } from './parameters.ts';
import { presets } from './presets.ts';
import { readouts } from './readouts.ts';

export const spec = defineWidget({
  id: 'romeo-and-juliet',
  title: 'Two tiny authors',
  summary: 'One of two authors writes, letter by letter. Who sees only the last letters forgets who it is.',
  terms: ['mixture', 'posterior', 'markov-chain'],
  cites: ['mosteller-wallace1963'],
  params,
  compute,
  readouts,

  describe: ({ isOwn, read, now, gap, loss, error, bound }, { window, author }, say) =>
    `After ${say.count(read)} letters ${isOwn ? 'of your text' : `by the tiny ${author === 'austen' ? 'Austen' : 'Melville'}`} the whole past gives Austen ${say.probability(now.whole.austen)}, and a window of ${say.count(window)} letters gives her ${say.probability(now.window.austen)}. ` +
    `Their predictions of the next letter differ by ${say.probability(gap)} in total variation. ` +
    `In drawn texts the window loses ${say.amount(loss, 4)} ± ${say.information(error, 4)} per letter on average; the best one of this length loses at most ${say.amount(bound, 4)}, expected.`,

  table: ({ text, whole, windowed }, say) => ({
    columns: [
      'Letters read',
      'The last of them',
      `Evidence for Austen, whole past, ${say.unit}`,
      `Evidence for Austen, window, ${say.unit}`,
    ],
    verbatim: ['The last of them'],
    rows: whole.map((odds, i) => [
      i + 2,
      text[i + 1] === ' ' ? '␣' : text[i + 1],
      say.amount(odds),
      say.amount(windowed[i]),
    ]),
  }),

  laws: [
    {
      name: 'Predictions differ as much as the beliefs, times as much as the authors: TV = |difference of the posteriors| · TV between them',
      tolerance: 1e-12,
      gap: ({ gap, between, now }) => Math.abs(gap - between * Math.abs(now.whole.austen - now.window.austen)),
    },
    {
      name: 'A window that holds all of the text believes what the whole past does',
      tolerance: 1e-9,
      gap: ({ read, now }, { window }) => (window >= read ? Math.abs(now.whole.odds - now.window.odds) : 0),
    },
    {
      name: 'The odds of a window are those of the whole past less those of what came before it, added up in two ways',
      tolerance: 1e-9,
      gap: ({ read, windowed, now }) => Math.abs(windowed[read - 2] - now.window.odds),
    },
    {
      name: 'The four laws of the next letter add up to 1',
      tolerance: 1e-12,
      gap: ({ now, authors }) =>
        Math.max(
          ...[now.whole.prediction, now.window.prediction, ...authors].map((law) =>
            Math.abs(law.reduce((total, p) => total + p, 0) - 1),
          ),
        ),
    },
  ],

  challenges,
  presets,
});
