import {
  assertEach,
  assertFiniteNumbers,
  assertIndex,
  assertLength,
  assertObject,
  assertPositive,
  assertRows,
  assertWholeNumber,
} from '#theory/numerics/assert.ts';
import { drawNormal } from './samplers.ts';
import type { Uniform } from './random.ts';

/** A network with one hidden layer of tanh units and a logit for each class. */
export interface SoftmaxNetwork {
  readonly inputs: number;
  readonly hidden: number;
  readonly classes: number;
  /** Hidden unit by unit its weights and its bias, then class by class its weights and its bias. */
  readonly parameters: Float64Array;
}

export interface LabeledInputs {
  readonly inputs: readonly (readonly number[])[];
  readonly labels: readonly number[];
}

export interface NetworkTraining {
  readonly hidden: number;
  readonly classes: number;
  readonly rate: number;
  readonly steps: number;
}

/** The hidden units of an input, and its logits, into the given arrays. */
function pass(network: SoftmaxNetwork, input: ArrayLike<number>, units: Float64Array, logits: Float64Array): void {
  const { inputs, hidden, classes, parameters } = network;
  let at = 0;
  for (let h = 0; h < hidden; h++) {
    let z = 0;
    for (let j = 0; j < inputs; j++) z += parameters[at++] * input[j];
    units[h] = Math.tanh(z + parameters[at++]);
  }
  for (let k = 0; k < classes; k++) {
    let z = 0;
    for (let h = 0; h < hidden; h++) z += parameters[at++] * units[h];
    logits[k] = z + parameters[at++];
  }
}

/** Logits of one input, class by class. Throws RangeError unless it is as wide as the network reads. */
export function networkLogits(network: SoftmaxNetwork, input: readonly number[]): number[] {
  assertObject(network, 'network');
  const { inputs, hidden, classes, parameters } = network;
  assertWholeNumber(inputs, 'network.inputs', 1, 1000);
  assertWholeNumber(hidden, 'network.hidden', 1, 1000);
  assertWholeNumber(classes, 'network.classes', 1, 1000);
  assertLength(parameters, 'network.parameters', hidden * (inputs + 1) + classes * (hidden + 1), 'for this network');
  assertFiniteNumbers(input, 'input');
  assertLength(input, 'input', inputs, 'as the network reads');
  const logits = new Float64Array(classes);
  pass(network, input, new Float64Array(hidden), logits);
  return [...logits];
}

/** Decay of the mean and of the mean square of the gradient, and what keeps the quotient finite. Kingma and Ba 2015. */
const [beta1, beta2, epsilon] = [0.9, 0.999, 1e-8];

/**
 * Trains on the mean surprisal of the labels, all of them in every step, by Adam, with a rate that falls evenly to a tenth: yields the network
 * before the first step and after each. The parameters are used again: copy them to keep them. `next` draws the first weights, normal with variance 1/fan-in,
 * and nothing else is random.
 */
export function* trainSoftmaxNetwork(
  examples: LabeledInputs,
  training: NetworkTraining,
  next: Uniform,
): Generator<SoftmaxNetwork> {
  assertObject(examples, 'examples');
  assertObject(training, 'training');
  const { hidden, classes, rate, steps } = training;
  assertWholeNumber(hidden, 'training.hidden', 1, 1000);
  assertWholeNumber(classes, 'training.classes', 2, 1000);
  assertPositive(rate, 'training.rate');
  assertWholeNumber(steps, 'training.steps', 0, 1e5);
  const rows = examples.inputs;
  assertRows(rows, 'examples.inputs', assertFiniteNumbers);
  assertLength(examples.labels, 'examples.labels', rows.length, 'like the inputs');
  assertEach(examples.labels, 'examples.labels', (label, name) => assertIndex(label, name, classes));
  const inputs = rows[0].length;
  const outer = hidden * (inputs + 1);
  const parameters = new Float64Array(outer + classes * (hidden + 1));
  for (let h = 0, at = 0; h < hidden; h++, at++)
    for (let j = 0; j < inputs; j++) parameters[at++] = drawNormal(next) / Math.sqrt(inputs);
  for (let k = 0, at = outer; k < classes; k++, at++)
    for (let h = 0; h < hidden; h++) parameters[at++] = drawNormal(next) / Math.sqrt(hidden);
  const network: SoftmaxNetwork = { inputs, hidden, classes, parameters };

  const [gradient, means, squares] = [0, 1, 2].map(() => new Float64Array(parameters.length));
  const [units, back, logits] = [new Float64Array(hidden), new Float64Array(hidden), new Float64Array(classes)];
  for (let step = 1; ; step++) {
    yield network;
    if (step > steps) return;
    gradient.fill(0);
    for (let i = 0; i < rows.length; i++) {
      pass(network, rows[i], units, logits);
      const most = logits.reduce((a, b) => Math.max(a, b));
      const total = logits.reduce((sum, z) => sum + Math.exp(z - most), 0);
      back.fill(0);
      for (let k = 0, at = outer; k < classes; k++) {
        const d = (Math.exp(logits[k] - most) / total - (k === examples.labels[i] ? 1 : 0)) / rows.length;
        for (let h = 0; h < hidden; h++, at++) {
          gradient[at] += d * units[h];
          back[h] += d * parameters[at];
        }
        gradient[at++] += d;
      }
      for (let h = 0, at = 0; h < hidden; h++) {
        const d = back[h] * (1 - units[h] * units[h]);
        for (let j = 0; j < inputs; j++) gradient[at++] += d * rows[i][j];
        gradient[at++] += d;
      }
    }
    const [unbias1, unbias2] = [1 - beta1 ** step, 1 - beta2 ** step];
    const pace = rate * (1 - (0.9 * (step - 1)) / steps);
    for (let p = 0; p < parameters.length; p++) {
      means[p] += (1 - beta1) * (gradient[p] - means[p]);
      squares[p] += (1 - beta2) * (gradient[p] ** 2 - squares[p]);
      parameters[p] -= (pace * (means[p] / unbias1)) / (Math.sqrt(squares[p] / unbias2) + epsilon);
    }
  }
}
