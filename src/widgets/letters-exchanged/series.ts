import { column } from '#kit/figure/series.ts';
import { toldNames, toldNetworks } from '#sim/told-places.ts';
import { measuredOf, readOf, type Exchanges } from './model.ts';

const means = toldNetworks.map(measuredOf);

/** By the places before the last letter: what the exchange changes on the text, and where it was measured its mean over windows. */
export const changeColumns = (model: Exchanges) => [
  column<number>('places before the last', 'count', (back) => back),
  ...toldNetworks.map(
    (name) =>
    column<number>(`${toldNames[name]}, on the text ({unit})`, 'information', (back) => readOf(model, name)?.changes[back - 1]?.nats), // prettier-ignore
  ),
  ...means.map(
    ({ name, swap }) =>
    column<number>(`${toldNames[name]}, mean ({unit})`, 'information', (back) => swap.find(({ distance }) => distance === back)?.mean), // prettier-ignore
  ),
];
