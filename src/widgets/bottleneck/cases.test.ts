import { describe, expect, it } from 'vitest';
import { defaultValues } from '#contract/values.ts';
import { cases, filled, namesOf } from './cases.ts';
import { changed, withChance } from './change.ts';
import { params, type Asked } from './parameters.ts';
import { spec } from './spec.ts';

const skies: Asked = defaultValues(params);
const tableOf = (id: string) => filled(cases.find((one) => one.id === id)!.joint);

describe('the names of a table', () => {
  it('stay while the reader changes chances, drag after drag', () => {
    let asked = skies;
    for (const [row, chance] of [
      [0, 0.81],
      [1, 0.3],
      [3, 0],
    ] as const)
      // prettier-ignore
      asked = { ...asked, ...changed(asked, withChance(asked.joint, row, 0, chance)) };
    expect(asked.joint).not.toEqual(skies.joint);
    expect(namesOf(asked)).toMatchObject({ x: 'the sky', y: 'tomorrow', rows: ['clear', 'hazy', 'cloudy', 'black'] });
  });

  it('are those of the table that it came from, even if it comes to be another case', () => {
    const joint = [1, 1, 0, 0].reduce((table, chance, row) => withChance(table, row, 0, chance), skies.joint);
    joint.forEach((row, i) => row.forEach((p, j) => expect(p).toBeCloseTo(tableOf('settled')[i][j], 12)));
    expect(namesOf({ ...skies, ...changed(skies, joint) }).x).toBe('the sky');
    expect(namesOf({ joint, called: 'none' }).x).toBe('the month');
  });

  it('are letters for a row or a column more, and come back without it', () => {
    const more = changed(skies, filled([[0.2, 0.05], [0.15, 0.1], [0.05, 0.2], [0.02, 0.13], [0.1]])); // prettier-ignore
    expect(namesOf(more)).toMatchObject({ x: 'X', rows: expect.arrayContaining(['x5']) });
    expect(namesOf(changed(more, withChance(skies.joint, 0, 0, 0.5))).x).toBe('the sky');
  });

  it('are letters for a table from a pin, or the names of the case that it is', () => {
    const dragged = { ...skies, ...changed(skies, withChance(skies.joint, 0, 0, 0.5)) };
    const put = (rows: readonly (readonly number[])[]) => {
      const change = spec.places!.joint.put({ kind: 'joint', rows }, dragged);
      return namesOf({ ...dragged, ...(change as Partial<Asked>) }).x;
    };
    expect(put([[0.3, 0.2], [0.4, 0.1]])).toBe('X'); // prettier-ignore
    expect(put(cases.find(({ id }) => id === 'tosses')!.joint)).toBe('the tosses');
  });
});
