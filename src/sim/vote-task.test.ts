import { describe, expect, it } from 'vitest';
import { INPUTS, VOICES, voteTask } from './vote-task.ts';

const rowsOf = (inputs: Float64Array) =>
  Array.from({ length: inputs.length / 9 }, (_, r) => [...inputs.subarray(9 * r, 9 * r + 9)].join());

describe('the vote', () => {
  it('has every input once, half of them won', () => {
    const { inputs, chances } = voteTask(10, 0.1, 1);
    expect(new Set(rowsOf(inputs)).size).toBe(INPUTS);
    expect(chances.filter((p) => p === 0.9)).toHaveLength(INPUTS / 2);
    expect(chances.filter((p) => p === 0.1)).toHaveLength(INPUTS / 2);
    // By hand: the first voter (3) against the next two (4), the rest divided evenly: lost.
    const at = rowsOf(inputs).indexOf([1, -1, -1, 1, 1, -1, -1, 1, 1].join());
    expect(VOICES.slice(0, 3)).toEqual([3, 2, 2]);
    expect(chances[at]).toBe(0.1);
  });

  it('shows different inputs, with labels as the chances say', () => {
    const { inputs, chances, shown } = voteTask(INPUTS, 0.2, 3);
    const rows = rowsOf(inputs);
    expect(new Set(rowsOf(shown.inputs)).size).toBe(INPUTS);
    const turned = rowsOf(shown.inputs).filter(
      (row, i) => (chances[rows.indexOf(row)] > 0.5 ? 1 : 0) !== shown.labels[i],
    );
    expect(Math.abs(turned.length / INPUTS - 0.2)).toBeLessThan(4 * Math.sqrt(0.16 / INPUTS));
    expect(voteTask(40, 0.2, 3)).toEqual(voteTask(40, 0.2, 3));
    expect(voteTask(40, 0.2, 3).shown).not.toEqual(voteTask(40, 0.2, 4).shown);
    const clean = voteTask(100, 0, 5);
    const cleanRows = rowsOf(clean.inputs);
    rowsOf(clean.shown.inputs).forEach((row, i) =>
      expect(clean.shown.labels[i]).toBe(clean.chances[cleanRows.indexOf(row)]),
    );
  });

  it('refuses numbers of examples that there are not', () => {
    expect(() => voteTask(0, 0.1, 1)).toThrow(RangeError);
    expect(() => voteTask(513, 0.1, 1)).toThrow(RangeError);
    expect(() => voteTask(5, 0.6, 1)).toThrow(new RangeError('flip must be between 0 and 0.5, got 0.6'));
  });
});
