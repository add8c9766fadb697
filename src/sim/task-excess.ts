/**
 * What predicting a sequence of a task costs beyond knowing the task: D(p ‖ q) in nats at every symbol, p being the row of the sequence's own
 * chain and q a prediction from the symbols before. Its mean over sequences is the mean loss of q less that of p, without the
 * noise of the symbols themselves.
 */
import { assertDistribution } from '#theory/measures/distribution.ts';
import {
  assertEach,
  assertFiniteNumbers,
  assertIndex,
  assertLength,
  assertList,
  assertNotEmpty,
  assertObject,
  assertWholeNumber,
  assertWholeNumberOrInfinite,
  refuse,
} from '#theory/numerics/assert.ts';
import { relativeEntropy } from '#theory/measures/divergence.ts';
import { assertChain, type MarkovChain } from '#theory/chains/markov-chain.ts';
import { drawChain, drawDirichletChain } from './markov-samplers.ts';
import { uniforms } from './random.ts';
import { MOST_TASKS, TASK_SYMBOLS, taskChains } from './task-chains.ts';

/** So many symbols of a chain. */
export interface TaskSequence {
  readonly chain: MarkovChain;
  readonly symbols: readonly number[];
}

/** What a sequence is of: one of the first M chains of `taskChains`, M = ∞ being any chain, or a chain that is new to everybody. */
export type TaskOrigin = 'known' | 'new';

/** Most symbols of a sequence. */
const MOST_SYMBOLS = 1e6;

function assertSymbols(symbols: readonly number[]): void {
  assertEach(symbols, 'symbols', (symbol, name) => assertIndex(symbol, name, TASK_SYMBOLS));
}

function assertSequence(sequence: TaskSequence): void {
  assertObject(sequence, 'sequence');
  assertChain(sequence.chain, 'chain');
  assertLength(sequence.chain, 'chain', TASK_SYMBOLS, 'like there are symbols');
  assertSymbols(sequence.symbols);
}

const everySymbol = new Array<number>(TASK_SYMBOLS).fill(1 / TASK_SYMBOLS);

/** Sequence number `index`. New ones are the same for every M, so that differences between predictors are not those of sequences. */
export function drawTask(origin: TaskOrigin, tasks: number, length: number, seed: number, index: number): TaskSequence {
  assertWholeNumberOrInfinite(tasks, 'tasks', 1, MOST_TASKS);
  assertWholeNumber(length, 'length', 0, MOST_SYMBOLS);
  assertWholeNumber(seed, 'seed');
  assertWholeNumber(index, 'index');
  const next = origin === 'known' && tasks < Infinity ? uniforms(seed, tasks, index) : uniforms(seed, 0, index);
  const chain =
    origin === 'known' && tasks < Infinity
      ? taskChains(tasks)[Math.floor(next() * tasks)]
      : drawDirichletChain(TASK_SYMBOLS, 1, next);
  return { chain, symbols: drawChain(chain, everySymbol, length, next) };
}

/** A prediction of each symbol; of the first it is uniform for everybody. */
type Predictions = readonly (readonly number[])[];

/** The divergence at each symbol, of predictions of all symbols but the first. */
function excessOf({ chain, symbols }: TaskSequence, predictions: Predictions): number[] {
  return symbols.map((_, t) => (t === 0 ? 0 : Math.max(0, relativeEntropy(chain[symbols[t - 1]], predictions[t]))));
}

/** Of the posterior predictive over all chains with Dirichlet(1, 1, 1) rows, (n_ij + 1)/(n_i + 3): it learns the chain. */
export function learningPredictions(sequence: TaskSequence): number[][] {
  assertSequence(sequence);
  const { symbols } = sequence;
  const counts = everySymbol.map(() => everySymbol.map(() => 1));
  return symbols.map((_, t) => {
    if (t === 0) return everySymbol;
    if (t > 1) counts[symbols[t - 2]][symbols[t - 1]] += 1;
    const row = counts[symbols[t - 1]];
    const total = row.reduce((sum, n) => sum + n, 0);
    return row.map((n) => n / total);
  });
}

export const learningExcess = (sequence: TaskSequence): number[] => excessOf(sequence, learningPredictions(sequence));

/** Of the posterior predictive over these chains, equally likely before: it finds out which of them it is, right or wrong. */
export function retrievingPredictions(chains: readonly MarkovChain[], sequence: TaskSequence): number[][] {
  assertNotEmpty(chains, 'chains');
  assertEach(chains, 'chains', (chain, name) => {
    assertChain(chain, name);
    assertLength(chain, name, TASK_SYMBOLS, 'like there are symbols');
  });
  assertSequence(sequence);
  const { symbols } = sequence;
  const logs = chains.map((chain) => chain.map((row) => row.map(Math.log)));
  const evidence = new Float64Array(chains.length);
  return symbols.map((_, t) => {
    if (t === 0) return everySymbol;
    const last = symbols[t - 1];
    if (t > 1) for (let m = 0; m < evidence.length; m++) evidence[m] += logs[m][symbols[t - 2]][last];
    const largest = evidence.reduce((most, log) => Math.max(most, log), -Infinity);
    const law = new Array<number>(chains[0].length).fill(0);
    let total = 0;
    for (let m = 0; m < evidence.length; m++) {
      const weight = Math.exp(evidence[m] - largest);
      total += weight;
      const row = chains[m][last];
      for (let x = 0; x < law.length; x++) law[x] += weight * row[x];
    }
    return law.map((p) => p / total);
  });
}

export const retrievingExcess = (chains: readonly MarkovChain[], sequence: TaskSequence): number[] =>
  excessOf(sequence, retrievingPredictions(chains, sequence));

/** What a network reads: the start token, then all symbols but the last. Row t of its predictions is about symbol t. */
export function tokensOfTask(sequence: TaskSequence): Uint16Array {
  assertSequence(sequence);
  return Uint16Array.from([TASK_SYMBOLS, ...sequence.symbols.slice(0, -1)]);
}

/**
 * Of a network: `logProbabilities` has a row of `vocabulary` natural logarithms for each symbol. What it gives to the start token is
 * lost. Its first prediction is not counted, as that of nobody is.
 */
export function networkExcess(sequence: TaskSequence, logProbabilities: Float64Array, vocabulary: number): number[] {
  assertSequence(sequence);
  assertWholeNumber(vocabulary, 'vocabulary', TASK_SYMBOLS);
  const { chain, symbols } = sequence;
  const rows = symbols.map((_, t) => (t === 0 ? everySymbol : chain[symbols[t - 1]]));
  return networkGap(rows, logProbabilities, vocabulary);
}

/** D(prediction ‖ network) in nats at each symbol, 0 at the first: how far a network is from somebody who predicts the same symbols. */
export function networkGap(predictions: Predictions, logProbabilities: Float64Array, vocabulary: number): number[] {
  assertEach(predictions, 'predictions', assertDistribution);
  assertList(logProbabilities, 'logProbabilities');
  assertWholeNumber(vocabulary, 'vocabulary', 1);
  if (logProbabilities.length !== predictions.length * vocabulary) {
    refuse('logProbabilities', `be ${predictions.length} rows of ${vocabulary}`, logProbabilities.length);
  }
  return predictions.map((row, t) => {
    if (t === 0) return 0;
    const divergence = row.reduce(
      (sum, p, x) => (p > 0 ? sum + p * (Math.log(p) - logProbabilities[t * vocabulary + x]) : sum),
      0,
    );
    return Math.max(0, divergence);
  });
}

/** Mean and standard error of one number from each sequence. */
export interface Measured {
  readonly mean: number;
  readonly error: number;
}

/** Standard error s/√n with s² over n − 1; 0 for fewer than two values. Throws RangeError if there are none. */
export function measured(values: readonly number[]): Measured {
  assertFiniteNumbers(values, 'values');
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  if (n < 2) return { mean, error: 0 };
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1);
  return { mean, error: Math.sqrt(variance / n) };
}
