import { uniforms } from '#sim/random.ts';
import { drawNormal } from '#sim/samplers.ts';

const [points, thickness] = [96, 0.1];

/** Invented: points near a circle of radius 1, whose coordinates are not correlated and share much. Any angle; normal distances. */
function ring(): string {
  const next = uniforms(5, 107);
  return Array.from({ length: points }, () => {
    const [angle, radius] = [2 * Math.PI * next(), 1 + thickness * drawNormal(next)];
    return [Math.cos(angle), Math.sin(angle)].map((value) => (radius * value).toFixed(2)).join(', ');
  }).join('\n');
}

export const ringColumns = ring();
