import { roundNats, unknown, type Reading } from '#contract/reading.ts';
import { joinTokens } from '#sim/logprobs-text.ts';
import type { Alternative, LogProbabilityFile, LogProbabilityToken } from '#sim/logprobs.ts';
import { entropyBounds, type EntropyBounds } from '#theory/bounds-of-partial-distribution.ts';
import type { Prediction } from './prediction.ts';

/** Files are written with few digits, so that a list may add up to a little more than 1. */
const roundingOfFiles = 1e-3;
/** Whether an alternative is the token that came: the text is not enough, since different tokens may look alike. */
const isCame = (token: LogProbabilityToken, { text, logProbability: p }: Alternative) =>
  text === token.text && (p === token.logProbability || Math.abs(p - token.logProbability!) < 1e-3);

/** The probabilities of the alternatives other than the token that came. */
function others(token: LogProbabilityToken): number[] {
  const came = token.alternatives.findIndex((alternative) => isCame(token, alternative));
  return token.alternatives.filter((_, i) => i !== came).map(({ logProbability: p }) => Math.exp(p));
}

/**
 * What the file says about the entropy of one prediction. The alternatives are the likeliest tokens. What came stands beside
 * them or among them; a file does not always tell which, but if it is the least of all, the others alone bound the rest.
 */
function boundsAt(token: LogProbabilityToken, vocabularySize: number | undefined): EntropyBounds | undefined {
  const p = token.logProbability === undefined ? undefined : Math.exp(token.logProbability);
  const alternatives = others(token).filter((q) => q > 0);
  const beside = p !== undefined && alternatives.every((q) => p <= q);
  const listed = p === undefined || beside ? alternatives : [...alternatives, p];
  try {
    if (listed.length > 0) {
      const known = { listed, ...(beside && { observed: p }), ...(vocabularySize && { vocabularySize }) };
      return entropyBounds({ ...known, listedAreTop: true }, roundingOfFiles);
    }
    if (p === undefined || p === 0) return undefined;
    return entropyBounds({ listed: [p], listedAreTop: false, ...(vocabularySize && { vocabularySize }) });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The rank of what came, as far as the alternatives show it; 0 if it is below all of them. */
function rankOf(token: LogProbabilityToken): number {
  if (token.rank !== undefined) return token.rank;
  if (token.logProbability === undefined || token.alternatives.length === 0) return 0;
  const better = others(token).filter((q) => q > Math.exp(token.logProbability!)).length;
  const listed = token.alternatives.some((alternative) => alternative.text === token.text);
  return listed || better < token.alternatives.length ? better + 1 : 0;
}

/** A file's tokens as a reading. `vocabularySize` bounds the entropy from above; without it the bound is infinite. */
export function readingOf({ tokens }: LogProbabilityFile, vocabularySize: number | undefined): Reading {
  const surprisal = tokens.map(({ logProbability: p }) => (p === undefined ? unknown : Math.max(0, roundNats(-p))));
  const bounds = tokens.map((token) => boundsAt(token, vocabularySize));
  const done = surprisal.filter((nats) => nats !== unknown).length;
  return {
    ...joinTokens(tokens),
    ids: tokens.map((_, t) => t),
    surprisal,
    entropy: bounds.map((bound) => (bound ? roundNats(bound.lower) : unknown)),
    entropyAtMost: bounds.map((bound) => (bound ? roundNats(bound.upper) : unknown)),
    rank: tokens.map(rankOf),
    done,
    total: done,
  };
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
