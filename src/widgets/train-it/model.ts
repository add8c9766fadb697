import type { Backend } from '#contract/engine.ts';
import { Live as Trained } from '#contract/live.ts';
import type { TrainingState } from '#contract/training.ts';
import { configOf, floorOf, parametersOf, sourceContext, sourceOf, textContext } from './data.ts';
import type { Group } from './evaluate.ts';
import { keptNetwork } from './kept.ts';
import type { Asked } from './parameters.ts';

/** What was known after so many steps; at step 0 only of a network that was trained before, where `train` is `heldOut`. Nats a symbol. */
export interface Point {
  readonly step: number;
  /** Mean over the steps since the point before. */
  readonly train: number;
  readonly heldOut: number;
  readonly error: number;
  /** Of a source: what its held-out symbols cost as they came, which `heldOut` leaves to no chance. */
  readonly measured?: { readonly loss: number; readonly error: number };
}

/** The network, with what its tokens are. */
export class Live extends Trained {
  readonly symbols: readonly string[];
  constructor(state: TrainingState, symbols: readonly string[]) {
    super(state);
    this.symbols = symbols;
  }
}

export interface TrainIt {
  /** What was asked for, in one line: whatever is trained for another line is another training. */
  readonly key: string;
  readonly points: readonly Point[];
  readonly groups: readonly Group[];
  readonly samples: readonly { readonly step: number; readonly text: string }[];
  /** Steps after which it ends, and those that were taken. */
  readonly goal: number;
  readonly step: number;
  /** What has been done of what the reader asked for one by one. */
  readonly single: number;
  readonly parameters: number;
  /** Whether it begins with a network that has learned nothing. */
  readonly fresh: boolean;
  /** What an even choice among all symbols costs: a fresh network is close to it. */
  readonly even: number;
  /** Of a source: the least mean loss that there is, and its entropy rate. */
  readonly floor?: number;
  readonly rate?: number;
  /** Symbols of the text that are trained on, and stretches that are held out. */
  readonly trainedOn?: number;
  readonly estimate?: { readonly backend: Backend; readonly tokensPerSecond: number; readonly seconds: number };
  readonly speed?: { readonly backend: Backend; readonly tokensPerSecond: number; readonly secondsLeft: number };
  readonly notice?: string;
  /** Why nothing can be trained. */
  readonly problem?: string;
  readonly live?: Live;
}

export const isDone = ({ step, goal }: TrainIt) => step >= goal;
/** What was measured last. */
export const latest = ({ points }: TrainIt): Point | undefined => points[points.length - 1];

/** All that decides what is trained. */
export function keyOf(asked: Asked): string {
  const { data, amount, size, steps, rate, seed, round, from, text } = asked;
  return JSON.stringify([data, amount, size, steps, rate, seed, round, from, ...(data === 'own' ? [text] : [])]);
}

export const goalOf = ({ steps, more }: Asked) => Number(steps) * (1 + more);

/** Before anything is trained. Of a text the symbols are not known yet: `symbols` are as many as its alphabet has. */
export function untrained(asked: Asked, symbols?: readonly string[]): TrainIt {
  const source = sourceOf(asked.data);
  const context = source ? sourceContext : textContext;
  const known = source?.symbols ?? symbols ?? new Array<string>(96).fill('');
  return {
    key: keyOf(asked),
    points: [],
    groups: [],
    samples: [],
    goal: goalOf(asked),
    step: 0,
    single: asked.single,
    parameters: parametersOf(configOf(asked, { symbols: known, context })),
    fresh: keptNetwork(asked.from) === undefined,
    even: Math.log(known.length),
    ...(source && { floor: floorOf({ source, context }), rate: source.rate }),
  };
}

const mostPoints = 160;

/** Every second point goes when there are too many to draw; the last one stays. */
export const withPoint = (points: readonly Point[], point: Point): Point[] => {
  const all = [...points, point];
  return all.length <= mostPoints ? all : all.filter((_, i) => (all.length - 1 - i) % 2 === 0);
};
