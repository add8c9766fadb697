/**
 * Training in TensorFlow.js, on whichever backend is set when it begins. Parameters and moments are one tensor each, so that AdamW is
 * a handful of kernels however many layers there are. All shapes are constant: a graphics processor compiles its programs once.
 */
import * as tf from '@tensorflow/tfjs-core';
import type { TrainingState } from '#contract/training.ts';
import { AdamW, BETA1, BETA2, copyOf, decaying, EPSILON, NORM_EPSILON } from './adamW.ts';
import { tensorsOfTeacher, TensorflowGradient, type TeacherTensors } from './tensorflowGradient.ts';
import { assertBatch, type TrainableModel, type TrainingOptions } from './trainableModel.ts';

/** What keeps the parameters, and moves them. */
interface Optimizer {
  /** One step, and its loss. */
  step(sequences: Int32Array, rate: number): void;
  /** The sum of the losses since the last call. */
  loss(): Promise<number>;
  state(): Promise<TrainingState>;
  dispose(): void;
}

/** Everything stays on the backend. */
class OnTheBackend implements Optimizer {
  private readonly gradient: TensorflowGradient;
  private readonly teacher: TeacherTensors | undefined;
  private readonly config;
  private readonly decays: tf.Tensor1D;
  private readonly weightDecay: number;
  private values: tf.Tensor1D;
  private first: tf.Tensor1D;
  private second: tf.Tensor1D;
  private total = tf.scalar(0);
  private steps: number;

  constructor(state: TrainingState, { batch, weightDecay, teacher }: TrainingOptions) {
    this.config = state.network.config;
    this.gradient = new TensorflowGradient(this.config, batch);
    this.teacher = teacher && tensorsOfTeacher(teacher);
    this.weightDecay = weightDecay;
    const own = copyOf(state);
    this.values = tf.tensor1d(own.network.values);
    this.first = tf.tensor1d(own.first);
    this.second = tf.tensor1d(own.second);
    this.decays = tf.tensor1d(decaying(this.config));
    this.steps = state.step;
  }

  step(sequences: Int32Array, rate: number): void {
    const before = [this.values, this.first, this.second, this.total];
    this.steps++;
    [this.values, this.first, this.second, this.total] = tf.tidy(() => {
      const { loss, gradient } = this.gradient.run(this.values, sequences, 1, this.teacher);
      const norm = tf.sqrt(tf.sum(tf.square(gradient)));
      const clipped = tf.div(gradient, tf.maximum(tf.add(norm, NORM_EPSILON), 1));
      const first = tf.add(tf.mul(this.first, BETA1), tf.mul(clipped, 1 - BETA1));
      const second = tf.add(tf.mul(this.second, BETA2), tf.mul(tf.square(clipped), 1 - BETA2));
      const deviation = tf.add(tf.mul(tf.sqrt(second), 1 / Math.sqrt(1 - BETA2 ** this.steps)), EPSILON);
      const change = tf.mul(tf.div(first, deviation), rate / (1 - BETA1 ** this.steps));
      const decayed =
        this.weightDecay > 0
          ? tf.sub(this.values, tf.mul(tf.mul(this.values, this.decays), rate * this.weightDecay))
          : this.values;
      return [tf.sub(decayed, change), first, second, tf.add(this.total, loss)] as [
        tf.Tensor1D,
        tf.Tensor1D,
        tf.Tensor1D,
        tf.Scalar,
      ];
    });
    tf.dispose(before);
  }

  async loss(): Promise<number> {
    const { total } = this;
    this.total = tf.scalar(0);
    const [sum] = await total.data();
    total.dispose();
    return sum;
  }

  async state(): Promise<TrainingState> {
    const { steps: step, config } = this;
    const arrays = [this.values, this.first, this.second].map((tensor) => tensor.data<'float32'>());
    // On some backends what arrives is the tensor's own memory.
    const [values, first, second] = (await Promise.all(arrays)).map((array) => array.slice());
    return { network: { config, values }, first, second, step };
  }

  dispose(): void {
    this.gradient.dispose();
    if (this.teacher) tf.dispose({ ...this.teacher });
    tf.dispose([this.values, this.first, this.second, this.total, this.decays]);
  }
}

/** Keeps small gradients above the smallest number of half precision, 6 · 10⁻⁸. */
const HALF_PRECISION_SCALE = 1024;

/**
 * Where a graphics processor computes in half precision, as on many phones, small changes of a parameter would be lost and squares of
 * gradients vanish: parameters and moments stay in JavaScript, the gradient comes down in every step and the parameters go up.
 */
class InJavaScript implements Optimizer {
  private readonly gradient: TensorflowGradient;
  private readonly teacher: TeacherTensors | undefined;
  private readonly adamW: AdamW;
  private total = 0;

  constructor(state: TrainingState, { batch, weightDecay, teacher }: TrainingOptions) {
    this.gradient = new TensorflowGradient(state.network.config, batch);
    this.teacher = teacher && tensorsOfTeacher(teacher);
    this.adamW = new AdamW(copyOf(state), weightDecay);
  }

  step(sequences: Int32Array, rate: number): void {
    const { values } = this.adamW.state().network;
    const found = tf.tidy(() => {
      const { loss, gradient } = this.gradient.run(tf.tensor1d(values), sequences, HALF_PRECISION_SCALE, this.teacher);
      return tf.concat1d([gradient, tf.reshape(loss, [1]) as tf.Tensor1D]).dataSync<'float32'>();
    });
    this.total += found[values.length];
    const gradient = found.slice(0, values.length);
    for (let i = 0; i < gradient.length; i++) gradient[i] /= HALF_PRECISION_SCALE;
    this.adamW.update(gradient, rate);
  }

  loss(): Promise<number> {
    const { total } = this;
    this.total = 0;
    return Promise.resolve(total);
  }

  state(): Promise<TrainingState> {
    return Promise.resolve(copyOf(this.adamW.state()));
  }

  dispose(): void {
    this.gradient.dispose();
    if (this.teacher) tf.dispose({ ...this.teacher });
  }
}

export class TensorflowTraining implements TrainableModel {
  private readonly optimizer: Optimizer;
  private readonly length: number;
  private steps = 0;

  constructor(state: TrainingState, options: TrainingOptions) {
    const half = tf.getBackend() === 'webgl' && !tf.env().getBool('WEBGL_RENDER_FLOAT32_ENABLED');
    this.optimizer = half ? new InJavaScript(state, options) : new OnTheBackend(state, options);
    this.length = options.batch * (state.network.config.context + 1);
  }

  step(batch: Int32Array, rate: number): void {
    assertBatch(batch, this.length);
    this.optimizer.step(batch, rate);
    this.steps++;
  }

  async loss(): Promise<number> {
    const { steps } = this;
    this.steps = 0;
    return (await this.optimizer.loss()) / steps;
  }

  state(): Promise<TrainingState> {
    return this.optimizer.state();
  }

  dispose(): void {
    this.optimizer.dispose();
  }
}
