import { roundNats, unknown, type Reading } from '#contract/reading.ts';
import { settleTexts, shownName, type SettledTexts } from '#sim/logprobs-text.ts';
import type { Alternative, LogProbabilityToken } from '#sim/logprobs-token.ts';
import { openLogProbabilities } from '#sim/logprobs.ts';
import { entropyBounds, type EntropyBounds } from '#theory/measures/bounds-of-partial-distribution.ts';
import type { Prediction } from './prediction.ts';

export const tokensOfFileShown = 50_000;

/** Files are written with few digits, so that a list may add up to a little more than 1. */
const roundingOfFiles = 1e-3;

/** No vocabulary is larger; where a list leaves more to the rest than so many tokens below it can hold, it is no list of the likeliest. */
const largestVocabulary = 1_000_000;

/** Tokens between two pauses: a few milliseconds of work. */
const slice = 500;

export type Pause = () => Promise<void>;

/** A file as far as it is shown: its tokens, the text that they make, and what has to be said of it. */
export interface ShownFile extends SettledTexts {
  readonly form: string;
  readonly model?: string;
}

const longestModelName = 80;

export async function parseInSlices(source: string, pause: Pause): Promise<ShownFile> {
  const { form, model, length, token, reply, notes } = openLogProbabilities(source);
  const tokens: LogProbabilityToken[] = [];
  // Tokens that the file does not name stand before the first that it does.
  let unnamed = 0;
  for (let t = 0; t < Math.min(length, tokensOfFileShown); t++) {
    if (t % slice === 0) await pause();
    const found = token(t);
    if (found) tokens.push(found);
    else unnamed++;
  }
  const settled = settleTexts(tokens, length > tokensOfFileShown ? undefined : reply && { ...reply, from: Math.max(0, reply.from - unnamed) }); // prettier-ignore
  return {
    ...settled,
    form,
    ...(model !== undefined && { model: model.slice(0, longestModelName) }),
    notes: [...notes, ...settled.notes, ...notesOnTokens(tokens, length)],
  };
}

/** What is not shown of the tokens, or is not what it seems. */
function notesOnTokens(tokens: readonly LogProbabilityToken[], length: number): string[] {
  const impossible = tokens.flatMap(({ leftOut }) => leftOut ?? []);
  const floors = tokens.filter(({ floor }) => floor).length;
  return [
    ...(length > tokensOfFileShown ? [`Only the first ${tokensOfFileShown} of its ${length} tokens are shown.`] : []),
    ...(impossible.length > 0
      ? [`Alternatives that are impossible are left out, first this one. ${impossible[0]}`]
      : []),
    ...(floors > 0
      ? [
          floors === 1
            ? 'One of its tokens stands at a log-probability that may be a floor of the server: its surprisal, the sums and the perplexity may be more than is shown.'
            : `${floors} of its tokens stand at a log-probability that may be a floor of the server: their surprisals, the sums and the perplexity may be more than is shown.`,
        ]
      : []),
  ];
}

const isSame = (a: readonly number[] | undefined, b: readonly number[] | undefined) =>
  a === undefined || b === undefined || (a.length === b.length && a.every((byte, i) => byte === b[i]));

/** Whether an alternative is the token that came: the text is not enough, since different tokens may look alike. */
const isCame = (token: LogProbabilityToken, { text, bytes, logProbability: p }: Alternative) =>
  text === token.text &&
  isSame(bytes, token.bytes) &&
  (p === token.logProbability || Math.abs(p - token.logProbability!) < 1e-3);

/** Probabilities in the file: of what came, and of everything else that is listed and not cut off at a floor. */
function probabilities(token: LogProbabilityToken) {
  const listed = token.alternatives.findIndex((alternative) => isCame(token, alternative));
  const others = token.alternatives.filter(({ floor }, i) => i !== listed && !floor).map(({ logProbability: p }) => Math.exp(p)); // prettier-ignore
  const came = token.logProbability === undefined ? undefined : Math.exp(token.logProbability);
  return { came, others, isListed: listed >= 0 };
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
      const rest = 1 - listed.reduce((sum, q) => sum + q, came ?? 0);
      const listedAreTop = vocabularySize !== undefined || rest <= largestVocabulary * Math.min(...listed);
      return entropyBounds({ listed, ...observed, ...size, listedAreTop }, roundingOfFiles);
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
  const { came, others, isListed } = probabilities(token);
  if (came === undefined || token.floor) return 0;
  const better = others.filter((q) => q > came).length;
  // Nothing that is not listed can have more.
  if (better === 0 && others.reduce((left, q) => left - q, 1 - came) <= came) return 1;
  if (others.length === 0) return 0;
  return isListed || better < others.length ? better + 1 : 0;
}

/** A file's tokens as a reading. `vocabularySize` bounds the entropy from above; without it the bound is infinite. */
export async function readingOf(
  { tokens, joined, rated }: ShownFile,
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
  return {
    ...{ ...joined, ids, surprisal, entropy, entropyAtMost, rank, done, total: done },
    ...(rated !== undefined && { rated }),
  };
}

/** What the file shows of the prediction at a position. */
export function predictionOf({ tokens }: ShownFile, position: number): Prediction | undefined {
  const token = tokens[position];
  if (!token) return undefined;
  const outcomes = [...token.alternatives];
  if (token.logProbability !== undefined && !outcomes.some((outcome) => isCame(token, outcome)))
    outcomes.push({ ...token, logProbability: token.logProbability });
  outcomes.sort((a, b) => b.logProbability - a.logProbability);
  const listed = outcomes.reduce((sum, { logProbability: p }) => sum + Math.exp(p), 0);
  return {
    position,
    tokens: outcomes.map(shownName),
    logProbabilities: outcomes.map(({ logProbability: p }) => p),
    came: outcomes.findIndex((outcome) => isCame(token, outcome)),
    rest: Math.max(0, 1 - listed),
  };
}
