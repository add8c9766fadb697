import { ldpcGraph } from '#sim/ldpc-graph.ts';
import { uniforms, type Uniform } from '#sim/random.ts';
import { beliefPropagation, type TannerGraph } from '#theory/codes/belief-propagation.ts';
import { lastStep, perCheckOf, type Asked, type Rate } from './parameters.ts';

/** Streams of random numbers, one for each purpose. */
export const streams = { graph: 1, received: 2, repetition: 3, hamming: 4, random: 5, ldpc: 6, tried: 7, triedRandom: 8 }; // prettier-ignore

/** What comes out of the line. */
export const noisy = (bits: ArrayLike<number>, flip: number, next: Uniform): number[] =>
  Array.from(bits, (bit) => (next() < flip ? 1 - bit : bit));

const graphs = new Map<string, TannerGraph>();

/** The code of this rate and length; those of one length and seed are kept. */
export function graphOf({ length, seed }: Pick<Asked, 'length' | 'seed'>, rate: Rate): TannerGraph {
  const key = [length, seed, rate].join();
  let graph = graphs.get(key);
  if (graph) return graph;
  const perCheck = perCheckOf[rate];
  graph = ldpcGraph(Number(length), 3, perCheck, uniforms(seed, streams.graph, perCheck, Number(length)));
  if (graphs.size >= mostGraphs) graphs.clear();
  graphs.set(key, graph);
  return graph;
}
const mostGraphs = 15;

/** What is believed after each step, until it is a word of the code, or to the last step. */
export function* decoding(graph: TannerGraph, received: readonly number[], flip: number): Generator<Float64Array> {
  const weight = Math.log((1 - flip) / flip);
  const evidence = received.map((bit) => (bit === 1 ? -weight : weight));
  for (const { beliefs, isWord } of beliefPropagation(graph, evidence, lastStep)) {
    yield beliefs;
    if (isWord) return;
  }
}

/** The likelier value of a bit. */
export const likelier = (belief: number) => (belief < 0 ? 1 : 0);
