import type { Challenge } from '#contract/spec.ts';
import { distanceOfPair, isRead, pairAt, type SentenceDistance } from './model.ts';
import { placeOfPair } from '#theory/estimation/distance-matrices.ts';
import type { Asked } from './parameters.ts';
import { nearer, relationAt } from './readouts.ts';

const meaningOf = (model: SentenceDistance, asked: Asked) =>
  model.meaning[placeOfPair(...pairAt(model, asked), Math.max(2, model.texts.length))];

/** By how much the last token is ahead of the words alone. */
const ahead = (model: SentenceDistance, asked: Asked) =>
  (relationAt(model, asked, 'last')?.correlation ?? -1) - (relationAt(model, asked, 'words')?.correlation ?? 0);

export const challenges: readonly Challenge<SentenceDistance, Asked>[] = [
  {
    id: 'far-and-the-same',
    task: 'Find two sentences that say the same and that the mean, after the last block, puts farther apart than 90 of the 120 pairs.',
    start: { first: 1, second: 16 },
    score: (model, asked) =>
      !isRead(model, asked) || asked.source === 'own' || asked.stage < 4 || meaningOf(model, asked) !== 0
        ? 0
        : Math.min(1, nearer(model, asked, 'mean') / 90),
    hints: [
      {
        when: (_, { source }) => source === 'own',
        say: 'Of your own sentences the figure does not know what they say. Take those of known meaning.',
      },
      { when: (_, { stage }) => stage < 4, say: 'After the last block: move the handle of the curves to 4.' },
      {
        when: (model, asked) => meaningOf(model, asked) !== 0,
        say: 'These two do not say the same. Look among the cells of the fullest color above the diagonal.',
      },
      {
        when: () => true,
        say: 'They say the same, and the mean has them near. How would you say the same with other words, in another order?',
      },
    ],
    solved:
      'Other words, another voice: the mean sees these, and no word in it says that “followed” and “pursued” are meant to be one.',
    solution: { first: 7, second: 8 },
  },
  {
    id: 'pick-a-draw',
    task: 'Find a draw of sentences in which the last token after the last block follows what is said better than the words alone do.',
    start: { summary: 'last' },
    score: (model, asked) =>
      !isRead(model, asked) ||
      asked.source === 'own' ||
      asked.shuffled ||
      asked.compare !== 'meaning' ||
      asked.stage < 4
        ? 0
        : ahead(model, asked) > 0
          ? 1
          : Math.max(0, 0.9 + ahead(model, asked)),
    hints: [
      {
        when: (_, { compare, shuffled, source }) => compare !== 'meaning' || shuffled || source === 'own',
        say: 'Compare with what is said, in sentences of the grammar as they are.',
      },
      { when: (_, { stage }) => stage < 4, say: 'After the last block: the handle of the curves belongs at 4.' },
      {
        when: () => true,
        say: 'Not in this draw. The fold under the figure has others; look at the whiskers to see how much draws differ.',
      },
    ],
    solved:
      'And now you know how such a finding is made. You looked at several draws and stopped at one. Over all of the first forty the last token is behind, on average, by more than its standard error can explain.',
    solution: { draw: 3 },
  },
  {
    id: 'same-words',
    task: 'Write two sentences of your own that the words alone cannot tell apart and that do not say the same, and choose them as the pair.',
    start: { source: 'own', first: 1, second: 2 },
    score(model, asked) {
      if (asked.source !== 'own' || !isRead(model, asked)) return 0;
      const [i, j] = pairAt(model, asked);
      return model.texts[i] === model.texts[j] ? 0 : Math.max(0, 1 - (distanceOfPair(model, asked, 'words') ?? 1));
    },
    hints: [
      { when: (_, { source }) => source !== 'own', say: 'With sentences of yours: the last fold under the figure.' },
      { when: (model) => model.problem !== undefined, say: 'There must be two lines with a word in each.' },
      {
        when: (model, asked) => new Set(pairAt(model, asked).map((k) => model.texts[k])).size < 2,
        say: 'That is one sentence twice.',
      },
      { when: () => true, say: 'Each word as often in one as in the other. A dog and a man will do.' },
    ],
    solved:
      'The words alone put them at distance 0, and so does every mean of vectors that know nothing but their word. Look at what the three others make of them.',
    solution: { source: 'own', own: 'The dog bit the man.\nThe man bit the dog.', first: 1, second: 2 },
  },
];
