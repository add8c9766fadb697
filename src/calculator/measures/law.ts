import {
  expectedLength,
  huffmanLengths,
  kraftSum,
  oneToOneLengths,
  shannonLengths,
} from '#theory/codes/symbol-code.ts';
import { relativeEntropy } from '#theory/measures/divergence.ts';
import { entropy, surprisal } from '#theory/measures/entropy.ts';
import { renyiEntropy, tsallisEntropy, varentropy } from '#theory/measures/entropy-family.ts';
import { redundancyOfText } from '#theory/measures/message.ts';
import type { Law } from '#calculator/subject.ts';
import { measuresOf } from './measure.ts';
import { info, named, numbersInSteps, plain, sumInSteps } from './steps.ts';

const occurring = ({ p }: Law) => p.filter((x) => x > 0);
const likeliest = ({ p }: Law) => p.reduce((best, x, i) => (x > p[best] ? i : best), 0);
const uniform = ({ p }: Law) => p.map(() => 1 / p.length);
const lengthsIn = (lengths: readonly number[], law: Law, mean: number) =>
  numbersInSteps(
    lengths.map((length, i) => ({ written: `${named(law.labels[i])}: ${plain(law.p[i])} × ${length} digits`, value: law.p[i] * length })),
    `The mean: ${plain(mean)} binary digits. The entropy is ${plain(entropy(law.p) / Math.LN2)} bits.`,
  ); // prettier-ignore
/** Codes have words for what occurs. */
const positive = (law: Law): Law => {
  const kept = [...law.p.keys()].filter((i) => law.p[i] > 0);
  return { p: kept.map((i) => law.p[i]), labels: kept.map((i) => law.labels[i]) };
};
const needsTwo = ({ p }: Law) => (p.length < 2 ? 'It takes two outcomes to compare with a uniform law.' : undefined);
const tooLong = ({ p }: Law) =>
  p.some((x) => x > 0 && x < 2 ** -900)
    ? 'A probability is so small that its word would have over 900 digits.'
    : undefined;
const mean = (law: Law, lengths: (p: readonly number[]) => number[]) => {
  const { p } = positive(law);
  return expectedLength(p, lengths(p));
};

const entropyAt = 'petabit-birthday.html#from-counting-to-chances';
const codesAt = 'entropy-and-codes.html#the-best-code-built-backwards';
const ofAll = (n: number) => [`Of all ${plain(n)} outcomes that are listed, also those of probability 0, if any.`];
const orderOf = (order: number) => (order === 1 ? 'order 1, which is Shannon’s' : `order ${plain(order)}`);

export const ofLaw = measuresOf(
  'law',
  {
    id: 'outcomes',
    label: 'Outcomes that can occur',
    formula: '\\#\\{x : p(x) > 0\\}',
    amount: 'count',
    at: 'petabit-birthday.html#counting-questions',
    value: (law) => occurring(law).length,
    steps: (law, _, value) => [[`Of ${law.p.length} outcomes ${value} have a probability above 0.`]],
  },
  {
    id: 'entropy',
    label: 'Entropy',
    formula: 'H(X) = -\\sum_x p(x) \\log p(x)',
    amount: 'information',
    at: entropyAt,
    source: 'theory/measures/entropy.entropy',
    value: ({ p }) => entropy(p),
    steps: ({ p, labels }, _, value) =>
      sumInSteps(
        {
          length: p.length,
          term: (i) =>
            p[i] > 0 ? { written: [`${named(labels[i])}: ${plain(p[i])} × `, info(-Math.log(p[i]))], nats: -p[i] * Math.log(p[i]) } : undefined, // prettier-ignore
        },
        value,
        'Entropy',
      ),
  },
  {
    id: 'perplexity',
    label: 'Effective number of outcomes (perplexity)',
    formula: '2^{H(X)} \\text{ with } H \\text{ in bits}',
    amount: 'power',
    at: 'a-model-reads.html#two-ways-to-say-it-for-a-whole-text',
    source: 'theory/measures/entropy.perplexity',
    value: ({ p }) => entropy(p),
    steps: (_law, _, value) => [
      ['2 to the power of H in bits, or e to the power of H in nats, with H = ', info(value)],
    ],
  },
  {
    id: 'largest-entropy',
    label: 'Most entropy that so many outcomes can have',
    formula: '\\log n',
    amount: 'information',
    at: 'petabit-birthday.html#counting-questions',
    source: 'theory/measures/entropy-family.renyiEntropy',
    value: (law) => renyiEntropy(uniform(law), 0),
    steps: ({ p }, _, value) => [[`log ${p.length} = `, info(value)], ofAll(p.length)],
  },
  {
    id: 'below-uniform',
    label: 'Divergence to the uniform law',
    formula: 'D(p \\,\\|\\, u) = \\log n - H(X)',
    amount: 'information',
    at: 'distances.html#one-picture',
    source: 'theory/measures/divergence.relativeEntropy',
    value: (law) => relativeEntropy(law.p, uniform(law)),
    steps: ({ p }, _, value) => [[info(Math.log(p.length)), ' − ', info(entropy(p)), ' = ', info(value)]],
  },
  {
    id: 'redundancy',
    label: 'Redundancy',
    formula: '1 - H(X) / \\log n',
    amount: 'number',
    source: 'theory/measures/message.redundancyOfText',
    none: needsTwo,
    value: ({ p }) => redundancyOfText(entropy(p), p.length),
    steps: ({ p }, _, value) => [['1 − ', info(entropy(p)), ' / ', info(Math.log(p.length)), ` = ${plain(value)}`]],
  },
  {
    id: 'surprisal-spread',
    label: 'Standard deviation of the surprisal',
    formula: '\\sqrt{\\textstyle\\sum_x p(x) (-\\log p(x) - H)^2}',
    amount: 'information',
    source: 'theory/measures/entropy-family.varentropy',
    value: ({ p }) => Math.sqrt(varentropy(p)),
    steps: ({ p }, _, value) => [
      ['Of the surprisals, whose mean is ', info(entropy(p)), ', each weighted with its probability: ', info(value)],
    ],
  },
  {
    id: 'likeliest',
    label: 'Probability of the likeliest outcome',
    formula: '\\max_x p(x)',
    amount: 'probability',
    at: 'a-model-reads.html#how-sure-it-was',
    value: (law) => law.p[likeliest(law)],
    steps: (law, _, value) => [[`${named(law.labels[likeliest(law)])}: ${plain(value)}`]],
  },
  {
    id: 'least-surprisal',
    label: 'Surprisal of the likeliest outcome (min-entropy)',
    formula: 'H_\\infty = -\\log \\max_x p(x)',
    amount: 'information',
    at: entropyAt,
    source: 'theory/measures/entropy.surprisal',
    value: (law) => surprisal(Math.min(1, law.p[likeliest(law)])),
    steps: (law, _, value) => [[`−log ${plain(law.p[likeliest(law)])} = `, info(value)]],
  },
  {
    id: 'most-surprisal',
    label: 'Surprisal of the rarest outcome that can occur',
    formula: '-\\log \\min_{p(x) > 0} p(x)',
    amount: 'information',
    at: 'petabit-birthday.html#rare-is-not-important',
    source: 'theory/measures/entropy.surprisal',
    value: (law) =>
      surprisal(
        Math.min(
          1,
          occurring(law).reduce((a, b) => Math.min(a, b)),
        ),
      ),
    steps: (law, _, value) => [[`−log ${plain(occurring(law).reduce((a, b) => Math.min(a, b)))} = `, info(value)]],
  },
  {
    id: 'renyi',
    at: 'a-model-writes.html#drawing-from-it',
    label: 'Rényi entropy of order α (settings)',
    formula: 'H_\\alpha = \\frac{1}{1 - \\alpha} \\log \\sum_x p(x)^\\alpha',
    amount: 'information',
    source: 'theory/measures/entropy-family.renyiEntropy',
    value: ({ p }, { order }) => renyiEntropy(p, order),
    steps: (_law, { order }, value) => [[`At ${orderOf(order)}: `, info(value)]],
  },
  {
    id: 'tsallis',
    label: 'Tsallis entropy of order α (settings)',
    formula: '\\frac{1 - \\sum_x p(x)^\\alpha}{\\alpha - 1}',
    amount: 'number',
    source: 'theory/measures/entropy-family.tsallisEntropy',
    value: ({ p }, { order }) => tsallisEntropy(p, order),
    steps: (_law, { order }, value) => [[`At ${orderOf(order)}${order === 1 ? ', in nats' : ''}: ${plain(value)}`]],
  },
  {
    id: 'two-differ',
    label: 'Chance that two draws differ (Gini–Simpson)',
    formula: '1 - \\sum_x p(x)^2',
    amount: 'probability',
    source: 'theory/measures/entropy-family.tsallisEntropy',
    value: ({ p }) => Math.max(0, tsallisEntropy(p, 2)),
    steps: ({ p }, _, value) => [[`1 − ${plain(p.reduce((sum, x) => sum + x * x, 0))} = ${plain(value)}`]],
  },
  {
    id: 'huffman',
    label: 'Mean length of a Huffman code',
    formula: '\\sum_x p(x) \\ell(x)',
    amount: 'digits',
    at: codesAt,
    source: 'theory/codes/symbol-code.expectedLength',
    value: (law) => mean(law, huffmanLengths),
    none: (law) => tooLong(law) ?? (law.p.length > 20_000 ? 'There are more than 20,000 outcomes.' : undefined),
    steps: (law, _, value) => lengthsIn(huffmanLengths(positive(law).p), positive(law), value),
  },
  {
    id: 'shannon-code',
    label: 'Mean length of Shannon’s code',
    formula: '\\sum_x p(x) \\lceil -\\log_2 p(x) \\rceil',
    amount: 'digits',
    at: codesAt,
    source: 'theory/codes/symbol-code.shannonLengths',
    none: tooLong,
    value: (law) => mean(law, shannonLengths),
    steps: (law, _, value) => lengthsIn(shannonLengths(positive(law).p), positive(law), value),
  },
  {
    id: 'kraft',
    label: 'Kraft sum of Shannon’s code',
    formula: '\\sum_x 2^{-\\ell(x)} \\le 1',
    amount: 'number',
    at: 'entropy-and-codes.html#words-that-can-be-read-back',
    source: 'theory/codes/symbol-code.kraftSum',
    none: tooLong,
    value: (law) => kraftSum(shannonLengths(positive(law).p)),
    steps: (_law, _, value) => [
      [`Of the lengths above: ${plain(value)}. At most 1, so that there is such a prefix code.`],
    ],
  },
  {
    id: 'one-shot',
    label: 'Mean length of the best code for a single outcome',
    formula: '\\sum_x p(x) \\lfloor \\log_2 \\operatorname{rank}(x) \\rfloor',
    amount: 'digits',
    at: codesAt,
    source: 'theory/codes/symbol-code.expectedLength',
    value: (law) => mean(law, oneToOneLengths),
    steps: (law, _, value) => [
      ...lengthsIn(oneToOneLengths(positive(law).p), positive(law), value),
      ['Not a prefix code: with nothing before or after the word it may be shorter than the entropy.'],
    ],
  },
);
