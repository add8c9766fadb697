import type { Challenge } from '#contract/spec.ts';
import type { LayerInformation } from './model.ts';
import type { Asked } from './parameters.ts';

const bits = (nats: number) => nats / Math.LN2;
const nearly = (share: number) => Math.max(0, Math.min(0.95, share));

const ends = ({ stages }: LayerInformation) => ({ first: stages[0], last: stages[stages.length - 1] });
const lost = (model: LayerInformation) => bits(ends(model).first.mutual - ends(model).last.mutual);
const gained = (model: LayerInformation) => bits(ends(model).last.usable - ends(model).first.usable);
/** The largest fall of what is usable from one stage to the next, in bits. */
const fall = ({ stages }: LayerInformation) =>
  Math.max(...stages.slice(1).map(({ usable }, l) => bits(stages[l].usable - usable)));

export const challenges: readonly Challenge<LayerInformation, Asked>[] = [
  {
    id: 'lose-and-gain',
    task: 'Let the layers lose at least a quarter of a bit about the label, and let a linear probe gain at least half a bit from the input to the last layer.',
    score: (model, { probe }) =>
      probe === 'linear' && lost(model) >= 0.25 && gained(model) >= 0.5
        ? 1
        : nearly(Math.min(lost(model) / 0.25, gained(model) / 0.5)),
    hints: [
      { when: (_, { probe }) => probe !== 'linear', say: 'With a linear probe, please.' },
      {
        when: (_, { noise }) => noise === 0,
        say: 'Layers that only move points lose nothing. What would lose something?',
      },
      { when: (_, { turn, problem }) => problem === 'spiral' && turn !== 1, say: 'These layers do not unwind the spiral. First let them turn by one step.' }, // prettier-ignore
      { when: (model) => lost(model) < 0.25, say: 'Something is lost, but not enough yet. A little more noise.' },
      { when: () => true, say: 'So much noise leaves the probe too little. Less of it, and layers that unwind.' },
    ],
    solved:
      'Both at once: the layers destroy information about the label, and bring what is left into a form that a straight border can use.',
    solution: { noise: 0.2 },
  },
  {
    id: 'fall-without-loss',
    task: 'Layers that lose nothing at all, and yet from one stage to the next a linear probe can use at least half a bit less.',
    score: (model, { probe, problem }) =>
      probe === 'linear' && problem === 'spiral' && lost(model) < 1e-9 && fall(model) >= 0.5
        ? 1
        : nearly(lost(model) < 1e-9 ? fall(model) / 0.5 : 0),
    hints: [
      { when: (_, { probe }) => probe !== 'linear', say: 'With a linear probe, please.' },
      { when: (_, { problem }) => problem !== 'spiral', say: 'With the spiral, please.' },
      { when: (model) => lost(model) >= 1e-9, say: 'Noise loses something. Turn it off.' },
      {
        when: (_, { turn }) => turn <= 0,
        say: 'These layers never make the spiral straight, so that there is little to lose.',
      },
      { when: () => true, say: 'What if the layers did not stop when the spiral is straight?' },
    ],
    solved:
      'After two layers the spiral is straight, after the third it is wound the other way. Every point can be traced back, and the linear probe has lost most of its bit.',
    solution: { turn: 2 },
  },
  {
    id: 'nothing-to-gain',
    task: 'Leave the layers as they are. Find a reader to whom the last layer is worth no more than the input.',
    score: (model, { turn, noise, problem }) =>
      problem === 'spiral' && turn === 1 && noise === 0 && gained(model) < 1e-6 ? 1 : nearly(1 - gained(model)),
    hints: [
      { when: (_, { turn, noise, problem }) => problem !== 'spiral' || turn !== 1 || noise !== 0, say: 'The layers have changed. Choose the first case below, and begin again.' }, // prettier-ignore
      {
        when: (_, { probe }) => probe === 'cubic',
        say: 'Better, but it still gains from the first two layers. Who needs no border at all?',
      },
      { when: () => true, say: 'Choose who reads it.' },
    ],
    solved:
      'One who may say anything at every place can use the whole bit from the beginning. Then usable information is mutual information, and that does not grow.',
    solution: { probe: 'any' },
  },
];
