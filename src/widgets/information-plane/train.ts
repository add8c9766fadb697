import { uniforms } from '#sim/random.ts';
import { descend, drawNetwork, layersOf, type Shape } from '#sim/small-network.ts';
import { INPUTS, VOICES, voteTask, type VoteTask } from '#sim/vote-task.ts';
import {
  informationOfCells,
  informationThroughPlaneNoise,
  readExactly,
  readInBins,
} from '#theory/channels/layer-reading.ts';
import { lastStep, type Activated, type Asked } from './parameters.ts';

/** Units of the hidden layers. */
export const hidden = [6, 4, 2] as const;
const descent = { rate: 0.1, momentum: 0.9, steps: lastStep };

/** Steps after which the network is kept: none, and about evenly spaced on a logarithmic scale. */
export const kept = [...new Set([0, ...Array.from({ length: 31 }, (_, k) => Math.round(lastStep ** (k / 30)))])];

/** A network as it was after each of the kept steps. */
interface Trail {
  readonly shape: Shape;
  readonly task: VoteTask;
  readonly parameters: readonly Float64Array[];
}

export type Which = Pick<Asked, 'examples' | 'flips' | 'seed'> & { readonly activation: Activated };

/** Trainings that are done: with other bins the same network is read anew. */
const done = new Map<string, Trail>();
const mostDone = 120;

/** Trains a network, and says after each kept step how it stands. */
export function* train({ activation, examples, flips, seed }: Which): Generator<Trail, Trail> {
  const key = [activation, examples, flips, seed].join();
  const known = done.get(key);
  if (known) {
    yield known;
    return known;
  }
  const task = voteTask(examples, flips, seed);
  const shape: Shape = { widths: [VOICES.length, ...hidden, 1], activation };
  const parameters: Float64Array[] = [];
  const start = drawNetwork(shape, uniforms(seed, 11, 1));
  const trail = { shape, task, parameters };
  let step = 0;
  for (const now of descend(shape, start, task.shown, descent))
    if (step++ === kept[parameters.length]) {
      parameters.push(now.slice());
      yield trail;
    }
  if (done.size >= mostDone) done.clear();
  done.set(key, trail);
  return trail;
}

export type Reading = Pick<Asked, 'reading' | 'bins' | 'noise'>;

/** What one layer tells, at one step: of the input and of the label, in nats. */
export interface Told {
  readonly input: number;
  readonly label: number;
}

const rounded = (value: number) => Math.round(value * 1e6) / 1e6;
const rounding = ({ input, label }: Told): Told => ({ input: rounded(input), label: rounded(label) });

/** What the layers say to all inputs after the kept step of this number. */
const spoken = ({ shape, task, parameters }: Trail, index: number) => layersOf(shape, parameters[index], task.inputs);

const inBins = (values: Float64Array, layer: number, { shape, task }: Trail, bins: number) =>
  rounding(informationOfCells(readInBins(values, hidden[layer], bins, shape.activation === 'tanh'), task.chances));

/** The last hidden layer alone, in bins. */
const lastInBins = (trail: Trail, index: number, bins: number): Told =>
  inBins(spoken(trail, index)[hidden.length - 1], hidden.length - 1, trail, bins);

/** Share of labels that a network gets wrong. */
export interface Wrong {
  /** Expected, of an input drawn from all and a label drawn for it: exact. */
  readonly fresh: number;
  /** Of the examples that it was shown. */
  readonly shown: number;
}

function wrongOf(trail: Trail, index: number): Wrong {
  const { shape, task, parameters } = trail;
  const odds = spoken(trail, index)[hidden.length];
  const own = layersOf(shape, parameters[index], task.shown.inputs)[hidden.length];
  const { labels } = task.shown;
  return {
    fresh: rounded(odds.reduce((sum, z, r) => sum + (z > 0 ? 1 - task.chances[r] : task.chances[r]), 0) / INPUTS),
    shown: rounded(own.reduce((sum, z, i) => sum + ((z > 0 ? 1 : 0) === labels[i] ? 0 : 1), 0) / own.length),
  };
}

/** What `atEnd` found, by network and bins: other parts of the figure change more often than these. */
const ends = new WeakMap<Trail, Map<number, { readonly lost: number; readonly wrong: number }>>();

/** How much of the input the last layer has lost since its peak, in nats and in bins, and the errors on new cases. */
export function atEnd(trail: Trail, bins: number) {
  const known = ends.get(trail) ?? new Map<number, { readonly lost: number; readonly wrong: number }>();
  ends.set(trail, known);
  const last = kept.length - 1;
  const found = known.get(bins);
  if (found) return found;
  const told = kept.map((_, index) => lastInBins(trail, index, bins).input);
  const end = { lost: Math.max(...told) - told[last], wrong: wrongOf(trail, last).fresh };
  known.set(bins, end);
  return end;
}

/** Everything that is shown of a network at one kept step. */
export interface Snapshot {
  readonly step: number;
  /** Layer by layer; through noise the last one alone. */
  readonly layers: readonly Told[];
  /** I(X;T) of the last layer without bins and without noise. */
  readonly exact: number;
  readonly wrong: Wrong;
}

export function snapshotOf(trail: Trail, index: number, { reading, bins, noise }: Reading): Snapshot {
  const layers = spoken(trail, index);
  const last = layers[hidden.length - 1];
  const { chances } = trail.task;
  return {
    step: kept[index],
    layers:
      reading === 'noise'
        ? [rounding(informationThroughPlaneNoise(last, chances, noise))]
        : hidden.map((_, layer) => inBins(layers[layer], layer, trail, bins)),
    exact: rounded(informationOfCells(readExactly(last, 2), chances).input),
    wrong: wrongOf(trail, index),
  };
}
