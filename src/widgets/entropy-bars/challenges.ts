import type { Challenge } from '#contract/spec.ts';
import { within } from '#kit/state/progress.ts';
import type { Bars } from './model.ts';
import type { Asked } from './parameters.ts';

const bits = (nats: number) => nats / Math.LN2;
const hasSix = ({ p }: Bars) => p.length === 6;
const notSix = {
  when: (model: Bars) => !hasSix(model),
  say: 'You have added an outcome or taken one away. The task is for six.',
};

export const challenges: readonly Challenge<Bars, Asked>[] = [
  {
    id: 'two-bits',
    task: 'Six outcomes, each with a probability of at least 0.05. Drag until the entropy is two bits, as for four equally likely outcomes.',
    start: { p: Array<number>(6).fill(1 / 6) },
    score: (model) => (hasSix(model) && Math.min(...model.p) >= 0.05 - 1e-9 ? within(Math.abs(bits(model.entropy) - 2), 0.02, 1) : 0), // prettier-ignore
    hints: [
      notSix,
      {
        when: ({ p }) => Math.min(...p) < 0.05 - 1e-9,
        say: 'One of the outcomes has become too rare. Raise it to 0.05 or more.',
      },
      {
        when: (model) => bits(model.entropy) > 2,
        say: 'Still more uncertain than four equal ones. Make one outcome more likely.',
      },
      { when: () => true, say: 'Now it is too certain. Make the likeliest outcome less likely.' },
    ],
    solved: 'Six outcomes, and the perplexity is four. Entropy weighs outcomes; it does not count them.',
    solution: { p: [0.5, 0.25, 0.0625, 0.0625, 0.0625, 0.0625] },
  },
  {
    id: 'most',
    task: 'The die is loaded now. Drag until the entropy of the six outcomes is as large as it can be, within a hundredth of a bit.',
    start: { p: [0.5, 0.2, 0.1, 0.1, 0.05, 0.05] },
    score: (model) => (hasSix(model) ? within(bits(model.highest - model.entropy), 0.01, 1) : 0),
    hints: [
      notSix,
      {
        when: ({ p }) => Math.max(...p) - Math.min(...p) > 0.1,
        say: 'Take from the highest bar, and give to the lowest.',
      },
      { when: () => true, say: 'Nearly. Any two bars that differ can still be evened out.' },
    ],
    solved:
      'All alike: log₂ 6 bits. Evening out any two outcomes raises the entropy, so nothing else can be the largest (and some law has the most, since entropy is continuous).',
    solution: { p: Array<number>(6).fill(1 / 6) },
  },
  {
    id: 'below-the-fair',
    task: 'The first machine makes fair dice with four letters, the second makes dice that always show D. Mix them so that a throw tells at least half a bit about the machine, and the average law has at most 1.6 bits.',
    start: { p: Array<number>(4).fill(0.25), other: 'certain', share: 0 },
    score: ({ p, box }, { other }) =>
      other !== 'certain' || p.length !== 4 || p.some((pi) => Math.abs(pi - 0.25) > 1e-6)
        ? 0
        : Math.min(within(Math.max(0, 0.5 - bits(box.told)), 0.001, 0.5), within(Math.max(0, bits(box.entropy) - 1.6), 0.001, 1)), // prettier-ignore
    hints: [
      {
        when: ({ p }, { other }) => other !== 'certain' || p.length !== 4 || p.some((pi) => Math.abs(pi - 0.25) > 1e-6),
        say: 'Leave the two machines as they are, and change the share in the fold under the figure.',
      },
      { when: ({ box }) => bits(box.entropy) > 1.6, say: 'The box is too much like the fair machine. Put in more of the others.' }, // prettier-ignore
      {
        when: () => true,
        say: 'Too many dice come from the second machine now, so the average law is too certain to tell much. Put in a few more fair ones.',
      },
    ],
    solved:
      'The average law has more entropy than the two laws have on average, by just what a throw tells about the machine. But it has less than the fair law.',
    solution: { share: 0.5 },
  },
];
