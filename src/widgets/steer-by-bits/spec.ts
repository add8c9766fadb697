import { defineWidget } from '#contract/spec.ts';
import { signs } from '#sim/reduced-text.ts';
import { challenges } from './challenges.ts';
import { compute, run, stand } from './model.ts';
import { nameOf } from './names.ts';
import { params } from './parameters.ts';
import { presets } from './presets.ts';
import { readouts } from './readouts.ts';
import { edgesOf, half, suppliedBy, zoomed } from './window.ts';

const who = {
  even: 'nobody predicts',
  letters: 'letters were counted',
  pairs: 'letters after two others were counted',
  network: 'the network predicts',
};

export const spec = defineWidget({
  id: 'steer-by-bits',
  title: 'Write by steering',
  summary:
    'Hold the pointer at the height of a letter: it comes nearer, with what may follow it. Likely letters are large, and take few bits.',
  terms: ['surprisal', 'arithmetic-code', 'bits-per-character'],
  cites: ['mackay1998', 'ward2000', 'mackay2003'],
  wordsInBits: true,
  params,
  compute,
  run,
  readouts,

  describe(known, asked, say) {
    const { window, worth, lost, lawAfter } = stand(known, asked);
    const { written } = window;
    if (worth === undefined)
      return `The network is to predict, and has not read “${written}” yet${known.problem ? `: ${known.problem}` : ''}.`;
    const of = (id: keyof typeof readouts) => readouts[id].of(known, asked);
    const law = lawAfter(written);
    const likeliest = law ? [...law.keys()].sort((a, b) => law[b] - law[a]).slice(0, 3) : [];
    const next = law ? ` Next are likely ${likeliest.map((s) => `${signs[s] === ' ' ? 'the space' : signs[s]} (${say.percent(law[s])})`).join(', ')}.` : ''; // prettier-ignore
    const paid = `${say.information(of('spent'), 1)} of steering${lost > 0 ? `, ${say.amount(lost, 1)} of them taken back` : ''}`;
    const way = asked.way === 'point' ? '' : asked.way === 'keys' ? ' Two keys steer.' : ' One switch steers.';
    return written === ''
      ? `Nothing is certain yet, after ${paid}; ${who[asked.predictor]}.${next}${way}`
      : `“${written.replace(/ $/, '␣')}” ${written.length === 1 ? 'is 1 letter or space' : `has ${say.count(written.length)} letters and spaces`} and took ${paid}, ${say.amount(of('each'), 2)} each; on 27 keys it would be ${say.amount(of('keys'), 1)}. Here ${who[asked.predictor]}.${next}${way}`;
  },

  table(known, say, asked) {
    const { window, lawAfter } = stand(known, asked);
    const { written } = window;
    const law = lawAfter(written);
    const edges = law && edgesOf(law);
    const row = (what: string, sign: string, law: readonly number[] | undefined) => {
      const p = law?.[signs.indexOf(sign)];
      return [
        what,
        nameOf(sign),
        p === undefined ? '' : say.probability(p),
        p === undefined ? '' : say.amount(-Math.log(p) + 0),
      ];
    };
    return {
      columns: [
        '',
        'Letter',
        'Probability',
        `Bits that it takes, in ${say.unit}`.replace('Bits that it takes, in', 'It takes,'),
        'Begins at',
      ],
      verbatim: ['Letter'],
      rows: [
        ...[...written].map((sign, i) => [...row('written', sign, lawAfter(written.slice(0, i))), '']),
        ...[...signs].map((sign, s) => [...row('next', sign, law), edges ? say.number(edges[s], 4) : '']),
      ],
    };
  },

  laws: [
    {
      name: 'Zooming in by a half supplies one bit, whatever is in view',
      tolerance: 1e-6,
      gap(known, asked) {
        const { window, lawAfter, supplied } = stand(known, asked);
        if (supplied === undefined || window.size < 1e-6 || window.written.length > 100) return 0;
        return Math.max(
          ...['0', '1'].map((digit) =>
            Math.abs(suppliedBy(half(window, digit, lawAfter), lawAfter)! - supplied - Math.LN2),
          ),
        );
      },
    },
    {
      name: 'What is supplied is what the letters are worth and what is on the way to the next: never less',
      tolerance: 1e-6,
      gap(known, asked) {
        if (stand(known, asked).worth === undefined) return 0;
        const [supplied, worth, ahead] = (['supplied', 'worth', 'ahead'] as const).map((id) =>
          readouts[id].of(known, asked),
        );
        return Math.abs(supplied - worth - ahead);
      },
    },
    {
      name: 'Zooming out by two leads back to where a key led from',
      tolerance: 1e-6,
      gap(known, asked) {
        const { window, lawAfter, supplied } = stand(known, asked);
        if (supplied === undefined || window.size < 1e-4 || window.written.length > 100) return 0;
        const back = zoomed(half(window, '1', lawAfter), -1, 1, lawAfter);
        return back.written === window.written
          ? Math.abs(back.low - window.low) + Math.abs(back.size - window.size)
          : 1;
      },
    },
    {
      name: 'No letter more has all that is in view',
      tolerance: 0,
      gap(known, asked) {
        const { window, lawAfter } = stand(known, asked);
        const law = lawAfter(window.written);
        if (!law || window.written.length >= 120) return 0;
        const edges = edgesOf(law);
        return law.some((_, s) => edges[s] <= window.low && window.low + window.size <= edges[s + 1]) ? 1 : 0;
      },
    },
  ],

  challenges,
  presets,
});
