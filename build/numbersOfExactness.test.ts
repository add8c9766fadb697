import { expect, test } from 'vitest';
import { defaultValues } from '#contract/values.ts';
import { BayesMixture, beliefsAlong } from '#sim/bayes-mixture.ts';
import { MarkovPredictor } from '#sim/markov-predictor.ts';
import { binaryWindows, binaryWindowTypes } from '#theory/chains/binary-windows.ts';
import { stationaryLaw } from '#theory/chains/markov-chain.ts';
import { windowStatistics } from '#theory/chains/window-statistics.ts';
import { relativeEntropy } from '#theory/measures/divergence.ts';
import { compute } from '#widgets/window-gap/model.ts';
import { params } from '#widgets/window-gap/parameters.ts';
import { quotesOf } from '../fixtures/prose.ts';

/* Numbers in the prose of page 16.1, where no figure goes. */

const quotes = quotesOf('window-or-mixture');

const sticky = [
  [0.9, 0.1],
  [0.2, 0.8],
];
const mild = [
  [0.6, 0.4],
  [0.4, 0.6],
];
const starts = [sticky, mild].map(stationaryLaw);

/** What the next letter costs one who sees w letters beyond one who knows the writer, in bits. */
const excess = (w: number) =>
  binaryWindows(sticky, mild, w).reduce((sum, { last, probabilities: [p, q] }) => {
    const mixed = sticky[last].map((chance, y) => (p * chance + q * mild[last][y]) / (p + q));
    return sum + (p * relativeEntropy(sticky[last], mixed) + q * relativeEntropy(mild[last], mixed)) / 2;
  }, 0) / Math.LN2;

test('the table of four windows is what one finds by reading them', () => {
  let mean = 0;
  for (const [name, word] of [
    ['aa', [0, 0]],
    ['ab', [0, 1]],
    ['ba', [1, 0]],
    ['bb', [1, 1]],
  ] as const) {
    const [p, q] = [sticky, mild].map((chain, j) => starts[j][word[0]] * chain[word[0]][word[1]]);
    const mixture = new BayesMixture([sticky, mild].map((chain, j) => new MarkovPredictor(chain, starts[j])), [0.5, 0.5]); // prettier-ignore
    const { posterior, prediction } = beliefsAlong(mixture, word)[2];
    const right = sticky[word[1]][0];
    const off = Math.abs(prediction[0] - right);
    mean += p * off;
    const cells = [p, q, posterior[0], prediction[0]].map((x) => x.toFixed(3));
    quotes(`| ${name} | ${cells.join(' | ')} | ${right} | ${off.toFixed(3)} |`);
  }
  quotes(`Otto is off by ${mean.toFixed(3)}.`);
  quotes(`already moves even odds to ${(2 / 3 / (2 / 3 + 1 / 2)).toFixed(3)}.`);
});

test('the windows of 24 letters are counted and miss as they do', () => {
  const { lengths } = compute(defaultValues(params));
  // Both repeat b with 0.5, and a with 0.97 and 0.98: a window of nothing but a.
  quotes(`and ${Math.round(100 * (0.5 / 0.53) * 0.97 ** 23)} of 100 windows are just that.`);
  quotes(`With 24 letters Otto is off by ${lengths[23].mean[0].toFixed(3)} on average`);
  quotes(`${(2 ** 24).toLocaleString('en-US')} windows, and only ${binaryWindowTypes(24).length} kinds`);
});

test('a window of 24 letters costs what it costs in a thousand letters', () => {
  const all = windowStatistics({ chains: [sticky, mild], weights: [0.5, 0.5] }, starts, 10);
  all.forEach(({ excessLoss }, i) => expect(excess(i + 1)).toBeCloseTo(excessLoss / Math.LN2, 12));
  // The first letter: I(X_1; J).
  const even = starts[0].map((p, x) => (p + starts[1][x]) / 2);
  const first = (relativeEntropy(starts[0], even) + relativeEntropy(starts[1], even)) / 2 / Math.LN2;
  const costs = Array.from({ length: 24 }, (_, i) => excess(i + 1));
  const inAll = first + costs.reduce((sum, cost) => sum + cost, 0) + (999 - 24) * costs[23];
  quotes(`Yes, ${inAll.toFixed(1)} bits.`);
  quotes(`the same on average for each further letter, ${costs[23].toFixed(3)} bits`);
  quotes(`${(7 * Math.log2(1000)).toFixed(1)} bits, at any distance`);
});
