import { bottleneckOnset, type BottleneckOnset } from '#theory/channels/bottleneck-onset.ts';
import {
  bottleneckOptimum,
  bottleneckPoints,
  type BottleneckOptimum,
  type BottleneckPoint,
} from '#theory/channels/bottleneck-optimum.ts';
import { hardClusterings, type HardClustering } from '#theory/channels/hard-clusterings.ts';
import { bottleneckFrom } from '#theory/channels/information-bottleneck.ts';
import { relativeEntropy } from '#theory/measures/divergence.ts';
import { entropy } from '#theory/measures/entropy.ts';
import { marginalX, marginalY, normalizeTable } from '#theory/measures/joint.ts';
import { mutualInformation } from '#theory/measures/mutual-information.ts';
import { namesOf } from './cases.ts';
import { mostBeta, type Asked } from './parameters.ts';

/** What belongs to the table alone. Information in nats. */
export interface Law {
  /** Without rows and columns that never come. */
  readonly joint: readonly (readonly number[])[];
  /** Which rows of the whole table these are, and columns. */
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly px: readonly number[];
  readonly py: readonly number[];
  /** p(y|x). */
  readonly given: readonly (readonly number[])[];
  readonly whole: number;
  readonly entropyX: number;
  readonly onset: BottleneckOnset;
  /** From small to large β. */
  readonly points: readonly BottleneckPoint[];
  readonly hard: readonly HardClustering[];
}

/** The two sides of the lines of the derivation, for the x and t that are looked at. */
export interface Sides {
  /** Σ p(x) q(t|x) (ln q(t|x)/q(t) + β D) − β I(X;Y). */
  readonly asCost: number;
  /** q(t|x), and what the first equation says it is. */
  readonly entry: number;
  readonly rule: number;
  /** q(t), and Σ p(x) q(t|x). */
  readonly weight: number;
  readonly weightSum: number;
  /** q(y|t) for the column that is drawn, and Σ p(y|x) q(x|t). */
  readonly says: number;
  readonly saysSum: number;
  /** −E ln Z − β I(X;Y). */
  readonly dual: number;
}

export interface Kept extends Law {
  readonly best: BottleneckOptimum;
  /** Position in `columns` of the column that is drawn. */
  readonly seen: number;
  /** The best function of X at this β. */
  readonly boxes: HardClustering;
  /** βI(T;Y) − I(X;T) after 200 steps of the equations from nearly nothing. */
  readonly fromNothing: number;
  /** The x that its note gives away least, and the note it goes to most. */
  readonly at: { readonly x: number; readonly t: number };
  readonly sides: Sides;
}

/** Rows and columns rarer than this are taken for none. */
const never = 1e-9;
const [steps, dense, after] = [40, 12, 8];

function betasOf({ first, local }: BottleneckOnset): number[] {
  const even = Array.from({ length: steps + 1 }, (_, i) => mostBeta ** (i / steps));
  if (!(first < mostBeta)) return even;
  const [from, to] = rangeOfOnset({ first, local });
  const more = Array.from({ length: dense }, (_, i) => from + ((to - from) * i) / (dense - 1));
  // Branches part like square roots: close steps at first.
  const parting = Array.from({ length: after }, (_, i) => to * (1 + 0.3 * ((i + 1) / after) ** 2));
  return [...even, ...more, ...parting].filter((beta) => beta >= 1 && beta <= mostBeta).sort((a, b) => a - b);
}

/** Where both onsets are well seen. */
export function rangeOfOnset({ first, local }: Pick<BottleneckOnset, 'first' | 'local'>): [number, number] {
  const apart = Math.max(Math.min(local, mostBeta) - first, first / 500);
  return [Math.max(1, first - 0.4 * apart), Math.min(mostBeta, first + 1.7 * apart)];
}

function lawOf(table: Asked['joint']): Law {
  const rows = table.flatMap((row, x) => (row.reduce((a, b) => a + b) > never ? [x] : []));
  const columns = table[0].flatMap((_, y) => (table.reduce((sum, row) => sum + row[y], 0) > never ? [y] : []));
  const joint = normalizeTable(rows.map((x) => columns.map((y) => table[x][y])));
  const px = marginalX(joint);
  const onset = bottleneckOnset(joint);
  const betas = betasOf(onset);
  return {
    ...{ joint, rows, columns, px, onset },
    py: marginalY(joint),
    given: joint.map((row, x) => row.map((p) => p / px[x])),
    whole: mutualInformation(joint),
    entropyX: entropy(px),
    points: bottleneckPoints(joint, betas.toReversed()).toReversed(),
    hard: hardClusterings(joint),
  };
}

/** While the reader drags β the table stays. */
const known = new WeakMap<Asked['joint'], Law>();
function keptLaw(table: Asked['joint']): Law {
  const law = known.get(table) ?? lawOf(table);
  known.set(table, law);
  return law;
}

function sidesOf(
  { joint, px, given, py, whole }: Law,
  { beta, clusters, encoder }: BottleneckOptimum,
  x: number,
  t: number,
  y: number,
): Sides {
  const factor = (i: number) =>
    clusters.map(({ weight, law }) => weight * Math.exp(-beta * relativeEntropy(given[i], law)));
  const shares = px.map((p, i) => p * encoder[i][t]);
  const mass = shares.reduce((a, b) => a + b);
  const sum = (of: (i: number) => number) => px.reduce((total, p, i) => total + p * of(i), 0);
  return {
    asCost:
      sum((i) => encoder[i].reduce((total, q, k) => (q > 0 ? total + q * (Math.log(q / clusters[k].weight) + beta * relativeEntropy(given[i], clusters[k].law)) : total), 0)) - // prettier-ignore
      beta * whole,
    entry: encoder[x][t],
    rule: factor(x)[t] / factor(x).reduce((a, b) => a + b),
    weight: clusters[t].weight,
    weightSum: mass,
    says: clusters[t].law[y] ?? py[y],
    saysSum: joint.reduce((total, row, i) => total + (row[y] * encoder[i][t]) / mass, 0),
    dual: sum((i) => -Math.log(factor(i).reduce((a, b) => a + b))) - beta * whole,
  };
}

/** The x whose note is least certain, of several the first; and the note that it gets most. */
function lookAt({ encoder }: BottleneckOptimum): Kept['at'] {
  const open = encoder.map((row) => Math.max(...row));
  const x = open.findIndex((most) => most <= Math.min(...open) + 1e-9);
  return { x, t: encoder[x].indexOf(open[x]) };
}

/** Every x has a note of its own, nearly alike. */
const nearlyNothing = (size: number) =>
  Array.from({ length: size }, (_, x) => Array.from({ length: size }, (_, t) => size === 1 ? 1 : (1 + (t === x ? 0.01 : -0.01 / (size - 1))) / size)); // prettier-ignore

export function compute({ beta, joint: table, seen: asked }: Asked): Kept {
  const law = keptLaw(table);
  const start = law.points.find((point) => point.beta >= beta)?.clusters ?? [];
  const best = bottleneckOptimum(law.joint, beta, start);
  const seen = Math.max(0, law.columns.indexOf(Number(asked.slice(1)) - 1));
  const gain = ({ complexity, relevance }: HardClustering) => beta * relevance - complexity;
  const at = lookAt(best);
  return {
    ...law,
    ...{ best, seen, at },
    boxes: law.hard.reduce((a, b) => (gain(b) > gain(a) + 1e-12 ? b : a)),
    fromNothing: -bottleneckFrom(law.joint, beta, nearlyNothing(law.joint.length), { residual: 1e-12, iterations: 200 }).lagrangian, // prettier-ignore
    sides: sidesOf(law, best, at.x, at.t, seen),
  };
}

/** What rows and columns of the model are called. */
export function wordsOf(model: Pick<Law, 'rows' | 'columns'>, asked: Pick<Asked, 'joint' | 'called'>) {
  const names = namesOf(asked);
  return { ...names, rows: model.rows.map((x) => names.rows[x]), columns: model.columns.map((y) => names.columns[y]) };
}

export const gainOf = ({ best }: Kept) => -best.lagrangian;
/** Below what four digits show, and below what the search for the bound leaves open, an amount is none. */
export const readable = (nats: number) => (nats > 5e-6 ? nats : 0);
/** Data processing: no T tells more than X does, nor more than this share of what it costs. */
export const ceilingAt = ({ whole, onset }: Law, complexity: number) => Math.min(whole, complexity / onset.first);
