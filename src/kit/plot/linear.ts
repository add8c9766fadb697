import { ticks, tickStep } from 'd3';

/** What an axis asks of a scale. Those of d3 have it too, and weigh ten times as much. */
export interface AxisScale {
  (value: number): number;
  invert(at: number): number;
  domain(): number[];
  range(): number[];
  ticks(count: number): number[];
  tickFormat(count: number): (tick: number) => string;
}

/** A linear scale that lays `domain` onto `range`, with round ticks; a domain of one value lies in the middle of the range. */
export function linear(domain: readonly [number, number], range: readonly [number, number]): AxisScale {
  const [[a, b], [from, to]] = [domain, range];
  return Object.assign((value: number) => from + (a === b ? 0.5 : (value - a) / (b - a)) * (to - from), {
    invert: (at: number) => a + ((at - from) / (to - from)) * (b - a),
    domain: () => [...domain],
    range: () => [...range],
    ticks: (count: number) => ticks(a, b, count),
    tickFormat(count: number) {
      // As many decimals as the distance of two ticks has.
      const decimals = Math.max(0, -Math.floor(Math.log10(Math.abs(tickStep(a, b, count))) + 1e-9));
      return (tick: number) => tick.toFixed(decimals).replace('-', '−');
    },
  });
}
