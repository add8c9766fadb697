import type { Readout } from '#contract/spec.ts';
import type { Code } from './model.ts';
import type { Asked } from './parameters.ts';

const symbolCode = 'theory/codes/symbol-code';
const digits = (
  label: string,
  formula: string,
  source: string,
  of: Readout<Code, Asked>['of'],
  none?: Readout<Code, Asked>['none'],
): Readout<Code, Asked> => ({ kind: 'number', ...{ label, formula, source, of }, ...(none && { none }) });

const mean = String.raw`\sum_x p(x)\,\ell(x)`;

export const readouts = {
  mean: digits(
    'Digits of your code, expected',
    mean,
    `${symbolCode}.expectedLength`,
    (c) => c.mean,
    (c) => !c.isComplete,
  ),
  entropy: {
    kind: 'information' as const,
    quantity: 'entropy',
    label: 'Entropy',
    formula: String.raw`\H(p)`,
    source: 'theory/measures/entropy.entropy',
    of: (c: Code) => c.entropy,
  },
  kraft: digits(
    'What the words take of the shelf',
    String.raw`\sum_x 2^{-\ell(x)}`,
    `${symbolCode}.kraftSum`,
    (c) => c.kraft,
  ),
  huffman: digits('Digits of Huffman’s code, expected', mean, `${symbolCode}.huffmanLengths`, (c) => c.huffman),
  joined: digits(
    'The probabilities that Huffman joined, summed',
    String.raw`\sum_v p(v)`,
    'theory/codes/questions.billOfQuestions',
    (c) => c.joined,
  ),
  fano: digits('Digits of Fano’s code, expected', mean, 'theory/codes/fano-code.fanoLengths', (c) => c.fano),
  shannon: digits(
    'Digits of Shannon’s code, expected',
    mean,
    `${symbolCode}.shannonLengths`,
    (c) => c.shannon ?? 0,
    (c) => c.shannon === undefined,
  ),
  perSymbol: digits(
    'Digits for each symbol, in blocks of k',
    String.raw`L_k/k`,
    `${symbolCode}.blockHuffmanLength`,
    (c) => c.blocks[c.block - 1],
  ),
  block: {
    kind: 'count' as const,
    label: 'Symbols that share a word',
    formula: 'k',
    source: 'widgets/code-builder/model.compute',
    of: (c: Code) => c.block,
  },
  bound: digits(
    'At most',
    String.raw`\H(p) + 1/k`,
    'theory/measures/entropy.entropy',
    (c) => c.entropy / Math.LN2 + 1 / c.block,
  ),
};
