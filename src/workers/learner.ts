import { assertBetween, assertNotNegative, assertPositive, assertWholeNumber } from '#theory/numerics/assert.ts';
import type { TrainingRequest } from '#contract/training.ts';
import { assertSource, drawBatch } from '#sim/training-batches.ts';
import { learningRate } from '#model/learningRate.ts';
import { assertConfig, parameterCount } from '#model/parameters.ts';
import type { TrainableModel } from '#model/trainableModel.ts';
import { nextTask } from './nextTask.ts';
import { Refusal } from './refusal.ts';
import { configOf, type Learned } from './trainerProtocol.ts';

/** Throws RangeError unless something can be learned from this. */
export function assertRequest({
  from,
  source,
  teacher,
  batch,
  steps,
  rate,
  warmup,
  weightDecay,
  seed,
}: TrainingRequest): void {
  const config = configOf(from);
  assertConfig(config);
  if (config.rotary) throw new RangeError('from must not be rotary: such a network is only read');
  assertSource(source, config);
  assertWholeNumber(batch, 'batch', 1);
  assertWholeNumber(steps, 'steps');
  assertPositive(rate, 'rate');
  assertNotNegative(warmup, 'warmup');
  assertNotNegative(weightDecay, 'weightDecay');
  assertWholeNumber(seed, 'seed');
  const count = parameterCount(config);
  const state = 'network' in from ? from : undefined;
  const network = state?.network ?? ('values' in from ? from : undefined);
  for (const [name, values] of Object.entries({ ...network, ...state }))
    if (values instanceof Float32Array && values.length !== count)
      throw new RangeError(`from.${name} must be ${count} numbers, got ${values.length}`);
  if (state) assertWholeNumber(state.step, 'from.step');
  if (source.kind === 'tokens' && source.mixed && source.mixed.rows > batch)
    throw new RangeError(`source.mixed.rows must be at most batch, got ${source.mixed.rows}`);
  if (!teacher) return;
  if (teacher.network.values.length !== count)
    throw new RangeError(`teacher.network must be of the learner’s size, got ${teacher.network.values.length} numbers`);
  if (teacher.shares.length !== batch)
    throw new RangeError(`teacher.shares must be ${batch}, got ${teacher.shares.length}`);
  teacher.shares.forEach((share, b) => assertBetween(share, `teacher.shares[${b}]`, 0, 1));
}

/** Steps that together take less than this are taken at once; then whatever computes is waited for, and messages are let in. */
const AT_ONCE = 16;

/** A network that learns, and where it is in what was asked of it. */
export class Learner {
  private readonly model: TrainableModel;
  private readonly request: Omit<TrainingRequest, 'from'>;
  private readonly context: number;
  private step: number;
  /** Milliseconds that a step takes, of late. */
  private each = Infinity;

  constructor(model: TrainableModel, request: Omit<TrainingRequest, 'from'>, context: number, step: number) {
    this.model = model;
    this.request = request;
    this.context = context;
    this.step = step;
  }

  /**
   * Takes steps for about so many milliseconds, but no more than `most`, and no fewer than one. What the steps do depends on their
   * numbers alone, and not on how they are divided between calls. Throws a Refusal when the loss is no number any more.
   */
  async learn(milliseconds: number, most: number, isEnough: () => boolean): Promise<Omit<Learned, 'state'>> {
    const { source, batch, steps, seed } = this.request;
    const before = performance.now();
    const end = Math.min(steps, this.step + most);
    let [taken, total, elapsed] = [0, 0, 0];
    do {
      const from = performance.now();
      const some = Math.max(1, Math.min(end - this.step, Math.floor(AT_ONCE / this.each)));
      for (let i = 0; i < some; i++) {
        this.step++;
        this.model.step(
          drawBatch(source, batch, this.context + 1, seed, this.step),
          learningRate(this.step, this.request),
        );
      }
      const loss = await this.model.loss();
      if (!Number.isFinite(loss))
        throw new Refusal(`At step ${this.step} the loss was no number any more. A lower learning rate may help.`);
      taken += some;
      total += some * loss;
      await nextTask();
      elapsed = performance.now() - before;
      this.each = (performance.now() - from) / some;
    } while (this.step < end && elapsed < milliseconds && !isEnough());
    return { steps: taken, loss: total / taken, milliseconds: elapsed };
  }

  state() {
    return this.model.state();
  }

  dispose(): void {
    this.model.dispose();
  }
}
