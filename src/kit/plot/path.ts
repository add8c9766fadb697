/** A tenth of a pixel is fine enough, and short to write: a page carries its paths twice. */
export const tenth = (x: number) => Math.round(10 * x) / 10;

/** The path of straight lines through points, in pixels: `M0,10L20,30`. Of no points it is empty. */
export const polyline = (points: readonly (readonly [x: number, y: number])[]): string =>
  points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${tenth(x)},${tenth(y)}`).join('');
