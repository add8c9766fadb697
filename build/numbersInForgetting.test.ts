import { describe, expect, it } from 'vitest';
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
        expect(relativeEntropy(o, m)).toBeLessThanOrEqual(Math.log(1 + 1 / lambda));
      }
  });

  const of = (key: string) => {
    const run = prepared.find((one) => one.key === key)!;
    const [start, end] = [first(run)!, last(run)!];
    return { ...end, forgot: end.old - start.old, learned: start.unseen - end.unseen, start };
  };
  const settings = (data: string, method: string, share: number | string, rate = 0.002, seed = 1) =>
    of([data, method, share, 100, rate, seed].join(' '));
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
    expect(bits(settings('play', 'replay', '0.5').forgot)).toBe('0.136');
    expect(['none', 'leash'].map((method) => (100 * settings('play', method, method === 'none' ? 0 : '0.5').moved).toFixed(1))).toEqual(['5.1', '4.0']); // prettier-ignore
    expect(pair(settings('play', 'leash', '0.875'))).toEqual(['0.265', '0.013']);
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
    for (const share of ['0.25', '0.5', '0.75', '0.875']) {
      const [onNew, onOld] = [settings('cipher', 'leash', share), settings('cipher', 'oldLeash', share)];
      expect([onOld.forgot < onNew.forgot, onOld.learned > onNew.learned]).toEqual([true, true]);
    }
    const free = settings('cipher', 'none', 0);
    expect([bits(free.old), bits(Math.log(96), 2)]).toEqual(['5.244', '6.58']);
    expect(free.start.unseen / Math.LN2).toBeGreaterThan(9);
  });
});
