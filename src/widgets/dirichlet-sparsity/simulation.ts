import { uniforms, type Uniform } from '#sim/random.ts';
import { drawSticks } from '#sim/samplers.ts';
import { expectedEntropy } from '#theory/learning/dirichlet.ts';

/** How many times everything is drawn anew. */
export const repetitions = 50;

export interface Estimate {
  readonly mean: number;
  /** Standard error of the mean. */
  readonly error: number;
}

export interface Simulated {
  /** Entropy of the shares, in nats. */
  readonly entropy: Estimate;
  /** Different sources among the documents. */
  readonly distinct: Estimate;
}

function estimate(draw: (repetition: number) => number): Estimate {
  const values = Array.from({ length: repetitions }, (_, repetition) => draw(repetition));
  const mean = values.reduce((sum, value) => sum + value, 0) / repetitions;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, error: Math.sqrt(squares / (repetitions - 1) / repetitions) };
}

/**
 * H(α) of one draw, in nats. The last tenth of the weight is not drawn in detail: those sources are again a symmetric
 * Dirichlet distribution, with R/N each, and the mean of their entropy is put in its place, which keeps the mean of the
 * whole exactly as it is and saves most of the time.
 */
function drawEntropy(R: number, N: number, next: Uniform): number {
  const { weights, rest, restCount } = drawSticks(R, N, 0.1, next);
  let listed = rest > 0 ? -rest * Math.log(rest) : 0;
  for (const share of weights) if (share > 0) listed -= share * Math.log(share);
  return restCount > 0 ? listed + rest * expectedEntropy((R / N) * restCount, restCount) : listed;
}

/**
 * The number of different sources among M documents from the urn, whose labels nobody asks for. After m documents one has
 * a new source with probability (R − seen R/N)/(R + m). The chance R/(R + m) bounds those of all later ones, so the next
 * candidate is found by one geometric jump and accepted with the ratio of the two.
 */
function drawDistinct(R: number, N: number, M: number, next: Uniform): number {
  let seen = 0;
  for (let m = 0; ; m++) {
    const most = R / (R + m);
    m += Math.floor(Math.log(1 - next()) / Math.log1p(-most));
    if (m >= M) return seen;
    if (next() * most < (R - (seen * R) / N) / (R + m)) seen++;
  }
}

let known: { readonly R: number; readonly N: number; readonly seed: number; readonly entropy: Estimate } | undefined;

/** The entropies are dear and do not depend on the documents: while those change, the last ones stand. */
function entropyOfDraws(R: number, N: number, seed: number): Estimate {
  if (known?.R !== R || known.N !== N || known.seed !== seed)
    known = { R, N, seed, entropy: estimate((repetition) => drawEntropy(R, N, uniforms(seed, 2, repetition))) };
  return known.entropy;
}

/** Means over independent repetitions with their standard errors, to stand beside the exact values. */
export function simulate(R: number, N: number, M: number, seed: number): Simulated {
  return {
    entropy: entropyOfDraws(R, N, seed),
    distinct: estimate((repetition) => drawDistinct(R, N, M, uniforms(seed, 3, repetition))),
  };
}
