import { assertLength, assertObject, assertWholeNumber, refuse } from '#theory/numerics/assert.ts';
import { assertChain, type MarkovChain } from '#theory/chains/markov-chain.ts';
import { assertDistribution } from '#theory/measures/distribution.ts';

/** A source of symbols: the law of the first one, and of each after the one before. Equal rows make tosses that know nothing of each other. */
export interface StartedChain {
  readonly start: readonly number[];
  readonly chain: MarkovChain;
}

/** Evidence after some symbols: mean in nats, variance in nats². */
export interface EvidenceMoments {
  readonly mean: number;
  readonly variance: number;
}

const MOST_STEPS = 100_000;

function assertSource(source: StartedChain, name: string, states?: number): void {
  assertObject(source, name);
  const { start, chain } = source;
  assertDistribution(start, `${name}.start`);
  if (states !== undefined) assertLength(start, `${name}.start`, states, 'like truth has states');
  assertChain(chain, `${name}.chain`);
  assertLength(chain, `${name}.chain`, start.length, 'like start has entries');
}

/** ln(p/q) wherever the truth can go; refused where one of the two excludes it. */
function gains(truth: readonly number[], first: readonly number[], second: readonly number[]): number[] {
  return truth.map((p, y) => {
    if (p === 0) return 0;
    if (!(first[y] > 0 && second[y] > 0))
      refuse('first and second', 'be positive where truth is', [first[y], second[y]]);
    return Math.log(first[y] / second[y]);
  });
}

/**
 * Mean and variance of the evidence ln(first(x₁ … xₜ)/second(x₁ … xₜ)) for t = 0, 1, …, `steps`, where `truth` draws the symbols. By
 * its moments 0, 1 and 2 together with each state: exact for any three sources on the same states. For tosses the mean grows by
 * D(truth ‖ second) − D(truth ‖ first) each time. Throws RangeError unless first and second are positive where truth is.
 */
export function evidenceMoments(
  truth: StartedChain,
  first: StartedChain,
  second: StartedChain,
  steps: number,
): EvidenceMoments[] {
  assertWholeNumber(steps, 'steps', 0, MOST_STEPS);
  assertSource(truth, 'truth');
  const states = truth.start.length;
  assertSource(first, 'first', states);
  assertSource(second, 'second', states);
  const startGains = gains(truth.start, first.start, second.start);
  const rowGains = truth.chain.map((row, x) => gains(row, first.chain[x], second.chain[x]));
  const moments: EvidenceMoments[] = [{ mean: 0, variance: 0 }];
  /** p(state), E[evidence about its mean; state], E[its square; state]: about the mean, lest digits cancel. */
  let [mass, one, two]: number[][] = [[], [], []];
  for (let t = 1; t <= steps; t++) {
    const [nextMass, nextOne, nextTwo] = [0, 1, 2].map(() => new Array<number>(states).fill(0));
    const move = (p: number, [m, a, b]: readonly number[], y: number, gain: number) => {
      nextMass[y] += p * m;
      nextOne[y] += p * (a + gain * m);
      nextTwo[y] += p * (b + 2 * gain * a + gain * gain * m);
    };
    if (t === 1) truth.start.forEach((p, y) => move(p, [1, 0, 0], y, startGains[y]));
    else truth.chain.forEach((row, x) => row.forEach((p, y) => move(p, [mass[x], one[x], two[x]], y, rowGains[x][y])));
    const step = nextOne.reduce((sum, a) => sum + a, 0);
    mass = nextMass;
    two = nextTwo.map((b, y) => b - 2 * step * nextOne[y] + step * step * nextMass[y]);
    one = nextOne.map((a, y) => a - step * nextMass[y]);
    moments.push({
      mean: moments[t - 1].mean + step,
      variance: Math.max(
        0,
        two.reduce((sum, b) => sum + b, 0),
      ),
    });
  }
  return moments;
}
