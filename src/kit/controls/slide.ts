import type { NumberParameter } from '#contract/parameter.ts';

/**
 * What a key does to a slider's value, or undefined if nothing. Arrow keys a step, page keys so many, Home and End the ends. From between
 * two stops the first step is to the next one, so that none is jumped over.
 */
export function valueAfterKey(
  key: string,
  value: number,
  { min, max, step, page = 10 }: Pick<Track, 'min' | 'max' | 'step'> & { readonly page?: number },
): number | undefined {
  const moves: Record<string, number> = {
    ArrowRight: 1,
    ArrowUp: 1,
    ArrowLeft: -1,
    ArrowDown: -1,
    PageUp: page,
    PageDown: -page,
    Home: -Infinity,
    End: Infinity,
  };
  if (!(key in moves)) return undefined;
  const steps = moves[key];
  const stop = (value - min) / step;
  const nearest = Math.round(stop);
  const from = Math.abs(stop - nearest) < 1e-6 ? nearest : steps > 0 ? Math.floor(stop) : Math.ceil(stop);
  return snap(min + step * (from + steps), min, max, step);
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
  /** So many steps are one of a page key. */
  readonly page: number;
  /** Of a value between two stops it lies between theirs. */
  positionOf(value: number): number;
  /** Of the nearest stop. */
  valueAt(position: number): number;
}

const mantissas = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8];
/** From 1 to 5 by 0.05, then by 0.1: nowhere more than a twentieth apart. */
const fineMantissas = Array.from({ length: 130 }, (_, i) => (i < 80 ? (20 + i) / 20 : (50 + i - 80) / 10));

/** Every step as far as the parameter says, then round numbers in every power of ten; and the two ends. */
function rungs({ min, max, step, singlyTo = min, fine }: NumberParameter): number[] {
  const all = [min, max];
  for (let i = 1; i <= (singlyTo - min) / step + 1e-9; i++) all.push(snap(min + i * step, min, max, step));
  for (let decade = 10 ** Math.floor(Math.log10(min)); decade <= max; decade *= 10)
    all.push(...(fine ? fineMantissas : mantissas).map((mantissa) => snap(mantissa * decade, min, max, step)));
  return [...new Set(all)].sort((a, b) => a - b);
}

/** A slider with a logarithmic scale goes from one round number to the next; any other goes by the parameter's steps. */
export function trackOf(parameter: NumberParameter): Track {
  const { min, max, step, scale, fine } = parameter;
  if (scale !== 'log')
    return { min, max, step, page: 10, positionOf: (value) => value, valueAt: (position) => position };
  const all = rungs(parameter);
  const last = all.length - 1;
  return {
    min: 0,
    max: last,
    step: 1,
    // Three of the coarse stops are about a factor of two.
    page: fine ? 10 : 3,
    positionOf(value) {
      const above = all.findIndex((rung) => rung >= value);
      if (above <= 0) return above === 0 ? 0 : last;
      return above - Math.log(all[above] / value) / Math.log(all[above] / all[above - 1]);
    },
    valueAt: (position) => all[Math.round(position)],
  };
}
