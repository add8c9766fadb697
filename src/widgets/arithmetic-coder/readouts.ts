import type { Readout } from '#contract/spec.ts';
import { expectedLength, huffmanLengths } from '#theory/codes/symbol-code.ts';
import { entropy } from '#theory/measures/entropy.ts';
import { normalize } from '#theory/measures/distribution.ts';
import { shownOf, type Coding } from './model.ts';
import type { Asked } from './parameters.ts';

type Of = Readout<Coding, Asked>['of'];
const of =
  (kind: Readout<Coding, Asked>['kind']) =>
  (label: string, formula: string, source: string, of: Of): Readout<Coding, Asked> => ({ kind, label, formula, source, of }); // prettier-ignore
const information = of('information');
const count = of('count');
const number = of('number');
const probability = of('probability');

const coder = (name: string) => `sim/exact-arithmetic-coder.${name}`;
const certain = (name: string) => `sim/exact-digits.${name}`;
const compute = 'widgets/arithmetic-coder/model.compute';

export const bits = (nats: number) => nats / Math.LN2;
export const wholeOf = ({ stages }: Coding) => stages[stages.length - 1];
const nextLaw: (...of: Parameters<Of>) => number[] = (model, values) => normalize(shownOf(model, values).stage.shares);

/** ⌈−log₂ w⌉ + 1 digits are always enough. A logarithm that is whole may have been rounded. */
export const enough = (model: Coding) => Math.ceil(bits(wholeOf(model).nats) - 1e-9) + 1;
const valueOf = (fraction: string) => {
  const [over, under = 1] = fraction.split('/').map(Number);
  return over / under;
};

export const readouts = {
  ideal: information('What the whole text is worth', String.raw`-\log P(x_1 \dots x_n)`, coder('idealLength'), (m) => wholeOf(m).nats), // prettier-ignore
  length: count('Digits of its code', String.raw`\ell`, compute, ({ word }) => word.length),
  overhead: number('Digits beyond what it is worth', String.raw`\ell - \log_2 \tfrac1P`, compute, (m) => m.word.length - bits(wholeOf(m).nats)), // prettier-ignore
  enough: count('Digits that are always enough', String.raw`\lceil \log_2 \tfrac1P \rceil + 1`, coder('idealLength'), enough), // prettier-ignore
  most: number('Less than so many digits', String.raw`\log_2 \tfrac1P + 2`, coder('idealLength'), (m) => bits(wholeOf(m).nats) + 2), // prettier-ignore
  probability: probability('Probability of the whole text', 'P(x_1 \\dots x_n)', coder('intervalOf'), (m) => valueOf(wholeOf(m).width)), // prettier-ignore
  low: number('Where its interval begins', 'u', coder('intervalOf'), (m) => valueOf(wholeOf(m).low)),
  end: number('Where its interval ends', 'u + w', coder('intervalOf'), (m) => valueOf(wholeOf(m).end)),
  needed: number('Digits that make boxes at most half as wide as the interval', String.raw`\log_2 \tfrac1w + 1`, coder('idealLength'), (m) => bits(wholeOf(m).nats) + 1), // prettier-ignore
  boxEnd: number('Where the first box that begins within it ends', String.raw`(m + 1) \, 2^{-k}`, coder('intervalOf'), (m) => (Math.ceil(valueOf(wholeOf(m).low) * 2 ** enough(m) - 1e-6) + 1) / 2 ** enough(m)), // prettier-ignore
  soFar: information('Worth of the symbols so far', String.raw`-\log P(x_1 \dots x_k)`, coder('idealLength'), (m, v) => shownOf(m, v).stage.nats), // prettier-ignore
  settled: count('Digits that are certain by now', String.raw`s`, compute, (m, v) => shownOf(m, v).stage.settled.length), // prettier-ignore
  waiting: number('Paid and not sent, in digits', String.raw`\log_2 \tfrac1{P(x_1 \dots x_k)} - s`, compute, (m, v) => bits(shownOf(m, v).stage.nats) - shownOf(m, v).stage.settled.length), // prettier-ignore
  symbols: count('Symbols coded', 'n', compute, (m) => m.symbols.length),
  each: information('Worth of a symbol, on average over the text', String.raw`-\tfrac1n \log P(x_1 \dots x_n)`, coder('idealLength'), (m) => wholeOf(m).nats / Math.max(1, m.symbols.length)), // prettier-ignore
  huffman: count('Digits with a word for each symbol, by the best code for each', String.raw`\textstyle\sum_k \ell_k(x_k)`, compute, (m) => wholeOf(m).huffman), // prettier-ignore
  expected: information('What the next symbol costs, expected by the coder', String.raw`\H(q)`, 'theory/measures/entropy.entropy', (m, v) => entropy(nextLaw(m, v))), // prettier-ignore
  huffmanExpected: number('Digits of a word for it, expected', String.raw`\textstyle\sum_x q(x)\,\ell(x)`, 'theory/codes/symbol-code.expectedLength', (m, v) => expectedLength(nextLaw(m, v), huffmanLengths(nextLaw(m, v)))), // prettier-ignore
  ending: information('What the end symbol costs', String.raw`-\log P(\text{end}, \text{no end before})`, coder('idealLength'), (m) => (m.hasEnd && m.stuck === undefined ? wholeOf(m).nats - m.unended : 0)), // prettier-ignore
  certain: count('Symbols that are certain to the decoder', 'k', certain('decidedSymbols'), (m, v) => m.certain[Math.min(v.arrived, m.word.length)]), // prettier-ignore
  wrong: count('Symbols that the decoder reads wrongly', String.raw`\#\{k: \hat x_k \ne x_k\}`, coder('decodeExactly'), (m) => Math.max(m.symbols.length, m.read.length) - m.symbols.filter((symbol, k) => symbol === m.read[k]).length), // prettier-ignore
};
