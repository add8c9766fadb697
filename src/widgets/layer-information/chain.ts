import { uniforms } from '#sim/random.ts';
import type { Network } from './networks.ts';

/** One layer, on any measure over its places: it moves, then knocks. */
function through(mass: ArrayLike<number>, { stages }: Network, layer: number, noise: number): Float64Array {
  const { from, neighbors, points } = stages[layer];
  const moved = new Float64Array(points.length);
  from.forEach((to, s) => (moved[to] += mass[s]));
  const after = new Float64Array(points.length);
  moved.forEach((p, s) => {
    if (p === 0) return;
    after[s] += (1 - noise) * p;
    for (const neighbor of neighbors[s]) after[neighbor] += (noise * p) / neighbors[s].length;
  });
  return after;
}

/** For every stage p(x, t): one row for each place of the input, one column for each place of the stage. */
export function jointLaws(network: Network, noise: number): number[][][] {
  const inputs = network.labels.length;
  let rows: Float64Array[] = network.labels.map((_, x) =>
    Float64Array.from({ length: inputs }, (_, s) => (s === x ? 1 / inputs : 0)),
  );
  return network.stages.map((_, l) => {
    if (l > 0) rows = rows.map((row) => through(row, network, l, noise));
    return rows.map((row) => [...row]);
  });
}

/** p(t, y) from p(x, t): one row for each place, one column for each label. */
export function withLabels(joint: readonly (readonly number[])[], labels: Network['labels']): number[][] {
  const law = joint[0].map(() => [0, 0]);
  joint.forEach((row, x) => row.forEach((p, t) => (law[t][labels[x]] += p)));
  return law;
}

export interface Walk {
  readonly label: 0 | 1;
  /** The place at every stage. */
  readonly places: readonly number[];
}

/** Points that go through the network one by one; the same numbers of the stream are spent whatever the noise is. */
export function walks(network: Network, noise: number, count: number, seed: number, stream: number): Walk[] {
  const next = uniforms(seed, stream);
  return Array.from({ length: count }, () => {
    let at = Math.floor(next() * network.labels.length);
    const label = network.labels[at];
    const places = network.stages.map(({ from, neighbors }, l) => {
      if (l === 0) return at;
      at = from[at];
      const [knock, which] = [next(), next()];
      if (knock < noise) at = neighbors[at][Math.floor(which * neighbors[at].length)];
      return at;
    });
    return { label, places };
  });
}
