import type { Challenge } from '#contract/spec.ts';
import { game, type Players } from './model.ts';
import type { Asked } from './parameters.ts';
import { guessedAtOnce, guessesInOrder, withGuesses } from './replay.ts';

const [few, some] = [20, 30];
const high = 3.5;

const played = (players: Players, asked: Asked) => (asked.player === 'you' ? game(players, asked).own.letters : 0);
const partly = (done: number, of: number) => Math.min(0.9, done / of);

const notYou = {
  when: (_: Players, { player }: Asked) => player !== 'you',
  say: 'It is your turn: choose “you” as the one who guesses.',
};

export const challenges: readonly Challenge<Players, Asked>[] = [
  {
    id: 'beat-pairs',
    task: `Find ${some} letters yourself, so that your upper bound lies below that of the letter pairs on the same letters.`,
    start: { player: 'you', passage: 'manual' },
    score(players, asked) {
      const { own, pairs } = game(players, asked);
      if (played(players, asked) < some) return partly(played(players, asked), some + 5);
      return own.bounds!.upper < pairs.bounds!.upper ? 1 : 0.9;
    },
    hints: [
      notYou,
      { when: (players, asked) => played(players, asked) < some, say: 'Go on. After “th”, what would you say?' },
      { when: () => true, say: 'Not yet. Look back over the whole word, and the sentence: the pairs see one letter.' },
    ],
    solved: 'You know words, and grammar, and what people say about machines. Letter pairs know none of it.',
    solution: { guesses: withGuesses('', 'manual', guessedAtOnce('manual', some)) },
  },
  {
    id: 'bad-guesser',
    task: `Find ${few} letters so clumsily that your upper bound is above ${high} bits.`,
    start: { player: 'you', passage: 'train' },
    score(players, asked) {
      const { own } = game(players, asked);
      if (played(players, asked) < few) return partly(played(players, asked), few + 5);
      return Math.min(1, Math.max(0.2, own.bounds!.upper / Math.LN2 / high) ** 2);
    },
    hints: [
      notYou,
      { when: (players, asked) => played(players, asked) < few, say: 'More letters, and do not try too hard.' },
      {
        when: () => true,
        say: 'Always needing the same number of guesses is a kind of knowledge. Spread the numbers.',
      },
    ],
    solved: 'The text is the same. An upper bound from a guesser is a bound from what this guesser knows.',
    solution: { guesses: withGuesses('', 'train', guessesInOrder('train', 34)) },
  },
];
