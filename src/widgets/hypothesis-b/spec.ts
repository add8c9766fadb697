import { twoStateChain } from '#contract/places.ts';
import type { Say } from '#contract/say.ts';
import { defineWidget } from '#contract/spec.ts';
import { challenges } from './challenges.ts';
import { compute } from './model.ts';
import { params, type Asked } from './parameters.ts';
import { presets } from './presets.ts';
import { readouts } from './readouts.ts';

/** Rates below this, in nats per symbol, have few digits that are not rounding. */
const hardly = 1e-14;

/** How fast the Chernoff bound falls, as a sentence goes on after it. */
function fallOf(rate: number, { first0, first1, second0, second1 }: Asked, say: Say): string {
  if (first0 === second0 && first1 === second1) return 'which does not fall, for the sources are the same';
  if (rate < hardly) return 'which hardly falls, for the sources are nearly the same';
  return `which halves with every ${say.number(Math.LN2 / rate, rate < 0.0347 ? 0 : 1)} further symbols in the long run`;
}

export const spec = defineWidget({
  id: 'hypothesis-b',
  title: 'What a window loses',
  summary:
    'One of two sources writes a long text. How much more does a predictor pay that sees only the last w symbols?',
  terms: ['mutual-information', 'mixture', 'chernoff-rate'],
  cites: ['chernoff1952'],
  wordsInBits: true,
  params,
  places: {
    first: twoStateChain(params, 'the first source', [{ key: 'first0', to: 1 }, { key: 'first1', to: 1 }]), // prettier-ignore
    second: twoStateChain(params, 'the second source', [{ key: 'second0', to: 1 }, { key: 'second1', to: 1 }]), // prettier-ignore
  },
  compute,
  readouts,

  describe: ({ here, ceiling, rate }, asked, say) =>
    `A window of ${asked.window === 1 ? 'one symbol' : `${say.count(asked.window)} symbols`} loses ${say.information(here.excessLoss)} per symbol against the whole past, expected, in the long run. ` +
    `That is at most ${say.amount(here.universal)}, which is H(J)/w, and at most ${say.amount(here.chernoff)} by the Chernoff bound, ` +
    `${fallOf(rate, asked, say)}. ` +
    `The worst window loses ${say.information(here.greatestDivergence)}. Of ${say.information(ceiling)} about the source ${say.amount(here.entropyOfChain)} stay open.`,

  table: ({ places }, say) => ({
    columns: [
      'Window w',
      `Loses per symbol, expected, ${say.unit}`,
      `H(J)/w, ${say.unit}`,
      `Chernoff bound, ${say.unit}`,
      `The worst window, ${say.unit}`,
      `Open about the source, expected, ${say.unit}`,
    ],
    rows: places.map(({ length, excessLoss, universal, chernoff, greatestDivergence, entropyOfChain }) => [
      length,
      ...[excessLoss, universal, chernoff, greatestDivergence, entropyOfChain].map((nats) => say.amount(nats, 6)),
    ]),
  }),

  laws: [
    {
      name: 'What one more symbol tells is what the window loses: H(J | w) − H(J | w + 1) = I(X_{w+1}; J | w)',
      tolerance: 1e-10,
      gap: ({ here, after }) => Math.abs(here.entropyOfChain - after.entropyOfChain - here.excessLoss),
    },
    {
      name: 'No window loses more than H(J)/w',
      tolerance: 1e-12,
      gap: ({ places }) => Math.max(...places.map(({ excessLoss, universal }) => excessLoss - universal)),
    },
    {
      name: 'No window leaves more open than the Chernoff bound, and none loses more than it leaves open',
      tolerance: 1e-12,
      gap: ({ places }) =>
        Math.max(
          ...places.map(({ excessLoss, entropyOfChain, chernoff }) =>
            Math.max(entropyOfChain - chernoff, excessLoss - entropyOfChain),
          ),
        ),
    },
    {
      name: 'A longer window never loses more, expected; its worst case never gets better',
      tolerance: 1e-12,
      gap: ({ places }) =>
        Math.max(
          ...places
            .slice(1)
            .map((place, i) =>
              Math.max(
                place.excessLoss - places[i].excessLoss,
                places[i].greatestDivergence - place.greatestDivergence,
              ),
            ),
        ),
    },
    {
      name: 'No window loses more on average than at worst',
      tolerance: 1e-12,
      gap: ({ places }) => Math.max(...places.map((place) => place.excessLoss - place.greatestDivergence)),
    },
  ],

  challenges,
  presets,
});
