import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { oracleCases } from '../../../fixtures/oracle.ts';
import { reachability, shortestCycle, type Graph } from '#theory/numerics/graph.ts';
import { isIrreducible, type MarkovChain } from './markov-chain.ts';
import {
  deterministicallyDistinguishable,
  differingStates,
  exactWindow,
  sharedCycle,
  sharedGraph,
} from './support-graph.ts';

/** "0->1->2->0" as the chain that goes around this way. */
function cycleOf(text: string): number[][] {
  const states = text.split('->').map(Number);
  const size = states.length - 1;
  return Array.from({ length: size }, (_, x) => {
    const to = states[states.indexOf(x) + 1];
    return Array.from({ length: size }, (_unused, y) => (y === to ? 1 : 0));
  });
}

/** Sparse irreducible pairs on two to four states, with many rows in common. */
const pairs = fc
  .integer({ min: 2, max: 4 })
  .chain((n) => {
    const row = fc.array(fc.constantFrom(0, 0, 1, 2), { minLength: n, maxLength: n }).filter((w) => w.some(Boolean));
    const chain = fc.array(row, { minLength: n, maxLength: n });
    return fc.tuple(chain, chain, fc.array(fc.boolean(), { minLength: n, maxLength: n }));
  })
  .map(([one, two, same]): [number[][], number[][]] => {
    const law = (weights: number[]) => weights.map((w) => w / weights.reduce((a, b) => a + b));
    return [one.map(law), two.map((row, x) => law(same[x] ? one[x] : row))];
  })
  .filter(([one, two]) => isIrreducible(one) && isIrreducible(two));

/** Whether some word of this length that both chains can write ends where they go on differently: all words, one by one. */
function ambiguous(one: MarkovChain, two: MarkovChain, length: number): boolean {
  const ends = differingStates(one, two);
  return Array.from({ length: one.length ** length }, (_, code) =>
    Array.from({ length }, (_unused, t) => Math.floor(code / one.length ** t) % one.length),
  ).some(
    (word) =>
      ends.includes(word[length - 1]) && word.slice(1).every((y, t) => one[word[t]][y] > 0 && two[word[t]][y] > 0),
  );
}

describe('the criterion of the shared cycle', () => {
  it('decides the reference pairs', () => {
    const [opposite, half] = oracleCases<{ P1: string & number[][]; P2: string & number[][] }, Record<string, unknown>>(
      '07_markov_mixture',
      'dd_pairs',
    );
    const [forward, backward] = [cycleOf(opposite.input.P1), cycleOf(opposite.input.P2)];
    expect(forward).toEqual([
      [0, 1, 0],
      [0, 0, 1],
      [1, 0, 0],
    ]);
    expect(deterministicallyDistinguishable(forward, backward)).toBe(true);
    expect(opposite.expected['lemmaA_fails_for_d>=2']).toBe(exactWindow(forward, backward) === 2);
    expect(deterministicallyDistinguishable(half.input.P1, half.input.P2)).toBe(true);
    // The second alone can stay at 1.
    expect(sharedGraph(half.input.P1, half.input.P2)).toEqual([
      [true, true],
      [true, false],
    ]);
    expect(sharedCycle(half.input.P1, half.input.P2)).toEqual([0]);
    expect(exactWindow(half.input.P1, half.input.P2)).toBe(Infinity);
  });

  it('agrees with all words, and with the cycle, on random pairs', () => {
    let [infinite, finite] = [0, 0];
    fc.assert(
      fc.property(pairs, ([one, two]) => {
        const window = exactWindow(one, two);
        const longest = one.length + 1;
        for (let w = 1; w <= longest; w++) expect(ambiguous(one, two, w)).toBe(w < window);
        if (differingStates(one, two).length === 0) expect(window).toBe(0);
        else expect(window === Infinity).toBe(sharedCycle(one, two) !== null);
        if (window === Infinity) infinite++;
        else finite++;
      }),
      { numRuns: 300 },
    );
    expect(Math.min(infinite, finite)).toBeGreaterThan(20);
  });

  it('needs one more than the number of states at the most, which a long detour reaches', () => {
    // Both go 0 → 1 → … → 5. The first then begins again; the second goes back to 3, and from there now and then to 0.
    const size = 6;
    const around = Array.from({ length: size }, (_, x) =>
      Array.from({ length: size }, (_unused, y) => Number(y === (x + 1) % size)),
    );
    const detour = around.map((row) => [...row]);
    detour[5] = [0, 0, 0, 1, 0, 0];
    detour[3] = [0.5, 0, 0, 0, 0.5, 0];
    expect(sharedCycle(around, detour)).toBe(null);
    expect(exactWindow(around, detour)).toBe(size + 1);
    expect(exactWindow(around, around)).toBe(0);
    // Once the first can go back to 3 as well, no window is enough.
    around[5] = [0.5, 0, 0, 0.5, 0, 0];
    expect(sharedCycle(around, detour)).toEqual([3, 4, 5]);
    expect(exactWindow(around, detour)).toBe(Infinity);
  });

  it('is for irreducible chains on the same states', () => {
    const stuck = [
      [1, 0],
      [0.5, 0.5],
    ];
    const free = [
      [0.5, 0.5],
      [0.5, 0.5],
    ];
    expect(() => exactWindow(free, stuck)).toThrow(
      new RangeError('second must be irreducible, got a chain that is not'),
    );
    expect(() => sharedCycle(free, [[1]])).toThrow(RangeError);
  });
});

describe('a graph', () => {
  const graphs = fc
    .integer({ min: 1, max: 5 })
    .chain((n) => fc.array(fc.array(fc.boolean(), { minLength: n, maxLength: n }), { minLength: n, maxLength: n }));

  it('reaches what walks of up to n edges reach, and has a cycle where a node reaches itself', () => {
    fc.assert(
      fc.property(graphs, (graph: Graph) => {
        const walks = graph.map((row) => [...row]);
        for (let step = 1; step < graph.length; step++) {
          for (const row of walks) {
            const next = row.map((at, y) => at || row.some((here, x) => here && graph[x][y]));
            next.forEach((at, y) => (row[y] = at));
          }
        }
        expect(reachability(graph)).toEqual(walks);
        const cycle = shortestCycle(graph);
        expect(cycle !== null).toBe(walks.some((row, x) => row[x]));
        cycle?.forEach((x, i) => expect(graph[x][cycle[(i + 1) % cycle.length]]).toBe(true));
        if (cycle) expect(new Set(cycle).size).toBe(cycle.length);
      }),
    );
  });
});
