import type { Asked } from './parameters.ts';

/** What notes ask for, and what the program says. */
export const labels = ['urgent', 'soon', 'routine'] as const;

/** On the old form: share of notes with this right answer (row) and this answer of the program. Rows and columns add up alike. */
const onOldForm = [
  [0.15, 0.04, 0.01],
  [0.04, 0.23, 0.03],
  [0.01, 0.03, 0.46],
];
const usual = [0.2, 0.3, 0.5];
/** Share of the notes that come on the new form before anything changes. */
export const newForms = 0.05;

/** Law of a month’s note: the answer of the program, the form, and the right answer. */
export interface World {
  /** p(right, said, form), form 0 being the old one. */
  readonly joint: readonly (readonly (readonly [old: number, fresh: number])[])[];
  readonly said: readonly number[];
  readonly forms: readonly [old: number, fresh: number];
  readonly accuracy: number;
  /** p(right, said). */
  readonly table: readonly (readonly number[])[];
}

/**
 * On a new form the program says each label as often as it always has, whatever the note asks for. So its answers have the usual shares on
 * either form. `size` is the share of the notes that are new (an epidemic, a campaign), of the old forms that become new ones, or of the
 * cases for “soon” that a new rule calls urgent.
 */
export function worldOf({ shift, size }: Pick<Asked, 'shift' | 'size'>): World {
  const more = shift === 'wave' ? 0 : shift === 'checkups' ? 2 : undefined;
  const asks = usual.map((p, y) => (more === undefined ? p : (1 - size) * p + (y === more ? size : 0)));
  const fresh = newForms + (shift === 'form' ? size * (1 - newForms) : 0);
  const by = (y: number, said: number): [number, number] => [
    (1 - fresh) * asks[y] * (onOldForm[y][said] / usual[y]),
    fresh * asks[y] * usual[said],
  ];
  const joint = usual.map((_, y) => usual.map((__, said) => by(y, said)));
  if (shift === 'rule') {
    for (const form of [0, 1] as const)
      for (let said = 0; said < 3; said++) {
        const moved = size * joint[1][said][form];
        joint[0][said][form] += moved;
        joint[1][said][form] -= moved;
      }
  }
  const table = joint.map((row) => row.map(([old, next]) => old + next));
  const sumOver = (form: 0 | 1) => joint.flat().reduce((sum, cell) => sum + cell[form], 0);
  return {
    joint,
    table,
    said: usual.map((_, said) => table.reduce((sum, row) => sum + row[said], 0)),
    forms: [sumOver(0), sumOver(1)],
    accuracy: table.reduce((sum, row, y) => sum + row[y], 0),
  };
}
