import { uniforms, type Uniform } from '#sim/random.ts';
import { drawLogBeta } from '#sim/samplers.ts';
import { dirichletDivergence } from '#theory/learning/dirichlet-divergence.ts';
import {
  coinPredictor,
  costOfWrongPrior,
  costsOfWrongPrior,
  foreseenHeads,
  type CoinPrior,
  type Foreseen,
} from '#theory/learning/wrong-prior.ts';
import { relativeEntropy } from '#theory/measures/divergence.ts';
import { coins, last, type Asked } from './parameters.ts';

interface Priors {
  readonly truth: CoinPrior;
  readonly belief: CoinPrior;
}

/** How the coin is drawn, and how the believer thinks that it is. */
export function priorsOf(asked: Asked): Priors {
  const { game, weight, assumed, bias, spread, trueA, trueB, a, b } = asked;
  if (game === 'any') return { truth: [{ weight: 1, a: trueA, b: trueB }], belief: [{ weight: 1, a, b }] };
  const two = (first: number, share = 1): CoinPrior =>
    coins.map((coin, i) => ({ weight: share * (i === 0 ? first : 1 - first), bias: coin }));
  if (game === 'two') return { truth: two(weight), belief: two(assumed) };
  const spare = Number(asked.spare);
  const rest = spread === 'coin' ? { bias } : { a: 1, b: 1 };
  return { truth: [{ weight: 1, bias }], belief: [...two(0.5, 1 - spare), { weight: spare, ...rest }] };
}

const coin = (bias: number) => [bias, 1 - bias];

/** What it costs at most, whatever the number of tosses: the divergence of the priors. */
function ceilingOf(asked: Asked): number {
  const { game, weight, assumed, bias, trueA, trueB, a, b } = asked;
  if (game === 'two') return relativeEntropy(coin(weight), coin(assumed));
  if (game === 'any') return dirichletDivergence([trueA, trueB], [a, b]);
  const there = priorsOf(asked).belief.reduce((sum, part) => ('bias' in part && part.bias === bias ? sum + part.weight : sum), 0); // prettier-ignore
  return -Math.log(there);
}

/** What it costs with each of endlessly many tosses, in expectation: the divergence from the true coin to the nearest that is believed in. */
function rateOf({ truth, belief }: Priors): number {
  const believed = belief.filter(({ weight }) => weight > 0);
  return truth.reduce((sum, part) => {
    if (part.weight === 0 || !('bias' in part)) return sum;
    const apart = believed.map((other) => ('bias' in other ? relativeEntropy(coin(part.bias), coin(other.bias)) : 0));
    return sum + part.weight * Math.min(...apart);
  }, 0);
}

/** The bias of a coin that is drawn. */
function drawCoin(truth: CoinPrior, next: Uniform): number {
  const u = next();
  let below = 0;
  const part = truth.find(({ weight }) => u < (below += weight)) ?? truth[truth.length - 1];
  return 'bias' in part ? part.bias : Math.exp(drawLogBeta(part.a, part.b, next)[0]);
}

export interface WrongPrior {
  /** Expected cost of each toss beyond the right prior, in nats; and after 0, 1, … tosses together. */
  readonly costs: readonly number[];
  readonly paid: readonly number[];
  /** The same together, from the laws of the sequence. */
  readonly told: readonly (readonly [tosses: number, nats: number])[];
  readonly whole: number;
  readonly ceiling: number;
  readonly rate: number;
  /** What the believer, and one whose prior is right, give to heads after T tosses. */
  readonly believed: readonly Foreseen[];
  readonly right: readonly Foreseen[];
  /** How often the believer is off by more than a tenth from the right prediction. */
  readonly off: number;
  /** Expected largest posterior weight of a part of the belief. */
  readonly certainty: number;
  /** Simulated games, one row each, after 0, 1, … tosses. */
  readonly games: readonly (readonly number[])[];
  readonly mean: number;
  /** Standard error of this mean, exactly. */
  readonly error: number;
}

/** Where the law of the sequence is written into the picture. */
const marks = [1, 10, 25, 50, 75, 100, 125, 150, 175, 200];

/** The curve and the games, which stay as they are while the reader goes along the tosses. */
function curveOf(
  { truth, belief }: Priors,
  runs: number,
  seed: number,
): Pick<WrongPrior, 'costs' | 'paid' | 'told' | 'games'> {
  const costs = costsOfWrongPrior(truth, belief, last);
  const paid = [0];
  for (const cost of costs) paid.push(paid[paid.length - 1] + cost);
  const [knows, believes] = [truth, belief].map((prior) => coinPredictor(prior, last));
  const games = Array.from({ length: runs }, (_, i) => {
    const next = uniforms(seed, i);
    const heads = drawCoin(truth, next);
    let seen = 0;
    const row = [0];
    for (let t = 1; t <= last; t++) {
      if (next() < heads) seen++;
      row.push(knows.logOf(seen, t - seen) - believes.logOf(seen, t - seen));
    }
    return row;
  });
  return { costs, paid, games, told: marks.map((T) => [T, costOfWrongPrior(truth, belief, T)] as const) };
}
let kept: { readonly asked: string; readonly curve: ReturnType<typeof curveOf> } | undefined;

/** Of values with these chances. */
function varianceOf(law: readonly (readonly [chance: number, value: number])[]): number {
  const mean = law.reduce((sum, [chance, value]) => (chance > 0 ? sum + chance * value : sum), 0);
  return law.reduce((sum, [chance, value]) => (chance > 0 ? sum + chance * (value - mean) ** 2 : sum), 0);
}

export function compute(asked: Asked): WrongPrior {
  const { tosses, runs, seed } = asked;
  const priors = priorsOf(asked);
  const { truth, belief } = priors;
  const key = JSON.stringify([priors, runs, seed]);
  if (kept?.asked !== key) kept = { asked: key, curve: curveOf(priors, runs, seed) };
  const { curve } = kept;
  const [believes, knows] = [belief, truth].map((prior) => coinPredictor(prior, tosses));
  const now = curve.games.map((row) => row[tosses]);
  const mean = now.reduce((a, b) => a + b, 0) / runs;
  const [believed, right] = [belief, truth].map((prior) => foreseenHeads(truth, prior, tosses));
  return {
    ...curve,
    ...{ mean, believed, right },
    whole: costOfWrongPrior(truth, belief, tosses),
    ceiling: ceilingOf(asked),
    rate: rateOf(priors),
    off: right.reduce((sum, { chance, heads }, k) => sum + (Math.abs(heads - believed[k].heads) > 0.1 ? chance : 0), 0),
    certainty: believed.reduce((sum, { chance, seen }) => sum + chance * Math.max(...believes.posterior(seen, tosses - seen)), 0), // prettier-ignore
    // From the law of all games: among those that were drawn, the rare ones that make the difference may be missing.
    error: Math.sqrt(varianceOf(right.map(({ chance, seen }) => [chance, knows.logOf(seen, tosses - seen) - believes.logOf(seen, tosses - seen)] as const)) / runs), // prettier-ignore
  };
}

/** How often what is given to heads is nearest to each of the places 0, 1/n, …, 1. */
export function nearTo(foreseen: readonly Foreseen[], n: number): number[] {
  const shares = new Array<number>(n + 1).fill(0);
  for (const { chance, heads } of foreseen) shares[Math.round(heads * n)] += chance;
  return shares;
}
