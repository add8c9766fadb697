import { STYLE_NAMES, STYLE_STARTS, STYLE_WORDS, STYLES } from '#sim/styles.ts';
import type { StartedChain } from '#theory/belief/evidence.ts';
import { relativeEntropy } from '#theory/measures/divergence.ts';
import { relativeEntropyRate } from '#theory/chains/markov-chain.ts';
import type { Asked } from './parameters.ts';

/** Sources that may have written the tokens; the last one is what all others are held against. */
export interface Sources {
  readonly names: readonly string[];
  readonly of: readonly StartedChain[];
  /** What each token is called. */
  readonly tokens: readonly string[];
  /** Tokens know nothing of each other. */
  readonly tossed: boolean;
  /** What draws if none of them does, and what it is called. */
  readonly none: StartedChain;
  readonly noneName: string;
}

const tosses = (law: readonly number[]): StartedChain => ({ start: law, chain: law.map(() => law) });
const coin = (heads: number) => tosses([heads, 1 - heads]);

const coins = (heads: readonly number[], asked: Asked): Sources => ({
  names: heads.map((p) => `coin ${p}`),
  of: heads.map(coin),
  tokens: ['heads', 'tails'],
  tossed: true,
  none: coin(asked.heads),
  noneName: `a coin with heads ${asked.heads}`,
});

const fair = Array<number>(6).fill(1 / 6);

const cases = {
  two: (asked: Asked) => coins([0.7, 0.4], asked),
  five: (asked: Asked) => coins([0.9, 0.7, 0.3, 0.1, 0.5], asked),
  dice: (): Sources => ({
    names: ['many sixes', 'flattened die', 'fair die'],
    of: [[2 / 15, 2 / 15, 2 / 15, 2 / 15, 2 / 15, 1 / 3], [0.25, 0.125, 0.125, 0.125, 0.125, 0.25], fair].map(tosses),
    tokens: ['1', '2', '3', '4', '5', '6'],
    tossed: true,
    none: tosses([0.1, 0.2, 0.1, 0.2, 0.1, 0.3]),
    noneName: 'a die that likes even numbers',
  }),
  styles: (): Sources => ({
    names: STYLE_NAMES,
    of: STYLES.chains.map((chain, j) => ({ start: STYLE_STARTS[j], chain })),
    tokens: STYLE_WORDS,
    tossed: false,
    // The style of each word is tossed anew.
    none: {
      start: STYLE_STARTS[0].map((p, y) => (p + STYLE_STARTS[1][y]) / 2),
      chain: STYLES.chains[0].map((row, x) => row.map((p, y) => (p + STYLES.chains[1][x][y]) / 2)),
    },
    noneName: 'both styles, tossed for each word',
  }),
} as const;

/** The sources of a case; undefined for the authors, of whom there are only letters. */
export const sourcesOf = (asked: Asked): Sources | undefined =>
  asked.sources === 'authors' ? undefined : cases[asked.sources](asked);

/** The number of the source that draws; −1 if none of them does. A case with fewer sources takes its last. */
export const truthOf = ({ truth }: Asked, { of }: Sources) =>
  truth === 'none' ? -1 : Math.min(Number(truth), of.length) - 1;

/** What draws the tokens. */
export const drawing = (asked: Asked, sources: Sources): StartedChain =>
  sources.of[truthOf(asked, sources)] ?? sources.none;

/** D(truth ‖ source) for each of the sources, in nats per token in the long run. */
export const divergences = (truth: StartedChain, { of, tossed }: Sources): number[] =>
  of.map(({ start, chain }) =>
    tossed ? relativeEntropy(truth.start, start) : relativeEntropyRate(truth.chain, chain),
  );
