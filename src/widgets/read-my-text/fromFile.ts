import { roundNats, unknown, type Reading } from '#contract/reading.ts';
import { joinTokens } from '#sim/logprobs-text.ts';
import {
  openLogProbabilities,
  type Alternative,
  type LogProbabilityFile,
  type LogProbabilityToken,
} from '#sim/logprobs.ts';
import { entropyBounds, type EntropyBounds } from '#theory/measures/bounds-of-partial-distribution.ts';
import type { Prediction } from './prediction.ts';

export const tokensOfFileShown = 50_000;

/** Files are written with few digits, so that a list may add up to a little more than 1. */
const roundingOfFiles = 1e-3;

/** Tokens between two pauses: a few milliseconds of work. */
const slice = 500;

export type Pause = () => Promise<void>;

export async function parseInSlices(source: string, pause: Pause): Promise<LogProbabilityFile> {
  const { form, model, length, token } = openLogProbabilities(source);
  const tokens: LogProbabilityToken[] = [];
  for (let t = 0; t < Math.min(length, tokensOfFileShown); t++) {
    if (t % slice === 0) await pause();
    const found = token(t);
    if (found) tokens.push(found);
  }
  return { form, ...(model !== undefined && { model }), tokens };
}

/** Whether an alternative is the token that came: the text is not enough, since different tokens may look alike. */
const isCame = (token: LogProbabilityToken, { text, logProbability: p }: Alternative) =>
  text === token.text && (p === token.logProbability || Math.abs(p - token.logProbability!) < 1e-3);

/** Probabilities in the file: of what came, and of everything else that is listed. */
function probabilities(token: LogProbabilityToken): { readonly came?: number; readonly others: readonly number[] } {
  const listed = token.alternatives.findIndex((alternative) => isCame(token, alternative));
  const others = token.alternatives.filter((_, i) => i !== listed).map(({ logProbability: p }) => Math.exp(p));
  return token.logProbability === undefined ? { others } : { came: Math.exp(token.logProbability), others };
}

/**
 * What the file says about the entropy of one prediction. The alternatives are the likeliest tokens. What came stands among
 * them or beside them, and a file does not always tell which; if it is the least of all, the others alone bound the rest.
 */
function boundsAt(token: LogProbabilityToken, vocabularySize: number | undefined): EntropyBounds | undefined {
  const { came, others } = probabilities(token);
  const possible = others.filter((q) => q > 0);
  const isLeast = came !== undefined && possible.every((q) => came <= q);
  const listed = came === undefined || isLeast ? possible : [...possible, came];
  const size = vocabularySize === undefined ? {} : { vocabularySize };
  try {
    if (listed.length > 0) {
      const observed = isLeast ? { observed: came } : {};
      return entropyBounds({ listed, ...observed, ...size, listedAreTop: true }, roundingOfFiles);
    }
    return came ? entropyBounds({ listed: [came], ...size, listedAreTop: false }) : undefined;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The rank of what came, as far as the alternatives show it; 0 if it may be anywhere below them. */
function rankOf(token: LogProbabilityToken): number {
  if (token.rank !== undefined) return token.rank;
  const { came, others } = probabilities(token);
  if (came === undefined || others.length === 0) return 0;
  const better = others.filter((q) => q > came).length;
  return others.length < token.alternatives.length || better < others.length ? better + 1 : 0;
}

/** A file's tokens as a reading. `vocabularySize` bounds the entropy from above; without it the bound is infinite. */
export async function readingOf(
  { tokens }: LogProbabilityFile,
  vocabularySize: number | undefined,
  pause: Pause,
): Promise<Reading> {
  const [surprisal, entropy, entropyAtMost, rank]: number[][] = [[], [], [], []];
  for (const [t, token] of tokens.entries()) {
    if (t % slice === 0) await pause();
    const { logProbability: p } = token;
    const bounds = boundsAt(token, vocabularySize);
    surprisal.push(p === undefined ? unknown : Math.max(0, roundNats(-p)));
    entropy.push(bounds ? roundNats(bounds.lower) : unknown);
    entropyAtMost.push(bounds ? roundNats(bounds.upper) : unknown);
    rank.push(rankOf(token));
  }
  const done = surprisal.filter((nats) => nats !== unknown).length;
  const ids = tokens.map((_, t) => t);
  return { ...joinTokens(tokens), ids, surprisal, entropy, entropyAtMost, rank, done, total: done };
}

/** What the file shows of the prediction at a position. */
export function predictionOf({ tokens }: LogProbabilityFile, position: number): Prediction | undefined {
  const token = tokens[position];
  if (!token) return undefined;
  const outcomes = [...token.alternatives];
  if (token.logProbability !== undefined && !outcomes.some((outcome) => isCame(token, outcome)))
    outcomes.push({ text: token.text, logProbability: token.logProbability });
  outcomes.sort((a, b) => b.logProbability - a.logProbability);
  const listed = outcomes.reduce((sum, { logProbability: p }) => sum + Math.exp(p), 0);
  return {
    position,
    tokens: outcomes.map(({ text }) => text),
    logProbabilities: outcomes.map(({ logProbability: p }) => p),
    came: outcomes.findIndex((outcome) => isCame(token, outcome)),
    rest: Math.max(0, 1 - listed),
  };
}
