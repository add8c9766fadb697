import { uniforms } from '#sim/random.ts';
import { stoppingLaw, type Stopping } from '#theory/belief/sequential-test.ts';
import { followed, longest, type Asked } from './parameters.ts';

/** The trial that stops as soon as one coin has probability 1 − ε: exactly. */
export interface Sequential {
  /** Evidence in nats at which it stops for the first coin, and for the second; the prior is in it. */
  readonly above: number;
  readonly below: number;
  /** Probability that it is still going after 0, 1, … tosses, over both coins. */
  readonly going: readonly number[];
  /** Expected tosses, overall and with either coin: of those trials that end within the tosses that are followed. */
  readonly expected: number;
  readonly byCoin: readonly [number, number];
  /** Probability that it decides for the wrong coin: overall, and with either coin. */
  readonly wrong: number;
  readonly wrongByCoin: readonly [number, number];
  /** E[evidence at the end] with either coin, in nats, for its own coin. */
  readonly evidence: readonly [number, number];
  /** Probability that it has not ended within them. */
  readonly left: number;
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** It ends before it begins where the prior alone is enough for a coin. */
const atOnce = (coin: 0 | 1): Stopping => ({
  above: [coin === 0 ? 1 : 0],
  below: [coin === 1 ? 1 : 0],
  ...{ left: 0, evidence: 0 },
});

/** Where most trials have ended after some tosses, the others are followed for longer. */
function patient(...trial: [truth: number, first: number, second: number, below: number, above: number]): Stopping {
  const law = stoppingLaw(...trial, longest);
  return law.left > 1e-15 && law.left < 0.1 ? stoppingLaw(...trial, followed) : law;
}

export function boundariesOf({ error, prior }: Asked): { above: number; below: number } {
  const enough = Math.log((1 - error) / error);
  const start = Math.log(prior / (1 - prior));
  return { above: enough - start, below: -enough - start };
}

/** A boundary is reached where rounding alone is missing. */
const dust = 1e-12;

export function sequentialOf(asked: Asked): Sequential {
  const { first, second, prior } = asked;
  const { above, below } = boundariesOf(asked);
  const lawOf = (truth: number) =>
    above <= dust ? atOnce(0) : below >= -dust ? atOnce(1) : patient(truth, first, second, below, above);
  const laws = [lawOf(first), lawOf(second)] as const;
  const weights = [prior, 1 - prior];
  const most = Math.max(...laws.map((law) => law.above.length));
  const ends = Array.from({ length: most }, (_, n) =>
    sum(laws.map((law, j) => weights[j] * ((law.above[n] ?? 0) + (law.below[n] ?? 0)))),
  );
  let going = 1;
  const expectedOf = ({ above: up, below: down }: Stopping) => sum(up.map((p, n) => n * (p + down[n])));
  const byCoin = [expectedOf(laws[0]), expectedOf(laws[1])] as const;
  const wrongByCoin = [sum(laws[0].below), sum(laws[1].above)] as const;
  const mix = (pair: readonly [number, number]) => prior * pair[0] + (1 - prior) * pair[1];
  return {
    ...{ above, below, byCoin, wrongByCoin },
    going: ends.map((p) => (going = Math.max(0, going - p))),
    expected: mix(byCoin),
    wrong: mix(wrongByCoin),
    evidence: [laws[0].evidence, -laws[1].evidence],
    left: mix([laws[0].left, laws[1].left]),
  };
}

export interface DrawnTrial {
  /** Which coin was picked. */
  readonly coin: 0 | 1;
  /** Evidence for the first coin, in nats, after each toss until it ended or was given up. */
  readonly walk: readonly number[];
  /** Which coin it decided for, if it ended. */
  readonly says?: 0 | 1;
}

/** One trial: a coin is picked, and tossed until the evidence is enough. */
export function drawTrial(asked: Asked, trial: number): DrawnTrial {
  const { first, second, prior, seed } = asked;
  const { above, below } = boundariesOf(asked);
  const next = uniforms(seed, trial);
  const coin = next() < prior ? 0 : 1;
  const [head, tail] = [Math.log(first / second), Math.log((1 - first) / (1 - second))];
  const truth = coin === 0 ? first : second;
  const walk = [0];
  for (let n = 0; ; n++) {
    const now = walk[n];
    if (now >= above - dust) return { coin, walk, says: 0 };
    if (now <= below + dust) return { coin, walk, says: 1 };
    if (n === longest) return { coin, walk };
    walk.push(now + (next() < truth ? head : tail));
  }
}
