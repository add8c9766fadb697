import { placeOf } from '#contract/places.ts';
import { defineWidget } from '#contract/spec.ts';
import { tableOf } from '#kit/figure/series.ts';
import { lempelZivPhrases, sequenceOfPhrases } from '#sim/lempel-ziv.ts';
import { challenges } from './challenges.ts';
import { blockOf, compute, phraseRate, searched } from './model.ts';
import { params, type Source } from './parameters.ts';
import { presets } from './presets.ts';
import { readouts } from './readouts.ts';
import { columns, rowsOf } from './series.ts';

const named: Record<Source, string> = {
  register: 'digits of a shift register',
  'thue-morse': 'digits of Thue–Morse',
  fibonacci: 'digits of the Fibonacci word',
  generator: 'digits of this book’s generator',
  pi: 'binary digits of π',
  logistic: 'digits of the logistic map',
  text: 'signs of a text',
};

export const spec = defineWidget({
  id: 'looks-random',
  title: 'Three tests for randomness',
  summary: 'Choose where the symbols come from. Which of three tests finds out that there is a rule?',
  terms: ['entropy-rate', 'block-entropy', 'linear-complexity'],
  cites: ['ziv-lempel1978', 'massey1969', 'cover-thomas2006'],
  wordsInBits: true,
  params,
  places: { text: placeOf(params, 'text', { label: 'the text', also: { source: 'text' } }) },
  compute,
  readouts,

  describe(look, asked, say) {
    const { symbols, estimates, exact, ceilings, cells, circle } = look;
    if (symbols.length === 0)
      return asked.text.trim() === ''
        ? 'The text has no signs yet.'
        : 'The text has none of the 27 signs that are read, the letters a to z and the space.';
    const k = blockOf(look, asked);
    const places = asked.source === 'logistic' ? ` with ${asked.precision} binary places` : '';
    const truth = exact ? `; exactly they hold ${say.amount(exact[k], 2)}${places && ' with real numbers'}` : '';
    const register = cells.length
      ? ` The shortest register for the first ${say.count(Math.min(searched, symbols.length))} has ${say.count(cells.at(-1)!)} cells.`
      : '';
    const round = circle ? ` After ${say.count(circle.again)} steps the map is where it has been before.` : '';
    return (
      `${symbols.length === 1 ? '1 sign of a text' : `${say.count(symbols.length)} ${named[asked.source]}`}${places}: blocks of ${k} seem to hold ${say.information(estimates[k], 2)}, ` +
      `of at most ${say.amount(Math.max(0, ceilings[k]), 2)} that so few can show${truth}. ` +
      `Lempel and Ziv pay ${say.amount(phraseRate(look), 2)} for each.${register}${round}`
    );
  },

  table: (look, say) =>
    tableOf(rowsOf(look), [columns.k, columns.estimate, look.exact && columns.exact, columns.ceiling, columns.coins].filter((one) => one !== undefined), say), // prettier-ignore

  laws: [
    {
      name: 'An estimate from n symbols is at most log(n − k + 1), and at most k log V',
      tolerance: 1e-9,
      gap: ({ estimates, ceilings, alphabet }) =>
        Math.max(...estimates.map((nats, k) => nats - Math.min(k * Math.log(alphabet), Math.max(0, ceilings[k])))),
    },
    {
      name: 'What the next symbol costs never rises with more of the past: the exact line bends down',
      tolerance: 1e-9,
      gap: ({ exact }) =>
        exact ? Math.max(...exact.slice(2).map((nats, i) => nats - exact[i + 1] - (exact[i + 1] - exact[i]))) : 0,
    },
    {
      name: 'The phrases of Lempel and Ziv make the sequence again',
      tolerance: 0,
      gap: ({ symbols }) => {
        const back = sequenceOfPhrases(lempelZivPhrases(symbols));
        return back.length === symbols.length && back.every((symbol, i) => symbol === symbols[i]) ? 0 : 1;
      },
    },
    {
      name: 'The shortest register never shrinks, and for a register of sixteen cells it has at most sixteen',
      tolerance: 0,
      gap: ({ cells }, { source }) =>
        Math.max(
          0,
          ...cells.slice(1).map((count, n) => cells[n] - count),
          source === 'register' ? Math.max(...cells) - 16 : 0,
        ),
    },
  ],

  challenges,
  presets,
});
