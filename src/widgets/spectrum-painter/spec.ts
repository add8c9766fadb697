import { defineWidget } from '#contract/spec.ts';
import { challenges } from './challenges.ts';
import { compute } from './model.ts';
import { params, texts } from './parameters.ts';
import { presets } from './presets.ts';
import { readouts } from './readouts.ts';

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const descending = (values: readonly number[]) => [...values].sort((a, b) => b - a);
const apart = (a: readonly number[], b: readonly number[]) => Math.max(...a.map((value, i) => Math.abs(value - b[i])));

/** ZᵀZ/n of rows that are weighed. */
const moments = (rows: readonly (readonly number[])[], weights: readonly number[]) =>
  rows[0].map((_, i) => rows[0].map((_, j) => sum(rows.map((row, k) => weights[k] * row[i] * row[j]))));
const diagonal = (values: readonly number[]) => values.map((value, i) => values.map((_, j) => (i === j ? value : 0)));

export const spec = defineWidget({
  id: 'spectrum-painter',
  title: 'Paint a spectrum',
  summary: 'Drag the eigenvalues of a cloud. Which numbers follow, and does the text that the vectors stand for?',
  terms: ['von-neumann-entropy', 'coding-rate', 'effective-rank', 'entropy'],
  cites: ['roy-vetterli2007', 'ma2007', 'tan2024'],
  wordsInBits: true,
  params,
  compute,
  readouts,

  describe: ({ eigenvalues, entropy, rate, mostRate, ranks, textEntropy }, { text, precision }, say) =>
    `A cloud with eigenvalues ${eigenvalues.map((value) => say.number(value, 2)).join(', ')} has a von Neumann entropy of ${say.information(entropy)}, of at most ${say.amount(Math.log(3))}, ` +
    `and at ε = ${say.number(precision, 2)} a coding rate of ${say.information(rate)}, of at most ${say.amount(mostRate)} with this total. ` +
    `It counts as ${say.number(ranks[0], 2)} directions by the entropy, ${say.number(ranks[1], 2)} by the singular values, ${say.number(ranks[2], 2)} by squares and ${say.number(ranks[3], 2)} by the largest. ` +
    `The text ${texts[text].written}, whose letters can have vectors with this very spectrum, has ${say.information(textEntropy)} a letter.`,

  table: ({ eigenvalues, letters }, say, { text }) => {
    const total = sum(eigenvalues);
    return {
      columns: ['Direction', 'Eigenvalue', 'Share of the total', 'Letter', 'Its frequency', 'Length of its vector'],
      rows: eigenvalues.map((value, i) => [
        i + 1,
        say.number(value, 4),
        say.probability(value / total),
        'abc'[i],
        say.probability(texts[text].shares[i]),
        say.number(Math.hypot(...letters[i]), 3),
      ]),
    };
  },

  laws: [
    {
      name: 'The cloud has the painted spectrum: ZᵀZ/n of its points is diagonal with the eigenvalues',
      tolerance: 1e-8,
      gap: ({ cloud, eigenvalues }) =>
        apart(moments(cloud, cloud.map(() => 1 / cloud.length)).flat(), diagonal(eigenvalues).flat()), // prettier-ignore
    },
    {
      name: 'And so have the letters of the text, each with one vector: Σ p vvᵀ',
      tolerance: 1e-9,
      gap: ({ letters, eigenvalues, ofLetters }, { text }) =>
        Math.max(
          apart(moments(letters, texts[text].shares).flat(), diagonal(eigenvalues).flat()),
          apart(ofLetters, descending(eigenvalues)),
        ),
    },
    {
      name: 'The counts are in order: 1 ≤ stable rank ≤ participation ratio ≤ e^S ≤ effective rank of the singular values ≤ 3',
      tolerance: 1e-9,
      gap: ({ ranks: [entropy, singular, squares, largest] }) =>
        Math.max(1 - largest, largest - squares, squares - entropy, entropy - singular, singular - 3),
    },
    {
      name: 'No spectrum of the same total has a larger coding rate than the even one',
      tolerance: 1e-9,
      gap: ({ rate, mostRate }) => rate - mostRate,
    },
    {
      name: 'The entropy does not see the scale, and the coding rate sees it as it sees 1/ε',
      tolerance: 1e-9,
      gap(model, values) {
        const other = compute({ ...values, scale: 1 });
        const rate = compute({ ...values, scale: 1, precision: values.precision / values.scale }).rate;
        return Math.max(Math.abs(model.entropy - other.entropy), Math.abs(model.rate - rate));
      },
    },
  ],

  challenges,
  presets,
});
