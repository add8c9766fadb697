import { defineWidget } from '#contract/spec.ts';
import { tableOf } from '#kit/figure/series.ts';
import { entropy } from '#theory/measures/entropy.ts';
import { informationAboutCoin } from '#theory/learning/coin-mixture.ts';
import { challenges } from './challenges.ts';
import { compute, perToss, type Collection } from './model.ts';
import { params, type Asked } from './parameters.ts';
import { presets } from './presets.ts';
import { readouts } from './readouts.ts';
import { columns, rowsOf } from './series.ts';

/** I(D; coin) of a document whose coin is either one with this chance, each the favorite as often: from laws of the number of heads. */
const toldOfCoin = ({ first, second }: Asked, share: number, tosses: number) =>
  [share, 1 - share].reduce(
    (total, p) => total + 0.5 * informationAboutCoin({ biases: [first, second], weights: [p, 1 - p] }, tosses),
    0,
  );

const rise = (all: readonly Collection[], of: (one: Collection) => number) =>
  Math.max(...all.slice(1).map((one, i) => of(one) - of(all[i])));

const count = (n: number, one: string) => (n === 1 ? `one ${one}` : `${n} ${one}`);

export const spec = defineWidget({
  id: 'worlds-and-coins',
  title: 'What documents share, and what each has of its own',
  summary:
    'The loss of the best predictor in three parts: what nobody can learn, what all documents teach together, and what each of them must teach anew.',
  terms: ['regret', 'estimation-error', 'mutual-information'],
  cites: ['jeon2024'],
  wordsInBits: true,
  params,
  compute,
  readouts,

  describe({ here }, { share, documents, tosses, runs }, say) {
    const { excess, meta, intra, printed, irreducible } = perToss(here);
    return (
      `In ${count(documents, documents === 1 ? 'document' : 'documents')} of ${count(tosses, tosses === 1 ? 'toss' : 'tosses')} the best predictor pays ` +
      `${say.information(excess)} a toss more than one who knows all coins, in expectation: ${say.amount(meta)} to learn of the world and ` +
      `${say.amount(intra)} for the coin of each document. ${say.count(runs)} simulated collections average ${say.amount(here.mean)} ± ${say.amount(here.error)}; ` +
      (share > 0.95
        ? 'a sample may hold none of the rare collections in which a world is mistaken for the other, and its error is too small then; '
        : '') + // prettier-ignore
      `the formula with the second part divided by the number of documents says ${say.amount(printed)}. One who knows the coin pays ${say.amount(irreducible)} a toss.`
    );
  },

  table: (model, say) => tableOf(rowsOf(model), Object.values(columns), say),

  laws: [
    {
      name: 'Theorem 4.2: I(H;Θ) = I(H;Ψ) + M I(D;Θ|Ψ), the last from the law of the number of heads',
      tolerance: 1e-9,
      gap: (model, asked) =>
        Math.max(
          ...rowsOf(model).map(({ documents, tosses, split }) =>
            Math.abs(split.estimation - split.meta - documents * toldOfCoin(asked, asked.share, tosses)),
          ),
        ),
    },
    {
      name: 'One document: both parts together are what it tells of a coin that is either with chance ½',
      tolerance: 1e-9,
      gap: ({ byDocuments: [{ split }] }, asked) =>
        Math.abs(split.meta + split.intra - toldOfCoin(asked, 0.5, asked.tosses)),
    },
    {
      name: 'Nobody learns more of the world than there is to know: I(H;Ψ) ≤ H(Ψ)',
      tolerance: 1e-9,
      gap: (model) => Math.max(...rowsOf(model).map(({ split }) => split.meta)) - entropy([0.5, 0.5]),
    },
    {
      name: 'nor of a document’s coin: I(D;Θ|Ψ) ≤ h(share)',
      tolerance: 1e-9,
      gap: (model, { share }) =>
        Math.max(...rowsOf(model).map(({ split }) => split.intra)) - entropy([share, 1 - share]),
    },
    {
      name: 'The excess per toss never rises with more documents, and never falls below the part of each document',
      tolerance: 1e-9,
      gap: ({ byDocuments }) =>
        Math.max(
          rise(byDocuments, (one) => perToss(one).excess),
          ...byDocuments.map((one) => perToss(one).intra - perToss(one).excess),
        ),
    },
    {
      name: 'The excess per toss never rises with longer documents',
      tolerance: 1e-9,
      gap: ({ byTosses }) => rise(byTosses, (one) => perToss(one).excess),
    },
  ],

  challenges,
  presets,
});
