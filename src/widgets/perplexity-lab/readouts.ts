import type { Readout } from '#contract/spec.ts';
import { perplexity as perplexityFrom } from '#theory/measures/entropy.ts';
import type { Asked } from './parameters.ts';
import { isWhole, markOf, natsOf, reportOf } from './report.ts';
import type { PerplexityLab } from './state.ts';

type LabReadout = Readout<PerplexityLab, Asked>;

/** What was called a perplexity. */
const called = (id: string, label: string, formula: string, source: string): LabReadout => ({
  label,
  kind: 'perplexity',
  formula,
  source,
  of: (model, asked) => perplexityFrom(natsOf(model, asked, id)),
  // Beyond any number the figure says a power of ten.
  none: (model, asked) => !markOf(model, asked, id) || perplexityFrom(natsOf(model, asked, id)) === Infinity,
});

/** A perplexity of the model. */
const perplexity = (...reported: Parameters<typeof called>): LabReadout => ({
  ...called(...reported),
  quantity: 'perplexity',
});

const rate = (id: string, label: string, formula: string, source: string): LabReadout => ({
  label,
  kind: 'information',
  formula,
  source,
  of: (model, asked) => markOf(model, asked, id)?.perByte ?? 0,
  none: (model, asked) => markOf(model, asked, id)?.perByte === undefined,
});

/** What is reported over what is right. */
const times = (id: string, label: string, formula: string, source: string): LabReadout => ({
  label,
  kind: 'number',
  formula,
  source,
  of: (model, asked) => Math.exp(natsOf(model, asked, id) - natsOf(model, asked, 'right')),
  none: (model, asked) => !markOf(model, asked, id),
});

const count = (
  label: string,
  formula: string,
  source: string,
  of: (report: ReturnType<typeof reportOf>) => number,
): LabReadout => ({
  label,
  kind: 'count',
  formula,
  source,
  of: (model, asked) => of(reportOf(model, asked)),
});

/** A share of guesses, 0 where nobody guessed. */
const share = (
  label: string,
  formula: string,
  of: (guessed: NonNullable<ReturnType<typeof reportOf>['guessed']>) => number,
): LabReadout => ({
  label,
  kind: 'probability',
  formula,
  source: 'theory/language-models/overlap.guessedRuns',
  of(model, asked) {
    const { guessed } = reportOf(model, asked);
    return guessed ? of(guessed) : 0;
  },
  none: (model, asked) => !reportOf(model, asked).guessed,
});

const bar = String.raw`\bar s = \tfrac1T \sum_t s_t`;

/** Perplexities are 1, and rates 0, where there is nothing to compute them from; a dash is shown. */
export const readouts: Readonly<Record<string, LabReadout>> = {
  tokens: count('Tokens', 'T', 'theory/language-models/perplexity.batchesOf', ({ costs }) => costs.length),
  bytes: count('UTF-8 bytes', 'B', 'sim/tokenizer.utf8Bytes', ({ bytes }) => bytes ?? 0),
  words: count('Words', 'W', 'theory/language-models/perplexity.perplexityPer', ({ words }) => words ?? 0),
  parts: count(
    'Batches that there are',
    'n',
    'theory/language-models/perplexity.batchesOf',
    ({ batches }) => batches.length,
  ),
  missing: {
    label: 'Batches that were asked for and are not there',
    kind: 'count',
    formula: 'N - n',
    source: 'theory/language-models/perplexity.batchesOf',
    of: (model, asked) => (isWhole(model, asked) ? asked.batches - reportOf(model, asked).batches.length : 0),
  },
  scored: count(
    'Tokens after the prompt',
    'T - k',
    'theory/language-models/perplexity.conditionalPerplexity',
    ({ scored }) => scored,
  ),
  perToken: {
    label: 'Mean surprisal of a token',
    kind: 'information',
    quantity: 'surprisal',
    formula: bar,
    source: 'theory/language-models/perplexity.meanSurprisal',
    of: (model, asked) => reportOf(model, asked).mean,
    none: (model, asked) => reportOf(model, asked).marks.length === 0,
  },
  rate: rate(
    'right',
    'Per byte, the model',
    String.raw`\tfrac1B \sum_t s_t`,
    'theory/language-models/perplexity.perplexityPer',
  ),
  right: perplexity(
    'right',
    'Perplexity per token',
    String.raw`e^{\bar s}`,
    'theory/language-models/perplexity.meanSurprisal',
  ),
  perByte: perplexity(
    'byte',
    'Perplexity per byte',
    String.raw`e^{T \bar s / B}`,
    'theory/language-models/perplexity.perplexityPer',
  ),
  // Beyond any number for a text of thousands of characters without a space.
  perWord: {
    ...perplexity(
      'word',
      'Perplexity per word',
      String.raw`e^{T \bar s / W}`,
      'theory/language-models/perplexity.perplexityPer',
    ),
    infinite: true,
  },
  meanOfPerplexities: called(
    'meanOfPerplexities',
    'Mean of batch perplexities (wrong)',
    String.raw`\tfrac1n \sum_b e^{\bar s_b}`,
    'theory/language-models/perplexity.meanOfBatchPerplexities',
  ),
  batchMeans: called(
    'batchMeans',
    'From batch means, counts ignored (wrong)',
    String.raw`e^{\frac1n \sum_b \bar s_b}`,
    'theory/language-models/perplexity.perplexityOfBatchMeans',
  ),
  batchMeansTimes: times(
    'batchMeans',
    'Batch means, counts ignored, over the right perplexity',
    String.raw`e^{\frac1n \sum_b \bar s_b - \bar s}`,
    'theory/language-models/perplexity.perplexityOfBatchMeans',
  ),
  meanOfPerplexitiesTimes: times(
    'meanOfPerplexities',
    'Mean of batch perplexities over the right perplexity',
    String.raw`\tfrac1n \sum_b e^{\bar s_b - \bar s}`,
    'theory/language-models/perplexity.meanOfBatchPerplexities',
  ),
  meanInverse: called(
    'meanInverse',
    'Mean of 1/p (wrong)',
    String.raw`\tfrac1T \sum_t e^{s_t}`,
    'theory/language-models/perplexity.meanInverseProbability',
  ),
  inverseMean: called(
    'inverseMean',
    '1 over the mean of p (wrong)',
    String.raw`T / \sum_t e^{-s_t}`,
    'theory/language-models/perplexity.inverseMeanProbability',
  ),
  eToTheBits: called('eToTheBits', 'e to the bits (wrong)', String.raw`e^{\bar s / \ln 2}`, 'theory/language-models/perplexity.eToTheBits'), // prettier-ignore
  twoToTheNats: called('twoToTheNats', '2 to the nats (wrong)', String.raw`2^{\bar s}`, 'theory/language-models/perplexity.twoToTheNats'), // prettier-ignore
  weighted: called(
    'weighted',
    'Weighted perplexity',
    String.raw`e^{\sum_t w_t s_t / \sum_t w_t}`,
    'theory/language-models/perplexity.weightedPerplexity',
  ),
  conditional: perplexity(
    'conditional',
    'Perplexity after the prompt',
    String.raw`e^{\frac{1}{T-k} \sum_{t \ge k} s_t}`,
    'theory/language-models/perplexity.conditionalPerplexity',
  ),
  windows: perplexity(
    'windows',
    'Perplexity per token in short windows',
    String.raw`e^{\bar s}`,
    'theory/language-models/perplexity.perplexityPer',
  ),
  windowsRate: rate('windows', 'Per byte, the model in short windows', String.raw`\tfrac1B \sum_t s_t`, 'theory/language-models/perplexity.perplexityPer'), // prettier-ignore
  adaptive: called(
    'adaptive',
    'Perplexity per byte, the adaptive reader',
    String.raw`e^{\frac1B \sum_i s_i}`,
    'sim/adaptive-bytes.adaptiveSurprisals',
  ),
  adaptiveRate: rate(
    'adaptive',
    'Per byte, the adaptive reader',
    String.raw`\tfrac1B \sum_i s_i`,
    'sim/adaptive-bytes.adaptiveSurprisals',
  ),
  adaptiveGain: {
    label: 'How much less the model needs per byte than the adaptive reader (0 where one of them has no number)',
    kind: 'information',
    formula: String.raw`\tfrac1B \sum_i s_i - \tfrac1B \sum_t s_t`,
    source: 'sim/adaptive-bytes.adaptiveSurprisals',
    of(model, asked) {
      const [right, adaptive] = [markOf(model, asked, 'right'), markOf(model, asked, 'adaptive')];
      return right?.perByte && adaptive?.perByte ? adaptive.perByte - right.perByte : 0;
    },
  },
  firstGuesses: share('Share of tokens that were the first guess', String.raw`g_1 = \tfrac1T |\{t : r_t = 1\}|`, ({ shares }) => shares[0]), // prettier-ignore
  overlap: share(
    'Overlap: geometric mean of the shares of guessed runs of 1 to 4 tokens',
    String.raw`(g_1 g_2 g_3 g_4)^{1/4}`,
    ({ overlap }) => overlap,
  ),
};
