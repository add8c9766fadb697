import type { Challenge, Hint } from '#contract/spec.ts';
import { within } from '#kit/state/progress.ts';
import { huffmanLengths, wordsOfLengths } from '#theory/codes/symbol-code.ts';
import { verdictOf, type Code } from './model.ts';
import { params, type Asked } from './parameters.ts';

const usual = params.p.default;
const weather = [0.5, 0.25, 0.125, 0.125];
const isLaw = ({ p }: Code, q: readonly number[]) => p.length === q.length && p.every((pi, i) => Math.abs(pi - q[i]) < 1e-6); // prettier-ignore
const changed = (q: readonly number[]): Hint<Code, Asked> => ({
  when: (code) => !isLaw(code, q),
  say: 'You have changed how often the symbols come. Begin this task again.',
});

export const challenges: readonly Challenge<Code, Asked>[] = [
  {
    id: 'best',
    task: 'Give each of the five symbols a word, such that no word is the beginning of another and the mean length is as small as it can be.',
    start: { words: ',,,,' },
    score: (code) =>
      isLaw(code, usual) && verdictOf(code) === 'prefix' ? within(code.mean - code.huffman, 0.001, 2) : 0,
    hints: [
      changed(usual),
      {
        when: (code) => verdictOf(code) === 'ambiguous',
        say: 'A row of your words can be read in two ways. Take a word that lies under no other.',
      },
      { when: (code) => verdictOf(code) === 'incomplete', say: 'Some symbol has no word yet. Choose it, and then a free place in the tree.' }, // prettier-ignore
      {
        when: (code) => verdictOf(code) === 'waits',
        say: 'It can be read back, but not at once. Let no word lie under another.',
      },
      { when: ({ kraft }) => kraft < 1, say: 'There is room left on the shelf. Some word can be shorter.' },
      {
        when: ({ p, words }) => p.some((pi, i) => p.some((pj, j) => pi > pj && words[i].length > words[j].length)),
        say: 'A rarer symbol has a shorter word than a commoner one. Let them change.',
      },
      {
        when: ({ words }) => words[0].length === 1,
        say: 'The shelf is full, so one word gets shorter only if others get longer. A digit less for B saves 0.3, and a digit more for D and E costs 0.15.',
      },
      {
        when: () => true,
        say: 'The shelf is full, so one word gets shorter only if others get longer. A digit less for A saves 0.4, and a digit more for C, D and E costs 0.3.',
      },
    ],
    solved:
      '2.05 digits. The entropy is 2.009 bits, and no code for single symbols that can be read back comes closer.',
    solution: { words: wordsOfLengths(huffmanLengths(usual)).join(',') },
  },
  {
    id: 'below',
    task: 'The weather code is the best one. Change its words until the mean is below the entropy, 1.75. What do you lose?',
    start: { p: weather, words: '0,10,110,111' },
    score: (code) => (isLaw(code, weather) && code.isComplete ? within(Math.max(0, code.mean - 1.75 + 0.01), 0, 1) : 0),
    hints: [
      changed(weather),
      { when: ({ isComplete }) => !isComplete, say: 'Each symbol needs a word.' },
      { when: () => true, say: 'Make a word shorter, whether or not it fits with the others.' },
    ],
    solved:
      'The words need more than the whole shelf, and some row of digits now has two readings. McMillan proved that it must.',
    solution: { words: '0,1,00,11' },
  },
  {
    id: 'half-a-digit',
    task: 'A coin shows heads nine times in ten. Code it with less than half a digit for each toss, expected, and with as short blocks as you can.',
    start: { p: [0.9, 0.1], words: '0,1', seen: 'blocks' },
    score: (code) => (isLaw(code, [0.9, 0.1]) && code.blocks[code.block - 1] < 0.5 ? (code.block === 4 ? 1 : 0.6) : 0),
    hints: [
      changed([0.9, 0.1]),
      { when: ({ block }) => block < 4, say: 'Still too dear. Let more tosses share a word.' },
      { when: () => true, say: 'That is less than half a digit. Do shorter blocks do it too?' },
    ],
    solved: 'Four tosses in a word: 0.493 digits for each. With three it is 0.533.',
    solution: { block: 4 },
  },
];
