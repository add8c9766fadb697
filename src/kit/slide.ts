/** What a key does to a slider's value, or undefined if nothing. Arrow keys a step, page keys ten, Home and End the ends. */
export function valueAfterKey(key: string, value: number, min: number, max: number, step: number): number | undefined {
  const moves: Record<string, number> = {
    ArrowRight: step,
    ArrowUp: step,
    ArrowLeft: -step,
    ArrowDown: -step,
    PageUp: 10 * step,
    PageDown: -10 * step,
    Home: -Infinity,
    End: Infinity,
  };
  if (!(key in moves)) return undefined;
  return snap(value + moves[key], min, max, step);
}

/** The nearest legal value. */
export function snap(value: number, min: number, max: number, step: number): number {
  const clamped = Math.min(max, Math.max(min, value));
  if (clamped === max || clamped === min) return clamped;
  return Number((min + step * Math.round((clamped - min) / step)).toFixed(10));
}
