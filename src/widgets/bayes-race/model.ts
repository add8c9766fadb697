import { austenOfPairs, melvilleOfPairs } from '#sim/author-pairs.ts';
import { reduced, symbols, symbolsOf } from '#sim/author-symbols.ts';
import { relativeEntropyRate } from '#theory/chains/markov-chain.ts';
import { drawChain } from '#sim/markov-samplers.ts';
import { uniforms } from '#sim/random.ts';
import { evidenceMoments, type StartedChain } from '#theory/belief/evidence.ts';
import { divergences, drawing, sourcesOf, truthOf, type Sources } from './cases.ts';
import { mislead, type Misled } from './misled.ts';
import { mostDrawn, mostLetters, type Asked } from './parameters.ts';

/** A source against the last one, in nats: its log-odds after 0, 1, … tokens, and what was to be expected of them. */
export interface Runner {
  readonly name: string;
  readonly logOdds: readonly number[];
  readonly mean: readonly number[];
  readonly deviation: readonly number[];
}

export interface Race {
  readonly names: readonly string[];
  /** One for each source; that of the last one is 0 throughout. */
  readonly runners: readonly Runner[];
  /** Probability of each source after 0, 1, … tokens. */
  readonly posterior: readonly (readonly number[])[];
  /** What the tokens are called, all of them, in the order in which they are read. */
  readonly tokens: readonly string[];
  /** Those read so far. */
  readonly read: number;
  /** How many there can be. */
  readonly most: number;
  /** What draws: the number of the source, −1 for none of them, and nothing for a text of the reader’s. */
  readonly truth?: number;
  readonly truthName: string;
  /** D(truth ‖ source) per token, of each source, in the long run; for a text, that of either author against the other. */
  readonly divergences: readonly number[];
  /** Of two sources of tosses: what each token is worth, ln(first/second). */
  readonly worth?: readonly number[];
  readonly tossed: boolean;
  readonly misled?: Misled;
}

/** The largest first, in logarithms: no evidence is too strong. */
function posteriorOf(logOdds: readonly number[]): number[] {
  const most = Math.max(...logOdds);
  const shares = logOdds.map((odds) => Math.exp(odds - most));
  const total = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => share / total);
}

/** Probabilities of the sources after each token. */
const posteriors = (runners: readonly Runner[]) =>
  runners[0].logOdds.map((_, t) => posteriorOf(runners.map(({ logOdds }) => logOdds[t])));

/** ln of the chance of each token in a source’s eyes. */
const logChances = ({ start, chain }: StartedChain, tokens: readonly number[]) =>
  tokens.map((token, t) => Math.log(t === 0 ? start[token] : chain[tokens[t - 1]][token]));

function added(start: number, gains: readonly number[]): number[] {
  const sums = [start];
  for (const gain of gains) sums.push(sums[sums.length - 1] + gain);
  return sums;
}

/** What a source of the race has ahead before the first token, in nats. */
const headStart = ({ lead }: Asked, source: number) => (source === 0 ? lead * Math.LN2 : 0);

function drawn(asked: Asked, sources: Sources): number[] {
  const { start, chain } = drawing(asked, sources);
  const tokens = drawChain(chain, start, mostDrawn, uniforms(asked.seed));
  const read = Math.min(asked.read, mostDrawn);
  return asked.sorted && sources.tossed
    ? [...tokens.slice(0, read).sort((a, b) => a - b), ...tokens.slice(read)]
    : tokens;
}

/** What does not depend on how many tokens have been read is kept. */
let kept: { readonly key: string; readonly moments: ReturnType<typeof momentsOf> } | undefined;

function momentsOf(truth: StartedChain, { of }: Sources) {
  const last = of[of.length - 1];
  return of.map((source) => evidenceMoments(truth, source, last, mostDrawn));
}

function raceOf(asked: Asked, sources: Sources): Race {
  const { names, of, tossed } = sources;
  const truth = drawing(asked, sources);
  const numbers = drawn(asked, sources);
  const key = [asked.sources, truthOf(asked, sources), asked.heads].join();
  if (kept?.key !== key) kept = { key, moments: momentsOf(truth, sources) };
  const last = logChances(of[of.length - 1], numbers);
  const runners = of.map((source, j): Runner => {
    const lead = headStart(asked, j);
    const moments = kept!.moments[j];
    return {
      name: names[j],
      logOdds: added(lead, logChances(source, numbers).map((log, t) => log - last[t])), // prettier-ignore
      mean: moments.map(({ mean }) => lead + mean),
      deviation: moments.map(({ variance }) => Math.sqrt(variance)),
    };
  });
  const number = truthOf(asked, sources);
  return {
    ...{ names, runners, tossed, truth: number, posterior: posteriors(runners) },
    tokens: numbers.map((token) => sources.tokens[token]),
    read: Math.min(asked.read, mostDrawn),
    most: mostDrawn,
    truthName: names[number] ?? sources.noneName,
    divergences: divergences(truth, sources),
    ...(of.length === 2 && tossed && { worth: of[0].start.map((p, y) => Math.log(p / of[1].start[y])) }),
    ...(asked.sources === 'two' && number >= 0 && { misled: mislead(asked, number === 0 ? [0.7, 0.4] : [0.4, 0.7]) }),
  };
}

/** Per letter, in the long run: Austen against Melville, and Melville against Austen. */
let rates: readonly number[] | undefined;

/** The reader’s text in the eyes of two tiny authors. */
function raceOfAuthors(asked: Asked): Race {
  const names = ['Austen', 'Melville'];
  const letters = symbolsOf(reduced(asked.text).slice(0, mostLetters));
  const [austen, melville] = [austenOfPairs, melvilleOfPairs].map((author) => logChances(author, letters));
  rates ??= [
    relativeEntropyRate(austenOfPairs.chain, melvilleOfPairs.chain),
    relativeEntropyRate(melvilleOfPairs.chain, austenOfPairs.chain),
  ];
  const runner = (name: string, logOdds: number[]): Runner => ({ name, logOdds, mean: [], deviation: [] });
  const runners = [
    runner('Austen', added(headStart(asked, 0), austen.map((log, t) => log - melville[t]))), // prettier-ignore
    runner('Melville', added(0, letters.map(() => 0))), // prettier-ignore
  ];
  return {
    ...{ names, runners, posterior: posteriors(runners), divergences: rates, tossed: false },
    tokens: letters.map((letter) => symbols[letter]),
    read: Math.min(asked.read, letters.length),
    most: letters.length,
    truthName: 'whoever wrote the text',
  };
}

export function compute(asked: Asked): Race {
  const sources = sourcesOf(asked);
  return sources ? raceOf(asked, sources) : raceOfAuthors(asked);
}

/** The source that comes nearest to the truth: the one with the least divergence. */
export const nearest = ({ divergences }: Race) => divergences.indexOf(Math.min(...divergences));

/** The source whose log-odds the figure speaks of: the first, or of more than two the nearest that is not the last. */
export function watched(race: Race): number {
  if (race.names.length === 2) return 0;
  const others = race.divergences.slice(0, -1);
  return others.indexOf(Math.min(...others));
}
