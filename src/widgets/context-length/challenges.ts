import type { Challenge } from '#contract/spec.ts';
import type { Values } from '#contract/values.ts';
import { compare } from './comparison.ts';
import type { params } from './parameters.ts';
import { isComplete } from './reading.ts';
import type { ContextLength } from './model.ts';
import { greatestRise } from './source.ts';
import { inn, tongues } from './texts.ts';

type V = Values<typeof params>;

const enoughHurt = 0.5 * Math.LN2;
const clearly = 2;

/** What the believer pays beyond the exact answer after all of the context, nats. */
const excess = ({ source }: ContextLength) =>
  source.believer[source.believer.length - 1] - source.exact[source.exact.length - 1];
const near = 0.005 * Math.LN2;

const comparison = (model: ContextLength, values: V) => compare(model.reading, Number(values.less));

export const challenges: readonly Challenge<ContextLength, V>[] = [
  {
    id: 'believe-rightly',
    task: 'With the two coins: give the believer beliefs with which 256 tosses of context bring it within 0.005 bits of the exact answer, and with which no longer context ever costs it more.',
    start: { source: 'coins' },
    score(model, { source }) {
      if (source !== 'coins') return 0;
      const rising = Math.max(0, greatestRise(model.source.believer));
      const gap = Math.max(excess(model), rising > 1e-9 ? rising + near : 0);
      return gap <= near ? 1 : Math.max(0, Math.min(0.99, 1 - gap));
    },
    hints: [
      { when: (_, { source }) => source !== 'coins', say: 'Choose the two coins as the source.' },
      {
        when: (_, { first, second }) => Math.abs(first - second) < 0.1,
        say: 'To one who takes the coins for nearly the same, a toss tells next to nothing. Let them differ by more.',
      },
      {
        when: (_, { first, second }) => Math.max(first, second) > 0.8 && Math.min(first, second) < 0.3,
        say: 'Both beliefs are too extreme: after many tosses the believer is sure of a coin, and of far too many heads or tails. Bring them nearer to one half.',
      },
      { when: () => true, say: 'One of the real coins shows a 1 in seven tosses of ten, the other in four of ten.' },
    ],
    solved:
      'With true beliefs the believer’s curve is the exact one, which never rises. What hurt before was not the context: it was to become sure of a coin that is not tossed.',
    solution: { source: 'coins', first: 0.7, second: 0.4 },
  },
  {
    id: 'context-hurts',
    task: 'Find a text on which the longest context costs the model at least half a bit per token more than a shorter one, and at least twice the standard error.',
    start: { text: inn },
    score(model, values) {
      const found = comparison(model, values);
      if (!found || !isComplete(model.reading) || found.change <= 0) return 0;
      const clear = found.standardError === 0 ? 1 : found.change / found.standardError / clearly;
      return Math.min(1, found.change / enoughHurt, clear);
    },
    hints: [
      {
        when: ({ reading }) => isComplete(reading) && reading.contexts.length < 4,
        say: 'The text is too short to give much context. Make it longer.',
      },
      {
        when: ({ reading }) => !isComplete(reading),
        say: 'The model is still reading.',
      },
      {
        when: (model, values) => (comparison(model, values)?.change ?? 0) > enoughHurt,
        say: 'It hurts, but not by twice the error. Compare on more tokens, or exaggerate.',
      },
      {
        when: (model, values) => (comparison(model, values)?.change ?? 0) < -enoughHurt,
        say: 'Here context helps. Write something that looks to the model like what it is not.',
      },
      {
        when: () => true,
        say: 'What stands far back must mislead it about what comes: begin in another alphabet, and go on in English for some lines. Then compare with 8 or 16 tokens of context.',
      },
    ],
    solved:
      'With the longest context the model expects something that does not come. Its loss went up although it was told more. To one who knows the source that cannot happen, on average. To a model it can.',
    solution: { text: tongues, less: '16' },
  },
];
