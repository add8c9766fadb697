import type { Challenge } from '#contract/spec.ts';
import type { Reading } from './reading.ts';
import type { Asked } from './parameters.ts';

const sure = ({ now }: Reading) => now.whole.austen > 0.99;
const byAusten = {
  when: (model: Reading, { author }: Asked) => model.isOwn || author !== 'austen',
  say: 'Let the author made from Austen write, and empty the field for a text of yours.',
};
const byChains = { when: (_: Reading, { authors }: Asked) => authors !== 'chains', say: 'This task is for the letter chains.' }; // prettier-ignore
const notYet = {
  when: (model: Reading) => !sure(model),
  say: 'Here the whole past is not sure of Austen yet. Read on.',
};
const asked = (model: Reading, { author, authors }: Asked) =>
  !model.isOwn && author === 'austen' && authors === 'chains' && sure(model);

export const challenges: readonly Challenge<Reading, Asked>[] = [
  {
    id: 'forget-her',
    task: 'Austen writes. Find a place where the whole past is surer of her than 0.99, and a window of twelve letters or more gives her less than one in eight.',
    start: { authors: 'chains', read: 40, window: 12 },
    score: (model, values) =>
      asked(model, values) && values.window >= 12
        ? model.now.window.austen < 1 / 8
          ? 1
          : Math.max(0.05, 0.95 * (1 - model.now.window.austen))
        : 0,
    hints: [
      byChains,
      byAusten,
      { when: (_, { window }) => window < 12, say: 'The window must have at least twelve letters.' },
      notYet,
      { when: () => true, say: 'Follow the line of the window along the text. Where does it dip farthest below zero?' },
    ],
    solved:
      'What the window has seen looks like the other author. What it has not seen is gone. Up to some forty letters longer windows even meet such places more often, since it takes letters to be misled so far; only much longer ones do so more rarely.',
    solution: { read: 225, window: 12 },
  },
  {
    id: 'wrong-and-harmless',
    task: 'Austen writes. Find a place where a window of twelve letters or more holds Melville for the likelier author, the whole past is surer of Austen than 0.99, and yet their predictions differ by less than 0.05 in total variation.',
    start: { authors: 'chains', read: 60, window: 12 },
    score: (model, values) => {
      if (!asked(model, values) || values.window < 12) return 0;
      return model.now.window.austen >= 0.5 ? 0.4 : model.gap < 0.05 ? 1 : 0.9 - model.gap;
    },
    hints: [
      byChains,
      byAusten,
      { when: (_, { window }) => window < 12, say: 'The window must have at least twelve letters.' },
      notYet,
      {
        when: ({ now }) => now.window.austen >= 0.5,
        say: 'The window still believes in Austen. Go to where its line is below zero.',
      },
      {
        when: () => true,
        say: 'It is wrong about the author, and here that matters. After which letter do both authors go on nearly alike?',
      },
    ],
    solved:
      'The window is wrong about the author and right about the letter: after this letter both go on nearly alike.',
    solution: { read: 161, window: 12 },
  },
];
