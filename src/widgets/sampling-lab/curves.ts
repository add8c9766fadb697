import type { Shaped } from '#theory/language-models/truncation.ts';

/** The least probability on the axis, as a power of ten: curves end where they fall below it. */
export const floor = -8;

export type Points = readonly (readonly [rank: number, value: number])[];

/** Ranks at which a curve over a logarithmic axis is drawn: all of the first, then ever fewer. */
function ranksUpTo(n: number): number[] {
  const ranks: number[] = [];
  for (let rank = 1; rank <= n; rank = Math.max(rank + 1, Math.round(rank * 1.06))) ranks.push(rank);
  if (ranks.at(-1) !== n) ranks.push(n);
  return ranks;
}

interface Curves {
  /** Base-ten logarithms of the probability by rank, as far as the axis reaches. */
  readonly model: Points;
  readonly tempered: Points;
  /** Ends at the cut with a fall to the floor. */
  readonly drawn: Points;
  /** What the tokens up to a rank have together. */
  readonly modelTogether: Points;
  readonly drawnTogether: Points;
  /** What top-k leaves of the prediction at this temperature: top-p is a share of it. */
  readonly topKMass: number;
}

/** The curves of a prediction whose outcomes are ranked: outcome 0 is the likeliest. */
export function curvesOf(shaped: Shaped, { topK }: { readonly topK: number }): Curves {
  const { logModel, logTempered, logProbabilities, kept } = shaped;
  const n = logModel.length;
  const sums = (logs: Float64Array) => {
    let total = 0;
    return Array.from(logs, (log) => Math.min(1, (total += Math.exp(log))));
  };
  const curve = (logs: Float64Array, to: number): Points => {
    const points = ranksUpTo(to).map((rank) => [rank, logs[rank - 1] / Math.LN10] as const);
    const reached = logs.findLastIndex((log) => log / Math.LN10 >= floor) + 1;
    if (reached >= to) return points;
    return [...points.filter(([rank]) => rank < reached), [reached, logs[reached - 1] / Math.LN10]];
  };
  const cumulative = (logs: Float64Array): Points => {
    const all = sums(logs);
    return ranksUpTo(n).map((rank) => [rank, all[rank - 1]]);
  };
  const drawn = curve(logProbabilities, kept);
  return {
    model: curve(logModel, n),
    tempered: curve(logTempered, n),
    drawn: kept < n ? [...drawn, [kept + 0.5, drawn.at(-1)![1]], [kept + 0.5, floor]] : drawn,
    modelTogether: cumulative(logModel),
    drawnTogether: cumulative(logProbabilities),
    topKMass: sums(logTempered)[Math.min(n, topK) - 1],
  };
}

const powers: Readonly<Record<string, string>> = { 0: '1', '-2': '0.01', '-4': '10⁻⁴', '-6': '10⁻⁶', '-8': '10⁻⁸' };
/** A power of ten as it stands on the axis. */
export const powerOfTen = (log: number) => powers[log] ?? '';
