import { scaleLinear } from 'd3';
import { natsPer, type Unit } from '#contract/say.ts';
import { contexts } from './source.ts';

export interface Box {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** Contexts stand evenly: every step doubles them, but for the first two, 0 and 1. */
export const scaleOfContexts = ({ left, right }: Box) => scaleLinear([0, contexts.length - 1], [left + 14, right - 14]);

/** The name of a place on that scale; where it is tight the last but one would touch the last. */
export const nameOfContext =
  ({ left, right }: Box) =>
  (place: number) =>
    right - left < 270 && place === contexts.length - 2 ? '' : String(contexts[place]);

/** Room above the highest and below the lowest value for labels, as a share of what is between them. */
const room = 0.22;

/** An upright scale in the reader's unit over these values in nats, and where an amount in nats is on it. */
export function scaleOfNats(values: readonly number[], { top, bottom }: Box, unit: Unit) {
  const [least, most] = [Math.min(...values) / natsPer(unit), Math.max(...values) / natsPer(unit)];
  const more = room * Math.max(most - least, 0.05);
  const scale = scaleLinear([least - more, most + more], [bottom, top]);
  return { scale, y: (nats: number) => scale(nats / natsPer(unit)) };
}

/** An upright scale with zero in its middle. */
export function scaleAroundZero(values: readonly number[], { top, bottom }: Box, unit: Unit) {
  const most = Math.max(0.5, ...values.map(Math.abs)) / natsPer(unit);
  const scale = scaleLinear([-most, most], [bottom, top]);
  return { scale, y: (nats: number) => scale(nats / natsPer(unit)) };
}
