import type { Engine, Signal } from '#contract/engine.ts';
import { gainOf, mean, temperatures, type Halves } from './halves.ts';
import { compute, ofText, type Calibrated } from './model.ts';
import type { Asked } from './parameters.ts';

/** What the network said before each token of a text, as far as it has read: log-probabilities in single precision, and the token that came. */
interface Read {
  readonly laws: Float32Array[];
  readonly came: number[];
}

let last: { readonly engine: Engine; readonly text: string; readonly read: Read } | undefined;
function readOf(engine: Engine, text: string): Read {
  if (last?.engine !== engine || last.text !== text) last = { engine, text, read: { laws: [], came: [] } };
  return last.read;
}

/** ln Σ exp(l/T), with the largest taken out. */
function logSum(law: Float32Array, largest: number, t: number): number {
  let total = 0;
  for (const l of law) total += Math.exp((l - largest) / t);
  return Math.log(total) + largest / t;
}
const largestOf = (law: Float32Array) => law.reduce((most, l) => Math.max(most, l), -Infinity);

/** Whether the likeliest token came, with the probability that it has at this temperature. */
export function topForecasts({ laws, came }: Read, t: number) {
  const largest = laws.map(largestOf);
  return {
    confidence: laws.map((law, i) => Math.min(1 - 1e-12, Math.exp(largest[i] / t - logSum(law, largest[i], t)))),
    correct: laws.map((law, i) => law[came[i]] === largest[i]),
  };
}

/** Surprisals of the tokens, all logits being divided by the temperature. */
const lossesAt = ({ laws, came }: Read, from: number, to: number, t: number) =>
  laws.slice(from, to).map((law, i) => logSum(law, largestOf(law), t) - law[came[from + i]] / t);

/** The temperatures that the slider has. */
const candidates = Array.from({ length: 71 }, (_, i) => (10 + i) / 20);

/** A half with fewer tokens judges nothing. */
const fewest = 20;

export function halvesOf(read: Read): Halves | undefined {
  const n = read.laws.length;
  const cut = Math.floor(n / 2);
  if (cut < fewest) return undefined;
  const at = (from: number, to: number, t: number) => mean(lossesAt(read, from, to, t));
  // The loss is convex in 1/T: walk downhill from T = 1.
  let best = 1;
  for (const step of [-1, 1])
    for (
      let i = candidates.indexOf(best) + step;
      candidates[i] !== undefined && at(0, cut, candidates[i]) < at(0, cut, best);
      i += step
    )
      best = candidates[i];
  return {
    first: temperatures.map((t) => at(0, cut, t)),
    second: temperatures.map((t) => at(cut, n, t)),
    best,
    ...gainOf(lossesAt(read, cut, n, best), lossesAt(read, cut, n, 1)),
  };
}

/** Tokens that are read before the picture is drawn again. */
const slice = 60;

interface Context {
  readonly signal: Signal;
  readonly engine: Pick<Engine, 'tokens' | 'distribution'>;
  readonly pause?: () => Promise<void>;
}

export async function* run(asked: Asked, { signal, engine, pause }: Context): AsyncGenerator<Calibrated> {
  if (asked.source === 'learned') return yield compute(asked);
  const read = readOf(engine as Engine, asked.text);
  if (read.laws.length === 0) yield compute(asked);
  const { ids } = await engine.tokens(asked.text);
  const now = (halves?: Halves) =>
    ofText(asked, topForecasts(read, asked.temperature), {
      at: asked.temperature,
      tokens: ids.length,
      isPrepared: false,
      halves,
    });
  for (let t = read.laws.length; t < ids.length; t = read.laws.length) {
    const { logProbabilities } = await engine.distribution(asked.text, t, signal);
    if (signal.aborted) return;
    // Another reading of the same text may have been here meanwhile.
    if (read.laws.length !== t) continue;
    read.laws.push(Float32Array.from(logProbabilities));
    read.came.push(ids[t]);
    if (read.laws.length % slice === 0) {
      yield now();
      await pause?.();
    }
    if (signal.aborted) return;
  }
  yield now(halvesOf(read));
}
