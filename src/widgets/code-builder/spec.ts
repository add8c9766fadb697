import { placeOf } from '#contract/places.ts';
import { defineWidget } from '#contract/spec.ts';
import { challenges } from './challenges.ts';
import { compute, verdictOf } from './model.ts';
import { letters, params } from './parameters.ts';
import { presets } from './presets.ts';
import { readouts } from './readouts.ts';
import { verdictSentence } from './says.ts';

const bits = (nats: number) => nats / Math.LN2;

export const spec = defineWidget({
  id: 'code-builder',
  title: 'Build a code',
  summary: 'Give every symbol a word of zeros and ones. How short can they be on average, if all must be read back?',
  terms: ['entropy', 'kraft-inequality', 'prefix-code', 'huffman-code'],
  cites: ['shannon1948', 'huffman1952', 'cover-thomas2006', 'mackay2003'],
  wordsInBits: true,
  params,
  places: { p: placeOf(params, 'p') },
  compute,
  readouts,

  describe: (code, { seen }, say) =>
    seen === 'blocks'
      ? `With ${code.block === 1 ? 'one symbol' : `${say.count(code.block)} symbols`} in a word, the best code has ${say.number(code.blocks[code.block - 1])} digits for each symbol, expected. The entropy is ${say.information(code.entropy)}, and the bound ${say.number(bits(code.entropy) + 1 / code.block)}.`
      : `${code.isComplete ? `This code has ${say.number(code.mean)} digits for a symbol, expected. ` : ''}${verdictSentence(code, say)} The best code has ${say.number(code.huffman)} digits, and the entropy is ${say.information(code.entropy)}.`,

  table: (code, say, { seen }) =>
    seen === 'blocks'
      ? {
          columns: ['Symbols in a word', 'Digits for each symbol', 'Bound'],
          rows: code.blocks.map((length, i) => [i + 1, say.number(length), say.number(bits(code.entropy) + 1 / (i + 1))]), // prettier-ignore
        }
      : {
          columns: ['Symbol', 'How often', 'Word', 'Digits', `Surprisal, ${say.unit}`],
          verbatim: ['Word'],
          rows: code.p.map((pi, i) => [
            letters[i],
            say.probability(pi),
            code.words[i],
            code.words[i].length,
            say.amount(pi > 0 ? -Math.log(pi) : Infinity),
          ]),
        },

  laws: [
    {
      name: 'McMillan: words that can be read back take at most the whole shelf',
      tolerance: 1e-12,
      gap: (code) => (code.readings ? 0 : code.kraft - 1),
    },
    {
      name: 'A complete code that can be read back has at least H digits, in bits, and at least as many as Huffman’s',
      tolerance: 1e-9,
      gap: (code) =>
        ['prefix', 'waits'].includes(verdictOf(code)) ? Math.max(bits(code.entropy), code.huffman) - code.mean : 0,
    },
    {
      name: 'H ≤ Huffman ≤ H + 1, as much only if a symbol is certain, and neither Fano nor Shannon is shorter',
      tolerance: 1e-9,
      gap: ({ entropy, huffman, fano, shannon = Infinity }) =>
        Math.max(bits(entropy) - huffman, huffman - bits(entropy) - 1, huffman - fano, huffman - shannon),
    },
    {
      name: 'The mean of Huffman’s code is the sum of the probabilities that were joined',
      tolerance: 1e-12,
      gap: ({ huffman, joined }) => Math.abs(huffman - joined),
    },
    {
      name: 'Shannon’s code is less than a digit above the entropy',
      tolerance: 1e-9,
      gap: ({ entropy, shannon = 0 }) => shannon - bits(entropy) - 1,
    },
    {
      name: 'Blocks of k have between H and H + 1/k digits for each symbol',
      tolerance: 1e-9,
      gap: ({ entropy, blocks }) =>
        Math.max(...blocks.map((length, i) => Math.max(bits(entropy) - length, length - bits(entropy) - 1 / (i + 1)))),
    },
  ],

  challenges,
  presets,
});
