import type { Challenge } from '#contract/spec.ts';
import { probabilityOf, type TwoStyles } from './model.ts';
import type { Asked } from './parameters.ts';

const nearly = (share: number) => Math.max(0, Math.min(0.95, share));
const end = ({ logOdds }: TwoStyles) => logOdds.at(-1)!;

export const challenges: readonly Challenge<TwoStyles, Asked>[] = [
  {
    id: 'undecided',
    task: 'Write at least four words that leave the style open: probability of a telegram between 0.3 and 0.7.',
    start: { prompt: 'send money' },
    score(model) {
      const p = probabilityOf(end(model));
      if (p < 0.3 || p > 0.7) return nearly(0.5 - Math.abs(p - 0.5) / 2);
      return model.words.length >= 4 ? 1 : nearly(0.4 + model.words.length / 10);
    },
    hints: [
      { when: ({ words }) => words.length < 4, say: 'At least four words. Which pairs of words are of both styles?' },
      {
        when: (model) => end(model) > 0,
        say: 'Too much of a telegram. One word that a telegram hardly ever has there takes back several others.',
      },
      { when: () => true, say: 'Too much of a lullaby. What would a telegram have said at that place?' },
    ],
    solved:
      'The pieces of evidence add up, as logarithms, and here they cancel. The prediction of the next word is then a real mixture of two styles.',
    solution: { prompt: 'mother safe home tonight' },
  },
  {
    id: 'turn',
    task: 'Begin with “send money stop” and turn the odds to the lullaby with as few words as possible: at most three more.',
    start: { prompt: 'send money stop' },
    score({ prompt, words, logOdds }) {
      if (!prompt.startsWith('send money stop')) return 0;
      if (logOdds.at(-1)! < 0) return words.length <= 6 ? 1 : 0.8;
      return nearly(1 - logOdds.at(-1)! / Math.max(...logOdds) + 0.1);
    },
    hints: [
      {
        when: ({ prompt }) => !prompt.startsWith('send money stop'),
        say: 'It has to begin with “send money stop”.',
      },
      {
        when: ({ words, logOdds }) => words.length > 6 && logOdds.at(-1)! < 0,
        say: 'Turned, but with more words than it takes.',
      },
      {
        when: () => true,
        say: 'Look for the words with which a lullaby goes on most often and a telegram next to never: “hush”, “little”, “moon”.',
      },
    ],
    solved:
      'Each word was worth about as much as one of the telegram’s. Bayes’ rule knows no first impression: only sums of evidence.',
    solution: { prompt: 'send money stop hush little moon' },
  },
];
