/**
 * AdamW (Loshchilov and Hutter 2019) after clipping, as PyTorch computes them. With gradient g, norm ‖g‖ over all parameters, step t:
 * g ← g · min(1, 1/(‖g‖ + 10⁻⁶)), m ← β₁m + (1 − β₁)g, v ← β₂v + (1 − β₂)g²,
 * θ ← θ − rate · decay · θ − rate · (m/(1 − β₁ᵗ)) / (√(v/(1 − β₂ᵗ)) + ε), where only matrices decay.
 */
import type { Config, TrainingState } from '#contract/training.ts';
import { layoutOf } from './parameters.ts';

export const BETA1 = 0.9;
export const BETA2 = 0.95;
/** Given, and not left to TensorFlow.js, whose own depends on the backend. */
export const EPSILON = 1e-8;
/** Added to the norm, so that a gradient of zero can be clipped. */
export const NORM_EPSILON = 1e-6;

/** For each parameter 1 if it decays and 0 if not: gains do not. */
export function decaying(config: Config): Float32Array {
  const layout = layoutOf(config);
  const last = layout[layout.length - 1];
  const mask = new Float32Array(last.offset + last.size);
  for (const { shape, offset, size } of layout) if (shape.length > 1) mask.fill(1, offset, offset + size);
  return mask;
}

/** A state with memory of its own. */
export function copyOf({ network, first, second, step }: TrainingState): TrainingState {
  const { config, values } = network;
  return { network: { config, values: values.slice() }, first: first.slice(), second: second.slice(), step };
}

/** AdamW in JavaScript: float32 parameters and moments, float64 in between. */
export class AdamW {
  private readonly current: TrainingState;
  private readonly decays: Float32Array;
  private readonly weightDecay: number;
  private step: number;

  /** Takes the state's arrays as its own, and changes them. */
  constructor(current: TrainingState, weightDecay: number) {
    this.current = current;
    this.step = current.step;
    this.decays = decaying(current.network.config);
    this.weightDecay = weightDecay;
  }

  state(): TrainingState {
    return { ...this.current, step: this.step };
  }

  update(gradient: Float32Array, rate: number): void {
    const { first, second } = this.current;
    const { values } = this.current.network;
    this.step++;
    let square = 0;
    for (let i = 0; i < values.length; i++) square += gradient[i] * gradient[i];
    const scale = Math.min(1, 1 / (Math.sqrt(square) + NORM_EPSILON));
    const pace = rate / (1 - BETA1 ** this.step);
    const correction = 1 / Math.sqrt(1 - BETA2 ** this.step);
    const decay = rate * this.weightDecay;
    for (let i = 0; i < values.length; i++) {
      const g = gradient[i] * scale;
      const m = BETA1 * first[i] + (1 - BETA1) * g;
      const v = BETA2 * second[i] + (1 - BETA2) * g * g;
      first[i] = m;
      second[i] = v;
      values[i] -= decay * this.decays[i] * values[i] + (pace * m) / (Math.sqrt(v) * correction + EPSILON);
    }
  }
}
