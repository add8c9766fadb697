import type { Challenge } from '#contract/spec.ts';
import { meanOf, tokenAt, type LogitLens } from './model.ts';
import type { Asked } from './parameters.ts';
import { the } from './presets.ts';
import { letters } from './texts.ts';

/** How many stages from the last one backwards have the token that came as their likeliest. */
const rightFor = (model: LogitLens, asked: Asked): number => {
  const token = tokenAt(model, asked);
  return model.stages.length - 1 - model.stages.findLastIndex(({ rank }) => rank[token] !== 1);
};

/** The largest rise of the mean cost from one block to the next, without the embedding, in nats. */
const rise = ({ stages }: LogitLens): number => {
  const means = stages.map(({ surprisal }) => meanOf(surprisal).mean);
  return Math.max(0, ...means.slice(2).map((mean, l) => mean - means[l + 1]));
};

export const challenges: readonly Challenge<LogitLens, Asked>[] = [
  {
    id: 'right-from-the-first',
    task: 'In this text, find a token of which the first block is already right, and all blocks after it too: rank 1 from the first block on.',
    start: { token: 0 },
    score: (model, asked) =>
      model.ids.length === 0 ? 0 : Math.min(1, rightFor(model, asked) / Math.max(1, model.stages.length - 1)),
    hints: [
      {
        when: (model, asked) => rightFor(model, asked) >= 2,
        say: 'The later blocks are right here, the first not yet. Try a commoner word.',
      },
      {
        when: () => true,
        say: 'Click a token, or walk with the arrow keys. What hardly needs a context? Move the handle to block 1: such tokens are pale there.',
      },
    ],
    solved:
      'There the answer did not come at the end. The block that stands first has seen one round of attention, and for common turns this is enough.',
    solution: { token: the },
  },
  {
    id: 'uphill',
    task: 'Find a text of 20 tokens or more on which a later block makes the tokens dearer, on average, by at least a fifth of a bit.',
    score: (model) => (model.ids.length < 20 ? 0 : Math.min(1, rise(model) / (0.2 * Math.LN2))),
    hints: [
      { when: ({ ids }) => ids.length < 20, say: 'Longer, please: at least 20 tokens.' },
      { when: (model) => rise(model) > 0, say: 'It rises somewhere, but not enough. Exaggerate.' },
      { when: () => true, say: 'The whole was trained on novels. Write what no novel has.' },
    ],
    solved:
      'The blocks were trained together, for what comes out behind the last. On texts like those of the training each also made the lens cheaper. On others one may make it dearer, and the blocks after it need not take all of that back.',
    solution: { text: letters },
  },
];
