import { column, pointsOf, type Column } from '#kit/figure/series.ts';
import type { Cell } from './cells.ts';
import { placeOn, type Descent, type ExactCell } from './model.ts';

export interface Row {
  readonly cell: Cell;
  readonly exact?: ExactCell;
}

export const rowsOf = ({ cells, exact }: Descent): Row[] =>
  cells.map((cell) => {
    const own = exact.find(({ n, p }) => n === cell.n && p === cell.p);
    return { cell, ...(own && { exact: own }) };
  });

const count = (label: string, of: Column<Row>['of']) => column(label, 'count', of);
const number = (label: string, of: (cell: Cell) => number | undefined) => column<Row>(label, 'number', ({ cell }) => of(cell)); // prettier-ignore

export const columns = {
  p: count('Width m', ({ cell }) => cell.p),
  n: count('Examples n', ({ cell }) => cell.n),
  test: number('Test error, mean of draws', ({ test }) => test),
  error: number('± standard error', ({ error }) => error),
  exact: column<Row>('Test error, exact', 'number', ({ exact }) => exact && (exact.test ?? Infinity)),
  bias: number('Squared bias', ({ bias }) => bias),
  draw: number('Variance from the draw of examples', ({ draw }) => draw),
  noise: number('Variance from noise', ({ noise }) => noise),
  training: number('Training error', ({ training }) => training),
  own: number('Test error of the draw shown', ({ own }) => own),
  smallest: number('Smallest singular value, median of draws', ({ smallest }) => smallest),
  length: number('Length of coefficients, median of draws', ({ length }) => length),
  penalty: number('Penalty λ', ({ penalty }) => penalty),
};

/** What is positive, as a logarithmic axis can show it, over the axis of the figure. */
export function curve(model: Descent, of: Column<Row>): [x: number, y: number][] {
  const x = column<Row>('', 'count', ({ cell }) => placeOn(model, cell));
  return pointsOf(rowsOf(model), x, of).filter(([, y]) => y > 0);
}

/** Stretches of an exact part between the places where it is infinite, or 0; with a floor what is 0 lies on it. */
export function exactCurves(
  model: Descent,
  part: 'test' | 'bias' | 'draw' | 'noise',
  floor = 0,
): [x: number, y: number][][] {
  const stretches: [number, number][][] = [[]];
  for (const cell of model.exact) {
    const value = cell[part];
    if (value !== null && (value > 0 || floor > 0))
      stretches[stretches.length - 1].push([placeOn(model, cell), value || floor]);
    else if (stretches[stretches.length - 1].length > 0) stretches.push([]);
  }
  return stretches.filter(({ length }) => length > 0);
}
