import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { moved as ciphered } from '#widgets/forgetting/texts.ts';
import { first, last, prepared } from '#widgets/forgetting/model.ts';
import { relativeEntropy } from '#theory/measures/divergence.ts';
import { crossEntropy, entropy } from '#theory/measures/entropy.ts';

const bits = (nats: number, digits = 3) => (nats / Math.LN2).toFixed(digits);
/** The least of the leashed loss among laws of two outcomes, by brute force. */
function best(p: readonly number[], o: readonly number[], lambda: number): number {
  const loss = (q: number) => crossEntropy(p, [q, 1 - q]) + lambda * relativeEntropy(o, [q, 1 - q]);
  const grid = Array.from({ length: 8001 }, (_, i) => Math.min(1 - 1e-9, Math.max(1e-9, i / 8000)));
  return grid.reduce((found, q) => (loss(q) < loss(found) ? q : found));
}

describe('the numbers of “Learning and forgetting”', () => {
  const [novels, play] = [
    [3 / 4, 1 / 4],
    [1 / 4, 3 / 4],
  ];

  it('of one word by hand', () => {
    const rows = [novels, play, [1 / 2, 1 / 2], [5 / 8, 3 / 8]];
    const costs = rows.map((row) => [bits(crossEntropy(novels, row)), bits(crossEntropy(play, row))]);
    expect(costs).toEqual([['0.811', '1.604'], ['1.604', '0.811'], ['1.000', '1.000'], ['0.862', '1.231']]); // prettier-ignore
    expect(bits(relativeEntropy(novels, play))).toBe('0.792');
    expect(bits(relativeEntropy(novels, rows[2]))).toBe('0.189');
    expect([1, 3].map((lambda) => best(play, novels, lambda))).toEqual([1 / 2, 5 / 8]);
    // Replay counts a context as often as it comes: three times as often in one of the two.
    const replayed = (a: number, b: number) => (a * play[0] + b * novels[0]) / (a + b);
    expect([replayed(3, 1), replayed(1, 3)]).toEqual([3 / 8, 5 / 8]);
  });

  it('of a leash by hand', () => {
    const [p, o] = [
      [0, 1],
      [0.9, 0.1],
    ];
    expect(best(p, o, 3)).toBeCloseTo(0.675, 3);
    expect([bits(relativeEntropy(o, [0.675, 0.325])), bits(Math.log(4 / 3))]).toEqual(['0.203', '0.415']);
    // The identity of the proof, and of the last exercise.
    for (const lambda of [0.5, 1, 3])
      for (const q of [0.1, 0.4, 0.8]) {
        const [law, m] = [[q, 1 - q], [0, 1].map((k) => (play[k] + lambda * o[k]) / (1 + lambda))];
        const leashed = crossEntropy(play, law) + lambda * relativeEntropy(o, law);
        expect(leashed).toBeCloseTo((1 + lambda) * crossEntropy(m, law) - lambda * entropy(o), 12);
        const both = relativeEntropy(play, law) + lambda * relativeEntropy(o, law);
        const least = relativeEntropy(play, m) + lambda * relativeEntropy(o, m);
        expect(both).toBeCloseTo(least + (1 + lambda) * relativeEntropy(m, law), 12);
        expect(relativeEntropy(play, m)).toBeLessThanOrEqual(Math.log(1 + lambda));
        // Whatever the old text is: also where it has only what the old network hardly expects.
        for (const old of [o, play, novels, [1, 0], [0, 1]])
          expect(crossEntropy(old, m) - crossEntropy(old, o)).toBeLessThanOrEqual(Math.log(1 + 1 / lambda));
      }
  });

  /** Runs that are not in the figure, by method and seed: at each step what the old and the held-out text cost, and the errors of these. */
  const seedsOfCipher = new Map(
    (JSON.parse(readFileSync('fixtures/forgettingSeeds.json', 'utf8')) as { asked: { method: string; seed: number }; points: string }[]) // prettier-ignore
      .map(({ asked: { method, seed }, points }) => {
        const [start, end] = [0, -1].map((at) => points.split('|').at(at)!.split(' ').map(Number)); // prettier-ignore
        return [`${method} ${seed}`, { forgot: end[1] - start[1], learned: start[2] - end[2], oldError: end[4], unseenError: end[5] }]; // prettier-ignore
      }),
  );
  const of = (key: string) => {
    const run = prepared.find((one) => one.key === key)!;
    const [start, end] = [first(run)!, last(run)!];
    return { ...end, forgot: end.old - start.old, learned: start.unseen - end.unseen, start };
  };
  const settings = (data: string, method: string, share: number | string, rate = 0.002, seed = 1, steps = 100) =>
    of([data, method, share, steps, rate, seed].join(' '));
  const shares = ['0.25', '0.5', '0.75', '0.875'];
  const pair = (of: { forgot: number; learned: number }) => [bits(of.learned), bits(of.forgot)];

  it('of the runs on the play', () => {
    const free = settings('play', 'none', 0);
    expect([...pair(free), bits(free.unseenError), bits(free.oldError)]).toEqual(['0.528', '0.306', '0.059', '0.022']);
    expect(pair(settings('play', 'leash', '0.5'))).toEqual(['0.483', '0.091']);
    const spared = [1, 2, 3].map((seed) => {
      const [a, b] = [settings('play', 'none', 0, 0.002, seed), settings('play', 'leash', '0.5', 0.002, seed)];
      return [...pair(a), ...pair(b), bits(a.forgot - b.forgot), bits(a.learned - b.learned)];
    });
    expect(spared).toEqual([
      ['0.528', '0.306', '0.483', '0.091', '0.215', '0.045'],
      ['0.545', '0.311', '0.501', '0.091', '0.220', '0.044'],
      ['0.544', '0.311', '0.482', '0.093', '0.219', '0.061'],
    ]);
    expect(pair(settings('play', 'none', 0, 0.0005))).toEqual(['0.416', '0.149']);
    expect(pair(settings('play', 'oldLeash', '0.5'))).toEqual(['0.497', '0.096']);
    expect(['leash', 'oldLeash'].map((method) => pair(settings('play', method, '0.875')))).toEqual([['0.265', '0.013'], ['0.338', '0.030']]); // prettier-ignore
    // The free network on its way.
    const way = prepared.find(({ key }) => key === 'play none 0 100 0.002 1')!.points;
    expect(way.map(({ step }) => step)).toEqual([0, 20, 40, 60, 80, 100]);
    expect(bits(Math.min(...way.slice(1, -1).map(({ old }) => old - way[0].old)))).toBe('0.297');
  });

  it('of replay', () => {
    const pairs = [
      ...['play', 'cipher'].flatMap((data) => shares.map((share) => [data, share, 1] as const)),
      ...[2, 3].map((seed) => ['play', '0.5', seed] as const),
    ];
    expect(pairs).toHaveLength(10);
    for (const seed of [2, 3]) {
      const [replay, leash] = ['replay', 'oldLeash'].map((method) => seedsOfCipher.get(`${method} ${seed}`)!);
      expect([replay.forgot > leash.forgot, replay.learned < leash.learned]).toEqual([true, true]);
    }
    for (const [data, share, seed] of pairs) {
      const [replay, leash] = ['replay', 'oldLeash'].map((method) => settings(data, method, share, 0.002, seed));
      expect([replay.forgot > leash.forgot, replay.learned < leash.learned]).toEqual([true, true]);
    }
    const forgot = shares.map((share) => bits(settings('play', 'replay', share).forgot));
    expect(forgot).toEqual(['0.186', '0.136', '0.139', '0.154']);
    const bySeed = ['0.5', '0.875'].map((share) => [1, 2, 3].map((seed) => bits(settings('play', 'replay', share, 0.002, seed).forgot))); // prettier-ignore
    expect(bySeed).toEqual([['0.136', '0.137', '0.133'], ['0.154', '0.138', '0.148']]); // prettier-ignore
    const { replayed } = JSON.parse(readFileSync('train/passages.json', 'utf8')) as { replayed: string };
    expect(replayed.length / 8).toBeCloseTo(1500, -1);
    expect(Math.floor((100 * 7 * 128) / replayed.length)).toBe(7);
  });

  it('of the challenges', () => {
    for (const method of ['leash', 'oldLeash'])
      for (const seed of [1, 2, 3]) {
        const half = settings('play', method, '0.5', 0.002, seed);
        expect([half.forgot / Math.LN2 <= 0.1, half.learned / Math.LN2 >= 0.45]).toEqual([true, true]);
      }
    for (const share of shares) expect(settings('play', 'replay', share).forgot / Math.LN2).toBeGreaterThan(0.1);
    // A leash on the cipher, in 100 steps, does one or the other; in 200 it does both.
    const onCipher = shares.map((share) => settings('cipher', 'leash', share));
    expect(onCipher.map(({ forgot }) => bits(forgot))).toEqual(['1.785', '0.946', '0.337', '0.135']);
    expect(onCipher.map(({ learned }) => bits(learned))).toEqual(['5.588', '5.177', '4.386', '3.613']);
    expect(pair(settings('cipher', 'leash', '0.75', 0.002, 1, 200))).toEqual(['4.604', '0.361']);
  });

  it('of contexts that come again in the cipher', () => {
    const { play, heldOut } = JSON.parse(readFileSync('train/passages.json', 'utf8')) as { play: string; heldOut: readonly string[] }; // prettier-ignore
    const [cipher, length] = [ciphered(play), 5];
    const known = new Set(Array.from({ length: cipher.length - length + 1 }, (_, i) => cipher.slice(i, i + length)));
    const contexts = heldOut.flatMap((window) => Array.from({ length: window.length - length }, (_, i) => window.slice(i, i + length))); // prettier-ignore
    expect(((1000 * contexts.filter((one) => known.has(one)).length) / contexts.length).toFixed(0)).toBe('6');
  });

  it('of the runs on the cipher', () => {
    const rows = (['none', 'leash', 'replay', 'oldLeash'] as const).map((method) => {
      const end = settings('cipher', method, method === 'none' ? 0 : '0.5');
      return [
        bits(end.learned),
        bits(end.unseenError),
        bits(end.forgot),
        bits(end.oldError),
        (100 * end.moved).toFixed(1),
      ];
    });
    expect(rows).toEqual([
      ['5.788', '0.101', '3.162', '0.049', '7.8'],
      ['5.177', '0.094', '0.946', '0.023', '6.3'],
      ['5.432', '0.101', '0.380', '0.022', '6.0'],
      ['5.503', '0.102', '0.306', '0.018', '6.1'],
    ]);
    // With each seed: what is learned, and what is forgotten.
    const ways = ['none', 'leash', 'replay', 'oldLeash'] as const;
    const bySeed = ways.map((method) => [settings('cipher', method, method === 'none' ? 0 : '0.5'), ...[2, 3].map((seed) => seedsOfCipher.get(`${method} ${seed}`)!)]); // prettier-ignore
    expect(bySeed.map((runs) => runs.map(({ learned }) => bits(learned)).join(', '))).toEqual([
      '5.788, 5.787, 5.775',
      '5.177, 5.198, 5.159',
      '5.432, 5.437, 5.400',
      '5.503, 5.511, 5.478',
    ]);
    expect(bySeed.map((runs) => runs.map(({ forgot }) => bits(forgot)).join(', '))).toEqual([
      '3.162, 3.195, 3.121',
      '0.946, 0.973, 0.932',
      '0.380, 0.360, 0.366',
      '0.306, 0.295, 0.301',
    ]);
    for (const seed of [0, 1, 2]) {
      const orderBy = (of: (end: (typeof bySeed)[0][0]) => number) =>
        [0, 1, 2, 3].sort((a, b) => of(bySeed[b][seed]) - of(bySeed[a][seed])).map((i) => ways[i]);
      expect(orderBy(({ learned }) => learned)).toEqual(['none', 'oldLeash', 'replay', 'leash']);
      expect(orderBy(({ forgot }) => forgot)).toEqual(['none', 'leash', 'replay', 'oldLeash']);
    }
    for (const { unseenError, oldError } of bySeed.flat()) expect([unseenError / Math.LN2 < 0.107, oldError / Math.LN2 < 0.05]).toEqual([true, true]); // prettier-ignore
    // Two runs go equally far.
    expect((100 * settings('cipher', 'leash', '0.75', 0.002, 1, 200).moved).toFixed(1)).toBe('7.7');
    for (const share of shares) {
      const [onNew, onOld] = [settings('cipher', 'leash', share), settings('cipher', 'oldLeash', share)];
      expect([onOld.forgot < onNew.forgot, onOld.learned > onNew.learned]).toEqual([true, true]);
    }
    const free = settings('cipher', 'none', 0);
    expect([bits(free.old), bits(Math.log(96), 2)]).toEqual(['5.244', '6.58']);
    expect(free.start.unseen / Math.LN2).toBeGreaterThan(9);
  });
});
