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
