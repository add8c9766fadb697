import { defineWidget } from '#contract/spec.ts';
import type { Say } from '#contract/say.ts';
import { adjustedRate, crossingLength } from '#theory/codes/two-part.ts';
import { challenges } from './challenges.ts';
import { published } from './measured.ts';
import { bestOf, compute, crossingOf, ladder, measuredWith, plain, symbolOf, type Race } from './model.ts';
import { params, type Asked } from './parameters.ts';
import { presets } from './presets.ts';
import { readouts } from './readouts.ts';

/** What the chosen one is called in a sentence. */
const chosenName = ({ coders, chosen }: Race, { set, large, learner }: Asked): string =>
  set === 'published' ? published[large].title : set === 'online' ? `the network ${params.learner.options.find(({ value }) => value === learner)!.label}, sent first,` : coders[chosen].name === 'reader' ? 'the reader' : `the network ${coders[chosen].name}`; // prettier-ignore

const capital = (text: string) => text[0].toUpperCase() + text.slice(1);
const bestName = (name: string) => (name === 'reader' || name === 'counts' ? `the ${name}`.replace('the counts', 'counts that begin with nothing') : name); // prettier-ignore

/** Megabytes, or gigabytes where there are many. */
const size = (megabytes: number, say: Say) => megabytes < 1000 ? `${say.number(megabytes, 2)} megabytes` : `${say.count(Math.round(megabytes / 1000))} gigabytes`; // prettier-ignore

export const spec = defineWidget({
  id: 'weights-count',
  title: 'What the weights cost',
  summary:
    'Drag the length of the text. A network that is sent along costs its weights once, and saves a little with each character.',
  terms: ['bits-per-character', 'language-model'],
  cites: ['deletang2024', 'rissanen1978', 'dawid1984'],
  wordsInBits: true,
  params,
  compute,
  readouts,

  describe(race, asked, say: Say) {
    const of = (id: keyof typeof readouts) => readouts[id].of(race);
    const { coders, length } = race;
    const best = bestOf(race);
    const symbol = symbolOf(asked.set);
    const measured = measuredWith(asked.set);
    const shown = `${say.count(length)} ${symbol}s${asked.corpus > length ? ', the most that are shown here,' : ''}`;
    const given = asked.digits === measured ? '' : `, if the text takes what was measured with ${measured}`;
    const first = `Of ${shown} ${chosenName(race, asked)} takes ${say.information(of('rate'), 2)} a ${symbol}: ${say.amount(of('text'), 2)} for the text and ${say.amount(of('weights'), 2)} for ${size(of('sent'), say)} of weights at ${asked.digits} bits each${given}; gzip takes ${say.amount(of('gzip'), 2)}.`; // prettier-ignore
    const isOut = coders.some((coder) => coder.at(length) === undefined);
    const out = isOut ? ' Counts were not measured on so much text.' : '';
    const winner = best !== race.chosen ? `${out} The shortest ${isOut ? 'of the others' : 'here'}: ${bestName(coders[best].name)}, ${say.amount(of('best'), 2)}.` : isOut ? `${out} ${capital(chosenName(race, asked))} is the shortest of all others.` : ' It is the shortest of all here.'; // prettier-ignore
    if (asked.set === 'online')
      return `${capital(first)} Learned on the way, and not sent, it would take about ${say.amount(of('online'), 2)}.${winner}`;
    const from = of('beats');
    const crossed =
      from === Infinity ? ' It never beats gzip.' : asked.set === 'book' ? ` If gzip took ${say.amount(race.coders[race.against].rate, 2)} at every length, it would be shorter than gzip from ${say.count(Math.round(from))} on.` : ` It beats gzip from ${say.count(Number(from.toPrecision(3)))} bytes on.`; // prettier-ignore
    return capital(first) + crossed + winner;
  },

  table: (race, say, { set }) => ({
    columns: ['Coder', 'Parameters', `Text, ${say.unit} a ${symbolOf(set)}`, `Weights, ${say.unit} a ${symbolOf(set)}`, 'Together', `Shorter than gzip at its last rate from, ${symbolOf(set)}s`], // prettier-ignore
    rows: race.coders.map((coder) => {
      const at = coder.at(race.length);
      const weights = coder.model / race.length;
      return [
        coder.name,
        coder.parameters,
        at === undefined ? '' : say.amount(at - weights),
        say.amount(weights),
        at === undefined ? '' : say.amount(at),
        coder.model > 0 ? say.number(crossingLength(race.coders[race.against], coder)) : '',
      ];
    }),
  }),

  laws: [
    {
      name: 'What is paid for a text is its weights and its characters',
      tolerance: 1e-9,
      gap: (race) => Math.abs(readouts.rate.of(race) - readouts.text.of(race) - readouts.weights.of(race)),
    },
    {
      name: 'At the crossing both cost the same',
      tolerance: 1e-9,
      gap(race) {
        const from = crossingOf(race);
        if (from === Infinity) return 0;
        return Math.abs(adjustedRate(race.coders[race.chosen], from) - race.coders[race.against].rate);
      },
    },
    {
      name: 'From where it is worthwhile it costs no more than the text as stored',
      tolerance: 1e-9,
      gap(race) {
        const from = readouts.worthwhile.of(race);
        return from === Infinity ? 0 : adjustedRate(race.coders[race.chosen], from) - plain;
      },
    },
    {
      name: 'On the ladder of the shortest, rates fall and weights rise',
      tolerance: 0,
      gap(race) {
        const steps = ladder(race);
        return Math.max(0, ...steps.slice(1).map(({ coder, from }, i) => Math.max(coder.rate - steps[i].coder.rate, steps[i].coder.model - coder.model, steps[i].from - from))); // prettier-ignore
      },
    },
    {
      name: 'No coder of the figure is shorter than the shortest',
      tolerance: 1e-12,
      gap: (race) =>
        readouts.best.of(race) - Math.min(...race.coders.map((coder) => coder.at(race.length) ?? Infinity)),
    },
  ],

  challenges,
  presets,
});
