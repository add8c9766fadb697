import {
  inverseMeanProbability,
  meanInverseProbability,
  meanSurprisal,
  perplexityPer,
  weightedMeanSurprisal,
} from '#theory/language-models/perplexity.ts';
import { sum } from '#theory/measures/distribution.ts';
import type { Subject } from '#calculator/subject.ts';
import { measuresOf } from './measure.ts';
import { info, named, plain, sumInSteps } from './steps.ts';

type Tokens = NonNullable<Subject['tokens']>;

const totalOf = ({ surprisals }: Tokens) => sum(surprisals);
const impossible = ({ surprisals, names }: Tokens) => {
  const at = surprisals.indexOf(Infinity);
  if (at < 0) return 'It exceeds what a computer’s numbers hold.';
  return `The model gave probability 0 to “${named(names[at] ?? '')}”, which came.`;
};
const deviation = (of: Tokens) => {
  const mean = meanSurprisal(of.surprisals);
  return Math.sqrt(sum(of.surprisals.map((s) => (s - mean) ** 2)) / (of.surprisals.length - 1));
};
const least = ({ surprisals }: Tokens) => surprisals.reduce((best, s, i) => (s < surprisals[best] ? i : best), 0);
const most = ({ surprisals }: Tokens) => surprisals.reduce((best, s, i) => (s > surprisals[best] ? i : best), 0);
const noLength = ({ unscored }: Tokens) =>
  unscored
    ? 'Some tokens have no number, so that it is not known which bytes of the text the others pay for.'
    : 'The length of the text is not known: it needs the answer of a program, with texts of the tokens.';
const module = 'theory/language-models/perplexity';
const at = 'a-model-reads.html#two-ways-to-say-it-for-a-whole-text';
const reported = 'what-is-said-of-a-model.html#the-perplexity-that-was-reported';
/** Below this a probability is written as a power, for it soon is less than any number of a computer. */
const leastWritten = 700;
const minusLog = (surprisal: number) =>
  surprisal > leastWritten && surprisal < Infinity
    ? `−log e^(−${plain(surprisal)})`
    : `−log ${plain(Math.exp(-surprisal))}`;
const scored = ({ surprisals }: Tokens, prompt: number) => surprisals.slice(Math.min(prompt, surprisals.length));

export const ofTokens = measuresOf(
  'tokens',
  {
    id: 'total',
    label: 'Information of the whole text',
    formula: '-\\sum_t \\log p(x_t \\mid x_{<t})',
    amount: 'information',
    at,
    value: totalOf,
    infinite: impossible,
    steps: (of, _, value) =>
      sumInSteps(
        {
          length: of.surprisals.length,
          term: (i) => ({
            written: `${named(of.names[i])}: ${minusLog(of.surprisals[i])}`,
            nats: of.surprisals[i],
          }),
        },
        value,
        'All tokens',
      ),
  },
  {
    id: 'loss',
    label: 'Mean surprisal (the loss; an estimate of a cross-entropy)',
    formula: '-\\frac{1}{n} \\sum_t \\log p(x_t \\mid x_{<t})',
    amount: 'information',
    at: 'what-a-loss-is-made-of.html#what-nobody-can-know-and-what-can-be-learned',
    source: `${module}.meanSurprisal`,
    value: ({ surprisals }) => meanSurprisal(surprisals),
    infinite: impossible,
    steps: (of, _, value) => [[info(totalOf(of)), ` / ${of.surprisals.length} tokens = `, info(value)]],
  },
  {
    id: 'text-perplexity',
    label: 'Perplexity',
    formula: '\\exp\\Bigl(-\\frac{1}{n} \\sum_t \\ln p(x_t \\mid x_{<t})\\Bigr)',
    amount: 'power',
    at,
    source: `${module}.perplexityPer`,
    value: (of) => meanSurprisal(of.surprisals),
    infinite: impossible,
    steps: (of) => [['2 to the power of the mean surprisal in bits: of ', info(meanSurprisal(of.surprisals))]],
  },
  {
    id: 'geometric-mean',
    label: 'Geometric mean of the probabilities',
    formula: '\\Bigl(\\prod_t p(x_t \\mid x_{<t})\\Bigr)^{1/n}',
    amount: 'probability',
    at: reported,
    source: `${module}.perplexityPer`,
    value: (of) => 1 / perplexityPer(totalOf(of), of.surprisals.length),
    steps: (_of, _, value) => [[`1 / perplexity = ${plain(value)}`]],
  },
  {
    id: 'spread',
    label: 'Standard error of the mean surprisal',
    formula: 's / \\sqrt{n}',
    amount: 'information',
    at: 'a-model-learns.html#a-loss-that-falls',
    none: (of) =>
      of.surprisals.length < 2 ? 'It takes two tokens.' : totalOf(of) === Infinity ? impossible(of) : undefined,
    value: (of) => deviation(of) / Math.sqrt(of.surprisals.length),
    steps: (of, _, value) => [
      ['Standard deviation ', info(deviation(of)), ` / √${of.surprisals.length} = `, info(value)],
      ['As if the surprisals were independent, which those of neighbors are not.'],
    ],
  },
  {
    id: 'likeliest-token',
    label: 'Least surprisal of a token',
    formula: '\\min_t s_t',
    amount: 'information',
    at: 'a-model-reads.html#how-surprised-it-was',
    value: (of) => of.surprisals[least(of)],
    infinite: impossible,
    steps: (of, _, value) => [[`${named(of.names[least(of)])}: `, info(value)]],
  },
  {
    id: 'rarest-token',
    label: 'Largest surprisal of a token',
    formula: '\\max_t s_t',
    amount: 'information',
    at: 'a-model-reads.html#how-surprised-it-was',
    value: (of) => of.surprisals[most(of)],
    infinite: impossible,
    steps: (of, _, value) => [[`${named(of.names[most(of)])}: `, info(value)]],
  },
  {
    id: 'per-byte',
    label: 'Information per byte',
    formula: '-\\frac{1}{\\text{bytes}} \\log p(x)',
    amount: 'information',
    at,
    none: (of) => (of.bytes ? undefined : noLength(of)),
    value: (of) => totalOf(of) / of.bytes!,
    infinite: impossible,
    steps: (of, _, value) => [[info(totalOf(of)), ` / ${of.bytes} bytes = `, info(value)]],
  },
  {
    id: 'per-character',
    label: 'Information per character',
    formula: '-\\frac{1}{\\text{characters}} \\log p(x)',
    amount: 'information',
    at: 'glossary.html#bits-per-character',
    none: (of) => (of.characters ? undefined : noLength(of)),
    value: (of) => totalOf(of) / of.characters!,
    infinite: impossible,
    steps: (of, _, value) => [[info(totalOf(of)), ` / ${of.characters} characters = `, info(value)]],
  },
  {
    id: 'after-prompt',
    label: 'Perplexity after the prompt (settings)',
    formula: '\\exp\\Bigl(\\frac{1}{n - k} \\sum_{t > k} s_t\\Bigr)',
    amount: 'power',
    at: reported,
    source: `${module}.meanSurprisal`,
    none: ({ surprisals }, { prompt }) =>
      prompt >= surprisals.length ? 'Nothing follows a prompt of so many tokens.' : undefined,
    value: (of, { prompt }) => meanSurprisal(scored(of, prompt)),
    infinite: impossible,
    steps: (of, { prompt }) => [
      [
        `The mean surprisal of the ${scored(of, prompt).length} tokens after the first ${prompt}: `,
        info(meanSurprisal(scored(of, prompt))),
      ],
    ],
  },
  {
    id: 'weighted',
    label: 'Weighted perplexity',
    formula: '\\exp\\Bigl(\\sum_t w_t s_t \\Big/ \\sum_t w_t\\Bigr)',
    amount: 'power',
    at: reported,
    source: `${module}.weightedPerplexity`,
    none: ({ weights }) => (weights ? undefined : 'It takes a second column, with a weight for each token.'),
    value: ({ surprisals, weights }) => weightedMeanSurprisal(surprisals, weights!),
    infinite: impossible,
    steps: (_of, _, value) => [
      ['The weighted mean surprisal: ', info(value)],
      ['Weights may depend on the place and the kind of a token, never on what the model gave it.'],
    ],
  },
  {
    id: 'mean-inverse',
    label: 'No perplexity, though reported as one: mean of 1/p',
    formula: '\\frac{1}{n} \\sum_t \\frac{1}{p(x_t \\mid x_{<t})}',
    amount: 'number',
    at: reported,
    source: `${module}.meanInverseProbability`,
    value: ({ surprisals }) => meanInverseProbability(surprisals),
    infinite: (of) => (totalOf(of) === Infinity ? impossible(of) : 'It exceeds what a computer’s numbers hold.'),
    steps: (_of, _, value) => [
      [`The arithmetic mean of the inverse probabilities is ${plain(value)}. A few rare tokens decide it.`],
    ],
  },
  {
    id: 'inverse-mean',
    label: 'No perplexity, though reported as one: 1 / mean of p',
    formula: '1 \\Big/ \\frac{1}{n} \\sum_t p(x_t \\mid x_{<t})',
    amount: 'number',
    at: reported,
    source: `${module}.inverseMeanProbability`,
    value: ({ surprisals }) => inverseMeanProbability(surprisals),
    infinite: () => 'All probabilities are 0, or too small for a computer’s numbers.',
    steps: (_of, _, value) => [
      [`The inverse of the mean probability is ${plain(value)}. The tokens that were likely decide it.`],
    ],
  },
);
