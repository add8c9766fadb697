import type { Engine, Signal } from '#contract/engine.ts';
import type { Inside } from '#contract/inside.ts';
import type { RunContext } from '#contract/spec.ts';
import { largestPenalty, lasso } from '#theory/geometry/lasso.ts';
import { turnedVectors } from '#theory/geometry/token-gain.ts';
import { logSoftmax } from '#theory/language-models/softmax.ts';
import { mostTokens, penalties, type Asked } from './parameters.ts';

/** The Lasso of the last vector on those before it. */
export interface Path {
  /** By penalty, by earlier token. */
  readonly coefficients: readonly (readonly number[])[];
  /** By penalty: the share of the last vector's squared length that is rebuilt, 1 − ‖z − Zᵀb‖²/‖z‖². */
  readonly fits: readonly number[];
}

/** Plain data that survives JSON; information in nats. */
export interface Compared {
  readonly text: string;
  readonly block: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Tokens that are not looked at. */
  readonly cut: number;
  /** By head, by earlier token; none while nothing is known. */
  readonly attention: readonly (readonly number[])[];
  /** By head, the weight on the line break before the text and on the last token itself. */
  readonly elsewhere: readonly number[];
  readonly paths?: { readonly before: Path; readonly after: Path };
  /** D(prediction ‖ prediction with an earlier token hidden); as many as are known. */
  readonly hidden: readonly number[];
  /** The same with the block's attention, or its feed-forward layer, adding nothing. */
  readonly without?: { readonly attention: number; readonly feedForward: number };
}

export const compute = ({ text, block }: Asked): Compared => ({
  ...{ text, block, starts: [], ends: [], cut: 0, attention: [], elsewhere: [], hidden: [] },
});

/** Earlier tokens that are compared. */
export const candidatesOf = ({ starts }: Compared) => Math.max(0, starts.length - 1);

const isWhole = (model: Compared) => model.paths !== undefined && model.hidden.length === candidatesOf(model);

const to = (digits: number) => (x: number) => Number(x.toFixed(digits)) + 0;
const [four, five] = [to(4), to(5)];

/** Rows 1 … n of a stage, of length 1. */
function unitRows(values: ArrayLike<number>, d: number, n: number): number[][] {
  return Array.from({ length: n }, (_, t) => {
    const row = Array.from({ length: d }, (_unused, k) => values[(t + 1) * d + k]);
    const length = Math.hypot(...row);
    return row.map((value) => value / (length || 1));
  });
}

async function pathOf(rows: readonly (readonly number[])[], rest: () => Promise<void>): Promise<Path> {
  const turned = turnedVectors(rows);
  const target = turned[turned.length - 1];
  const columns = target.map((_, k) => turned.slice(0, -1).map((row) => row[k]));
  const largest = largestPenalty(columns, target);
  const squared = target.reduce((sum, value) => sum + value * value, 0);
  const coefficients: number[][] = [];
  const fits: number[] = [];
  let start: number[] | undefined;
  for (const percent of penalties) {
    const b = (start = lasso(columns, target, (percent / 100) * largest, start));
    const left = target.reduce((sum, value, k) => sum + (value - b.reduce((s, weight, j) => s + weight * columns[k][j], 0)) ** 2, 0); // prettier-ignore
    coefficients.push(b.map(five));
    fits.push(five(1 - left / squared));
    await rest();
  }
  return { coefficients, fits };
}

/** log-probabilities of what follows the last row. */
function predictionOf({ normal, ids, width: d }: Pick<Inside, 'normal' | 'ids' | 'width'>, embeddings: Float32Array) {
  const from = (ids.length - 1) * d;
  const logits = Float64Array.from({ length: embeddings.length / d }, (_, v) => {
    let sum = 0;
    for (let k = 0; k < d; k++) sum += embeddings[v * d + k] * normal[from + k];
    return sum;
  });
  return logSoftmax(logits);
}

/** D(p ‖ q) from log-probabilities, which are finite. */
const divergence = (p: Float64Array, q: Float64Array) =>
  Math.max(0, p.reduce((sum, log, v) => sum + Math.exp(log) * (log - q[v]), 0)); // prettier-ignore

interface Known {
  readonly inside: Inside;
  /** The text up to the last token that is looked at. */
  readonly read: string;
  readonly cut: number;
  readonly embeddings: Float32Array;
  readonly whole: Float64Array;
  readonly hidden: number[];
  readonly blocks: Map<string, Pick<Compared, 'paths' | 'without'>>;
}
const known = new WeakMap<Engine, { text: string; found: Known }>();

async function lookInside(engine: Engine, text: string, signal: Signal, hidden: readonly number[]): Promise<Known> {
  const before = known.get(engine);
  if (before?.text === text) return before.found;
  const { starts, ends } = await engine.tokens(text);
  let last = Math.min(mostTokens, starts.length) - 1;
  // Not within a character.
  while (last > 0 && last + 1 < starts.length && starts[last + 1] < ends[last]) last--;
  const read = last < 0 ? '' : text.slice(0, ends[last]);
  const [inside, { values: embeddings }] = await Promise.all([engine.inside(read, { signal }), engine.tensor('token')]);
  const found: Known = {
    ...{ inside, read, embeddings, cut: starts.length - (inside.ids.length - 1) },
    ...{ whole: predictionOf(inside, embeddings), hidden: [...hidden], blocks: new Map() },
  };
  known.set(engine, { text, found });
  return found;
}

function attentionOf({ blocks, heads, ids }: Inside, block: number) {
  const n = ids.length;
  const { attention } = blocks[block];
  const rows = Array.from({ length: heads }, (_, h) => attention.subarray((h * n + n - 1) * n, (h * n + n) * n));
  return {
    attention: rows.map((row) => Array.from(row.subarray(1, n - 1), four)),
    elsewhere: rows.map((row) => four(row[0] + row[n - 1])),
  };
}

/** Attention at once, then the two paths, then what each hidden token changes, one by one. */
export async function* run(asked: Asked, context: RunContext<Compared>): AsyncGenerator<Compared> {
  const { text, block } = asked;
  const { engine, signal, previous, pause } = context;
  const rest = async () => void (await pause?.());
  try {
    const same = previous?.text === text ? previous : undefined;
    if (same && same.block === block && isWhole(same)) return yield same;
    if (!same) yield compute(asked);
    const found = await lookInside(engine, text, signal, same?.hidden ?? []);
    if (signal.aborted) return;
    const { inside, embeddings, whole, hidden, cut, read } = found;
    const tokens = inside.ids.length - 1;
    const places = { starts: [...inside.starts.slice(0, tokens)], ends: [...inside.ends.slice(0, tokens)] };
    const layer = Math.min(Number(block), inside.layers) - 1;
    // A text of fewer tokens has nothing to compare.
    if (tokens < 5 || layer < 0) return yield { ...compute(asked), ...places, cut };
    const snapshot = (): Compared => ({
      ...{ text, block, cut, ...places, ...attentionOf(inside, layer) },
      ...{ hidden: hidden.map(five), ...found.blocks.get(block) },
    });
    const changed = async (silenced: Parameters<Engine['inside']>[1]['silenced']) =>
      divergence(whole, predictionOf(await engine.inside(read, { signal, silenced }), embeddings));
    yield snapshot();
    if (!found.blocks.has(block)) {
      const { width: d, residual, blocks } = inside;
      const between = residual[layer].map((x, i) => x + blocks[layer].attended[i]);
      const before = await pathOf(unitRows(between, d, tokens), rest);
      const after = await pathOf(unitRows(residual[layer + 1], d, tokens), rest);
      if (signal.aborted) return;
      const attention = five(await changed([{ layer, part: 'attention', by: 'zero' }]));
      const feedForward = five(await changed([{ layer, part: 'feedForward', by: 'zero' }]));
      found.blocks.set(block, { paths: { before, after }, without: { attention, feedForward } });
      yield snapshot();
    }
    while (hidden.length < tokens - 1) {
      const at = hidden.length;
      const nats = await changed([{ unseen: at + 1 }]);
      if (signal.aborted) return;
      if (hidden.length === at) hidden.push(nats);
      if (hidden.length % 6 === 0) yield snapshot();
    }
    yield snapshot();
  } catch (error) {
    if (signal.aborted) return;
    throw error;
  }
}
