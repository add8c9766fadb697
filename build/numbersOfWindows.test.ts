import { expect, test } from 'vitest';
import { austenOfPairs, melvilleOfPairs } from '#sim/author-pairs.ts';
import { symbolsOf } from '#sim/author-symbols.ts';
import { binaryWindow } from '#theory/chains/binary-windows.ts';
import { relativeEntropyRate, stationaryLaw } from '#theory/chains/markov-chain.ts';
import { boundOnWindowLoss } from '#theory/chains/markov-mixture.ts';
import { windowStatistics } from '#theory/chains/window-statistics.ts';
import { entropyRateOfCoins, excessLossOfWindow, informationAboutCoin } from '#theory/learning/coin-mixture.ts';
import { relativeEntropy } from '#theory/measures/divergence.ts';
import { binaryEntropy } from '#theory/measures/entropy.ts';
import { quotesOf } from '../fixtures/prose.ts';

/* Numbers that stand in the prose of the page on what a window loses, each computed here. */

const quotes = quotesOf('what-a-window-loses');
const bits = (nats: number, digits: number) => (nats / Math.LN2).toFixed(digits);
const coins = (...biases: [number, number]) => ({ biases, weights: [0.5, 0.5] });

test('the page on what a window loses quotes the case by hand', () => {
  const hand = coins(0.75, 0.25);
  const known = entropyRateOfCoins(hand);
  let sum = 0;
  for (const window of [0, 1, 2, 3]) {
    const loss = excessLossOfWindow(hand, window);
    sum += loss;
    expect(sum).toBeCloseTo(informationAboutCoin(hand, window + 1), 12);
    expect(loss).toBeLessThan(Math.LN2 / (window + 1));
    quotes(`| ${bits(loss + known, 3)} bits | ${bits(loss, 3)} | ${bits(sum, 3)} |`);
  }
  quotes(`pays $h(\\tfrac14) = ${bits(known, 3)}$ bits for a toss`);
  quotes(`That costs $h(\\tfrac58) = ${bits(binaryEntropy(5 / 8), 3)}$ bits`);
});

test('the page on what a window loses quotes what theory gives', () => {
  const near = coins(0.55, 0.5);
  quotes(
    `After 64 tosses ${bits(Math.LN2 - informationAboutCoin(near, 64), 2)} of one bit about the coin are still open`,
  );
  quotes(`the window of 64 loses only ${bits(excessLossOfWindow(near, 64), 4)} bits per toss`);
  quotes(`and after 1,000 tosses ${bits(Math.LN2 - informationAboutCoin(near, 1000), 2)}`);
  const nearer = coins(0.51, 0.5);
  quotes(`a window of 1,000 tosses tells only ${bits(informationAboutCoin(nearer, 1000), 2)} bits`);
  quotes(`it is ${bits(excessLossOfWindow(nearer, 1000), 5)} bits`);
  const chain = (p: number) => [[1 - p, p], [1 - p, p]]; // prettier-ignore
  const [short, long] = [32, 64].map((w) => binaryWindow({ chains: [chain(0.7), chain(0.4)], weights: [0.5, 0.5] }, w));
  quotes(`loses ${bits(short.excessLoss, 3)} bits on average, and the worst one ${bits(short.greatestDivergence, 3)}`);
  quotes(`the expected loss of a window of 64 tosses is ${bits(long.excessLoss, 4)} bits`);
  quotes(`$\\D(0.4 \\,\\|\\, 0.7) = ${bits(relativeEntropy([0.4, 0.6], [0.7, 0.3]), 3)}$ bits`);
  expect(long.greatestDivergence).toBeGreaterThan(short.greatestDivergence);
  expect(bits(long.greatestDivergence, 3)).toBe('0.277');
  const after = (one: number) => [[0.98, 0.02], [1 - one, one]]; // prettier-ignore
  const rare = binaryWindow({ chains: [after(0.2), after(0.5)], weights: [0.5, 0.5] }, 32);
  quotes(
    `After 32 symbols ${bits(rare.entropyOfChain, 2)} of one bit about the source are still open, and the window loses ${bits(rare.excessLoss, 4)} bits per symbol. The worst window loses ${bits(rare.greatestDivergence, 2)} bits.`,
  );
  const million = Array.from({ length: 1e6 }, () => 1e-6);
  quotes(
    `\\log_2 10^6 = ${bits(boundOnWindowLoss(million, 200), 4)}$ bits too much, expected, so ${bits(200 * boundOnWindowLoss(million, 200), 1)} bits for 200 words`,
  );
  quotes(`it is at most ${bits(boundOnWindowLoss(million, 100_000, 100), 4)} bits per token`);
  // One repeats, the other changes: the bound for one symbol is attained, and two symbols are enough.
  const sure = { chains: [[[1, 0], [0, 1]], [[0, 1], [1, 0]]], weights: [0.5, 0.5] }; // prettier-ignore
  const [one, two] = windowStatistics(sure, [[0.5, 0.5], [0.5, 0.5]], 2); // prettier-ignore
  expect([one.excessLoss / boundOnWindowLoss(sure.weights, 1), two.excessLoss]).toEqual([1, 0]);
  const romeo = [[0.5, 0.5], [1, 0]]; // prettier-ignore
  const juliet = [[0.6, 0.4], [0.7, 0.3]]; // prettier-ignore
  const mixture = { chains: [romeo, juliet], weights: [0.5, 0.5] };
  const eight = windowStatistics(mixture, mixture.chains.map(stationaryLaw), 8)[7];
  expect(eight.decisive[0]).toBe(0);
  expect(eight.decisive[1]).toBeCloseTo(0.5, 2);
  quotes(`The loss is ${bits(eight.excessLoss, 3)} bits per symbol`);
});

test('the page on what a window loses quotes what a sentence tells of the two tiny authors', () => {
  const [austen, melville] = [austenOfPairs.chain, melvilleOfPairs.chain];
  for (const [own, other] of [
    [austen, melville],
    [melville, austen],
  ])
    // prettier-ignore
    quotes(`a letter brings ${bits(relativeEntropyRate(own, other), 2)} bits of evidence for its author`);
  const typed = 'It is a truth universally acknowledged, that a single man';
  const letters = symbolsOf(typed.toLowerCase());
  const odds = letters
    .slice(2)
    .reduce((all, y, i) => (all * austen[letters[i + 1]][y]) / melville[letters[i + 1]][y], 1);
  quotes(`After *${typed}* the chains give Austen ${(odds / (1 + odds)).toFixed(2)}`);
});
