import { assertList, assertObject, assertPositive, assertWholeNumber, refuse } from '#theory/numerics/assert.ts';
import { drawDirichletChain } from './markov-samplers.ts';
import { uniforms, type Uniform } from './random.ts';

/** Chains over k symbols, k uniform from `fewest` to `most`, whose rows have the law Dirichlet(alpha, …, alpha). */
export interface RandomChains {
  readonly fewest: number;
  readonly most: number;
  readonly alpha: number;
}

/** What `TrainingSource` of the contract says. */
export type BatchSource =
  | {
      readonly kind: 'tokens';
      readonly ids: ArrayLike<number>;
      readonly every?: number;
      readonly mixed?: { readonly ids: ArrayLike<number>; readonly rows: number };
    }
  | ({ readonly kind: 'chains' } & RandomChains);

/** The token that stands before a sequence over k symbols, and says so. */
export function startToken(chains: RandomChains, k: number): number {
  assertChains(chains, 'chains');
  assertWholeNumber(k, 'k', chains.fewest, chains.most);
  return chains.most + k - chains.fewest;
}

/** How many tokens there are: the symbols and the start tokens. */
export function tokensOfChains(chains: RandomChains): number {
  assertChains(chains, 'chains');
  return 2 * chains.most - chains.fewest + 1;
}

/** Most symbols of a chain. */
const MOST_SYMBOLS = 1000;

function assertChains(chains: RandomChains, name: string): void {
  assertObject(chains, name);
  assertWholeNumber(chains.fewest, `${name}.fewest`, 1, MOST_SYMBOLS);
  assertWholeNumber(chains.most, `${name}.most`, chains.fewest, MOST_SYMBOLS);
  assertPositive(chains.alpha, `${name}.alpha`);
}

function assertTokens(ids: ArrayLike<number>, name: string, context: number, vocabulary: number): void {
  assertList(ids, name);
  if (ids.length <= context) refuse(name, `be more than ${context} tokens`, ids.length);
  for (let i = 0; i < ids.length; i++) {
    if (!(Number.isInteger(ids[i]) && ids[i] >= 0 && ids[i] < vocabulary)) {
      refuse(name, `be tokens below ${vocabulary}`, ids[i]);
    }
  }
}

/** Throws RangeError unless sequences of context + 1 tokens below `vocabulary` can be drawn from the source. */
export function assertSource(
  source: BatchSource,
  shape: { readonly context: number; readonly vocabulary: number },
): void {
  assertObject(source, 'source');
  assertObject(shape, 'shape');
  const { context, vocabulary } = shape;
  assertWholeNumber(context, 'context', 1);
  assertWholeNumber(vocabulary, 'vocabulary', 1);
  if (source.kind === 'tokens') {
    const { ids, every = 1, mixed } = source;
    assertWholeNumber(every, 'source.every', 1);
    assertTokens(ids, 'source.ids', context, vocabulary);
    if (mixed) {
      assertTokens(mixed.ids, 'source.mixed.ids', context, vocabulary);
      assertWholeNumber(mixed.rows, 'source.mixed.rows');
    }
    return;
  }
  assertChains(source, 'source');
  const tokens = tokensOfChains(source);
  if (tokens > vocabulary)
    throw new RangeError(
      `source.most must be such that ${tokens} tokens are at most ${vocabulary}, got ${source.most}`,
    );
}

/** A sequence of a chain of its own: the start token, a uniform symbol, and then as the chain says. */
function drawSequence(chains: RandomChains, into: Int32Array, next: Uniform): void {
  const { fewest, most, alpha } = chains;
  const k = fewest + Math.floor(next() * (most - fewest + 1));
  // Row by row, the probabilities of symbols up to and including each.
  const cumulative = drawDirichletChain(k, alpha, next).flatMap((row) => {
    let total = 0;
    return row.map((p) => (total += p));
  });
  into[0] = startToken(chains, k);
  let symbol = Math.floor(next() * k);
  for (let t = 1; t < into.length; t++) {
    into[t] = symbol;
    const u = next();
    const row = symbol * k;
    symbol = 0;
    while (symbol < k - 1 && u >= cumulative[row + symbol]) symbol++;
  }
}

/** Most tokens of a step. */
const MOST_TOKENS = 1e7;

/**
 * The sequences [batch, length] of one step of training, row by row. They depend on seed and step alone, and a row not on how many
 * there are. Throws RangeError on bad numbers; whether the source is good, `assertSource` says.
 */
export function drawBatch(source: BatchSource, batch: number, length: number, seed: number, step: number): Int32Array {
  assertObject(source, 'source');
  if (source.kind === 'chains') assertChains(source, 'source');
  assertWholeNumber(batch, 'batch', 1, MOST_TOKENS);
  assertWholeNumber(length, 'length', 1, MOST_TOKENS);
  if (batch * length > MOST_TOKENS) refuse('batch', `make at most ${MOST_TOKENS} tokens of rows of ${length}`, batch);
  assertWholeNumber(seed, 'seed');
  assertWholeNumber(step, 'step');
  const sequences = new Int32Array(batch * length);
  for (let b = 0; b < batch; b++) {
    const next = uniforms(seed, step, b);
    const into = sequences.subarray(b * length, (b + 1) * length);
    if (source.kind === 'chains') drawSequence(source, into, next);
    else {
      const isMixed = source.mixed !== undefined && b < source.mixed.rows;
      const { ids, every = 1 } = isMixed ? { ids: source.mixed!.ids } : source;
      const from = every * Math.floor(next() * (Math.floor((ids.length - length) / every) + 1));
      for (let t = 0; t < length; t++) into[t] = ids[from + t];
    }
  }
  return sequences;
}
