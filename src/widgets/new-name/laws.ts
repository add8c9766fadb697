import type { Law } from '#contract/spec.ts';
import type { Values } from '#contract/values.ts';
import { mean, savedOf, type NewName } from './model.ts';
import type { params } from './parameters.ts';
import { mentions, passageUpTo, unitsOf } from './passage.ts';
import { share } from './reading.ts';

/** Amounts are kept with four decimals. */
const rounding = 2e-4;

export const laws: readonly Law<NewName, Values<typeof params>>[] = [
  {
    name: 'looking back never costs a name more than −ln(1 − share)',
    tolerance: rounding,
    gap: ({ reading: { own, lookingBack } }) =>
      Math.max(0, ...lookingBack.map((nats, i) => nats - own[i] + Math.log1p(-share))),
  },
  {
    name: 'and at mention k of a word, with N words and marks before it, no more than ln(N/(k − 1)) − ln share',
    tolerance: rounding,
    gap: ({ reading: { name, lookingBack } }) =>
      Math.max(
        0,
        ...lookingBack.slice(1).map((nats, i) => {
          const before = unitsOf(passageUpTo(new Array<string>(Math.min(i + 2, mentions)).fill(name)));
          const last = before.findLastIndex(({ word }) => word === name);
          return nats - Math.log(last / (i + 1)) + Math.log(share);
        }),
      ),
  },
  {
    name: 'the mean of what is saved is the difference of the means',
    tolerance: 1e-9,
    gap: ({ madeUp, ofItsNovels }) =>
      Math.max(
        ...[madeUp, ofItsNovels].map((list) => {
          const difference = mean(list.map(({ others }) => others)) - mean(list.map(({ own }) => own));
          return list.length < 2 ? 0 : Math.abs(savedOf(list)!.mean - difference);
        }),
      ),
  },
];
