import type { Challenge } from '#contract/spec.ts';
import { codingOf, shownOf } from './coding.ts';
import { isWhole, type Sentence } from './model.ts';
import { mostTokens, params, type Asked } from './parameters.ts';
import { bits } from './readouts.ts';

const [fewest, dear, words, most] = [40, 12, 3, 20];
const perCharacter = (model: Sentence) => codingOf(model).word.length / Math.max(1, [...model.text].length);
const dearest = (model: Sentence) => Math.max(0, ...codingOf(model).stages.map(({ cost }) => bits(cost)));

export const challenges: readonly Challenge<Sentence, Asked>[] = [
  {
    id: 'cheap',
    task: `Write at least ${fewest} characters whose code has no more digits than they are.`,
    start: { taken: mostTokens, direction: 'send' },
    score: (model) => {
      const length = [...model.text].length;
      if (!isWhole(model) || length === 0 || model.cut > 0) return 0;
      return length < fewest ? (0.5 * length) / fewest : Math.min(1, 0.5 + 0.5 / perCharacter(model));
    },
    hints: [
      { when: (model) => model.cut > 0, say: 'Not all of it is coded. Take a text of fewer tokens.' },
      { when: (model) => [...model.text].length < fewest, say: 'It is too short still.' },
      { when: (model) => dearest(model) > dear, say: 'One of the tokens is very dear. Which one? Look at the amounts below the intervals.' }, // prettier-ignore
      {
        when: () => true,
        say: 'The network has read old novels, and little else. What would somebody say in one of them?',
      },
    ],
    solved: 'A text with few digits for each character is one of which the network could have guessed the most.',
    solution: { text: '“I do not know what you mean,” said the young man.' },
  },
  {
    id: 'dear',
    task: `Write a sentence of which one token alone takes more than ${dear} bits.`,
    start: { taken: mostTokens, direction: 'send' },
    score: (model) => (isWhole(model) ? Math.min(1, dearest(model) / dear) : 0),
    hints: [
      { when: (model) => model.tokens.length === 0, say: 'There is no token yet.' },
      { when: () => true, say: 'Begin a word that nobody would write there, or put a sign where no sign belongs.' },
    ],
    solved:
      'For this token the encoder sends a dozen digits and more: they are needed to single it out of all the others that were likelier.',
    solution: { text: 'The old man looked at the ;' },
  },
  {
    id: 'enough',
    task: `You are the decoder of the default sentence. Make ${words} tokens certain with at most ${most} digits.`,
    start: { text: params.text.default, direction: 'receive', arrived: 0 },
    score(model, values) {
      if (values.direction !== 'receive' || !isWhole(model) || model.tokens.length < words) return 0;
      const { certain, digits } = shownOf(model, values);
      if (certain[digits] < words) return (0.8 * certain[digits]) / words;
      return digits <= most ? 1 : 0.8;
    },
    hints: [
      { when: (_, { direction }) => direction !== 'receive', say: 'Be the decoder.' },
      { when: (model, values) => codingOf(model).certain[shownOf(model, values).digits] < words, say: 'Let more digits come.' }, // prettier-ignore
      { when: () => true, say: 'Fewer will do. Take some digits back.' },
    ],
    solved:
      'A decoder is sure of a token as soon as the box of the digits lies within its interval. Mostly that takes a digit or two more than the tokens are worth, and now and then many more: a border can go on lying across the box.',
    solution: { arrived: most },
  },
];
