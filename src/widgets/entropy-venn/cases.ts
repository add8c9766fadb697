import { atLeast, within } from '#kit/state/progress.ts';
import type { Challenge, Preset } from '#contract/spec.ts';
import { mutualInformation } from '#theory/measures/mutual-information.ts';
import type { VennModel, VennValues } from './model.ts';

const bit = Math.LN2;

const copy = [
  [0.4, 0, 0],
  [0, 0.3, 0],
  [0, 0, 0.3],
];
const opposites = [
  [0, 0, 0.3],
  [0, 0.3, 0],
  [0.4, 0, 0],
];
/** p(x) p(y) with p(x) = .4, .3, .3 and p(y) = .5, .3, .2. */
const product = [
  [0.2, 0.12, 0.08],
  [0.15, 0.09, 0.06],
  [0.15, 0.09, 0.06],
];
const manyToOne = [
  [0.25, 0, 0],
  [0.25, 0, 0],
  [0, 0.5, 0],
];
/** Large y at both ends of x, small y in the middle. */
const vShape = [
  [0, 0.08, 0.22],
  [0.32, 0.08, 0],
  [0, 0.08, 0.22],
];
/** Rows: a dog, no dog. Columns: a bark, none. p(dog) = 0.3, p(bark | dog) = 0.1, p(bark | no dog) = 0.001. */
const dogAndBark = [
  [0.03, 0.27, 0],
  [0.0007, 0.6993, 0],
  [0, 0, 0],
];
const twoFairCoins = [
  [0.25, 0.25, 0],
  [0.25, 0.25, 0],
  [0, 0, 0],
];

export const presets: readonly Preset<VennValues>[] = [
  {
    id: 'two-accounts',
    title: 'Two accounts',
    values: {},
    why: 'Two people tell of the same afternoon. They mostly agree, and the lens says how far.',
  },
  {
    id: 'noisy-copy',
    title: 'Noisy copy',
    values: { joint: copy, noise: 0.3 },
    why: 'Y repeats X, but three times in ten it is drawn afresh. The circles stay as they were; only the lens pays.',
  },
  {
    id: 'independent',
    title: 'Independent',
    values: { joint: product, noise: 0 },
    why: 'Every square fills its frame: p(x, y) is p(x) times p(y), and the circles only touch.',
  },
  {
    id: 'copy',
    title: 'Exact copy',
    values: { joint: copy, noise: 0 },
    why: 'Each value of X has its own value of Y, and the other way round. One circle on top of the other.',
  },
  {
    id: 'opposites',
    title: 'Opposites',
    values: { joint: opposites, noise: 0 },
    why: 'Turned upside down, the correlation changes its sign and the information does not change at all.',
  },
  {
    id: 'many-to-one',
    title: 'Many to one',
    values: { joint: manyToOne, noise: 0 },
    why: 'X settles Y completely, yet Y leaves something of X open: I(X;Y) = H(Y), and H(X) is larger.',
  },
  {
    id: 'uncorrelated',
    title: 'Uncorrelated, yet dependent',
    values: { joint: vShape, noise: 0 },
    why: 'Both ends of X go with a large y. What rises on the right falls on the left: no straight line sees it, the lens does.',
  },
  {
    id: 'renumbered',
    title: 'The same, renumbered',
    values: { joint: [vShape[1], vShape[0], vShape[2]], noise: 0 },
    why: 'The table before with its first two rows exchanged. The correlation is now 0.77, and no area has changed: information does not care how cases are numbered.',
  },
  {
    id: 'bark',
    title: 'A dog and a bark',
    values: { joint: dogAndBark, noise: 0 },
    why: 'x₁ is a dog, y₁ a bark. One bark moves the law of the dog over twenty times as far as one dog moves that of the bark; on average they tell equally much of each other.',
  },
];

const uncorrelated = (m: VennModel) => m.correlation !== null && Math.abs(m.correlation) <= 0.02;

export const challenges: readonly Challenge<VennModel, VennValues>[] = [
  {
    id: 'share-without-correlation',
    task: 'Make X and Y uncorrelated (within 0.02 of zero), and still let them share at least half a bit.',
    score: (m) =>
      m.correlation === null ? 0 : Math.min(atLeast(m.mutual, bit / 2), within(Math.abs(m.correlation), 0.02, 1)),
    hints: [
      {
        when: (m) => m.correlation === null,
        say: 'One of the two never varies, so there is no correlation to speak of, and nothing to share. Use more cells.',
      },
      {
        when: (m, { joint, noise }) => uncorrelated(m) && noise > 0.3 && mutualInformation(joint) >= bit / 2,
        say: 'Uncorrelated, but that much noise washes out this table. Turn it down.',
      },
      {
        when: uncorrelated,
        say: 'Uncorrelated, but they share too little. What if both ends of X went with the same end of Y?',
      },
      {
        when: (m) => m.correlation! > 0,
        say: 'Weight that runs down to the right pulls the correlation up. Set as much against it on the other diagonal.',
      },
      {
        when: (m) => m.correlation! < 0,
        say: 'Weight that runs down to the left pulls the correlation down. Set as much against it on the other diagonal.',
      },
    ],
    solved:
      'Correlation asks for a straight line. Information asks whether knowing one changes your odds on the other.',
    solution: { joint: vShape, noise: 0 },
  },
  {
    id: 'one-sided',
    task: 'Let X settle Y completely, with at least half a bit shared, while H(X) is at least half a bit above H(Y).',
    score: (m) =>
      Math.min(within(m.hygx, 0.01 * bit, 2 * bit), atLeast(m.mutual, bit / 2), atLeast(m.hx - m.hy, bit / 2 - 1e-9)),
    hints: [
      {
        when: (m, { noise }) => noise > 0 && m.hygx > 0.01 * bit,
        say: 'While there is noise, no x can be sure of its y. Turn it to zero first.',
      },
      {
        when: (m) => m.hygx > 0.01 * bit,
        say: 'Some row has weight in two columns, so that x leaves y open. One column per row.',
      },
      {
        when: (m) => m.mutual < bit / 2,
        say: 'Y is so nearly certain that less than half a bit is shared. Give it two values with decent chances.',
      },
      {
        when: (m) => m.hx - m.hy > 0.01 * bit,
        say: 'Two rows end in the same column already, but H(X) is not yet half a bit above H(Y). Let the two come more nearly equally often, and more often than the rest.',
      },
      {
        when: () => true,
        say: 'Each x has a y of its own: they know each other equally well. Let two rows end in the same column.',
      },
    ],
    solved:
      'Perfect dependence from X to Y, and still I(X;Y) = H(Y) < H(X). Only a one-to-one match makes all three equal.',
    solution: { joint: manyToOne, noise: 0 },
  },
  {
    id: 'two-bits-apart',
    task: 'Make H(X,Y) two bits (within 0.02) with nothing shared at all (at most 0.005 bits).',
    score: (m) =>
      Math.min(within(m.mutual, 0.005 * bit, 2 * bit), within(Math.abs(m.hxy - 2 * bit), 0.02 * bit, 2 * bit)),
    hints: [
      {
        when: (m) => m.mutual > 0.005 * bit,
        say: 'Something is still shared: the rows have different shapes. Give all rows the same mix, or let noise do it.',
      },
      {
        when: (m) => m.hxy > 2.02 * bit,
        say: 'Nothing is shared, but there is too much of it. Two fair coins make two bits: empty a row and a column.',
      },
      {
        when: () => true,
        say: 'Nothing is shared, but there is too little. Two bits are four equally likely cells, or as good as that.',
      },
    ],
    solved:
      'Without a lens the areas simply add: H(X,Y) = H(X) + H(Y). It is the most that two given circles can cover.',
    solution: { joint: twoFairCoins, noise: 0 },
  },
];
