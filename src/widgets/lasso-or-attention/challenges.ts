import type { Challenge } from '#contract/spec.ts';
import { agreementsOf, changesOf, choicesOf, coefficientsOf, tokenAt } from './measures.ts';
import type { Compared } from './model.ts';
import type { Asked } from './parameters.ts';
import { letter } from './texts.ts';

const almost = (share: number) => Math.max(0, Math.min(0.95, share));
const bits = (nats: number) => nats / Math.LN2;

const unread = { when: (model: Compared) => !changesOf(model) || !model.paths, say: 'The network is still reading.' };

/** Tokens that the network needs and the Lasso leaves out. */
const left = (model: Compared, asked: Asked) => {
  const t = tokenAt(model, asked);
  return { coefficient: coefficientsOf(model, asked, asked.side)?.[t], change: changesOf(model)?.[t] };
};

export const challenges: readonly Challenge<Compared, Asked>[] = [
  {
    id: 'needed-and-left-out',
    task: 'At a penalty of 32 percent, find a token that the Lasso leaves out, though hiding it changes the prediction by a quarter of a bit or more.',
    start: { penalty: '32' },
    score(model, asked) {
      const { coefficient, change } = left(model, asked);
      if (coefficient === undefined || change === undefined || Number(asked.penalty) !== 32) return 0;
      return coefficient === 0 ? Math.min(1, bits(change) / 0.25) : almost(bits(change));
    },
    hints: [
      unread,
      { when: (_, { penalty }) => penalty !== '32', say: 'Put the penalty to 32 percent.' },
      {
        when: (model, asked) => left(model, asked).coefficient !== 0,
        say: 'The Lasso has taken this one. Look for a high bar in the lowest row where the first row has none.',
      },
      {
        when: () => true,
        say: 'It is left out, and the network does without it too. Which bar of the lowest row is higher?',
      },
    ],
    solved:
      'Its vector is of little use for rebuilding the last one, and the network’s guess hangs on it. Two questions, two answers.',
    solution: { token: 24 },
  },
  {
    id: 'taken-and-idle',
    task: 'Find a text whose last token the Lasso rebuilds mostly from one that hardly matters: hiding it changes the prediction by less than 0.02 bits, and some other token by half a bit or more.',
    start: { text: 'He put his hat upon the table and looked at the fire' },
    score(model, asked) {
      const [changes, { lasso, ablation }] = [changesOf(model), choicesOf(model, asked)];
      if (!changes || lasso < 0 || ablation < 0) return 0;
      const [idle, needed] = [bits(changes[lasso]), bits(changes[ablation])];
      return idle < 0.02 && needed >= 0.5 ? 1 : almost(Math.min(needed / 0.5, 0.02 / Math.max(0.02, idle)) * 0.9);
    },
    hints: [
      unread,
      {
        when: (model, asked) => bits(changesOf(model)![Math.max(0, choicesOf(model, asked).ablation)]) < 0.5,
        say: 'No token matters that much here. End the text where its last words make the next one clear.',
      },
      {
        when: () => true,
        say: 'What the Lasso takes still matters. Let the last word have stood long before, in other company.',
      },
    ],
    solved: 'The same word as before rebuilds the vector, and tells nothing of what comes next.',
    solution: { text: letter },
  },
  {
    id: 'only-distance',
    task: 'Find a text and a block in which attention and ablation have a rank correlation of at least 0.6, and of less than 0.2 with the distance taken out.',
    score(model, asked) {
      const found = agreementsOf(model, asked).attentionAblation;
      if (!found) return 0;
      const { correlation, apart } = found;
      return correlation >= 0.6 && apart < 0.2 ? 1 : almost(Math.min(correlation / 0.6, (1 - apart) / 0.8) * 0.95);
    },
    hints: [
      unread,
      {
        when: (model, asked) => (agreementsOf(model, asked).attentionAblation?.correlation ?? 0) < 0.6,
        say: 'They do not go together here. Try another block.',
      },
      { when: () => true, say: 'They go together beyond distance here. Try another text: the cases below have some.' },
    ],
    solved: 'Both fall with the distance. Among tokens equally far away the one says little of the other.',
    solution: {
      text: 'Mary took the lamp and went up to the garden, and there, under the old tree, she put down the lamp',
      block: '3',
    },
  },
];
