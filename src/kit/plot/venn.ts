/**
 * Geometry of two circles whose areas, and the area of whose overlap, are given: the two-set diagram. No such picture
 * exists for three sets in general, which is why this file stops at two.
 */

/** Two circles on a horizontal line; `distance` is that of their centers. */
export interface TwoCircles {
  readonly radiusA: number;
  readonly radiusB: number;
  readonly distance: number;
}

/** The part of a disc beyond a chord that is seen from the center under the half angle θ: r²(θ − sin θ cos θ). */
function segmentArea(radius: number, halfAngle: number): number {
  return radius * radius * (halfAngle - Math.sin(halfAngle) * Math.cos(halfAngle));
}

/** From circle A's center, how far along the line of centers the chord through both intersections lies. */
function chordOffset({ radiusA, radiusB, distance }: TwoCircles): number {
  return (distance * distance + radiusA * radiusA - radiusB * radiusB) / (2 * distance);
}

/** Where the circles stand to each other; tangent circles count as apart or nested. */
function relation({ radiusA, radiusB, distance }: TwoCircles): 'apart' | 'nested' | 'crossing' {
  if (distance >= radiusA + radiusB) return 'apart';
  return distance <= Math.abs(radiusA - radiusB) ? 'nested' : 'crossing';
}

/** Area common to the two discs: 0 if they are apart, the smaller disc if one holds the other. */
export function lensArea(circles: TwoCircles): number {
  const { radiusA, radiusB, distance } = circles;
  const how = relation(circles);
  if (how === 'apart') return 0;
  if (how === 'nested') return Math.PI * Math.min(radiusA, radiusB) ** 2;
  const offset = chordOffset(circles);
  // The cosine may pass 1 by rounding when the circles all but touch.
  const halfAngle = (x: number, radius: number) => Math.acos(Math.min(1, Math.max(-1, x / radius)));
  return segmentArea(radiusA, halfAngle(offset, radiusA)) + segmentArea(radiusB, halfAngle(distance - offset, radiusB));
}

/**
 * The circles with the given areas and overlap. The overlap falls steadily from the smaller area (nested, touching
 * inside) to 0 (touching outside) as the distance grows, so that bisection finds the one distance. An overlap outside
 * that range by rounding is drawn as the nearest end.
 */
export function circlesForAreas(areaA: number, areaB: number, overlap: number): TwoCircles {
  for (const [name, value] of Object.entries({ areaA, areaB, overlap })) {
    if (!(value >= 0 && value < Infinity)) throw new RangeError(`${name} must be at least 0 and finite, got ${value}`);
  }
  const [radiusA, radiusB] = [Math.sqrt(areaA / Math.PI), Math.sqrt(areaB / Math.PI)];
  let [near, far] = [Math.abs(radiusA - radiusB), radiusA + radiusB];
  const at = (distance: number): TwoCircles => ({ radiusA, radiusB, distance });
  if (overlap <= 0) return at(far);
  if (overlap >= Math.min(areaA, areaB)) return at(near);
  for (;;) {
    const middle = (near + far) / 2;
    // Halving ends where no number lies between the two: exact to the last bit.
    if (middle <= near || middle >= far) return at(middle);
    if (lensArea(at(middle)) > overlap) near = middle;
    else far = middle;
  }
}

/** SVG path of the common part, with circle A's center at (x, y) and B's to its right; empty if there is none. */
export function lensPath(circles: TwoCircles, x: number, y: number): string {
  const { radiusA, radiusB, distance } = circles;
  const how = relation(circles);
  if (how === 'apart') return '';
  if (how === 'nested') {
    const [r, center] = radiusA <= radiusB ? [radiusA, x] : [radiusB, x + distance];
    return `M${center - r},${y}a${r},${r} 0 1 1 ${2 * r},0a${r},${r} 0 1 1 ${-2 * r},0Z`;
  }
  const chord = x + chordOffset(circles);
  const half = Math.sqrt(Math.max(0, radiusA * radiusA - (chord - x) ** 2));
  // Each rim in two arcs, by way of its end on the line of centers: none is more than half a circle, so that the path
  // stays right when rounding merges the two intersections of circles that all but touch inside.
  const arc = (radius: number, toX: number, toY: number) => `A${radius},${radius} 0 0 1 ${toX},${toY}`;
  return (
    `M${chord},${y - half}${arc(radiusA, x + radiusA, y)}${arc(radiusA, chord, y + half)}` +
    `${arc(radiusB, x + distance - radiusB, y)}${arc(radiusB, chord, y - half)}Z`
  );
}
