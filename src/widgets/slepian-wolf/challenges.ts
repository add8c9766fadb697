import type { Challenge } from '#contract/spec.ts';
import { rateShortfall } from '#theory/codes/slepian-wolf.ts';
import { ratesOf, written, type Exchange } from './code.ts';
import type { WordValues } from './parameters.ts';

const wanted = '110';
const ones = ({ x }: Exchange) => x.reduce((sum, bit) => sum + bit, 0);
const bit = Math.LN2;
const tiny = 1e-9;
const missing = (model: Exchange, values: WordValues) => rateShortfall(ratesOf(values), model.region);

export const challenges: readonly Challenge<Exchange, WordValues>[] = [
  {
    id: 'spell',
    task: `Make the sender send ${wanted}, with a single 1 in X.`,
    score(model) {
      if (model.places !== 7) return 0;
      const right = model.message.filter((digit, i) => digit === Number(wanted[i])).length / 3;
      return right === 1 && ones(model) === 1 ? 1 : 0.6 * right + (ones(model) === 1 ? 0.3 : 0);
    },
    hints: [
      { when: ({ places }) => places !== 7, say: 'For this you need words of 7 bits.' },
      {
        when: (model) => written(model.message) === wanted,
        say: 'The message is right. Each 1 adds its number without carrying; which number is the whole sum by itself?',
      },
      {
        when: (model) => ones(model) === 1,
        say: 'With a single 1 the message is the number of its place in binary. Which number is 110?',
      },
      { when: () => true, say: 'First leave a single 1 in X, then move it and watch the message.' },
    ],
    solved:
      'The message of a word with a single 1 spells the place of it: this is how the receiver finds the one that differs.',
    solution: { x: '0000010', y: '0000010' },
  },
  {
    id: 'fool',
    task: 'Break the promise: make the receiver decode a wrong word, though the message arrives intact.',
    start: { y: '1011001' },
    score: ({ distance }) => Math.min(1, distance / 2),
    hints: [
      {
        when: ({ distance }) => distance === 0,
        say: 'X and Y agree everywhere. Turn a bit of Y around; it is Y that may be wrong.',
      },
      {
        when: () => true,
        say: 'One difference is within the promise, wherever it is. The receiver never looks for more than one.',
      },
    ],
    solved:
      'With two differences or more a wrong word is nearer to Y than X is, and nothing tells the receiver. The short message is enough only as long as the promise holds.',
    solution: { y: '1011111' },
  },
  {
    id: 'evenly',
    task: 'Set the two rates so that both senders send equally much, and as little as possible.',
    start: { rateX: 7, rateY: 7 },
    score(model, values) {
      const short = missing(model, values);
      if (short.x + short.y + short.sum > 0) return 0.3;
      const { rateX, rateY } = ratesOf(values);
      const spare = rateX + rateY - model.region.leastSum;
      const uneven = Math.abs(rateX - rateY);
      return spare < tiny && uneven < tiny ? 1 : Math.max(0.3, 0.9 - (spare + uneven) / (8 * bit));
    },
    hints: [
      {
        when: (model, values) => missing(model, values).sum > 0,
        say: 'Together that is less than H(X,Y): even two senders who work hand in hand would need more.',
      },
      {
        when: (model, values) => missing(model, values).x + missing(model, values).y > 0,
        say: 'One of them sends less than what the other word leaves open about its own.',
      },
      {
        when: (_, { rateX, rateY }) => rateX !== rateY,
        say: 'Possible. Now make both equal, and as small as the region allows.',
      },
      { when: () => true, say: 'Possible, but there are bits to spare. Go down along the diagonal.' },
    ],
    solved:
      'Half of H(X,Y) each: neither sends its word in full, neither sees the other, and the sum is what one sender who sees both would need.',
    solution: { rateX: 5, rateY: 5 },
  },
];
