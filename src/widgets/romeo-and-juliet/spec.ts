import { defineWidget } from '#contract/spec.ts';
import { leftOut, reduced } from '#sim/author-symbols.ts';
import { challenges } from './challenges.ts';
import { compute } from './model.ts';
import { run } from './networks.ts';
import { fewest, mostLetters, params, type Asked } from './parameters.ts';
import { presets } from './presets.ts';
import { readouts } from './readouts.ts';

/** As many signs are named. */
const mostSigns = 5;

/** What becomes of a text of the reader’s that is not shown as it was typed. */
function ofOwn({ own }: Asked): string[] {
  const [signs, letters] = [leftOut(own), reduced(own).length];
  const more = signs.length > mostSigns ? ` and ${signs.length - mostSigns} more` : '';
  return [
    ...(signs.length > 0
      ? [`Of your text these signs are left out, since the authors do not know them: ${signs.slice(0, mostSigns).join(' ')}${more}.`] // prettier-ignore
      : []),
    ...(own !== '' && letters < fewest
      ? ['Your text has fewer than three letters that the authors know, so a text of theirs is shown.']
      : []),
    ...(letters > mostLetters ? [`Of your text the first ${mostLetters} letters are read.`] : []),
  ];
}

export const spec = defineWidget({
  id: 'romeo-and-juliet',
  title: 'Two tiny authors',
  summary: 'One of two authors writes, letter by letter. Who sees only the last letters forgets who it is.',
  terms: ['mixture', 'posterior', 'markov-chain'],
  cites: ['mosteller-wallace1963'],
  params,
  compute,
  run,
  trains: true,
  readouts,

  describe({ isOwn, isRead, read, now, gap, paid, drawn }, asked, say) {
    const { window, author, authors } = asked;
    if (!isRead) return 'The two networks have not written and read yet.';
    const by = `by the ${authors === 'networks' ? 'network' : 'tiny author'} made from ${author === 'austen' ? 'Austen' : 'Melville'}`;
    return [
      ...ofOwn(asked),
      `After ${say.count(read)} letters ${isOwn ? 'of your text' : by} the whole past gives Austen ${say.probability(now.whole.austen)}, and a window of ${say.count(window)} letters gives her ${say.probability(now.window.austen)}.`,
      `Their predictions of the next letter differ by ${say.probability(gap)} in total variation.`,
      ...(paid
        ? [
            `So far the whole past has paid ${say.information(paid.whole)} more than one who knows the author, in all, and the window ${say.information(paid.window)}${drawn ? '' : `: ${say.amount(paid.window - paid.reading)} for the question who writes, and ${say.amount(paid.reading)} for seeing no more than the window`}.`,
          ]
        : []),
      ...(drawn
        ? [
            `In drawn texts the window loses ${say.amount(drawn.loss, 4)} ± ${say.information(drawn.error, 4)} per letter on average; the best one of this length loses at most ${say.amount(drawn.bound, 4)}, expected.`,
          ]
        : []),
    ].join(' ');
  },

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
      name: 'Predictions of chains differ as much as the beliefs, times as much as the authors: TV = |difference of the posteriors| · TV between them',
      tolerance: 1e-12,
      gap: ({ gap, between, now, drawn }) =>
        drawn ? Math.abs(gap - between * Math.abs(now.whole.austen - now.window.austen)) : 0,
    },
    {
      name: 'A window that holds all of the text believes what the whole past does',
      tolerance: 1e-9,
      gap: ({ read, now }, { window }) => (window >= read ? Math.abs(now.whole.odds - now.window.odds) : 0),
    },
    {
      name: 'The odds of a window of chains are those of the whole past less those of what came before it',
      tolerance: 1e-9,
      gap: ({ read, whole, now, drawn }, { window }) =>
        drawn ? Math.abs(whole[read - 2] - whole[Math.max(0, read - window)] - now.window.odds) : 0,
    },
    {
      name: 'A mixture of two pays at most one bit more than the author, in all: ln 2 + ln of the posterior of who writes',
      tolerance: 1e-6,
      gap: ({ paid, now }, { author }) =>
        paid ? Math.abs(paid.whole - Math.LN2 + Math.log1p(Math.exp(author === 'austen' ? -now.whole.odds : now.whole.odds))) : 0, // prettier-ignore
    },
    {
      name: 'Chains, which look back one letter, pay nothing for seeing no more than the window',
      tolerance: 1e-12,
      gap: ({ paid, drawn }) => (paid && drawn ? Math.abs(paid.reading) : 0),
    },
    {
      name: 'The four laws of the next letter add up to 1',
      tolerance: 1e-9,
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
