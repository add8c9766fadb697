import { natsPer } from '#contract/say.ts';
import type { AnyWidget } from '#contract/spec.ts';
import type { Shown } from './page.ts';
import type { Score } from './score.ts';

/** What a Predict hands to the page's script. All numbers are probabilities, or amounts in bits. */
export interface Asked {
  readonly score: Score;
  readonly truth: readonly number[];
  /** What can be guessed; the picture reaches from 0 to `top`. */
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly top: number;
  /** What the number is called in a sentence: `bits`, or nothing for a probability. */
  readonly unit: '' | 'bits';
  /** For a curve, the points at which it is drawn; bars have none. */
  readonly at?: readonly number[];
}

export interface Sweep {
  readonly param: string;
  readonly values: readonly number[];
}

/** Fingers need room between the points, and fewer than three are no curve. */
const fewest = 3;
const most = 11;

/** `noise 0..1 by 0.1`: a parameter and its values, both ends included. Undefined if it is nothing of the kind. */
export function parseSweep(text: string): Sweep | undefined {
  const match = /^\s*([\w-]+)\s+(-?[\d.]+)\.\.(-?[\d.]+)\s+by\s+([\d.]+)\s*$/.exec(text);
  if (!match) return undefined;
  const [from, to, by] = match.slice(2).map(Number);
  const count = Math.round((to - from) / by) + 1;
  if (!(count >= fewest && count <= most) || Math.abs(from + (count - 1) * by - to) > 1e-9) return undefined;
  return { param: match[1], values: Array.from({ length: count }, (_, i) => Number((from + i * by).toFixed(10))) };
}

export const readoutsNamed = (of: string) => of.trim().split(/\s+/);

/** The properties of a Predict that say what the truth is; the others are initial values of the widget. */
export interface PredictProps extends Readonly<Record<string, string | undefined>> {
  readonly of: string;
  readonly sweep?: string;
}

/** The states of the widget, as written in a chapter, in which the readouts are taken: one for each point of a curve, else one. */
export function statesOf({ of: _of, sweep: text, ...written }: PredictProps): Readonly<Record<string, string>>[] {
  const given = written as Record<string, string>;
  if (text === undefined) return [given];
  const { param, values } = parseSweep(text)!;
  return values.map((value) => ({ ...given, [param]: String(value) }));
}

/** The numbers to be guessed, as the widget computes them; information in bits. */
export function truthOf(of: string, states: readonly Omit<Shown, 'id'>[]): number[] {
  return states.flatMap(({ spec, values, model }) =>
    readoutsNamed(of).map((name) => {
      const readout = spec.readouts[name];
      const now = readout.of(model, values);
      return readout.kind === 'information' ? now / natsPer('bits') : now;
    }),
  );
}

/** The roundest step of which at most a hundred make the whole. */
export function stepOf(top: number): number {
  const power = 10 ** Math.floor(Math.log10(top / 100) + 1e-9);
  const step = [1, 2, 5, 10].find((factor) => top / (factor * power) <= 100 + 1e-9)! * power;
  return Number(step.toPrecision(1));
}

/** Rounding errors of a readout that are not worth a complaint. */
const tolerance = 1e-9;

/** The question in numbers. */
export function askedOf(spec: AnyWidget, props: PredictProps & { readonly max?: string }, truth: number[]): Asked {
  const sweep = props.sweep === undefined ? undefined : parseSweep(props.sweep)!;
  const isInformation = spec.readouts[readoutsNamed(props.of)[0]].kind === 'information';
  const top = isInformation ? Number(props.max) : 1;
  const rounded = truth.map((value) => Number(Math.min(top, Math.max(0, value)).toFixed(6)));
  const score = isInformation ? 'distance' : !sweep && truth.length > 1 ? 'distribution' : 'divergence';
  // As in a bet, nobody may be surer than 99 percent: a sure wrong guess would cost infinitely many bits.
  const range = isInformation ? { min: 0, max: top, step: stepOf(top) } : { min: 0.01, max: 0.99, step: 0.01 };
  return {
    score,
    truth: rounded,
    ...range,
    top,
    unit: isInformation ? 'bits' : '',
    ...(sweep && { at: sweep.values }),
  };
}

/** Why the truth cannot be shown or scored, if so. */
export function problemOfTruth({ score, top }: Asked, truth: readonly number[]): string | undefined {
  const outside = truth.find((value) => !(value >= -tolerance && value <= top + tolerance));
  if (outside !== undefined) return `what is to be predicted, ${outside}, is outside of 0 to ${top}`;
  const sum = truth.reduce((total, p) => total + p, 0);
  if (score === 'distribution' && Math.abs(sum - 1) > tolerance)
    return `several bars of probabilities are one distribution, but these add up to ${sum}`;
  return undefined;
}

/** Where the bars or the points of the curve stand before the reader has moved any. */
export const startOf = ({ score, truth, top }: Asked): number[] =>
  truth.map(() => (score === 'distribution' ? 1 / truth.length : top / 2));

/** A guess as it is written beside its bar or point. */
export const sayGuess = (value: number, { step, unit }: Asked) =>
  `${value.toFixed(Math.max(0, -Math.floor(Math.log10(step) + 1e-9)))}${unit && ` ${unit}`}`;
