import { describe, expect, it } from 'vitest';
import { expectNear } from '../../fixtures/difference.ts';
import { startOf, trainingFixture } from '../../fixtures/training.ts';
import { lossOf } from '../../fixtures/transformer.ts';
import { initialize } from './parameters.ts';
import { PlainGradient } from './plainGradient.ts';
import { typescriptProducts } from './plainProducts.ts';
import { predictor } from './predict.ts';
import { PlainTraining } from './plainTraining.ts';
import { simdProducts } from './simdProducts.ts';
import { trainingState } from './trainableModel.ts';

const fixture = trainingFixture();
const batches = fixture.batches.map((batch) => Int32Array.from(batch));
const batch = batches[0].length / (fixture.config.context + 1);
const options = { batch, weightDecay: fixture.weightDecay };

const small = { vocabulary: 4, context: 5, width: 8, layers: 1, heads: 2 };
const values = initialize(small, 3).values.map((x) => (x === 1 ? 0.8 : 10 * x));
const sequences = Int32Array.of(0, 3, 1, 2, 2, 0, 1, 1, 3, 0, 2, 3);

/** The mean loss of both sequences, by the other transformer. */
const lossAt = (at: Float64Array) =>
  (lossOf(small, at, sequences.subarray(0, 6)) + lossOf(small, at, sequences.subarray(6))) / 2;

/** Of every third parameter: each tensor has some. */
const STRIDE = 3;

function centralDifferences(step: number): number[] {
  return Array.from({ length: Math.ceil(values.length / STRIDE) }, (_, place) => {
    const i = place * STRIDE;
    const moved = (by: number) => {
      const at = Float64Array.from(values);
      at[i] += by;
      return lossAt(at);
    };
    return (moved(step) - moved(-step)) / (2 * step);
  });
}

let differences: readonly number[] | undefined;

describe.each([
  ['plain TypeScript', () => typescriptProducts],
  ['plain TypeScript over the SIMD kernel', (lengths: readonly number[]) => simdProducts(lengths)!],
])('training in %s', (_, makeProducts) => {
  const begin = (state = startOf(fixture)) => new PlainTraining(state, options, makeProducts);

  it('has the gradient that central differences of the loss in float64 have', () => {
    const found = new PlainGradient(small, 2, makeProducts).run(values, sequences);
    expect(found.loss).toBeCloseTo(lossAt(Float64Array.from(values)), 6);
    differences ??= centralDifferences(1e-5);
    const largest = Math.max(...differences.map(Math.abs));
    expect(largest).toBeGreaterThan(0.05);
    expectNear(found.gradient, differences, 1e-6 * largest, STRIDE);
  });

  it('has the gradient, the losses and the network of PyTorch', async () => {
    const state = startOf(fixture);
    const { gradient } = new PlainGradient(fixture.config, batch, makeProducts).run(state.network.values, batches[0]);
    expectNear(gradient, fixture.gradient, 1e-6);
    const training = begin(state);
    for (const [i, loss] of fixture.losses.entries()) {
      training.step(batches[i], fixture.rates[i]);
      expect(Math.abs((await training.loss()) - loss)).toBeLessThan(1e-6);
    }
    const end = await training.state();
    expect(end.step).toBe(10);
    expectNear(end.network.values, fixture.end, 1e-5);
  });

  it('is the same again, and from a state in its middle, to the last bit', async () => {
    const whole = begin();
    batches.slice(0, 6).forEach((each, i) => whole.step(each, fixture.rates[i]));
    const first = begin();
    batches.slice(0, 3).forEach((each, i) => first.step(each, fixture.rates[i]));
    const second = begin(await first.state());
    batches.slice(3, 6).forEach((each, i) => second.step(each, fixture.rates[3 + i]));
    // It goes on, and leaves what it has given away as it was.
    first.step(batches[3], 1);
    expect(await second.state()).toEqual(await whole.state());
  });

  it('leaves alone the state that it began from', () => {
    const state = startOf(fixture);
    begin(state).step(batches[0], 0.1);
    expect(state).toEqual(startOf(fixture));
  });

  it('gives the mean of the losses since it was last asked', async () => {
    const training = begin();
    batches.slice(0, 4).forEach((each, i) => training.step(each, fixture.rates[i]));
    expect(await training.loss()).toBeCloseTo(fixture.losses.slice(0, 4).reduce((sum, x) => sum + x, 0) / 4, 5);
    expect(await training.loss()).toBeNaN();
  });

  it('refuses a batch of another size', () => {
    const training = begin();
    expect(() => training.step(new Int32Array(5), 1)).toThrow('batch must be 33 tokens, got 5');
  });
});

describe('a teacher', () => {
  const other = { config: small, values: initialize(small, 5).values.map((x) => (x === 1 ? 1.1 : 12 * x)) };
  const teacher = { network: other, shares: [0.75, 1] };
  const V = small.vocabulary;

  /** The laws of all rows, from the predictor that reads in the pages. */
  const lawsOf = (at: Float32Array) =>
    [0, 6].flatMap((from) => [...predictor({ config: small, values: at })([...sequences.subarray(from, from + 5)]).logProbabilities]); // prettier-ignore
  const targets = lawsOf(other.values).map((log, i) => {
    const [row, t, v] = [Math.floor(i / (5 * V)), Math.floor(i / V) % 5, i % V];
    const share = teacher.shares[row];
    return share * Math.exp(log) + (1 - share) * (sequences[row * 6 + t + 1] === v ? 1 : 0);
  });
  const lossWith = (at: Float32Array) => lawsOf(at).reduce((sum, log, i) => sum - targets[i] * log, 0) / 10;

  it('gives the gradient that differences of the cross-entropy to the mixture have', () => {
    const found = new PlainGradient(small, 2, () => typescriptProducts).run(values, sequences, teacher);
    expect(found.loss).toBeCloseTo(lossWith(values), 6);
    for (let i = 0; i < values.length; i += 7) {
      const moved = (by: number) => lossWith(values.map((x, k) => (k === i ? x + by : x)));
      const [up, down] = [Math.fround(values[i] + 1e-2), Math.fround(values[i] - 1e-2)];
      expect(found.gradient[i]).toBeCloseTo((moved(1e-2) - moved(-1e-2)) / (up - down), 3);
    }
  });

  it('who says nothing is none, and to whom a learner is equal gives no gradient', () => {
    const gradient = new PlainGradient(small, 2, () => typescriptProducts);
    const without = gradient.run(values, sequences);
    const silent = gradient.run(values, sequences, { network: other, shares: [0, 0] });
    expect(silent.loss).toBeCloseTo(without.loss, 6);
    expectNear(silent.gradient, [...without.gradient], 1e-6);
    const itself = gradient.run(values, sequences, { network: { config: small, values }, shares: [1, 1] });
    expectNear(itself.gradient, Array<number>(values.length).fill(0), 1e-7);
  });
});

describe('the state before the first step', () => {
  const { config } = fixture;
  it('is of a fresh network, of a network at rest, or what it was', () => {
    const fresh = trainingState(config, 4);
    expect(fresh.network).toEqual(initialize(config, 4));
    expect(fresh).toMatchObject({ step: 0, first: new Float32Array(fresh.first.length) });
    expect(trainingState(fresh.network, 9)).toEqual(fresh);
    expect(trainingState(fresh, 9)).toBe(fresh);
  });
});
