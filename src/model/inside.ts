/** The way through the network with everything kept, its stages as predictions, and the network with parts switched off. */
import { assertWholeNumber } from '#theory/numerics/assert.ts';
import type { AblatedReading, Inside, InsideBlock, Silenced, StagePrediction, Unseen } from '#contract/inside.ts';
import type { Config } from '#contract/training.ts';
import { logSoftmax, readLogits, surprisalOfIndex } from '#theory/language-models/softmax.ts';
import type { Observer, Part, PlainTransformer } from './plain.ts';

/** Throws RangeError if the network has no such part. */
export function assertSilenced({ layers, heads, context }: Config, silenced: readonly (Silenced | Unseen)[]): void {
  for (const one of silenced) {
    if ('unseen' in one) {
      assertWholeNumber(one.unseen, 'unseen', 0, context - 1);
      continue;
    }
    const { layer, part, by } = one;
    assertWholeNumber(layer, 'layer', 0, layers - 1);
    if (typeof part === 'number') assertWholeNumber(part, 'part', 0, heads - 1);
    else if (part !== 'attention' && part !== 'feedForward')
      throw new RangeError(`part must be a head, attention or feedForward, got ${String(part)}`);
    if (by !== 'zero' && by !== 'mean' && by !== 'even')
      throw new RangeError(`by must be zero, mean or even, got ${String(by)}`);
    if (by === 'even' && part === 'feedForward')
      throw new RangeError('by must be zero or mean without weights, got even');
  }
}

/** Columns `from` … `to` − 1 of every row become zero, or their mean over the rows. */
function level(values: Float32Array, width: number, from: number, to: number, by: 'zero' | 'mean'): void {
  const rows = values.length / width;
  for (let k = from; k < to; k++) {
    let sum = 0;
    if (by === 'mean') for (let t = 0; t < rows; t++) sum += values[t * width + k];
    for (let t = 0; t < rows; t++) values[t * width + k] = sum / rows;
  }
}

/** Columns `from` … `to` − 1 of row t become the mean of the values of rows 0 … t, which even weights would have mixed. */
function mixEvenly(mixed: Float32Array, keyValue: Float32Array, width: number, from: number, to: number): void {
  for (let k = from; k < to; k++) {
    let sum = 0;
    for (let t = 0; t * width < mixed.length; t++) {
      sum += keyValue[(2 * t + 1) * width + k];
      mixed[t * width + k] = sum / (t + 1);
    }
  }
}

/** No row t > s has weight on row s: the rest of its weights [heads, n, n] are divided by their sum, and mix the values again. */
function hide(
  weights: Float32Array,
  mixed: Float32Array,
  keyValue: Float32Array,
  width: number,
  rows: ReadonlySet<number>,
): void {
  const n = mixed.length / width;
  const size = width / (weights.length / n ** 2);
  for (let t = 0; t < n; t++) {
    const hidden = [...rows].filter((s) => s < t);
    if (hidden.length === 0) continue;
    for (let from = 0; from < width; from += size) {
      const row = weights.subarray(((from / size) * n + t) * n, ((from / size) * n + t + 1) * n);
      for (const s of hidden) row[s] = 0;
      let total = 0;
      for (let s = 0; s <= t; s++) total += row[s];
      // Nothing is left in float32 if all weight was on what is hidden.
      if (total === 0) row[t] = total = 1;
      mixed.fill(0, t * width + from, t * width + from + size);
      for (let s = 0; s <= t; s++) {
        row[s] /= total;
        for (let k = from; k < from + size; k++) mixed[t * width + k] += row[s] * keyValue[(2 * s + 1) * width + k];
      }
    }
  }
}

/**
 * A head reaches the residual stream through its columns of `mixed` alone, and linearly: to level them is to level its contribution. The
 * observer has to see all rows of a window at once.
 */
function silencing({ width: d, heads }: Config, all: readonly (Silenced | Unseen)[]) {
  const size = d / heads;
  const silenced = all.filter((one): one is Silenced => !('unseen' in one));
  const unseen = new Set(all.flatMap((one) => ('unseen' in one ? [one.unseen] : [])));
  let [keyValue, weights]: Float32Array[] = [];
  const see = (layer: number, name: Part, values: Float32Array): void => {
    if (name === 'keyValue') keyValue = values;
    if (name === 'mixed' && unseen.size > 0) hide(weights, values, keyValue, d, unseen);
    for (const { part, by } of silenced.filter((one) => one.layer === layer)) {
      const [from, to] = typeof part === 'number' ? [part * size, (part + 1) * size] : [0, d];
      if (by === 'even') {
        if (name === 'mixed') mixEvenly(values, keyValue, d, from, to);
      } else if (typeof part === 'number' && name === 'mixed') level(values, d, from, to, by);
      else if (part === (name === 'mixed' ? 'attention' : name === 'fed' ? 'feedForward' : undefined))
        level(values, d, 0, d, by);
    }
  };
  const attention = (_layer: number, seen: Float32Array) => void (weights = seen);
  return { part: see, ...(unseen.size > 0 && { attention }) };
}

/** Columns `from` … `from` + d − 1 of rows of 2d numbers. */
function columns(rows: Float32Array, d: number, from: number): Float32Array {
  const own = new Float32Array(rows.length / 2);
  for (let t = 0; t * d < own.length; t++) own.set(rows.subarray(2 * t * d + from, 2 * t * d + from + d), t * d);
  return own;
}

/** Everything on the way of at most `context` tokens, without what only the text knows. */
export type Way = Omit<Inside, 'starts' | 'ends'>;

export function insideOf(
  transformer: PlainTransformer,
  ids: Uint16Array,
  silenced: readonly (Silenced | Unseen)[] = [],
): Way {
  const { layers, heads, width } = transformer.config;
  const silence = silencing(transformer.config, silenced);
  const residual: Float32Array[] = [];
  const blocks = Array.from({ length: layers }, () => ({}) as { -readonly [K in keyof InsideBlock]: InsideBlock[K] });
  const last = transformer.residual(transformer.start(), ids, {
    residual: (stage, x) => (residual[stage] = x.slice()),
    attention(layer, weights) {
      silence.attention?.(layer, weights);
      blocks[layer].attention = weights;
    },
    hidden: (layer, up, active) => Object.assign(blocks[layer], { up, active }),
    part(layer, name, values) {
      silence.part(layer, name, values);
      if (name === 'keyValue') {
        blocks[layer].key = columns(values, width, 0);
        blocks[layer].value = columns(values, width, width);
      } else blocks[layer][name] = values;
    },
  });
  return { ids, layers, heads, width, residual, blocks, normal: transformer.normal(last) };
}

/** The `top` largest of a row, the largest first; of equal ones the first. */
function largest(values: Float64Array, top: number): number[] {
  const found: number[] = [];
  for (let v = 0; v < values.length; v++) {
    if (found.length === top && values[v] <= values[found[top - 1]]) continue;
    let place = found.length;
    while (place > 0 && values[v] > values[found[place - 1]]) place--;
    found.splice(place, 0, v);
    if (found.length > top) found.pop();
  }
  return found;
}

function predictionOf(logits: Float32Array, ids: Uint16Array, top: number): StagePrediction {
  const n = ids.length;
  const V = logits.length / n;
  const found = {
    surprisal: new Float32Array(n - 1),
    entropy: new Float32Array(n),
    rank: new Uint16Array(n - 1),
    likeliest: new Uint16Array(n * top),
    logProbabilities: new Float32Array(n * top),
  };
  for (let t = 0; t < n; t++) {
    const row = logits.subarray(t * V, (t + 1) * V);
    const isLast = t === n - 1;
    const { surprisal, entropy, rank } = readLogits(row, isLast ? 0 : ids[t + 1]);
    found.entropy[t] = entropy;
    if (!isLast) {
      found.surprisal[t] = surprisal;
      found.rank[t] = rank;
    }
    const logProbabilities = logSoftmax(row);
    for (const [i, v] of largest(logProbabilities, top).entries()) {
      found.likeliest[t * top + i] = v;
      found.logProbabilities[t * top + i] = logProbabilities[v];
    }
  }
  return found;
}

export function lensOf(transformer: PlainTransformer, ids: Uint16Array, top: number): StagePrediction[] {
  const stages: Float32Array[] = [];
  transformer.residual(transformer.start(), ids, { residual: (stage, x) => (stages[stage] = x.slice()) });
  return stages.map((stage) => predictionOf(transformer.logits(stage), ids, top));
}

export function* ablationsOf(
  transformer: PlainTransformer,
  ids: Uint16Array,
  lists: readonly (readonly (Silenced | Unseen)[])[],
): Generator<AblatedReading> {
  const { config } = transformer;
  for (const [index, silenced] of lists.entries()) {
    const observer: Observer = silencing(config, silenced);
    const logits = transformer.extend(transformer.start(), ids, observer);
    const surprisal = Float32Array.from({ length: ids.length - 1 }, (_, t) =>
      surprisalOfIndex(logits.subarray(t * config.vocabulary, (t + 1) * config.vocabulary), ids[t + 1]),
    );
    yield { index, surprisal };
  }
}
