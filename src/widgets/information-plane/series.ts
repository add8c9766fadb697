import { column } from '#kit/figure/series.ts';
import { lastOf } from './model.ts';
import type { Snapshot } from './train.ts';

const of = (layer: number, what: 'input' | 'label') => (snapshot: Snapshot) =>
  snapshot.layers.length > 1 ? snapshot.layers[layer][what] : undefined;

export const columns = {
  step: column<Snapshot>('Step', 'count', ({ step }) => step),
  firstInput: column('First layer tells of the input, {unit}', 'information', of(0, 'input')),
  firstLabel: column('and of the label, {unit}', 'information', of(0, 'label')),
  secondInput: column('Second layer of the input, {unit}', 'information', of(1, 'input')),
  secondLabel: column('and of the label, {unit}', 'information', of(1, 'label')),
  lastInput: column<Snapshot>('Last layer of the input, {unit}', 'information', (snapshot) => lastOf(snapshot).input),
  lastLabel: column<Snapshot>('and of the label, {unit}', 'information', (snapshot) => lastOf(snapshot).label),
  exact: column<Snapshot>('Last layer of the input, read exactly, {unit}', 'information', ({ exact }) => exact),
  fresh: column<Snapshot>('Wrong on new cases, expected', 'probability', ({ wrong }) => wrong.fresh),
  shown: column<Snapshot>('Wrong on its examples', 'probability', ({ wrong }) => wrong.shown),
};
