import type { Challenge } from '#contract/spec.ts';
import { atLeast, within } from '#kit/state/progress.ts';
import type { Calculated } from './model.ts';
import type { Asked } from './parameters.ts';
import { gpt2, mixtureShape, readerShape } from './presets.ts';

const isShape = (asked: Asked, shape: Partial<Asked>, but: readonly (keyof Asked)[] = []) =>
  Object.entries(shape).every(
    ([key, value]) => but.includes(key as keyof Asked) || asked[key as keyof Asked] === value,
  );

/** Dimension up to which the theorem says something of the reader’s text; a test finds it. */
const largest = 119;

export const challenges: readonly Challenge<Calculated, Asked>[] = [
  {
    id: 'largest-network',
    task: 'Keep the text of the book’s reader and all of its shape but the dimension. How large may the dimension be so that the theorem still says something? Come within a fifth of the largest.',
    start: readerShape,
    score: ({ breakEven = Infinity }, asked) =>
      !isShape(asked, readerShape, ['dimension'])
        ? 0
        : asked.tokens < breakEven
          ? Math.min(0.95, asked.tokens / breakEven)
          : within(Math.log(largest / asked.dimension), Math.log(1.25), Math.log(1e4)),
    hints: [
      {
        when: (_, asked) => !isShape(asked, readerShape, ['dimension']),
        say: 'Only the dimension may change here. Choose the case of the reader again.',
      },
      {
        when: ({ breakEven = Infinity }, { tokens }) => tokens < breakEven,
        say: 'The bound is still above the logarithm of |V|. To give all tokens the same probability costs less than it allows. How many weights are too many for this text?',
      },
      { when: () => true, say: 'The theorem says something here, and would for a larger network.' },
    ],
    solved:
      'The largest is 119, a network of 221 thousand weights. The theorem needs about fifteen tokens for each weight, at half this dimension as well as at twice it: it is the weights that count.',
    solution: { dimension: 110 },
  },
  {
    id: 'a-billion',
    task: 'Keep a billion tokens, the vocabulary, the dimension and the context. With how many layers does the theorem still say something? Find any such depth.',
    start: { ...gpt2, tokens: 1e9 },
    score: ({ now, trivial }, asked) =>
      isShape(asked, { ...gpt2, tokens: 1e9 }, ['depth']) ? (now.bound < trivial ? 1 : atLeast(0.95 * trivial, now.bound)) : 0, // prettier-ignore
    hints: [
      {
        when: (_, asked) => !isShape(asked, { ...gpt2, tokens: 1e9 }, ['depth']),
        say: 'Only the depth may change here. Choose the shape again, and a billion tokens.',
      },
      {
        when: () => true,
        say: 'Every layer adds weights, and every weight is charged once for each layer. Fewer layers.',
      },
    ],
    solved:
      'Depth counts twice: it adds weights, and in the first term each weight is charged L times. In this shape the vocabulary holds most of the weights, so it is mostly the charge for each layer that you see. Where the layers hold most of them, this bound on what there is to learn grows nearly like L squared.',
    solution: { depth: 6 },
  },
  {
    id: 'missing-depth',
    task: 'Find a mixture for which the bound as printed says something and the bound with the factor L says nothing.',
    start: { ...mixtureShape, tokens: 1e9 },
    score: ({ now: { printed = Infinity, bound }, trivial }, { source }) =>
      source !== 'mixture' ? 0 : Math.min(atLeast(trivial, printed), atLeast(bound, trivial)),
    hints: [
      { when: (_, { source }) => source !== 'mixture', say: 'Theorem 4.5 is about a mixture. Choose it.' },
      {
        when: (_, { depth }) => depth === 1,
        say: 'With a single layer the two bounds are the same. Take more layers.',
      },
      {
        when: ({ now, trivial }) => now.bound < trivial,
        say: 'Here both say something. With fewer tokens both bounds rise; the upper one leaves first.',
      },
      {
        when: () => true,
        say: 'Here neither says anything. With more tokens both bounds fall; the lower one arrives first.',
      },
    ],
    solved:
      'In this zone it matters whether the factor stands there. For one transformer the first term has it, so a mixture of several can hardly do without.',
    solution: { tokens: 2e8 },
  },
];
