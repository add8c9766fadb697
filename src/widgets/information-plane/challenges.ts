import type { Challenge } from '#contract/spec.ts';
import { lastOf, marksOf, type Plane } from './model.ts';
import type { Asked } from './parameters.ts';

const bit = Math.LN2;
const nearly = (share: number) => Math.max(0, Math.min(0.95, share));
const lostBits = (model: Plane, asked: Asked) => {
  const { peak, end } = marksOf(model, asked);
  return (lastOf(peak).input - lastOf(end).input) / bit;
};
const isOther = ({ activation, seed, examples, flips }: Asked) =>
  activation !== 'tanh' || seed !== 2 || examples !== 120 || flips !== 0.1;

const sameNetwork = 'That is another network. Take tanh, seed 2, 120 examples and wrong labels with chance 0.1 again.';
const lastBestStep = ({ snapshots }: Plane) => {
  const least = Math.min(...snapshots.map(({ wrong }) => wrong.fresh));
  return snapshots.findLast(({ wrong }) => wrong.fresh === least)?.step ?? 0;
};

export const challenges: readonly Challenge<Plane, Asked>[] = [
  {
    id: 'undo-compression',
    task: 'Make the compression go away without touching the network: from the peak to the end its last layer is to lose less than a fifth of a bit.',
    start: {},
    score(model, asked) {
      if (isOther(asked) || asked.reading !== 'bins' || model.snapshots.length < 2) return 0;
      const lost = lostBits(model, asked);
      return lost < 0.2 ? 1 : nearly(0.2 / lost);
    },
    hints: [
      {
        when: (_, asked) => isOther(asked),
        say: sameNetwork,
      },
      {
        when: (_, { reading }) => reading === 'noise',
        say: 'Noise blurs what lies close together. With much of it there is little to lose, but that undoes nothing. Read in bins.',
      },
      {
        when: () => true,
        say: 'Inputs count as merged when they fall into one bin. How fine would bins have to be, so that saturated units still differ?',
      },
    ],
    solved:
      'The units of the trained network are close to −1 or 1 for most inputs, but hardly ever at the same number. A fine enough ruler tells them all apart, at every step.',
    solution: { bins: 100_000 },
  },
  {
    id: 'stop-in-time',
    task: 'Put the step where the network gets the fewest new cases wrong.',
    start: { step: 600 },
    score(model, asked) {
      if (isOther(asked) || model.snapshots.length < 2) return 0;
      const { now, best } = marksOf(model, asked);
      return now.wrong.fresh === best.wrong.fresh ? 1 : nearly(best.wrong.fresh / now.wrong.fresh);
    },
    hints: [
      { when: (_, asked) => isOther(asked), say: sameNetwork },
      {
        when: (model, asked) => marksOf(model, asked).now.step > lastBestStep(model),
        say: 'That is too late. From here on new cases go wrong more often, and from step 200 on the network learns its wrong labels by heart.',
      },
      {
        when: (model, asked) => {
          const { now, best } = marksOf(model, asked);
          return now.step > best.step;
        },
        say: 'Very near. A little earlier and a little later still fewer are wrong.',
      },
      { when: () => true, say: 'That is too early: the expected share of errors still falls.' },
    ],
    solved:
      'To stop there is called early stopping. Read in 30 bins, what the last layer tells of the input has a low point near here. It has a lower one at the end, where many more new cases are wrong.',
    solution: { step: 40 },
  },
  {
    id: 'generalize-uncompressed',
    task: 'Find a network that gets fewer than 19 in 100 new cases wrong at the end, although one label in ten is wrong, and whose last layer, read in 30 bins, has lost less than half a bit since its peak.',
    start: { step: 600 },
    score(model, asked) {
      if (model.snapshots.length < 2 || asked.flips !== 0.1 || asked.reading !== 'bins' || asked.bins !== 30) return 0;
      const { end } = marksOf(model, asked);
      const lost = lostBits(model, asked);
      return end.wrong.fresh < 0.19 && lost < 0.5
        ? 1
        : nearly(Math.min(0.19 / end.wrong.fresh, 0.5 / Math.max(0.5, lost)));
    },
    hints: [
      {
        when: (_, { flips, bins, reading }) => flips !== 0.1 || bins !== 30 || reading !== 'bins',
        say: 'Thirty bins and wrong labels with chance 0.1, please: the network is to change, not the question.',
      },
      { when: (_, { activation }) => activation === 'tanh', say: 'These units saturate on both sides, and their numbers crowd into the outer bins. Which do not?' }, // prettier-ignore
      { when: (_, { activation }) => activation === 'linear', say: 'The right kind of unit. With other examples, or another seed?' }, // prettier-ignore
      { when: () => true, say: 'It keeps enough, or nearly. Now for the errors: is its kind of unit able to learn wrong labels by heart?' }, // prettier-ignore
    ],
    solved:
      'The rule is a weighted vote, which linear units can express, and wrong labels are hard for them to learn by heart. That is why they generalize here. They compress nothing.',
    solution: { activation: 'linear' },
  },
];
