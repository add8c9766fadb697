import { column, type Column } from '#kit/figure/series.ts';
import type { Look } from './model.ts';

export interface Row {
  readonly k: number;
  readonly estimate: number;
  readonly exact?: number;
  readonly ceiling: number;
  readonly coins: number;
}

export const rowsOf = ({ estimates, exact, ceilings, alphabet }: Look): Row[] =>
  estimates.map((estimate, k) => ({
    ...{ k, estimate, exact: exact?.[k], ceiling: ceilings[k], coins: k * Math.log(alphabet) },
  }));

const information = (label: string, of: Column<Row>['of']) => column(label, 'information', of);
export const columns = {
  k: column<Row>('Block length k', 'count', ({ k }) => k),
  estimate: information('Seems to hold, {unit}', ({ estimate }) => estimate),
  exact: information('Holds, {unit}', ({ exact }) => exact),
  ceiling: information('The most that can be shown, {unit}', ({ ceiling }) => ceiling),
  coins: information('Fair coins or dice, {unit}', ({ coins }) => coins),
};
