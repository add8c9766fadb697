import type { Say } from '#contract/say.ts';
import { defineWidget } from '#contract/spec.ts';
import { challenges } from './challenges.ts';
import { boxesOf, compute, shownOf, type Coding } from './model.ts';
import { mostSymbols, nameOf, params, type Asked } from './parameters.ts';
import { presets } from './presets.ts';
import { bits, readouts, wholeOf } from './readouts.ts';
import { countOf, digitsText, fraction, intervalText, openSymbols, textOf } from './words.ts';

const expects: Readonly<Record<Asked['predictor'], string>> = {
  fixed: 'always the same shares',
  laplace: 'counts plus 1',
  half: 'counts plus ½',
  first: 'counts of what followed this letter, plus 1',
  coins: 'one of two coins',
};

const named = (symbols: readonly number[], size: number) => (symbols.length === 0 ? 'The empty text' : `The text ${textOf(symbols, size)}`); // prettier-ignore

function sending(model: Coding, values: Asked, say: Say): string {
  const { symbols, size, word, stuck } = model;
  const { place, stage } = shownOf(model, values);
  const { nats, width } = wholeOf(model);
  const law = values.predictor === 'fixed' ? `shares ${model.stages[0].weights}` : expects[values.predictor];
  const whole = `${named(symbols, size)} has the probability ${fraction(width, say)} (${law}), worth ${say.information(nats)}; its code is ${word || 'empty'}, ${countOf(word.length, 'digit', say)}. `;
  const now = `After ${countOf(place, 'symbol', say)} the interval is ${intervalText(stage, say)}, and the digits that are certain: ${digitsText(stage.settled)}.`;
  return (stuck ? `Before the ${stuck}, which has no share. ` : '') + whole + now;
}

function receiving(model: Coding, values: Asked, say: Say): string {
  const { word, size, read, symbols } = model;
  const { digits, place, stage } = shownOf(model, values);
  const box = boxesOf(model, values).at(-1) ?? { from: 0, to: 1 };
  const isOver = place === read.length;
  const next = isOver
    ? 'That is all.'
    : `The next one may be ${openSymbols(model, values, box.from, box.to).join(' or ')}, within ${intervalText(stage, say)}.`;
  const isRight = read.length === symbols.length && read.every((symbol, k) => symbol === symbols[k]);
  const off = isRight ? '' : ` The text that was sent is ${textOf(symbols, size)}.`;
  return `${countOf(digits, 'digit', say)} of ${word.length} ${digits === 1 ? 'has' : 'have'} arrived: ${digitsText(word.slice(0, digits))}. ${place === 0 ? 'No symbol is certain yet.' : `Certain: ${textOf(read.slice(0, place), size)}.`} ${next}${off}`.replace(/^o/, 'O'); // prettier-ignore
}

export const spec = defineWidget({
  id: 'arithmetic-coder',
  title: 'A text becomes a number',
  summary: 'Write a text, take its symbols one by one, and see which digits leave. Then be the decoder.',
  terms: ['surprisal', 'arithmetic-code', 'kraft-inequality'],
  cites: ['shannon1948', 'cover-thomas2006', 'rissanen1976', 'witten1987'],
  wordsInBits: true,
  params,
  compute,
  readouts,
  describe: (model, values, say) =>
    values.direction === 'send' ? sending(model, values, say) : receiving(model, values, say),

  table(model, say, values) {
    const { isReceived, stages } = shownOf(model, values);
    return {
      columns: ['Symbols', 'Symbol', 'Shares of what comes next', 'Interval from', 'to', `Worth so far, ${say.unit}`, 'Digits certain', 'Code, if it ends here', 'Digits of a word for each'], // prettier-ignore
      verbatim: ['Digits certain', 'Code, if it ends here', 'Shares of what comes next'],
      rows: stages.map(({ weights, low, end, nats, settled, word, huffman }, k) => [
        k,
        k === 0 ? '' : nameOf((isReceived ? model.read : model.symbols)[k - 1], model.size),
        weights.length > 24 ? stages[k].shares.map((share) => say.probability(share)).join(' : ') : weights,
        fraction(low, say),
        fraction(end, say),
        say.amount(nats),
        settled,
        word,
        huffman,
      ]),
    };
  },

  laws: [
    {
      name: 'The width is the product of the shares: −log P is the cumulative log-loss of the predictor',
      tolerance: 1e-9,
      gap: ({ stages }) =>
        Math.abs(
          stages.reduce((sum, { shares, symbol }) => sum - (symbol === undefined ? 0 : Math.log(shares[symbol])), 0) -
            stages[stages.length - 1].nats,
        ),
    },
    {
      name: 'The code has at least log₂ 1/P digits, and less than two more',
      tolerance: 1e-9,
      gap: (m) => Math.max(bits(wholeOf(m).nats) - m.word.length, m.word.length - bits(wholeOf(m).nats) - 2),
    },
    {
      name: 'At most ⌈log₂ 1/P⌉ + 1 digits',
      tolerance: 0,
      gap: (m, values) => m.word.length - readouts.enough.of(m, values),
    },
    {
      name: 'What is certain is never taken back: each row of digits begins with the one before, and the code with all of them',
      tolerance: 0,
      gap: ({ stages, word }) =>
        stages.some(({ settled }, k) => !(stages[k + 1]?.settled ?? word).startsWith(settled)) ? 1 : 0,
    },
    {
      name: 'No more digits are certain than the symbols so far are worth',
      tolerance: 1e-9,
      gap: ({ stages }) => Math.max(...stages.map(({ settled, nats }) => settled.length - bits(nats))),
    },
    {
      name: 'A decoder with the same numbers reads the same text',
      tolerance: 0,
      gap: (m, values) => (values.slip === 0 ? readouts.wrong.of(m, values) : 0),
    },
    {
      name: 'The decoder learns no less from one digit more, and all from the whole code',
      tolerance: 0,
      gap: ({ certain, read }, { slip }) =>
        Math.max(
          slip === 0 ? read.length - certain[certain.length - 1] : 0,
          ...certain.slice(1).map((k, i) => certain[i] - k),
        ),
    },
    {
      name: 'A word for each symbol costs at least the entropy, in expectation',
      tolerance: 1e-9,
      gap: (m, values) => bits(readouts.expected.of(m, values)) - readouts.huffmanExpected.of(m, values),
    },
    {
      name: 'The first box of ⌈log₂ 1/w⌉ + 1 digits that begins within the interval ends within it',
      tolerance: 1e-9,
      gap: (m, values) =>
        m.symbols.length > mostSymbols / 2 ? 0 : readouts.boxEnd.of(m, values) - readouts.end.of(m, values),
    },
  ],

  challenges,
  presets,
});
