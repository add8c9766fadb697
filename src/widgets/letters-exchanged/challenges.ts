import type { Challenge } from '#contract/spec.ts';
import { areAlike } from './letters.ts';
import { backIn, changeOf, type Exchanges } from './model.ts';
import type { Asked } from './parameters.ts';

const nearly = (share: number) => Math.max(0, Math.min(0.95, share));

export const challenges: readonly Challenge<Exchanges, Asked>[] = [
  {
    id: 'no-change',
    task: 'Find a network to which it makes no difference at all that the two letters before the last one are exchanged.',
    start: { network: 'learned' },
    score(model, asked) {
      const change = changeOf(model, asked.network, asked);
      if (asked.back > 1 || !change || areAlike(model.window, 1)) return 0;
      return change.nats === 0 ? 1 : nearly(1 - change.nats);
    },
    hints: [
      { when: (_, { back }) => back > 1, say: 'The pair right before the last letter: put the handle on 1.' },
      { when: ({ window }) => areAlike(window, 1), say: 'These two letters are alike: choose a text in which they differ.' }, // prettier-ignore
      { when: (_, { network }) => network === 'none', say: 'It is told nothing, but it has three layers. What can the second read in the rows of the first?' }, // prettier-ignore
      { when: () => true, say: 'This one is told something of places. Choose one that is told nothing.' },
    ],
    solved:
      'One layer without places takes a weighted mean of what stands before, and a mean does not know the order of what it is of.',
    solution: { network: 'none-one-layer' },
  },
  {
    id: 'further-back',
    task: 'A pair further back usually matters less. Find one, not right before the last letter, whose exchange moves the network with three layers that is told nothing more than that of the pair right before the last letter.',
    start: { network: 'none' },
    score(model, asked) {
      const [here, nearest] = [changeOf(model, 'none', asked), changeOf(model, 'none', { back: 1 })];
      if (asked.network !== 'none' || backIn(model, asked) === 1 || !here || !nearest) return 0;
      return here.nats > nearest.nats ? 1 : nearly(here.nats / nearest.nats);
    },
    hints: [
      { when: (_, { network }) => network !== 'none', say: 'Choose “none”, the one with three layers.' },
      { when: (_, { back }) => back === 1, say: 'This is the pair right before the last letter. Move the handle.' },
      { when: () => true, say: 'Here it matters less. Look where the thin line is highest.' },
    ],
    solved:
      'The means fall with the distance. On one text it depends on the letters: a pair further back can hold the word by which the next letter is guessed.',
    solution: { back: 3 },
  },
];
