import { jeffreysCoordinate, type Coordinate } from '#theory/learning/redundancy.ts';
import type { Asked } from './parameters.ts';

/** A coordinate of the coin, spread evenly, and the other way: which share of the draws has at most this bias. */
interface Spread {
  readonly coordinate: Coordinate;
  below(bias: number): number;
  /** As the figure calls it, in brief. */
  readonly brief: string;
}

/** log(θ/(1 − θ)) in nats, uniform from −reach to reach. */
function logOdds(reach: number, brief: string): Spread {
  return {
    brief,
    coordinate(u) {
      const odds = (2 * u - 1) * reach;
      return [1 / (1 + Math.exp(-odds)), 1 / (1 + Math.exp(odds))];
    },
    below: (bias) => Math.min(1, Math.max(0, (Math.log(bias / (1 - bias)) / reach + 1) / 2)),
  };
}

export const spreads: Readonly<Record<Exclude<Asked['prior'], 'coins'>, Spread>> = {
  bias: { brief: 'bias', coordinate: (u, left) => [u, left], below: (bias) => bias },
  angle: {
    brief: 'angle',
    coordinate: jeffreysCoordinate,
    below: (bias) => (2 / Math.PI) * Math.asin(Math.sqrt(bias)),
  },
  odds: logOdds(5, 'odds ±5'),
  narrow: logOdds(0.5, 'odds ±½'),
};
