import type { Challenge } from '#contract/spec.ts';
import { marksOf, meanOfRow, type Lab } from './lab.ts';
import { lastStep, type Asked } from './parameters.ts';

const bit = Math.LN2;
const nearly = (share: number) => Math.max(0, Math.min(0.95, share));

export const challenges: readonly Challenge<Lab, Asked>[] = [
  {
    id: 'a-bit-from-nothing',
    task: 'Two dice that share nothing, and 100 rolls of both: make the plug-in estimate say more than a bit and a half on average.',
    start: { pairs: 100 },
    score(model, asked) {
      if (asked.source !== 'names' || asked.names !== 'dice' || asked.copies > 0 || asked.pairs < 100) return 0;
      const said = model.rows.find(({ estimator }) => estimator === 'plugIn')?.exact ?? 0;
      return said > 1.5 * bit ? 1 : nearly(said / (1.5 * bit));
    },
    hints: [
      { when: (_, { source, names }) => source !== 'names' || names !== 'dice', say: 'With two dice, please.' },
      { when: (_, { copies }) => copies > 0, say: 'Now they share something. The second die is to copy nothing.' },
      { when: (_, { pairs }) => pairs < 100, say: 'With fewer rolls it is too easy. One hundred, please.' },
      { when: () => true, say: 'The bias is about (k − 1)²/2n nats. The rolls are given.' },
    ],
    solved:
      'Seventeen sides are enough; two fair dice of 17 sides have 289 pairs of faces. In a hundred rolls most pairs that come at all come once, and each of them looks like a rule.',
    solution: { sides: 20 },
  },
  {
    id: 'break-the-fit',
    task: 'Two columns of numbers: without changing their information, make the normal fit miss more than half of it on average, while the estimate by neighbors misses less than a fifth.',
    start: { source: 'numbers', pairs: 200, samples: 20, correlation: 0.9 },
    score(model, asked) {
      const { truth = 0 } = model;
      if (asked.source !== 'numbers' || truth < 0.3) return 0;
      const [fit, ksg] = [meanOfRow(model, 'fit'), meanOfRow(model, 'ksg')];
      if (fit === undefined || ksg === undefined) return 0;
      const [lost, off] = [1 - fit / truth, Math.abs(ksg / truth - 1)];
      return lost > 0.5 && off < 0.2 ? 1 : nearly(Math.min(Math.max(lost, 0) / 0.5, 0.2 / Math.max(off, 0.2)));
    },
    hints: [
      { when: (_, { source }) => source !== 'numbers', say: 'With two columns of numbers, please.' },
      { when: ({ truth = 0 }) => truth < 0.3, say: 'There is too little to miss. Let them share more.' },
      { when: (_, { twist }) => !twist, say: 'The fit is right for normal laws, whatever their correlation. Which switch leaves the information alone and the law not normal?' }, // prettier-ignore
      { when: ({ truth = 0, ...model }) => 1 - (meanOfRow({ ...model, truth }, 'fit') ?? 0) / truth <= 0.5, say: 'Here the cube takes half of it or less. Correlate them more.' }, // prettier-ignore
      { when: () => true, say: 'The fit is broken. Now help the neighbors: one number each, and more pairs.' },
    ],
    solved:
      'A cube can be undone, so no information is gained or lost. The fit sees only the correlation, and that the cube has spoiled.',
    solution: { twist: true },
  },
  {
    id: 'stop-the-critic',
    task: 'Stop the training where the critic says most of new pairs.',
    start: { source: 'critic', pairs: 32, dimensions: 2, step: lastStep },
    score(model, asked) {
      const { now, best } = marksOf(model, asked);
      if (asked.source !== 'critic' || !now || !best || model.training!.snapshots.length < 10) return 0;
      return now.step === best.step ? 1 : nearly(1 - Math.abs(now.step - best.step) / lastStep);
    },
    hints: [
      { when: (_, { source }) => source !== 'critic', say: 'With the trained critic, please.' },
      { when: (model, asked) => { const { now, best } = marksOf(model, asked); return !!now && !!best && now.step > best.step; }, say: 'Too late: here the critic knows its own pairs by heart.' }, // prettier-ignore
      { when: () => true, say: 'Too early: new pairs still gain from more training.' },
    ],
    solved:
      'Stopped by looking at these very samples, this is the best of 15 looks, and so a little too good itself. An honest figure takes other samples for choosing the step than for reporting it.',
    solution: { step: 50 },
  },
];
