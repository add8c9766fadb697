import type { TrainingRequest } from '#contract/training.ts';

/**
 * AdamW's rate in step number `step` = 1, 2, …, steps: in the warm-up it is proportional to the step, and reaches the peak in step
 * `warmup`; from there a half period of a cosine leads down to a tenth of the peak in the last step.
 */
export function learningRate(
  step: number,
  { rate, warmup, steps }: Pick<TrainingRequest, 'rate' | 'warmup' | 'steps'>,
): number {
  if (step < warmup) return (rate * step) / warmup;
  const passed = steps > warmup ? Math.min(1, (step - warmup) / (steps - warmup)) : 1;
  return rate * (0.1 + 0.9 * 0.5 * (1 + Math.cos(Math.PI * passed)));
}
