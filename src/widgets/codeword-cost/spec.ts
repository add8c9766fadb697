import { placeOf } from '#contract/places.ts';
import { defineWidget } from '#contract/spec.ts';
import type { Say } from '#contract/say.ts';
import { crossEntropy } from '#theory/measures/entropy.ts';
import { challenges } from './challenges.ts';
import { columnsOf, fitOf } from './geometry.ts';
import { compute, isOverfull, type Cost } from './model.ts';
import { outcomes, params } from './parameters.ts';
import { presets } from './presets.ts';
import { readouts } from './readouts.ts';

/** A sum of the bill, with its sign. */
const signed = (nats: number, say: Say) => (nats > 0 && /[1-9]/.test(say.amount(nats)) ? '+' : '') + say.amount(nats);

function seenAs(cost: Cost, seen: number, say: Say): string {
  if (seen === 0) return `Drawn with the heights that fit this weather, so that the area is the entropy. `;
  if (seen < 1.5) return '';
  if (seen < 2.5) {
    // What never happens deserves a word of any length, and pays for none.
    const beyond = outcomes.flatMap((name, i) =>
      cost.p[i] > 0 ? `${name} ${signed(Math.LN2 * cost.lengths[i] - fitOf(cost, i), say)}` : [],
    );
    return `Against what it deserves, a word has ${beyond.join(', ')}. `;
  }
  if (seen < 3 || !cost.message) return '';
  const reports = cost.symbols.map((symbol) => outcomes[symbol]).join(', ');
  if (reports === '') return 'The message is empty, and its interval is the whole shelf. ';
  const { width, nats, word } = cost.message;
  return `The message ${reports} has an interval ${width < 1e-3 ? say.probability(width) : say.number(width, 5)} wide, which is ${say.information(nats)}; the shortest row of digits within it is ${word || 'empty'}. `;
}

const sizes = [...Array(61).keys()].map((i) => i / 20);

export const spec = defineWidget({
  id: 'codeword-cost',
  title: 'What a code costs',
  summary: 'As wide as the weather is likely, as high as its word is long. Drag the heights: where is the area least?',
  terms: ['entropy', 'cross-entropy', 'divergence', 'kraft-inequality'],
  cites: ['shannon1948', 'cover-thomas2006', 'olah2015'],
  wordsInBits: true,
  params,
  places: { p: placeOf(params, 'p', { label: 'the weather' }) },
  compute,
  readouts,

  describe(cost, { seen }, say) {
    const { mean, entropy, divergence, unspent, kraft } = cost;
    const bill = isOverfull(cost)
      ? `These words would cost ${say.information(mean)} a report, against an entropy of ${say.amount(entropy)}. But they take ${say.number(kraft)} of the shelf, which has room for 1: no code that can be read back has them.`
      : `A report costs ${say.information(mean)} on average: ${say.amount(entropy)} that no code can avoid, ${say.amount(divergence)} for expecting other weather${kraft > 1 - 1e-9 ? '; the shelf is full' : `, and ${say.amount(unspent)} for ${say.percent(1 - kraft)} of the shelf left empty`}.`;
    return seenAs(cost, seen, say) + bill;
  },

  table: (cost, say) => ({
    columns: ['Weather', 'How often', 'Digits', 'Word', `Deserves, ${say.unit}`, `Pays, ${say.unit} a report`, 'Share of the shelf', 'The code expects'], // prettier-ignore
    verbatim: ['Word'],
    rows: outcomes.map((name, i) => [
      name,
      say.probability(cost.p[i]),
      Number(cost.lengths[i].toFixed(2)),
      cost.words?.[i] ?? '',
      cost.p[i] > 0 ? say.amount(-Math.log(cost.p[i])) : say.amount(Infinity),
      say.amount(Math.LN2 * cost.p[i] * cost.lengths[i]),
      say.probability(cost.shares[i]),
      say.probability(cost.believed[i]),
    ]),
  }),

  laws: [
    {
      name: 'The mean is the cross-entropy of the law that the words fit, and what the empty shelf costs',
      tolerance: 1e-12,
      gap: ({ mean, p, believed, kraft }) => Math.abs(mean - crossEntropy(p, believed) + Math.log(kraft)),
    },
    {
      name: 'Words that fit the shelf cost at least the entropy: Shannon’s lower bound',
      tolerance: 1e-12,
      gap: (cost) => (isOverfull(cost) ? 0 : cost.entropy - cost.mean),
    },
    { name: 'Gibbs: D(p‖q) ≥ 0', tolerance: 0, gap: ({ divergence }) => -divergence },
    {
      name: 'The area of the picture is the entropy, the mean, and their difference',
      tolerance: 1e-12,
      gap(cost) {
        const area = (seen: number) =>
          columnsOf(cost, seen).reduce((sum, { left, right, top }) => sum + (right - left) * top, 0);
        const wanted = [cost.entropy, cost.mean, cost.mean - cost.entropy];
        return Math.max(...wanted.map((nats, seen) => Math.abs(area(seen) - nats)));
      },
    },
    {
      name: 'As an interval a column of height ℓ is 2^(−ℓ) wide',
      tolerance: 1e-12,
      gap: (cost) =>
        Math.max(...columnsOf(cost, 3).map(({ left, right, top }) => Math.abs(right - left - Math.exp(-top)))),
    },
    {
      name: 'The picture turns without a jump',
      tolerance: 1,
      gap: (cost) =>
        Math.max(
          ...sizes.slice(1).map((seen, i) => {
            const [a, b] = [columnsOf(cost, sizes[i]), columnsOf(cost, seen)];
            // A twentieth of the way: no edge moves by more than a twentieth of the largest height, or of the shelf.
            const most = Math.max(5 * Math.LN2, ...a.map((_, k) => fitOf(cost, k)), cost.kraft);
            return Math.max(...a.flatMap((one, k) => [one.left - b[k].left, one.right - b[k].right, one.top - b[k].top, one.bottom - b[k].bottom].map((d) => Math.abs(d) / (most / 20 + 1e-9)))); // prettier-ignore
          }),
        ),
    },
    {
      name: 'A message has the lengths of its words, and its row of digits at most two digits more',
      tolerance: 1e-6,
      gap({ message, symbols, lengths }) {
        if (!message) return 0;
        const digits = symbols.reduce((sum, symbol) => sum + lengths[symbol], 0);
        return Math.max(Math.abs(message.nats / Math.LN2 - digits), digits - message.word.length, message.word.length - digits - 2); // prettier-ignore
      },
    },
  ],

  challenges,
  presets,
});
