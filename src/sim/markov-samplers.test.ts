import { describe, expect, it } from 'vitest';
import { stationaryLaw, type MarkovChain } from '#theory/chains/markov-chain.ts';
import { splitMetaAndIntra } from '#theory/learning/meta-split.ts';
import { finiteWorlds } from '#theory/learning/document-hierarchy.ts';
import { drawDocuments } from './document-sampler.ts';
import { drawChain, drawDirichletChain, drawHiddenMarkov, drawMixture } from './markov-samplers.ts';
import { uniforms } from './random.ts';

const chain: MarkovChain = [
  [0.6, 0.3, 0.1],
  [0.2, 0, 0.8],
  [0.3, 0.3, 0.4],
];

/** Fails unless a share of n draws is as near to its probability as five standard deviations; certain ones must be exact. */
function near(share: number, p: number, n: number): void {
  expect(Math.abs(share - p)).toBeLessThanOrEqual(5 * Math.sqrt((p * (1 - p)) / n));
}

describe('a drawn chain', () => {
  it('makes its transitions as often as it should, and never those it cannot make', () => {
    const length = 20_000;
    const sequence = drawChain(chain, [0, 1, 0], length, uniforms(1));
    expect(sequence).toHaveLength(length);
    expect(sequence[0]).toBe(1);
    const counts = chain.map((row) => row.map(() => 0));
    sequence.slice(1).forEach((y, t) => counts[sequence[t]][y]++);
    counts.forEach((row, x) => {
      const visits = row.reduce((a, b) => a + b);
      row.forEach((n, y) => near(n / visits, chain[x][y], visits));
    });
  });

  it('is the same for the same seed, and another for another', () => {
    const draw = (seed: number) => drawChain(chain, [1, 0, 0], 50, uniforms(seed));
    expect(draw(3)).toEqual(draw(3));
    expect(draw(3)).not.toEqual(draw(4));
    expect(drawChain(chain, [1, 0, 0], 0, uniforms(1))).toEqual([]);
  });

  it('belongs to one component of a mixture from beginning to end', () => {
    const opposite: MarkovChain = [
      [0, 1],
      [1, 0],
    ];
    const stay: MarkovChain = [
      [1, 0],
      [0, 1],
    ];
    const mixture = { chains: [opposite, stay], weights: [0.3, 0.7] };
    const start = [0.5, 0.5];
    let stays = 0;
    for (let seed = 0; seed < 1000; seed++) {
      const { component, sequence } = drawMixture(mixture, [start, start], 6, uniforms(seed));
      expect(new Set(sequence).size).toBe(component === 1 ? 1 : 2);
      stays += component;
    }
    near(stays / 1000, 0.7, 1000);
    expect(() => drawMixture(mixture, [start], 1, uniforms(1))).toThrow(
      new RangeError('starts must be one for each of the 2 chains, got 1'),
    );
    expect(() => drawChain(chain, [1], 1, uniforms(1))).toThrow(
      new RangeError('start must have 3 entries, one per state, got 1'),
    );
  });

  it('has rows that are uniform on average, and sparse for a small parameter', () => {
    const most = (alpha: number) => {
      const next = uniforms(5, 1);
      const rows = Array.from({ length: 400 }, () => drawDirichletChain(3, alpha, next)).flat();
      [0, 1, 2].forEach((y) => near(rows.reduce((t, row) => t + row[y], 0) / rows.length, 1 / 3, rows.length));
      return rows.reduce((t, row) => t + Math.max(...row), 0) / rows.length;
    };
    // Mean largest share of three: 11/18 if uniform on the simplex.
    expect(Math.abs(most(1) - 11 / 18)).toBeLessThan(0.03);
    expect(most(0.05)).toBeGreaterThan(0.9);
    expect(most(50)).toBeLessThan(0.42);
    expect(() => drawDirichletChain(0, 1, uniforms(1))).toThrow(RangeError);
  });

  it('may be hidden: symbols come as the states say', () => {
    const model = {
      start: stationaryLaw(chain),
      transitions: chain,
      emissions: [
        [1, 0],
        [0, 1],
        [0.5, 0.5],
      ],
    };
    const { states, sequence } = drawHiddenMarkov(model, 9000, uniforms(7));
    const third = sequence.filter((_, t) => states[t] === 2);
    near(third.filter((x) => x === 1).length / third.length, 0.5, third.length);
    states.forEach((s, t) => s < 2 && expect(sequence[t]).toBe(s));
  });
});

describe('drawn documents', () => {
  const prior = [0.5, 0.5];
  const worlds = [
    [0.8, 0.2, 0],
    [0.1, 0.2, 0.7],
  ];
  const coins = [0.2, 0.5, 0.9];
  const draws = Array.from({ length: 3000 }, (_, seed) =>
    drawDocuments(prior, worlds, coins, { documents: 2, tosses: 4 }, uniforms(seed)),
  );

  it('have worlds, coins and tosses as likely as they should be', () => {
    near(draws.filter(({ world }) => world === 1).length / draws.length, 0.5, draws.length);
    const inFirst = draws.filter(({ world }) => world === 0).flatMap(({ coins: drawn }) => drawn);
    worlds[0].forEach((w, j) => near(inFirst.filter((c) => c === j).length / inFirst.length, w, inFirst.length));
    coins.forEach((bias, j) => {
      const tosses = draws.flatMap((d) => d.tosses.filter((_, m) => d.coins[m] === j)).flat();
      near(tosses.reduce((a, b) => a + b, 0) / tosses.length, bias, tosses.length);
    });
  });

  it('have on average the surprisal that is their entropy', () => {
    const hierarchy = finiteWorlds(prior, worlds, coins);
    const surprisal = draws.map(({ tosses }) => {
      const evidence = tosses.reduce<readonly number[]>(
        (before, document) =>
          hierarchy.extend(
            before,
            4,
            document.reduce((a, b) => a + b),
          ),
        hierarchy.start,
      );
      return -Math.log(hierarchy.probability(evidence));
    });
    const mean = surprisal.reduce((a, b) => a + b) / surprisal.length;
    const variance = surprisal.reduce((t, s) => t + (s - mean) ** 2, 0) / surprisal.length;
    const { entropy } = splitMetaAndIntra(hierarchy, 2, 4);
    expect(Math.abs(mean - entropy)).toBeLessThan(4 * Math.sqrt(variance / surprisal.length));
  });

  it('come from laws only', () => {
    const size = { documents: 1, tosses: 1 };
    expect(() => drawDocuments([1], [], coins, size, uniforms(1))).toThrow(
      new RangeError('worlds must be one for each of the 1 entries of prior, got 0'),
    );
    expect(() => drawDocuments([1], [[1]], coins, size, uniforms(1))).toThrow(
      new RangeError('worlds[0] must have 3 entries like coins, got 1'),
    );
    expect(() => drawDocuments([1], [[1]], [2], size, uniforms(1))).toThrow(
      new RangeError('coins[0] must be between 0 and 1, got 2'),
    );
    expect(() => drawDocuments([1], [[1]], [0.5], { documents: -1, tosses: 1 }, uniforms(1))).toThrow(RangeError);
  });
});
