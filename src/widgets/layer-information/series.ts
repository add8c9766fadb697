import { column, type Column } from '#kit/figure/series.ts';
import type { LayerInformation, StageInformation } from './model.ts';

export interface Row extends StageInformation {
  readonly stage: number;
}

export const rowsOf = ({ stages }: LayerInformation): Row[] => stages.map((one, stage) => ({ ...one, stage }));

const information = (label: string, of: Column<Row>['of']) => column(label, 'information', of);
export const columns = {
  stage: column<Row>('Layer (0: the input)', 'count', ({ stage }) => stage),
  about: information('About the input, {unit}', ({ about }) => about),
  mutual: information('About the label, {unit}', ({ mutual }) => mutual),
  usable: information('Usable by the best probe, {unit}', ({ usable }) => usable),
  held: information('Saved by a trained probe, {unit}', ({ held }) => held.mean),
  error: information('± standard error', ({ held }) => held.standardError),
};
