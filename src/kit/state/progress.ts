/** How far a challenge has come, between 0 and 1. A challenge with several conditions is as far as its worst: Math.min. */

/** 1 once `value` has reached a positive `goal`; before that, the share of the way. */
export function atLeast(value: number, goal: number): number {
  return Math.min(1, Math.max(0, value / goal));
}

/** 1 while `gap` is at most `tolerance`; beyond that less than 1, and 0 once it is `far`. */
export function within(gap: number, tolerance: number, far: number): number {
  return gap <= tolerance ? 1 : Math.max(0, 1 - gap / far);
}
