import type { Signal } from '#contract/engine.ts';
import type { Prediction, Trainer } from '#contract/training.ts';
import { lawsAfter, STYLE_START, STYLE_WORDS, styleLogOdds } from '#sim/styles.ts';
import { relativeEntropy } from '#theory/measures/divergence.ts';
import { mixtureWeight } from '#theory/belief/mixture-weight.ts';
import { symbolsOf, type Asked } from './parameters.ts';

/** What the network makes of the prompt; entry t is about the word after t words, and the last about the word to come. */
export interface Reading {
  /** The telegram's share in the mixture of the two styles that comes closest to the network's prediction. */
  readonly implied: readonly number[];
  /** D(exact prediction ‖ network's), in nats. */
  readonly gap: readonly number[];
  /** Of the word to come, by word. */
  readonly next: readonly number[];
  readonly parameters: number;
}

export interface TwoStyles {
  readonly prompt: string;
  readonly words: readonly number[];
  readonly rate: number;
  /** ln of the odds of telegram against lullaby after 0, 1, … words: of Bayes, and of somebody who expects changes. */
  readonly logOdds: readonly number[];
  readonly expecting: readonly number[];
  /** The exact law of the word to come. */
  readonly next: readonly number[];
  readonly network?: Reading;
  /** The network's, as word numbers, and what they were asked with. */
  readonly continuations: readonly (readonly number[])[];
  readonly drawnFor: string;
}

export const continuationCount = 3;
const prompts = (asked: Asked) => [asked.prompt, asked.length, asked.seed].join('/');

export const probabilityOf = (logOdds: number) => 1 / (1 + Math.exp(-logOdds));

/** The exact prediction after some words: the two laws, mixed by the posterior. */
export function exactLaw(words: readonly number[], logOdds: number): number[] {
  const [telegram, lullaby] = lawsAfter(words);
  const share = probabilityOf(logOdds);
  return telegram.map((p, x) => share * p + (1 - share) * lullaby[x]);
}

export function compute({ prompt, rate }: Asked): TwoStyles {
  const words = symbolsOf(prompt);
  const logOdds = styleLogOdds(words);
  return {
    ...{ prompt, words, rate, logOdds },
    expecting: styleLogOdds(words, rate),
    next: exactLaw(words, logOdds[words.length]),
    continuations: [],
    drawnFor: '',
  };
}

const round = (value: number) => Math.round(value * 1e6) / 1e6;

/** The network's prediction of words, without what it gives to the tokens that are none. */
function wordLaw({ logProbabilities }: Prediction, t: number, vocabulary: number): number[] {
  const row = Array.from(logProbabilities.subarray(t * vocabulary, t * vocabulary + STYLE_WORDS.length), Math.exp);
  const total = row.reduce((sum, p) => sum + p, 0);
  return row.map((p) => p / total);
}

export function readingOf(
  { words, logOdds }: TwoStyles,
  prediction: Prediction,
  vocabulary: number,
  parameters: number,
): Reading {
  const laws = logOdds.map((_, t) => wordLaw(prediction, t, vocabulary));
  const before = (t: number) => words.slice(0, t);
  return {
    implied: laws.map((law, t) => {
      const [telegram, lullaby] = lawsAfter(before(t));
      return round(mixtureWeight(law, telegram, lullaby).weight);
    }),
    gap: laws.map((law, t) => round(relativeEntropy(exactLaw(before(t), logOdds[t]), law))),
    next: laws[words.length].map(round),
    parameters,
  };
}

interface Context {
  readonly signal: Signal;
  readonly trainer: Pick<Trainer, 'checkpoint' | 'predict' | 'draw'>;
  readonly previous?: TwoStyles;
}

/** The exact part at once, then what the network predicts, then what it writes. */
export async function* run(asked: Asked, { signal, trainer, previous }: Context): AsyncGenerator<TwoStyles> {
  const isSame = previous?.prompt === asked.prompt;
  const kept = isSame
    ? { network: previous.network, continuations: previous.continuations, drawnFor: previous.drawnFor }
    : {};
  let model: TwoStyles = { ...compute(asked), ...kept };
  yield model;
  if (model.network && model.drawnFor === prompts(asked)) return;
  const network = await trainer.checkpoint('styles', 0);
  const tokens = Uint16Array.from([STYLE_START, ...model.words]);
  if (!model.network) {
    const [prediction] = await trainer.predict(network, [tokens], { signal });
    if (signal.aborted) return;
    model = {
      ...model,
      network: readingOf(model, prediction, network.config.vocabulary, network.values.length),
    };
    yield model;
  }
  const { length, seed } = asked;
  const options = { signal, count: continuationCount, length, seed, temperature: 1 };
  const drawn = await trainer.draw(network, tokens, options);
  if (signal.aborted) return;
  yield { ...model, continuations: drawn.map((words) => Array.from(words)), drawnFor: prompts(asked) };
}

/** ln of the odds that a continuation by itself gives for the telegram: what it adds to those of the prompt. */
export function evidenceOf({ words, logOdds }: TwoStyles, continuation: readonly number[]): number {
  const known = continuation.filter((word) => word < STYLE_WORDS.length);
  return styleLogOdds([...words, ...known]).at(-1)! - logOdds[words.length];
}

/** Mean of the gap over all places of the prompt; 0 without a network. */
export const meanGap = ({ network }: TwoStyles) =>
  network ? network.gap.reduce((sum, nats) => sum + nats, 0) / network.gap.length : 0;

/** The largest gap along the prompt; 0 without a network. */
export const worstGap = ({ network }: TwoStyles) => (network ? Math.max(0, ...network.gap) : 0);

/** The largest difference along the prompt between the network's implied share and Bayes' rule; 0 without a network. */
export const furthestAstray = ({ network, logOdds }: TwoStyles) =>
  network ? Math.max(...network.implied.map((share, t) => Math.abs(share - probabilityOf(logOdds[t])))) : 0;
