import type { Say } from '#contract/say.ts';

/** Temperatures of the curves. */
export const temperatures = Array.from({ length: 25 }, (_, i) => 0.5 * 8 ** (i / 24));

/** Mean losses in nats at `temperatures`: of the first half, on which one is chosen, and of the second, which judges it. */
export interface Halves {
  readonly first: readonly number[];
  readonly second: readonly number[];
  readonly best: number;
  /** What the best one saves on the second half beside T = 1, with its standard error. */
  readonly gain: number;
  readonly gainError: number;
}

/** A best temperature; at the ends of the picture only that it is no nearer, since the network’s is not looked for beyond. */
export const saysBest = (t: number, say: Say) => (t <= 0.5 ? '≤ 0.5' : t >= 4 ? '≥ 4' : `= ${say.number(t, 2)}`);

export const mean = (values: readonly number[]) => values.reduce((total, value) => total + value, 0) / values.length;

/** From what each case of the second half costs at the best temperature and at 1. */
export function gainOf(costs: readonly number[], plain: readonly number[]): Pick<Halves, 'gain' | 'gainError'> {
  const saved = costs.map((cost, i) => plain[i] - cost);
  const gain = mean(saved);
  const n = saved.length;
  const squares = saved.reduce((total, one) => total + (one - gain) ** 2, 0);
  return { gain, gainError: n > 1 ? Math.sqrt(squares / (n - 1) / n) : 0 };
}
