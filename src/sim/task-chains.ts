import { assertWholeNumber } from '#theory/numerics/assert.ts';
import type { MarkovChain } from '#theory/chains/markov-chain.ts';
import { drawDirichletChain } from './markov-samplers.ts';
import { uniforms } from './random.ts';

/** Symbols of each chain. */
export const TASK_SYMBOLS = 3;

/** How many chains each network of the shipped file learned from, in its order; the last had a new chain in every sequence. */
export const TASK_COUNTS = [1, 4, 16, 64, 256, Infinity] as const;
/** The name of that file. */
export const TASK_FILE = 'tasks';

export const MOST_TASKS = 256;

const chainOfTask = (m: number) => drawDirichletChain(TASK_SYMBOLS, 1, uniforms(15, m));

/** Those that were asked for, so that they are drawn once. */
const drawn: MarkovChain[] = [];

/**
 * The pretraining tasks of the shipped networks of `retrieve-or-learn`: Markov chains over three symbols whose rows are drawn from
 * Dirichlet(1, 1, 1), and which begin with a uniform symbol. The network of M tasks knew the first M of them. `train/tasks.py` reads
 * the same chains from `fixtures/tasks/chains.json`. Throws RangeError unless 1 ≤ count ≤ 256 is a whole number.
 */
export function taskChains(count: number): MarkovChain[] {
  assertWholeNumber(count, 'count', 1, MOST_TASKS);
  while (drawn.length < count) drawn.push(chainOfTask(drawn.length));
  return drawn.slice(0, count);
}
