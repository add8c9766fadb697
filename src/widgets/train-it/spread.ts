/** Labels at these heights, moved apart until none is nearer to the next than `distance`, within the range if they fit. */
export function spread<L extends { readonly at: number }>(
  labels: readonly L[],
  distance: number,
  [top, bottom]: readonly [number, number],
): L[] {
  const sorted = [...labels].sort((a, b) => a.at - b.at);
  let next = top;
  const down = sorted.map((label) => {
    const at = Math.max(label.at, next);
    next = at + distance;
    return { ...label, at };
  });
  let below = bottom + distance;
  return down
    .reverse()
    .map((label) => {
      const at = Math.min(label.at, below - distance);
      below = at;
      return { ...label, at };
    })
    .reverse();
}
