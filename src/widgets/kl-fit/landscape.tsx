import { contours } from 'd3';
import type { Frame, Mark } from '#kit/figure/mark.ts';
import { drawn } from '#kit/figure/marks.tsx';
import { tenth } from '#kit/plot/path.ts';
import type { ReverseLandscape } from '#theory/continuous/reverse-valleys.ts';

/** The regions below each level, one on the other, so that valleys have the strongest tint, in light and dark; the edge of each is a line of one height. */
export function below({ means, deviations, values }: ReverseLandscape, levels: readonly number[]): Mark {
  // Regions of d3 are above a threshold: the landscape is turned over.
  const turned = deviations.flatMap((_, j) => means.map((__, i) => -values[i][j]));
  const regionAbove = contours().size([means.length, deviations.length]);
  const between = (all: readonly number[], at: number) => {
    // Sample k stands in the middle of cell k.
    const place = Math.min(all.length - 1, Math.max(0, at - 0.5));
    const k = Math.min(all.length - 2, Math.floor(place));
    return all[k] + (place - k) * (all[k + 1] - all[k]);
  };
  return drawn(({ x, y, box }: Frame) =>
    levels.map((level) => {
      const { coordinates } = regionAbove.contour(turned, -level);
      const d = coordinates
        .flat()
        .map((ring) => {
          const points = ring.map(([i, j]) => `${tenth(x(between(means, i)))},${tenth(Math.min(box.bottom, Math.max(box.top, y(between(deviations, j)))))}`); // prettier-ignore
          return `M${points.join('L')}z`;
        })
        .join('');
      return <path key={level} className="solid-quiet" fillOpacity={0.72 / (levels.length + 1)} stroke="currentColor" strokeWidth={0.8} strokeOpacity={0.6} d={d} />; // prettier-ignore
    }),
  );
}
