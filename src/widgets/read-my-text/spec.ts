import { per, rateOf, totalsOf, unknown, unread } from '#contract/reading.ts';
import { choice, integer, text } from '#contract/parameter.ts';
import { defineWidget, type Table } from '#contract/spec.ts';
import type { Say } from '#contract/say.ts';
import { cellsOf } from '#kit/reading/cells.ts';
import { perplexity } from '#theory/measures/entropy.ts';
import { challenges } from './challenges.ts';
import { describe } from './describe.ts';
import { laws } from './laws.ts';
import { isImmense, mostSurprising, readMyText, selectedToken, whatComesNext, type ReadMyText } from './state.ts';
import { presets, story } from './texts.ts';

export const longestText = 100_000;
/** Characters of a log-probability file: what a browser parses without a noticeable pause. */
export const longestFile = 4_000_000;

const params = {
  text: text({ label: 'Your text', default: story, maximumLength: longestText, control: 'view', transient: true }),
  file: text({
    label: 'A file of log-probabilities',
    default: '',
    maximumLength: longestFile,
    control: 'view',
    transient: true,
  }),
  vocabulary: integer({
    label: 'Tokens in the vocabulary of the model that wrote the file (0: not known)',
    default: 0,
    min: 0,
    max: 1_000_000,
    control: 'view',
  }),
  position: integer({
    label: `Selected token (${mostSurprising}: the most surprising, ${whatComesNext}: what comes next)`,
    default: mostSurprising,
    min: whatComesNext,
    max: 400_000,
    control: 'view',
  }),
  visible: integer({
    label: 'First visible character',
    default: 0,
    min: 0,
    max: longestText,
    control: 'view',
    transient: true,
  }),
  show: choice({
    label: 'Color by',
    default: 'surprisal',
    options: [
      { value: 'surprisal', label: 'surprisal' },
      { value: 'entropy', label: 'entropy' },
      { value: 'rank', label: 'rank' },
    ],
    control: 'view',
  }),
};

function table({ reading }: ReadMyText, say: Say): Table {
  const { text, surprisal, entropy, entropyAtMost, rank } = reading;
  const amount = (nats: number) => (nats === unknown ? '' : say.amount(nats));
  const rows: (string | number)[][] = [];
  for (const { from, to, start, end } of cellsOf(reading, 0, reading.ids.length)) {
    for (let t = from; t < to; t++) {
      const token =
        to - from > 1 ? `${text.slice(start, end)} (${t - from + 1} of ${to - from})` : text.slice(start, end);
      const row = [t, token, amount(surprisal[t]), amount(entropy[t])];
      if (entropyAtMost) row.push(amount(entropyAtMost[t]));
      row.push(rank[t] || '');
      rows.push(row);
    }
  }
  const entropies = entropyAtMost ? ['entropy at least', 'entropy at most'] : ['entropy'];
  const columns = ['surprisal', ...entropies].map((name) => `${name} (${say.unit})`);
  return { columns: ['position', 'token', ...columns, 'rank'], rows, verbatim: ['token'] };
}

type Amounts = 'surprisal' | 'entropy';

const at = (amounts: Amounts) => (model: ReadMyText, values: { position: number }) =>
  Math.max(0, model.reading[amounts][selectedToken(model.reading, values.position)] ?? 0);

/** No token is selected, or it has no number. */
const noneAt = (amounts: Amounts) => (model: ReadMyText, values: { position: number }) =>
  (model.reading[amounts][selectedToken(model.reading, values.position)] ?? unknown) === unknown;

const isUnread = ({ reading }: ReadMyText) => totalsOf(reading).tokens === 0;

export const spec = defineWidget({
  id: 'read-my-text',
  title: 'A model reads your text',
  summary: 'Type or paste anything; every token shows how much it surprised the model that runs in this page.',
  terms: ['token', 'surprisal', 'entropy', 'perplexity', 'bits-per-character'],
  cites: ['shannon1951', 'sennrich2016', 'vaswani2017'],
  wordsInBits: true,
  params,
  compute: (values): ReadMyText => ({ reading: unread(values.text), settled: false }),
  run: readMyText,
  reads: true,
  readouts: {
    tokens: {
      label: 'Tokens read',
      kind: 'count',
      formula: 'T',
      source: 'contract/reading.totalsOf',
      of: ({ reading }) => totalsOf(reading).tokens,
    },
    characters: {
      label: 'Characters read',
      kind: 'count',
      formula: 'C',
      source: 'contract/reading.totalsOf',
      of: ({ reading }) => totalsOf(reading).characters,
      none: ({ reading }) => reading.rated === null,
    },
    total: {
      label: 'Surprisal of the text',
      kind: 'information',
      quantity: 'surprisal',
      formula: '-\\sum_t \\log q(x_t \\given x_{<t})',
      source: 'contract/reading.totalsOf',
      infinite: true,
      of: ({ reading }) => totalsOf(reading).surprisal,
    },
    rate: {
      label: 'Per character (per UTF-8 byte of a text that is not ASCII)',
      kind: 'information',
      quantity: 'bits-per-character',
      formula: '-\\tfrac{1}{C} \\sum_t \\log q(x_t \\given x_{<t})',
      source: 'contract/reading.rateOf',
      infinite: true,
      of: ({ reading }) => rateOf(reading)?.nats ?? 0,
      none: ({ reading }) => !rateOf(reading),
    },
    perToken: {
      label: 'Mean surprisal of a token',
      kind: 'information',
      quantity: 'surprisal',
      formula: '-\\tfrac{1}{T} \\sum_t \\log q(x_t \\given x_{<t})',
      source: 'contract/reading.totalsOf',
      infinite: true,
      of: ({ reading }) => per(totalsOf(reading).surprisal, totalsOf(reading).tokens),
      none: isUnread,
    },
    expected: {
      label: 'Mean entropy of the predictions (the least it can be, for a file that shows only a part of them)',
      kind: 'information',
      quantity: 'entropy',
      formula: '\\tfrac{1}{T} \\sum_t \\H(q(\\cdot \\given x_{<t}))',
      source: 'contract/reading.totalsOf',
      of: ({ reading }) => per(totalsOf(reading).entropy, totalsOf(reading).withEntropy),
      none: ({ reading }) => totalsOf(reading).withEntropy === 0,
    },
    perplexity: {
      label: 'Perplexity of a token',
      kind: 'number',
      quantity: 'perplexity',
      formula: '\\exp\\bigl(-\\tfrac{1}{T} \\sum_t \\ln q(x_t \\given x_{<t})\\bigr)',
      source: 'theory/measures/entropy.perplexity',
      infinite: true,
      of: ({ reading }) => perplexity(per(totalsOf(reading).surprisal, totalsOf(reading).tokens)),
      // Beyond any number the figure says a power of ten.
      none: (model) => isUnread(model) || isImmense(model.reading),
    },
    surprise: {
      label: 'Surprisal of the selected token',
      kind: 'information',
      quantity: 'surprisal',
      formula: '-\\log q(x_t \\given x_{<t})',
      source: 'theory/language-models/softmax.readLogits',
      infinite: true,
      of: at('surprisal'),
      none: noneAt('surprisal'),
    },
    uncertainty: {
      label: 'Entropy of the prediction there',
      kind: 'information',
      quantity: 'entropy',
      formula: '\\H(q(\\cdot \\given x_{<t}))',
      source: 'theory/language-models/softmax.readLogits',
      of: at('entropy'),
      none: noneAt('entropy'),
    },
  },
  describe,
  table,
  laws,
  challenges,
  presets,
});
