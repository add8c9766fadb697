import type { Law } from '#contract/spec.ts';
import type { Values } from '#contract/values.ts';
import { mean, savedOf, type NewName } from './model.ts';
import type { params } from './parameters.ts';
import { madeUp, ofItsNovels, passageUpTo, unitsOf } from './passage.ts';
import { share } from './reading.ts';

/** Amounts are kept with four decimals. */
const rounding = 2e-4;
const wholeLists = { madeUp, ofItsNovels };

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
          const before = unitsOf(passageUpTo(new Array<string>(i + 2).fill(name)));
          const last = before.findLastIndex(({ word }) => word === name);
          return nats - Math.log(last / (i + 1)) + Math.log(share);
        }),
      ),
  },
  {
    name: 'over a whole list the mean of what is saved is the difference of the means',
    tolerance: 1e-9,
    gap: (model) =>
      Math.max(
        ...(['madeUp', 'ofItsNovels'] as const).map((key) => {
          const list = model[key];
          if (list.length < wholeLists[key].length) return 0;
          const difference = mean(list.map(({ others }) => others)) - mean(list.map(({ own }) => own));
          return Math.abs(savedOf(list)!.mean - difference);
        }),
      ),
  },
];
