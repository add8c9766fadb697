import { placeOf } from '#contract/places.ts';
import type { Say } from '#contract/say.ts';
import { defineWidget } from '#contract/spec.ts';
import { challenges } from './challenges.ts';
import { compute, type Accounts } from './model.ts';
import { accounts, pairs, params } from './parameters.ts';
import { presets } from './presets.ts';
import { readouts } from './readouts.ts';
import { setsTable } from './series.ts';

export const spokenOf = (account: number) => ['the note', 'the picture', 'the lab value'][account];

/** A set of accounts in words. */
export const setInWords = (set: number) =>
  accounts
    .map((_, i) => ((set >> i) & 1 ? spokenOf(i) : ''))
    .filter(Boolean)
    .join(' and ');

/** The greedy pair beside the best, if they differ in what they tell. */
function greedInWords({ worth, greedy, best }: Accounts, say: Say): string {
  const [taken, found] = [greedy[2], best[2]];
  return worth[found].told - worth[taken].told > 1e-9
    ? `Greed takes ${setInWords(taken)}, ${say.information(worth[taken].told)}; the best two are ${setInWords(found)}, ${say.information(worth[found].told)}.`
    : `No two tell more than ${setInWords(taken)}, which greed takes: ${say.information(worth[taken].told)}.`;
}

export const spec = defineWidget({
  id: 'modalities',
  title: 'Three accounts of one patient',
  summary: 'A note, a picture and a lab value: what each adds to the others depends on what they err about together.',
  terms: [
    'mutual-information',
    'conditional-mutual-information',
    'co-information',
    'redundancy',
    'synergy',
    'submodular',
  ],
  cites: ['mcgill1954', 'williams-beer2010', 'krause-guestrin2005', 'nemhauser1978'],
  wordsInBits: true,
  params,
  places: { own: placeOf(params, 'own', { label: 'the accounts against the condition', also: { story: 'own' } }) },
  compute,
  readouts,

  describe(model, { pair }, say) {
    const [a, b] = pairs[pair];
    const { first, second, between, together } = model.pair;
    const both = (1 << a) | (1 << b);
    return (
      `Of the condition ${spokenOf(a)} tells ${say.information(first)}, ${spokenOf(b)} ${say.amount(second)}, both together ${say.amount(together)}; ` +
      `with each other they share ${say.information(between)}. ` +
      `The best guess is wrong with probability ${say.probability(model.worth[0].error)} without them and ${say.probability(model.worth[both].error)} with both. ` +
      greedInWords(model, say)
    );
  },

  table: (model, say) => setsTable(model, say),

  laws: [
    {
      name: 'What the first and the condition tell of the second, in both orders: I(A;B) + I(B;Y|A) = I(B;Y) + I(A;B|Y)',
      tolerance: 1e-10,
      gap: ({ pair: { ofSecond, between, adds, second, given } }) =>
        Math.max(Math.abs(ofSecond - between - adds), Math.abs(ofSecond - second - given)),
    },
    {
      name: 'I(A,B;Y) = I(A;Y) + I(B;Y) + I(A;B|Y) − I(A;B)',
      tolerance: 1e-10,
      gap: ({ pair: { first, second, given, between, together } }) =>
        Math.abs(first + second + given - between - together),
    },
    {
      name: 'The chain rule: I(A,B;Y) = I(A;Y) + I(B;Y|A)',
      tolerance: 1e-10,
      gap: ({ pair: { first, adds, together } }) => Math.abs(first + adds - together),
    },
    {
      name: 'No account ever lowers what is told or makes the best guess worse',
      tolerance: 1e-10,
      gap: ({ worth }) =>
        Math.max(
          ...[1, 2, 4].flatMap((one) =>
            worth.map((now, set) => Math.max(now.told - worth[set | one].told, worth[set | one].error - now.error)),
          ),
        ),
    },
    {
      name: 'With luck of their own, accounts share nothing once it is known what each should say: I(A;B|Y) = 0 for one condition',
      tolerance: 1e-10,
      gap: ({ pair }, { story, shared }) => (story === 'each' && shared === 0 ? pair.given : 0),
    },
    {
      name: 'With luck of their own, and all of them about the condition, greed gets at least 1 − (1 − ½)² of the best two',
      tolerance: 1e-10,
      gap: ({ worth, greedy, best }, { story, shared }) =>
        story === 'each' && shared === 0 ? 0.75 * worth[best[2]].told - worth[greedy[2]].told : 0,
    },
  ],

  challenges,
  presets,
});
