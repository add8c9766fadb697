import type { Challenge } from '#contract/spec.ts';
import type { Values } from '#contract/values.ts';
import { evenness, indexOf, lostBy, placeByEntropy } from './head.ts';
import type { AttentionModel } from './model.ts';
import type { params } from './parameters.ts';
import { again } from './texts.ts';

type V = Values<typeof params>;

const clearly = 2;
const dear = 0.2 * Math.LN2;
const fewest = 20;
const chosen = (model: AttentionModel, { head }: V) => ({
  score: model.heads.at(indexOf(head)),
  lost: lostBy(model, indexOf(head)),
});
const unknown = {
  when: (model: AttentionModel, values: V) => !chosen(model, values).lost,
  say: 'The network is still reading.',
};

export const challenges: readonly Challenge<AttentionModel, V>[] = [
  {
    id: 'even-and-dear',
    task: 'Find a head with at least 90% of the most entropy whose loss costs at least 0.2 bits per token, and at least twice the standard error.',
    start: { head: '3.2' },
    score(model, values) {
      const { score, lost } = chosen(model, values);
      if (!score || !lost || evenness(score) < 0.9) return 0;
      return Math.max(0, Math.min(1, lost.mean / dear, lost.mean / (clearly * lost.standardError)));
    },
    hints: [
      unknown,
      {
        when: (model, values) => evenness(chosen(model, values).score!) < 0.9,
        say: 'This head is not even enough. Look at the right side of the picture.',
      },
      {
        when: () => true,
        say: 'Even enough, but cheap. On the text with which the figure begins, which of those far to the right is high?',
      },
    ],
    solved:
      'An even head hands on the mean of everything up to the token. What the mean is made of decides what it is worth, and the weights do not say.',
    solution: { head: '1.4' },
  },
  {
    id: 'sharp-and-cheap',
    task: 'Find a head among the four of least entropy whose loss is less than two standard errors from costing nothing.',
    score(model, values) {
      const { score, lost } = chosen(model, values);
      if (!score || !lost) return 0;
      if (placeByEntropy(model, indexOf(values.head)) > 4) return 0;
      const far = Math.abs(lost.mean) / lost.standardError;
      return far < clearly ? 1 : Math.min(0.9, clearly / far);
    },
    hints: [
      unknown,
      {
        when: (model, values) => placeByEntropy(model, indexOf(values.head)) > 4,
        say: 'Four heads of this text have less entropy. Go to the left of the picture.',
      },
      { when: () => true, say: 'It is sharp, but its whisker is far from zero. Try its neighbors, block 3 first.' },
    ],
    solved:
      'It looks hard at few tokens, and on this text the network does nearly as well without it. On a shorter text one could tell even less; on a longer one it may turn out to be worth something.',
    solution: { head: '3.3' },
  },
  {
    id: 'nearest-to-copying',
    task: 'Find a text and a head that puts at least twice as much on what followed earlier copies as even weights would, over at least 20 tokens that have such a place.',
    start: { measure: 'induction' },
    score(model, values) {
      const { score } = chosen(model, values);
      if (!score) return 0;
      const { share, chance, rows } = score.shares.induction;
      return chance > 0 ? Math.min(1, share / chance / 2, rows / fewest) : 0;
    },
    hints: [
      {
        when: (model, values) => !chosen(model, values).score,
        say: 'The text is not read yet, or too short.',
      },
      {
        when: (model, values) => chosen(model, values).score!.shares.induction.rows < fewest,
        say: 'Too few tokens come a second time. Write the same words twice, in the same order.',
      },
      {
        when: () => true,
        say: 'Repeat words that have nothing to do with each other, and go through the heads of block 4.',
      },
    ],
    solved:
      'It is more than even weights would put there. On the twelve words three times it is still less than a tenth. A head of induction would have most of its weight there, also on words in no order.',
    solution: { head: '4.1', measure: 'induction', text: again },
  },
];
