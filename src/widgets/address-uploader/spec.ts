import { defineWidget } from '#contract/spec.ts';
import type { Say } from '#contract/say.ts';
import { challenges } from './challenges.ts';
import { canBeWrong, compute, hasRuledOut, isInTime, spell, type Upload } from './model.ts';
import { addressBits, day, params } from './parameters.ts';
import { presets } from './presets.ts';
import { readouts } from './readouts.ts';

/** The other case, once it is asked for: the site may be wrong. */
function hedgeOf(model: Upload, trust: number, say: Say): string {
  if (trust === params.trust.default) return '';
  const { probabilityRight, right, wrong, average } = model.hedgedSeconds;
  if (!hasRuledOut(model)) return ' Having ruled out nothing, the site cannot be wrong.';
  if (!canBeWrong(model)) return ' Were it wrong, the address could not be sent at all: no code word is left for it.';
  return (
    ` If the site only thinks so, and is right with a chance of ${say.probability(probabilityRight)}, the upload takes ${spell(right)} when it is right, ` +
    `${spell(wrong)} when it is wrong, and ${spell(average)} on average.`
  );
}

/** A day and one second round to a day, and are too late for the party. */
const takes = (model: Upload) => (isInTime(model) || spell(model.seconds) !== spell(day) ? '' : 'more than ') + spell(model.seconds); // prettier-ignore

export const spec = defineWidget({
  id: 'address-uploader',
  title: 'An address of a million billion bits',
  summary: 'Drag how much of the address the site knows already: how long does the rest take?',
  terms: ['bit', 'side-information'],
  cites: ['shannon1948', 'slepian-wolf1973'],
  wordsInBits: true,
  params,
  compute,
  readouts,

  describe: (model, { known, rate, trust }, say) =>
    `The site knows ${say.information(known * Math.LN2)} of the address, so ${say.information(model.left * Math.LN2)} are left to send. ` +
    `At ${rate} ${rate === 1 ? 'gigabit' : 'gigabits'} a second this takes ${takes(model)}: ${isInTime(model) ? 'in time' : 'too late'} for a party in one day.` +
    hedgeOf(model, trust, say),

  table: (_, say, values) => ({
    columns: [
      `Known to the site, ${say.unit}`,
      `Left to send, ${say.unit}`,
      'Upload, days',
      'If the site may be wrong: right, days',
      'wrong, days',
      'on average, days',
    ],
    rows: Array.from({ length: 11 }, (__, i) => {
      const known = (i / 10) * addressBits;
      const model = compute({ ...values, known });
      const { right, wrong, average } = model.hedgedSeconds;
      const days = (seconds: number) => say.number(seconds / 86_400);
      return [
        ...[known, model.left].map((bits) => say.amount(bits * Math.LN2, 0)),
        ...[model.seconds, right].map(days),
        hasRuledOut(model) ? days(wrong) : '',
        days(average),
      ];
    }),
  }),

  laws: [
    {
      name: 'What is known need not be sent: the time for it and the time for the rest are the time for all',
      tolerance: 1e-12,
      gap: ({ whole, seconds, saved }) => Math.abs(saved + seconds - whole) / whole,
    },
    {
      name: 'The address is in time exactly if the site knows what it must',
      tolerance: 0,
      gap: (model, { known }) => Number(isInTime(model) !== known >= model.mustBeKnown),
    },
    {
      name: 'A code that says with its first bit whether the site is right, and then sends the rest or all, has no shorter mean than the average',
      tolerance: 1e-14,
      gap({ hedged }, { known }) {
        const { probabilityRight } = hedged;
        const mean = 1 + probabilityRight * (addressBits - known) + (1 - probabilityRight) * addressBits;
        return (hedged.average / Math.LN2 - mean) / addressBits;
      },
    },
    {
      name: 'To be unsure never saves anything on average',
      tolerance: 1e-14,
      gap: ({ hedged, left }) => (left - hedged.average / Math.LN2) / addressBits,
    },
  ],

  challenges,
  presets,
});
