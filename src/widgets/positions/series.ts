import { column } from '#kit/figure/series.ts';
import type { Positions } from './model.ts';
import { blocks, called } from './parameters.ts';

export const stageNames = ['embedding', ...Array.from({ length: blocks }, (_, i) => `block ${i + 1}`)];

/** By stage, what the reader saves at each network. */
export const placeColumns = ({ curves }: Positions) => [
  column<number>('blocks', 'count', (stage) => stage),
  ...curves.flatMap(({ name, place }) => [
    column<number>(`${called[name]} ({unit})`, 'information', (stage) => place[stage]?.mean),
    column<number>(`${called[name]}, error`, 'information', (stage) => place[stage]?.error),
  ]),
];

/** By distance, the mean change of the last prediction, of the five networks. */
export const swapColumns = ({ curves }: Positions) => [
  column<number>('places before the last', 'count', (i) => curves[0].swap[i].distance),
  ...curves
    .slice(0, -1)
    .flatMap(({ name, swap }) => [
      column<number>(`${called[name]} ({unit})`, 'information', (i) => swap[i].mean),
      column<number>(`${called[name]}, error`, 'information', (i) => swap[i].error),
    ]),
];
