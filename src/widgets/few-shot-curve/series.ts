import { column, type Column } from '#kit/figure/series.ts';
import type { FewShot } from './model.ts';

/** What has been paid over the first τ examples together, in nats. */
export interface Row {
  readonly tau: number;
  readonly optimal: number;
  readonly optimalError: number;
  readonly intra?: number;
  readonly bound?: number;
  readonly network?: number;
  readonly networkError?: number;
  readonly ceiling: number;
}

export const rowsOf = ({ positions, optimal, intra, bound, network, tasks, source }: FewShot): Row[] =>
  optimal.map(({ mean, error }, i) => ({
    ...{ tau: positions[i], optimal: mean, optimalError: error, intra: intra?.[i], ceiling: Math.log(tasks) },
    ...(source === 'coins' && { bound: bound?.[i] ?? Infinity }),
    ...{ network: network?.[i].mean, networkError: network?.[i].error },
  }));

const information = (label: string, of: Column<Row>['of']) => column(label, 'information', of);
export const columns = {
  tau: column<Row>('Examples τ', 'count', ({ tau }) => tau),
  optimal: information('Optimal, total {unit}', ({ optimal }) => optimal),
  optimalEach: information('Optimal, {unit} per example', ({ optimal, tau }) => optimal / tau),
  intra: information('World known, total {unit}', ({ intra }) => intra),
  bound: information('Theorem 4.7, total {unit}', ({ bound }) => bound),
  optimalError: information('± standard error of the optimal', ({ optimalError }) => optimalError),
  network: information('Network, total {unit}', ({ network }) => network),
  networkError: information('± standard error of the network', ({ networkError }) => networkError),
  ceilingEach: information('log N / τ, {unit} per example', ({ ceiling, tau }) => ceiling / tau),
};
