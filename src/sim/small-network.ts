import {
  assertBetween,
  assertEach,
  assertFiniteNumbers,
  assertFunction,
  assertLength,
  assertObject,
  assertPositive,
  assertWholeNumber,
  refuse,
} from '#theory/numerics/assert.ts';
import { drawNormal } from './samplers.ts';
import type { Uniform } from './random.ts';

/** What a hidden unit makes of its sum. */
export type Activation = 'tanh' | 'relu' | 'linear';

/** A fully connected network: so many units in each layer, the input first, one output last, whose value is the log-odds of a 1. */
export interface Shape {
  readonly widths: readonly number[];
  readonly activation: Activation;
}

/** Inputs row by row, each as wide as the first layer, and 0 or 1 for each of them. */
export interface Examples {
  readonly inputs: Float64Array;
  readonly labels: ArrayLike<number>;
}

const activations: readonly string[] = ['tanh', 'relu', 'linear'];
const MOST_UNITS = 1000;

function assertShape(shape: Shape): void {
  assertObject(shape, 'shape');
  const { widths, activation } = shape;
  assertEach(widths, 'widths', (width, name) => assertWholeNumber(width, name, 1, MOST_UNITS));
  if (widths.length < 2 || widths[widths.length - 1] !== 1) refuse('widths', 'end in one output', widths);
  if (!activations.includes(activation)) refuse('activation', `be one of ${activations.join(', ')}`, activation);
}

/** Weights of a layer unit by unit, then its biases, layer after layer. */
const parametersOf = (widths: readonly number[]) =>
  widths.slice(1).reduce((total, width, l) => total + width * (widths[l] + 1), 0);

/** Normal weights whose variance is 1/fan-in, 2/fan-in for ReLU; no biases. LeCun 1998; He et al. 2015. */
export function drawNetwork(shape: Shape, next: Uniform): Float64Array {
  assertShape(shape);
  const { widths, activation } = shape;
  const parameters = new Float64Array(parametersOf(widths));
  let at = 0;
  for (let l = 1; l < widths.length; l++) {
    const deviation = Math.sqrt((activation === 'relu' && l > 1 ? 2 : 1) / widths[l - 1]);
    for (let i = 0; i < widths[l] * widths[l - 1]; i++) parameters[at++] = deviation * drawNormal(next);
    at += widths[l];
  }
  return parameters;
}

/** layersOf without its checks, for every step of a training. */
function forward({ widths, activation }: Shape, parameters: Float64Array, inputs: Float64Array): Float64Array[] {
  const rows = inputs.length / widths[0];
  const layers: Float64Array[] = [];
  let [below, at] = [inputs, 0];
  for (let l = 1; l < widths.length; l++) {
    const [fan, width] = [widths[l - 1], widths[l]];
    const biases = at + width * fan;
    const out = new Float64Array(rows * width);
    const isHidden = l < widths.length - 1;
    for (let r = 0; r < rows; r++)
      for (let u = 0; u < width; u++) {
        let z = parameters[biases + u];
        for (let i = 0, w = at + u * fan, b = r * fan; i < fan; i++) z += parameters[w + i] * below[b + i];
        if (isHidden && activation === 'tanh') z = Math.tanh(z);
        else if (isHidden && activation === 'relu' && z < 0) z = 0;
        out[r * width + u] = z;
      }
    layers.push(out);
    below = out;
    at = biases + width;
  }
  return layers;
}

/**
 * What every layer says to each of the inputs: entry l − 1 holds the rows of layer l, the last one the log-odds. Throws RangeError unless
 * the parameters are those of the shape and the inputs whole rows.
 */
export function layersOf(shape: Shape, parameters: Float64Array, inputs: Float64Array): Float64Array[] {
  assertShape(shape);
  const { widths } = shape;
  assertLength(parameters, 'parameters', parametersOf(widths), 'for this shape');
  assertFiniteNumbers(inputs, 'inputs');
  if (!Number.isInteger(inputs.length / widths[0])) refuse('inputs', `be rows of ${widths[0]}`, inputs.length);
  return forward(shape, parameters, inputs);
}

interface LossGradient {
  readonly loss: number;
  readonly gradient: Float64Array;
}

/**
 * The gradient of a loss with respect to the parameters, from its derivative by the output of each row; `layers` are those of `forward`.
 * The derivatives are used up.
 */
function through(
  { widths, activation }: Shape,
  parameters: Float64Array,
  inputs: Float64Array,
  layers: readonly Float64Array[],
  byOutput: Float64Array,
): Float64Array {
  const rows = byOutput.length;
  const gradient = new Float64Array(parameters.length);
  let above = byOutput;
  let at = parameters.length;
  for (let l = widths.length - 1; l > 0; l--) {
    const [fan, width] = [widths[l - 1], widths[l]];
    const below = l > 1 ? layers[l - 2] : inputs;
    const passed = new Float64Array(l > 1 ? rows * fan : 0);
    const biases = at - width;
    at = biases - width * fan;
    for (let r = 0; r < rows; r++)
      for (let u = 0; u < width; u++) {
        const d = above[r * width + u];
        if (d === 0) continue;
        gradient[biases + u] += d;
        const [w, b] = [at + u * fan, r * fan];
        for (let i = 0; i < fan; i++) gradient[w + i] += d * below[b + i];
        // Nobody learns from what would be passed to the inputs.
        if (l > 1) for (let i = 0; i < fan; i++) passed[b + i] += d * parameters[w + i];
      }
    if (l > 1 && activation !== 'linear')
      for (let j = 0; j < passed.length; j++)
        passed[j] *= activation === 'tanh' ? 1 - below[j] * below[j] : below[j] > 0 ? 1 : 0;
    above = passed;
  }
  return gradient;
}

/** lossGradient without its checks. */
function backward(shape: Shape, parameters: Float64Array, { inputs, labels }: Examples): LossGradient {
  const layers = forward(shape, parameters, inputs);
  const odds = layers[layers.length - 1];
  const rows = odds.length;
  let loss = 0;
  const byOutput = new Float64Array(rows);
  for (let r = 0; r < rows; r++) {
    const z = odds[r];
    loss += (Math.log1p(Math.exp(-Math.abs(z))) + Math.max(0, z) - labels[r] * z) / rows;
    byOutput[r] = (1 / (1 + Math.exp(-z)) - labels[r]) / rows;
  }
  return { loss, gradient: through(shape, parameters, inputs, layers, byOutput) };
}

/**
 * The same for any loss of the outputs: `lossOf` is given the output of each row and returns the loss and its derivative by each of them.
 */
export function gradientOf(
  shape: Shape,
  parameters: Float64Array,
  inputs: Float64Array,
  lossOf: (outputs: Float64Array) => { readonly loss: number; readonly byOutput: Float64Array },
): LossGradient {
  assertShape(shape);
  assertFunction(lossOf, 'lossOf');
  assertLength(parameters, 'parameters', parametersOf(shape.widths), 'for this shape');
  assertFiniteNumbers(inputs, 'inputs');
  if (!Number.isInteger(inputs.length / shape.widths[0]))
    refuse('inputs', `be rows of ${shape.widths[0]}`, inputs.length);
  const layers = forward(shape, parameters, inputs);
  const { loss, byOutput } = lossOf(layers[layers.length - 1]);
  return { loss, gradient: through(shape, parameters, inputs, layers, byOutput) };
}

/** Mean of ln(1 + e^∓z) over the examples, and its gradient with respect to the parameters. */
export function lossGradient(shape: Shape, parameters: Float64Array, examples: Examples): LossGradient {
  assertObject(examples, 'examples');
  const { inputs, labels } = examples;
  const [first] = layersOf(shape, parameters, inputs);
  assertLength(labels, 'labels', first.length / shape.widths[1], 'like the rows of the inputs');
  assertEach(labels, 'labels', (label, name) => {
    if (label !== 0 && label !== 1) refuse(name, 'be 0 or 1', label);
  });
  return backward(shape, parameters, examples);
}

/** How a network is trained: all examples in every step, so that nothing in it is random. */
export interface Descent {
  readonly rate: number;
  /** The share of the last step that is taken once more. Polyak 1964. */
  readonly momentum: number;
  readonly steps: number;
}

/** Gradient descent from the given parameters: those after each step, the given ones first. The array is used again: copy it to keep it. */
export function* descend(
  shape: Shape,
  start: Float64Array,
  examples: Examples,
  descent: Descent,
): Generator<Float64Array> {
  assertObject(descent, 'descent');
  const { rate, momentum, steps } = descent;
  assertPositive(rate, 'rate');
  assertBetween(momentum, 'momentum', 0, 1);
  assertWholeNumber(steps, 'steps', 0, 1e6);
  assertShape(shape);
  assertLength(start, 'start', parametersOf(shape.widths), 'for this shape');
  const parameters = Float64Array.from(start);
  const move = new Float64Array(start.length);
  for (let step = 0; ; step++) {
    yield parameters;
    if (step === steps) return;
    const { gradient } = step === 0 ? lossGradient(shape, parameters, examples) : backward(shape, parameters, examples);
    for (let i = 0; i < move.length; i++) {
      move[i] = momentum * move[i] - rate * gradient[i];
      parameters[i] += move[i];
    }
  }
}
