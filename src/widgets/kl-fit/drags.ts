import { bind } from '#kit/figure/bind.ts';
import type { DragSpec } from '#kit/figure/Drag.tsx';
import { reach } from './model.ts';
import { leftMean, params, type Asked } from './parameters.ts';
import type { FitProps } from './props.ts';

/** The highest place of a bump. */
export const topOf = (deviation: number) => 1 / (Math.sqrt(2 * Math.PI) * deviation);

/** What the picture of the densities holds, of x and of heights: fixed, since nothing the reader may do makes a density higher. */
export const frame = { x: reach, y: [0, 0.72] } as const;

/** Over all densities, where the right hump is taken. */
const lane = 0.7;

/** From each handle that stands apart to what it moves. */
export const leadsOf = ({ mean, width, weight, apart, left, right }: Asked) => ({
  mean: { x: mean, from: 0, to: topOf(width) },
  apart: { x: leftMean + apart, from: (1 - weight) * topOf(right), to: lane },
  weight: { y: weight * topOf(left), from: reach[0], to: leftMean },
});

/** Each handle on a line of its own, so that in no state two lie on each other: the mean on the axis, the width on the bump, the distance over all, the weight at the left edge. */
export function handles(props: Pick<FitProps, 'values' | 'set'>): DragSpec[] {
  const { mean, width, left } = props.values;
  const bound = bind(params, props);
  return [
    { ...bound('mean'), along: 'x' },
    {
      ...bound('apart'),
      along: 'x',
      across: lane,
      at: (apart: number) => leftMean + apart,
      from: (x: number) => x - leftMean,
    },
    {
      ...bound('weight'),
      along: 'y',
      at: (share: number) => share * topOf(left),
      from: (height: number) => height / topOf(left),
    },
    {
      ...bound('width'),
      along: 'x',
      across: topOf(width) * Math.exp(-0.5),
      at: (deviation: number) => mean + deviation,
      from: (x: number) => x - mean,
    },
  ];
}
