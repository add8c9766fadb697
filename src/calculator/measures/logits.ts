import { entropyOfLogits, logSoftmax, logSumExp } from '#theory/language-models/softmax.ts';
import { shape, untouched } from '#theory/language-models/truncation.ts';
import type { Settings } from '#calculator/subject.ts';
import { measuresOf } from './measure.ts';
import { info, plain } from './steps.ts';

interface Logits {
  readonly logits: readonly number[];
}

const shaped = ({ logits }: Logits, { temperature }: Settings) => shape(logits, { ...untouched, temperature });
const at = 'a-model-writes.html#drawing-from-it';
const module = 'theory/language-models';

const twoLargest = ({ logits }: Logits) => {
  let [first, second] = [-Infinity, -Infinity];
  for (const z of logits) {
    if (z > first) [first, second] = [z, first];
    else if (z > second) second = z;
  }
  return [first, second] as const;
};

export const ofLogits = measuresOf(
  'logits',
  {
    id: 'log-sum-exp',
    label: 'Logarithm of the sum of the exponentials',
    formula: '\\ln \\sum_i e^{z_i}',
    amount: 'number',
    source: `${module}/softmax.logSumExp`,
    value: ({ logits }) => logSumExp(logits),
    steps: (of, _, value) => [
      [
        `The largest logit, ${plain(twoLargest(of)[0])}, is taken out first, so that nothing overflows: ${plain(value)}`,
      ],
      ['Each logit minus this number is a log-probability, in nats. For log-probabilities it is 0.'],
    ],
  },
  {
    id: 'entropy-of-logits',
    label: 'Entropy of the prediction at temperature 1',
    formula: 'H(\\operatorname{softmax}(z))',
    amount: 'information',
    at: 'a-model-reads.html#how-sure-it-was',
    source: `${module}/softmax.entropyOfLogits`,
    value: ({ logits }) => Math.max(0, entropyOfLogits(logits)),
    steps: (_of, _, value) => [['Computed from the logits, without probabilities that may underflow: ', info(value)]],
  },
  {
    id: 'margin',
    label: 'Log-odds of the likeliest against the next',
    formula: 'z_{(1)} - z_{(2)}',
    amount: 'information',
    at: 'a-model-reads.html#how-sure-it-was',
    none: (of) => (twoLargest(of)[1] === -Infinity ? 'Only one outcome is possible.' : undefined),
    value: (of) => twoLargest(of)[0] - twoLargest(of)[1],
    steps: (of, _, value) => [
      [`${plain(twoLargest(of)[0])} − ${plain(twoLargest(of)[1])} nats = `, info(value)],
      ['As if only these two were possible.'],
    ],
  },
  {
    id: 'tempered-entropy',
    label: 'Entropy at temperature T (settings)',
    formula: 'H(\\operatorname{softmax}(z / T))',
    amount: 'information',
    at,
    source: `${module}/truncation.shape`,
    value: (of, settings) => shaped(of, settings).entropy,
    steps: (of, settings, value) => [
      [`At T = ${plain(settings.temperature)}: `, info(value)],
      ['At T = 1: ', info(shaped(of, settings).modelEntropy)],
    ],
  },
  {
    id: 'tempered-cost',
    label: 'What the temperature changes',
    formula: 'D(\\operatorname{softmax}(z / T) \\,\\|\\, \\operatorname{softmax}(z))',
    amount: 'information',
    at,
    source: `${module}/truncation.shape`,
    value: (of, settings) => shaped(of, settings).divergence,
    steps: (of, settings, value) => [
      [
        'Surprisal that draws at this temperature have under the model, on average: ',
        info(shaped(of, settings).crossEntropy),
      ],
      ['Minus their entropy ', info(shaped(of, settings).entropy), ': ', info(value)],
    ],
  },
  {
    id: 'tempered-top',
    label: 'Probability of the likeliest outcome at temperature T (settings)',
    formula: '\\max_i \\operatorname{softmax}(z / T)_i',
    amount: 'probability',
    at,
    source: `${module}/truncation.shape`,
    value: (of, settings) => {
      const { order, logProbabilities } = shaped(of, settings);
      return Math.exp(logProbabilities[order[0]]);
    },
    steps: (of, _, value) => [
      [
        `Without a temperature it is ${plain(Math.exp(logSoftmax(of.logits).reduce((a, b) => Math.max(a, b), -Infinity)))}; with it ${plain(value)}.`,
      ],
    ],
  },
);
