import type { Challenge, Hint } from '#contract/spec.ts';
import { many, type ZooValues } from './parameters.ts';
import type { Zoo } from './zoo.ts';

const bit = Math.LN2;
const when = (judge: (zoo: Zoo, values: ZooValues) => boolean, say: string): Hint<Zoo, ZooValues> => ({
  when: judge,
  say,
});
const otherwise = (say: string): Hint<Zoo, ZooValues> => ({ when: () => true, say });
const lastOf = (law: readonly number[]) => law[law.length - 1];

/** Below this a probability is so small that every error about it is. */
const thin = 0.06;

/** From 1 within `within` of the goal down to 0 at `far`. */
const near = (miss: number, within: number, far: number) =>
  miss <= within + 1e-9 ? 1 : Math.max(0, 0.95 * (1 - miss / far));

export const challenges: readonly Challenge<Zoo, ZooValues>[] = [
  {
    id: 'overconfident',
    task: 'Focal loss is said to make models cautious. Keep γ at 2 and find a truth that makes it surer than the truth, by a tenth of a bit of entropy or more.',
    score({ entropy, minima }, { gamma }) {
      const gain = (entropy - minima.focal.entropy) / bit;
      const done = gain >= 0.1 ? 1 : Math.min(0.9, Math.max(0.1, 0.5 + gain));
      return gamma === 2 ? done : 0.5 * done;
    },
    hints: [
      when((_, { gamma }) => gamma !== 2, 'Set γ back to 2.'),
      when(
        ({ p }) => p.length < many,
        'Two or three outcomes are too few: one of them is always likely, and focal loss holds a likely outcome back. Try a truth with a thousand outcomes.',
      ),
      when(({ p }) => p[0] < 0.03, 'Now hardly anything stands out. Let the first stand out a little more.'),
      when(
        ({ entropy, minima }) => minima.focal.entropy >= entropy,
        'The likeliest of the thousand is so likely that the model ends less sure. Pull it down.',
      ),
      when(({ p }) => p[0] < 0.16, 'The right way, but by less than a tenth of a bit. Raise the first a little.'),
      otherwise('The right way, but by less than a tenth of a bit. Pull the first down a little.'),
    ],
    solved:
      'To raise a probability also lowers the factor (1 − q)^γ. Up to q = 0.104 that pays the more, the likelier an outcome is, so the likelier ones gain on the others. Here most of the probability is on outcomes below that, as it often is on next tokens, and the model ends surer than the truth.',
    solution: { truth: 'zipf' },
  },
  {
    id: 'turning-point',
    task: 'One of a thousand outcomes stands out. How likely must it be for focal loss with γ = 2 to be right about it, to within 0.005?',
    start: { truth: 'one', p: 0.9 },
    score({ p, minima }, { truth, gamma }) {
      const miss = near(Math.abs(minima.focal.q[0] - p[0]), 0.005, 0.5);
      return truth === 'one' && gamma === 2 && p[0] >= thin ? miss : 0.5 * miss;
    },
    hints: [
      when((_, { truth }) => truth !== 'one', 'Choose the truth in which one of 1000 stands out.'),
      when((_, { gamma }) => gamma !== 2, 'Set γ back to 2.'),
      when(({ p }) => p[0] < thin, 'It is nearly right here because there is little to be wrong about. Go up.'),
      when(
        ({ p, minima }) => minima.focal.q[0] < p[0],
        'Focal loss holds it back: it says less than the truth. Go down.',
      ),
      otherwise('Focal loss pushes it: it says more than the truth. Go up.'),
    ],
    solved:
      'For this kind of truth, focal loss is overconfident below this point and underconfident above it. Neither “it flattens” nor “it sharpens” is true of the loss in general. What is true is that it is least somewhere else than at the truth.',
    solution: { truth: 'one', p: 0.29 },
  },
  {
    id: 'unweight',
    task: 'A model was trained with weight 10 on B, and says 0.50 for B. How likely is A really? Set it, to within 0.01 of what the model says.',
    start: { p: 0.5 },
    score({ p, minima }, { weight }) {
      const miss = near(Math.abs(lastOf(minima.weighted.q) - 0.5), 0.01, 0.5);
      return p.length === 2 && weight === 10 ? miss : 0.5 * miss;
    },
    hints: [
      when(({ p }) => p.length !== 2, 'Go back to two outcomes.'),
      when((_, { weight }) => weight !== 10, 'Set the weight back to 10.'),
      when(
        ({ minima }) => lastOf(minima.weighted.q) > 0.5,
        'Here the model would say more than 0.50 for B. So B must be rarer.',
      ),
      otherwise('Here the model would say less than 0.50 for B. So B must be more frequent.'),
    ],
    solved:
      'Weights multiply odds. Even odds divided by ten are one to ten, so B has 1/11 and A 10/11. The alarm that sounds like a coin toss is false ten times of eleven.',
    solution: { p: 0.91 },
  },
  {
    id: 'strongest-pull',
    task: 'At which probability of what came does Brier’s loss pull hardest on its logit?',
    start: { at: 0.05 },
    score: ({ minima }) => {
      // 4 q (1 − q)² is at most 16/27, at q = 1/3.
      const share = minima.brier.pull / (16 / 27);
      return share > 0.9995 ? 1 : 0.95 * share;
    },
    hints: [when((_, { at }) => at < 0.33, 'To the right it still rises.'), otherwise('To the left it is stronger.')],
    solved:
      'One third. From there the pull falls to nothing on both sides. On the right that is as it should be. On the left the model gave what came a low probability, and the lower it was, the less the model learns from its mistake. The softmax puts a factor q into every slope; −ln q cancels this factor and a square does not.',
    solution: { at: 0.33 },
  },
];
