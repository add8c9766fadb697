import type { Challenge } from '#contract/spec.ts';
import { accountOf } from './account.ts';
import type { TokenGain } from './model.ts';
import type { Asked } from './parameters.ts';
import { relationOf } from './relation.ts';
import { mats, story } from './texts.ts';

const bits = (nats: number) => nats / Math.LN2;
const almost = (share: number) => Math.max(0, Math.min(0.95, share));
const much = 8;
const little = 0.3;

const chosen = (model: TokenGain, asked: Asked) => {
  const account = accountOf(model, asked);
  if (!account || asked.what === 'plane') return undefined;
  return { share: account.written[account.token] / account.most, surprisal: bits(model.surprisal[account.token]) };
};

const unread = {
  when: (model: TokenGain, { what }: Asked) => what === 'text' && model.vectors.length === 0,
  say: 'The network is still reading.',
};
const inText = { when: (_: TokenGain, { what }: Asked) => what === 'plane', say: 'With the tokens of a text, please.' };
const inPlane = { when: (_: TokenGain, { what }: Asked) => what === 'text', say: 'With the three arrows, please.' };

const [threeA, threeB] = [60, 120];

export const challenges: readonly Challenge<TokenGain, Asked>[] = [
  {
    id: 'surprising-and-empty',
    task: 'Find a text and a token that costs 8 bits or more and adds, counted as written, less than 30 percent of the most that a token can add.',
    score(model, asked) {
      const found = chosen(model, asked);
      if (!found) return 0;
      const parts = [found.surprisal / much, (1 - found.share) / (1 - little)];
      return found.surprisal >= much && found.share < little ? 1 : almost(Math.min(...parts));
    },
    hints: [
      inText,
      unread,
      {
        when: (model, asked) => (chosen(model, asked)?.surprisal ?? 0) < much,
        say: 'This token was expected. Which word would the network not see coming a second time?',
      },
      {
        when: (model, asked) => asked.penalty < 0.03 && (chosen(model, asked)?.share ?? 0) >= little,
        say: 'With so small a penalty hardly anything is rebuilt for little. A larger λ?',
      },
      {
        when: (model, asked) => asked.penalty > 0.2 && (chosen(model, asked)?.share ?? 0) >= little,
        say: 'With so large a penalty hardly anything is rebuilt. A smaller λ?',
      },
      {
        when: () => true,
        say: 'It surprises, and it is new. Say the same rare words again and again.',
      },
    ],
    solved:
      'To the network the word comes out of the blue each time. Its vector is by then nearly a mixture of earlier ones. The gain looks back at vectors, the surprisal at what was predicted.',
    solution: { text: mats, token: 20 },
  },
  {
    id: 'even-split',
    task: 'Three arrows, λ = 1: turn them so that together they add 2.6 bits or more.',
    start: { what: 'plane', penalty: 1, token: 3, a: 0, b: 20, c: 40 },
    score(model, asked) {
      const account = accountOf(model, asked);
      if (!account || asked.what !== 'plane' || asked.penalty !== 1) return 0;
      return bits(account.sum) >= 2.6 ? 1 : almost(bits(account.sum) / 2.6);
    },
    hints: [
      inPlane,
      { when: (_, { penalty }) => penalty !== 1, say: 'With λ = 1, please.' },
      {
        when: (_, { b, c, a }) => Math.abs(b - a) === 90 || Math.abs(c - a) === 90 || Math.abs(c - b) === 90,
        say: 'Two at right angles add 2 bits, and then the third adds 0.585, wherever it points. It can be done better.',
      },
      {
        when: () => true,
        say: 'The determinant is large where no direction is favored. Turn each away from the others, and remember that −z is as good as z.',
      },
    ],
    solved:
      'Sixty degrees apart, the three spread evenly over all directions of the plane: ZᵀZ is 1.5 times the identity, and the determinant (1 + 1.5)² = 6.25. It cannot be larger: the trace is 3, however they point.',
    solution: { b: threeA, c: threeB },
  },
  {
    id: 'apart',
    task: 'In the text of the giraffe gain and surprisal go together. After which block, or at the embedding, is their rank correlation less than one and a quarter times what it says after “give or take”?',
    start: { text: story, token: 56 },
    score(model, asked) {
      const found = relationOf(model, asked);
      if (!found || model.text !== story) return 0;
      const far = Math.abs(found.correlation) / found.byChance;
      return far <= 1.25 ? 1 : almost(1.25 / far);
    },
    hints: [
      inText,
      unread,
      { when: (model) => model.text !== story, say: 'With the text of the giraffe, please.' },
      { when: () => true, say: 'Beyond it still. Where does the network not know anything of the context yet?' },
    ],
    solved:
      'At the embedding. There a vector is that of its token and its place, whatever came before. What the blocks add is what goes with surprisal on this text. On most other texts it is weaker, as on the hats.',
    solution: { stage: 0 },
  },
];
