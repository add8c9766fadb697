import { DirichletPredictor } from '#sim/dirichlet-predictor.ts';
import { drawDirichletChain } from '#sim/markov-samplers.ts';
import { uniforms, type Uniform } from '#sim/random.ts';
import { drawCategorical } from '#sim/samplers.ts';
import { letters, longest, symbolsOf, type Asked } from './parameters.ts';

/** What a typed text says: the symbols in it, and a sentence for each thing in it that is none. */
export function readTyped(text: string, symbols: number): { sequence: number[]; problems: string[] } {
  const problems: string[] = [];
  const last = letters[symbols - 1];
  const found = Array.from(text.toLowerCase()).filter((character) => !/\s/.test(character));
  const strange = [...new Set(found.filter((c) => !letters.slice(0, symbols).includes(c)))];
  const all = found.map((c) => letters.slice(0, symbols).indexOf(c)).filter((symbol) => symbol >= 0);
  if (strange.length > 0) {
    const named = strange
      .slice(0, 5)
      .map((c) => `“${c}”`)
      .join(', ');
    const more = strange.length > 5 ? ' and others' : '';
    problems.push(`Only a to ${last} are symbols here: ${named}${more} passed over. Nothing of your text is lost.`);
  }
  if (all.length > longest)
    problems.push(`The context holds ${longest} symbols: the first ${longest} of your ${all.length} are shown.`);
  return { sequence: all.slice(0, longest), problems };
}

/** The order of the chains on display. */
export const orderOf = ({ source }: Asked) => (source === 'second-order' ? 2 : 1);

/** The exact Bayesian who holds the prior on display. */
export const shownBayesian = (asked: Asked) => new DirichletPredictor(symbolsOf(asked), orderOf(asked), asked.alpha);

/** A sequence of a chain of its own: each state, or each pair of states, has a row from Dirichlet(α …); it begins with uniform symbols. */
export function drawSequence(symbols: number, order: 1 | 2, alpha: number, length: number, next: Uniform): number[] {
  const chains = Array.from({ length: order === 2 ? symbols : 1 }, () => drawDirichletChain(symbols, alpha, next));
  const sequence: number[] = [];
  while (sequence.length < length) {
    const t = sequence.length;
    if (t < order) sequence.push(Math.floor(next() * symbols));
    else sequence.push(drawCategorical(chains[order === 2 ? sequence[t - 2] : 0][sequence[t - 1]], next));
  }
  return sequence;
}

/** The sequence on display; of one that is made to fool the network, what it is made from. */
export function sequenceOf(asked: Asked): number[] {
  const { source, alpha, length, seed, typed } = asked;
  const symbols = symbolsOf(asked);
  if (source === 'typed') return readTyped(typed, symbols).sequence;
  if (source === 'constant') return new Array<number>(length).fill(seed % symbols);
  if (source === 'drawn' || source === 'second-order')
    return drawSequence(symbols, orderOf(asked), alpha, length, uniforms(seed, symbols));
  return Array.from({ length }, (_, t) => (t + seed) % symbols);
}
