import type { Stretch } from '#contract/engine.ts';
import type { WantedWindow } from './reading.ts';

/**
 * A TensorFlow.js backend pads every window to the context, so that one input costs it as much as all of them. Windows of up to
 * this share of the context are left to the plain reader, which computes only what there is.
 */
const SHORT = 1 / 8;

/** The windows of these stretches of a text of `tokens` tokens. Throws RangeError for a stretch that is none. */
export function windowsOfStretches(stretches: readonly Stretch[], tokens: number, context: number): WantedWindow[] {
  return stretches.map(({ start, from, to }, i) => {
    const inputs = to - 1 - start;
    const legal = [start, from, to].every(Number.isInteger) && start >= -1 && start < from && from < to && to <= tokens;
    if (!legal) {
      throw new RangeError(`stretches[${i}]: ${start}, ${from}, ${to} is not −1 ≤ start < from < to ≤ ${tokens}`);
    }
    if (inputs > context) throw new RangeError(`stretches[${i}]: ${inputs} inputs are more than ${context}`);
    // In the sequence of a window the line break has place 0, and token 0 place 1.
    return { window: { start: start + 1, from, to }, urgent: inputs <= SHORT * context };
  });
}
