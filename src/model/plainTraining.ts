/** Training in plain TypeScript: where TensorFlow.js cannot run, and to check it. */
import type { Teacher, TrainingState } from '#contract/training.ts';
import { AdamW, copyOf } from './adamW.ts';
import { PlainGradient } from './plainGradient.ts';
import { typescriptProducts, type Products } from './plainProducts.ts';
import { simdProducts } from './simdProducts.ts';
import { assertBatch, type TrainableModel, type TrainingOptions } from './trainableModel.ts';

export class PlainTraining implements TrainableModel {
  private readonly adamW: AdamW;
  private readonly gradient: PlainGradient;
  private readonly length: number;
  private readonly teacher: Teacher | undefined;
  private total = 0;
  private steps = 0;

  constructor(
    state: TrainingState,
    { batch, weightDecay, teacher }: TrainingOptions,
    makeProducts: (lengths: readonly number[]) => Products = (lengths) => simdProducts(lengths) ?? typescriptProducts,
  ) {
    const { config } = state.network;
    this.adamW = new AdamW(copyOf(state), weightDecay);
    this.gradient = new PlainGradient(config, batch, makeProducts);
    this.teacher = teacher;
    this.length = batch * (config.context + 1);
  }

  step(batch: Int32Array, rate: number): void {
    assertBatch(batch, this.length);
    const { loss, gradient } = this.gradient.run(this.adamW.state().network.values, batch, this.teacher);
    this.adamW.update(gradient, rate);
    this.total += loss;
    this.steps++;
  }

  loss(): Promise<number> {
    const mean = this.total / this.steps;
    this.total = this.steps = 0;
    return Promise.resolve(mean);
  }

  state(): Promise<TrainingState> {
    return Promise.resolve(copyOf(this.adamW.state()));
  }

  dispose(): void {
    // Nothing is held outside of JavaScript.
  }
}
