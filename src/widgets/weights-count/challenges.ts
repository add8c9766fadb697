import type { Challenge } from '#contract/spec.ts';
import { bestOf, type Race } from './model.ts';
import type { Asked } from './parameters.ts';
import { readouts } from './readouts.ts';

const nearness = (a: number, b: number) => Math.max(0, 1 - Math.abs(Math.log(a / b)) / 3);

export const challenges: readonly Challenge<Race, Asked>[] = [
  {
    id: 'middle-wins',
    task: 'With weights of 8 bits, find a length of text for which 113k is the shortest of this book’s six networks, and shorter than gzip.',
    start: { set: 'book', corpus: 1e8, digits: '8' },
    score(race, { set, digits }) {
      if (set !== 'book' || digits !== '8') return 0;
      const rates = race.coders.map((coder) =>
        coder.parameters > 0 || coder.measured === 'gzip' ? coder.at(race.length)! : Infinity,
      );
      const wins = race.coders[rates.indexOf(Math.min(...rates))].name === '113k';
      return wins ? 1 : 0.9 * nearness(race.length, 3.6e6);
    },
    hints: [
      { when: (_, { set, digits }) => set !== 'book' || digits !== '8', say: 'Choose this book’s networks, with 8 bits for each weight.' }, // prettier-ignore
      { when: (race) => race.length > 4e6, say: 'With so much text larger networks pay for their weights. Take less.' },
      { when: () => true, say: 'With so little text the weights of 113k are still too much. Take more.' },
    ],
    solved: 'Neither the largest nor the smallest: for each length of text some size is the right one.',
    solution: { corpus: 3.5e6 },
  },
  {
    id: 'reader-pays',
    task: 'How long has a text to be until the reader, its weights of 8 bits included, is shorter than gzip? Find it to within a tenth.',
    start: { set: 'book', network: 'reader', corpus: 1e6, digits: '8' },
    score(race, { set, network, digits }) {
      if (set !== 'book' || network !== 'reader' || digits !== '8') return 0;
      const wanted = readouts.beats.of(race);
      return Math.abs(race.length / wanted - 1) < 0.1 ? 1 : 0.9 * nearness(race.length, wanted);
    },
    hints: [
      { when: (_, { set, network, digits }) => set !== 'book' || network !== 'reader' || digits !== '8', say: 'Choose the reader, with 8 bits for each weight, among this book’s networks.' }, // prettier-ignore
      { when: (race) => race.length < readouts.beats.of(race), say: 'gzip is shorter still. Take more text.' },
      { when: () => true, say: 'The reader is already shorter. Take less text.' },
    ],
    solved:
      'The weights cost 13.7 million bits, and each character saves 1.38 of them: ten million characters pay for them.',
    solution: { corpus: 9.9e6 },
  },
  {
    id: 'seventy-billion',
    task: 'Let Chinchilla 70B win against all others of the published set, with two bytes for each weight.',
    start: { set: 'published', corpus: 1e9, digits: '16' },
    score(race, { set, digits }) {
      if (set !== 'published' || digits !== '16') return 0;
      return race.coders[bestOf(race)].name === '70B' ? 1 : 0.9 * nearness(race.length, 2.1e13);
    },
    hints: [
      {
        when: (_, { set, digits }) => set !== 'published' || digits !== '16',
        say: 'Choose the large networks, with 16 bits for each weight.',
      },
      {
        when: (race) => race.length < 1e12,
        say: 'Its weights are 140 gigabytes. The text has to be much longer than that.',
      },
      { when: () => true, say: 'Another network of a tenth of the size is still shorter. Take more text.' },
    ],
    solved:
      'Over twenty terabytes: more text than these networks were trained on. Until then one that predicts a little worse is shorter.',
    solution: { corpus: 3e13 },
  },
];
