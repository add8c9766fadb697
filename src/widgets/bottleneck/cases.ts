/** A joint law with names: how often each x comes, and how often each y with it. */
interface Case {
  readonly id: string;
  readonly x: string;
  readonly y: string;
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly joint: readonly (readonly number[])[];
}

export const [mostRows, mostColumns] = [6, 3];

const given = (chances: readonly number[], laws: readonly (readonly number[])[]) =>
  chances.map((p, i) => laws[i].map((q) => p * q));

/** To the size of the parameter, with cells of probability 0. */
export const filled = (joint: Case['joint']): number[][] =>
  Array.from({ length: mostRows }, (_, i) => Array.from({ length: mostColumns }, (_, j) => joint[i]?.[j] ?? 0));

const sixth = Array.from({ length: 6 }, () => 1 / 6);

export const cases: readonly Case[] = [
  {
    id: 'skies',
    x: 'the sky',
    y: 'tomorrow',
    rows: ['clear', 'hazy', 'cloudy', 'black'],
    columns: ['dry', 'wet'],
    // prettier-ignore
    joint: [[0.2, 0.05], [0.15, 0.1], [0.05, 0.2], [0.02, 0.23]],
  },
  {
    id: 'tosses',
    x: 'the tosses',
    y: 'the coin',
    rows: ['HH', 'HT', 'TH', 'TT'],
    columns: ['0.7 coin', '0.4 coin'],
    // prettier-ignore
    joint: [[0.245, 0.08], [0.105, 0.12], [0.105, 0.12], [0.045, 0.18]],
  },
  {
    id: 'alarm',
    x: 'what is heard',
    y: 'who is there',
    rows: ['alarm', 'bark', 'nothing'],
    columns: ['burglar', 'no burglar'],
    // prettier-ignore
    joint: given([0.04, 0.48, 0.48], [[0.9, 0.1], [0.15, 0.85], [0.1, 0.9]]),
  },
  {
    id: 'words',
    x: 'the word',
    y: 'the topic',
    rows: ['goal', 'match', 'court', 'judge', 'oven', 'salt'],
    columns: ['sport', 'law', 'kitchen'],
    joint: given(sixth, [
      [0.9, 0.05, 0.05],
      [0.7, 0.1, 0.2],
      [0.45, 0.5, 0.05],
      [0.05, 0.9, 0.05],
      [0.05, 0.05, 0.9],
      [0.15, 0.05, 0.8],
    ]),
  },
  {
    id: 'settled',
    x: 'the month',
    y: 'the half-year',
    rows: ['March', 'May', 'August', 'November'],
    columns: ['first', 'second'],
    // prettier-ignore
    joint: [[0.25, 0], [0.25, 0], [0, 0.25], [0, 0.25]],
  },
  {
    id: 'jump',
    x: 'the sound',
    y: 'the letter',
    rows: ['like B', 'like D', 'like G'],
    columns: ['B', 'D', 'G'],
    // prettier-ignore
    joint: given([1 / 3, 1 / 3, 1 / 3], [[0.8, 0.1, 0.1], [0.1, 0.8, 0.1], [0.1, 0.1, 0.8]]),
  },
];

const alike = (a: Case['joint'], b: Case['joint']) =>
  a.every((row, i) => row.every((p, j) => Math.abs(p - b[i][j]) < 1e-9));

/** A table, and the case that it was before the reader changed its chances. */
export interface Named {
  readonly joint: Case['joint'];
  readonly called: string;
}

/** Whether a case has a name for every row and column that comes. */
const names = ({ rows, columns }: Case, joint: Case['joint']) =>
  joint.every((row, i) => row.every((p, j) => p < 1e-9 || (i < rows.length && j < columns.length)));

/** The case whose names a table has: the one that it came from, while that has enough of them, or the one that it is. */
export const caseOf = ({ joint, called }: Named) =>
  cases.find((one) => one.id === called && names(one, joint)) ?? cases.find((one) => alike(filled(one.joint), joint));

/** What the rows and columns of a table are called. */
export function namesOf(table: Named): Pick<Case, 'x' | 'y' | 'rows' | 'columns'> {
  return (
    caseOf(table) ?? {
      x: 'X',
      y: 'Y',
      rows: table.joint.map((_, i) => `x${i + 1}`),
      columns: table.joint[0].map((_, j) => `y${j + 1}`),
    }
  );
}
