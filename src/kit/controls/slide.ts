import type { NumberParameter } from '#contract/parameter.ts';

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

/** A value as it is said aloud: a digit finer than the steps, and never 0 for something small. */
export function rounded(value: number, step: number): number {
  const digits = Math.min(20, Math.max(0, Math.ceil(-Math.log10(step) - 1e-9)) + 1);
  return Number(value.toFixed(digits)) || Number(value.toPrecision(2));
}

/** Where the slider of a parameter can stand, and what value it means there. */
export interface Track {
  readonly min: number;
  readonly max: number;
  readonly step: number;
  positionOf(value: number): number;
  valueAt(position: number): number;
}

const mantissas = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8];

/** Every step as far as the parameter says, then ten round numbers in every power of ten; and the two ends. */
function rungs({ min, max, step, singlyTo = min }: NumberParameter): number[] {
  const all = [min, max];
  for (let i = 1; i <= (singlyTo - min) / step + 1e-9; i++) all.push(snap(min + i * step, min, max, step));
  for (let decade = 10 ** Math.floor(Math.log10(min)); decade <= max; decade *= 10)
    all.push(...mantissas.map((mantissa) => snap(mantissa * decade, min, max, step)));
  return [...new Set(all)].sort((a, b) => a - b);
}

/** A slider with a logarithmic scale goes from one round number to the next; any other goes by the parameter's steps. */
export function trackOf(parameter: NumberParameter): Track {
  const { min, max, step, scale } = parameter;
  if (scale !== 'log') return { min, max, step, positionOf: (value) => value, valueAt: (position) => position };
  const all = rungs(parameter);
  const distance = (rung: number, value: number) => Math.abs(Math.log(rung / value));
  return {
    min: 0,
    max: all.length - 1,
    step: 1,
    positionOf: (value) =>
      all.reduce((best, rung, i) => (distance(rung, value) < distance(all[best], value) ? i : best), 0),
    valueAt: (position) => all[position],
  };
}
