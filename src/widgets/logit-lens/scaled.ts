import type { Engine, Signal } from '#contract/engine.ts';
import { roundNats } from '#contract/reading.ts';
import { pairedDifference } from '#theory/estimation/paired-difference.ts';
import { bestScale } from '#theory/language-models/fitted-scale.ts';
import { surprisalOfIndex } from '#theory/language-models/softmax.ts';

/**
 * What one number does for a stage: its logits are multiplied by a scale. One is fitted on every other token of the text and judged on
 * those between, another the other way about, so that each token is judged by a scale that it had no part in. Means over all, in nats.
 */
export interface Scaled {
  /** Fitted on the first, third, … token, and on the others. */
  readonly scales: readonly [number, number];
  readonly before: number;
  readonly after: number;
  /** Of the difference. */
  readonly error: number;
}

/** Fewer tokens would say little. */
const fewest = 8;
/** Rows of logits that are computed before the page is answered. */
const slice = 24;

/** The last normalization: LayerNorm of one row, times the gain. */
function normalized(row: Float32Array, gain: Float32Array): Float64Array {
  const d = row.length;
  let [mean, square] = [0, 0];
  for (let k = 0; k < d; k++) mean += row[k] / d;
  for (let k = 0; k < d; k++) square += (row[k] - mean) ** 2 / d;
  const scale = 1 / Math.sqrt(square + 1e-5);
  return Float64Array.from(row, (x, k) => (x - mean) * scale * gain[k]);
}

/** The logits of one row of the residual stream: the tied head is the token embeddings. */
export function logitsOf(row: Float32Array, gain: Float32Array, embeddings: Float32Array): Float64Array {
  const d = row.length;
  const normal = normalized(row, gain);
  const logits = new Float64Array(embeddings.length / d);
  for (let v = 0; v < logits.length; v++) {
    let sum = 0;
    for (let k = 0; k < d; k++) sum += normal[k] * embeddings[v * d + k];
    logits[v] = sum;
  }
  return logits;
}

/** One stage after the other; none of a text that is too short, or of a network without blocks. */
export async function* judgeScale(
  text: string,
  engine: Engine,
  signal: Signal,
  pause: (() => Promise<void>) | undefined,
): AsyncGenerator<Scaled> {
  const { ids, residual, width: d, layers } = await engine.inside(text, { signal });
  const tokens = ids.length - 1;
  if (layers === 0 || tokens < fewest) return;
  const [{ values: gain }, { values: embeddings }] = await Promise.all([
    engine.tensor('norm.gain'),
    engine.tensor('token'),
  ]);
  for (const stage of residual) {
    const rows: Float64Array[] = [];
    for (let t = 0; t < tokens; t++) {
      if (t % slice === 0) await pause?.();
      if (signal.aborted) return;
      rows.push(logitsOf(stage.subarray(t * d, (t + 1) * d), gain, embeddings));
    }
    await pause?.();
    const fit = (parity: number) => {
      const half = rows.map((_, t) => t).filter((t) => t % 2 === parity);
      return bestScale(half.map((t) => rows[t]), half.map((t) => ids[t + 1])).scale; // prettier-ignore
    };
    const scales = [fit(0), fit(1)] as const;
    const costs = (by: (t: number) => number) => rows.map((row, t) => surprisalOfIndex(row.map((z) => by(t) * z), ids[t + 1])); // prettier-ignore
    const [before, after] = [costs(() => 1), costs((t) => scales[1 - (t % 2)])];
    const { mean, standardError } = pairedDifference(before, after);
    const plain = before.reduce((sum, nats) => sum + nats, 0) / tokens;
    yield {
      scales: [Math.round(scales[0] * 1e4) / 1e4, Math.round(scales[1] * 1e4) / 1e4],
      before: roundNats(plain),
      after: roundNats(plain + mean),
      error: roundNats(standardError),
    };
  }
}
