import { placeOf } from '#contract/places.ts';
import { defineWidget } from '#contract/spec.ts';
import type { Say } from '#contract/say.ts';
import { challenges } from './challenges.ts';
import { compute, uniformQuantizers, work, type Squeezed } from './model.ts';
import { letters, params, type Asked } from './parameters.ts';
import { presets } from './presets.ts';
import { gapOf, readouts } from './readouts.ts';

/** Where a code stands against the curve. */
const standing = (nats: number, say: Say) =>
  Math.abs(nats) < 5e-4 * Math.LN2
    ? 'on it'
    : nats > 0
      ? `${say.information(nats)} above it`
      : `${say.information(-nats)} below it`;

/** Which letter comes back as which. */
const arrows = (name: string) => letters.map((letter, x) => `${letter}→${name[x]}`).join(' ');

function described(model: Squeezed, asked: Asked, say: Say): string {
  if (model.source !== asked.source) return 'It is being computed.';
  const { here, built, chosen, alike } = model;
  const { rate, distortion, name } = built[chosen];
  const gap = gapOf(model, asked);
  if (model.source === 'picture') {
    const what = asked.drawn ? 'A draw from the normal model' : 'The picture';
    return (
      `${what}, told in waves with a step of ${asked.step} gray levels: ${say.information(rate)} per pixel, mean squared error ${say.number(distortion, 1)}. ` +
      `The curve of the normal model${asked.drawn ? '' : ', which is no bound for the picture,'} is at ${say.amount(here.rate)} there, and the code is ${standing(gap, say)}.` +
      (alike ? ` Pixel by pixel, ${say.amount(alike.rate)} leave an error of ${say.number(alike.distortion, 1)}.` : '')
    );
  }
  if (model.source === 'coin')
    return `If ${say.percent(here.distortion)} of the tosses may come back wrong, ${here.rate > 0 ? `no code tells less than ${say.information(here.rate)} a toss` : 'nothing need be told'}. The code “${name}” tells ${say.amount(rate)} and gets ${say.percent(distortion)} wrong; the curve at that loss is ${say.amount(built[chosen].floor!)}.`;
  if (model.source === 'law')
    return `Where a unit of loss is worth ${say.information(asked.price * Math.LN2)}, the best channel loses ${say.number(here.distortion)} and tells ${say.information(here.rate)} a letter, of which ${say.amount(here.lower ?? here.rate)} are proved to be needed. The best way letter by letter, ${arrows(name)}, tells ${say.amount(rate)}, loses ${say.number(distortion)}, and is ${say.information(gap)} above the tangent.`;
  return `A normal number ${rate > 0 ? `told as one of ${name}, ${say.information(rate)},` : 'of which nothing is told'} comes back with a mean squared error of ${say.number(distortion, 4)}. The curve is at ${say.amount(here.rate)} there, and the code is ${standing(gap, say)}.`;
}

export const spec = defineWidget({
  id: 'rate-distortion',
  title: 'How few bits, for how much loss',
  summary:
    'Squeeze a picture, tosses, letters or a number: how few bits are left, and how far is a code from the fewest?',
  terms: ['rate-distortion', 'quantization', 'mutual-information'],
  cites: ['shannon1959', 'cover-thomas2006', 'blahut1972', 'lloyd1982', 'max1960'],
  wordsInBits: true,
  params,
  places: { law: placeOf(params, 'law', { label: 'the letters', also: { source: 'law' } }) },
  compute,
  work,
  readouts,

  describe: described,

  table({ curve, built, pixels, source }, say) {
    const row = (name: string, { distortion, rate }: { distortion: number; rate: number }, floor?: number) => [
      ...[name, say.number(distortion), say.amount(rate)],
      floor === undefined ? '' : say.amount(floor),
    ];
    return {
      columns: ['What', 'Loss', `Told for a symbol, ${say.unit}`, `The curve at this loss, ${say.unit}`],
      rows: [
        ...built.map((one) => row(source === 'picture' ? `waves, ${one.name}` : source === 'law' ? arrows(one.name) : one.name, one, one.floor)), // prettier-ignore
        ...pixels.map((one) => row(`pixels, step ${one.step}`, one)),
        ...(source === 'normal' ? uniformQuantizers().map((one) => row('even cells', one)) : []),
        ...curve.map((one) => row('the curve', one, one.lower)),
      ],
    };
  },

  laws: [
    {
      name: 'What is proved to be needed is at most what suffices',
      tolerance: 1e-6,
      gap: ({ curve, here }) => Math.max(...[here, ...curve].map(({ rate, lower = rate }) => lower - rate)),
    },
    {
      name: 'No code of tosses or of a normal number is below the curve',
      tolerance: 1e-12,
      gap: ({ source, built }) =>
        source === 'picture' ? 0 : Math.max(...built.map(({ rate, floor = 0 }) => floor - rate)),
    },
    {
      name: 'No way letter by letter is below the tangent that Blahut’s bound proves',
      tolerance: 1e-9,
      gap: ({ source, built, here }, { price }) =>
        source !== 'law'
          ? 0
          : Math.max(...built.map(({ rate, distortion }) => (here.lower ?? here.rate) - rate + price * Math.LN2 * (here.distortion - distortion))), // prettier-ignore
    },
    {
      name: 'More loss never costs more',
      tolerance: 1e-5,
      gap: ({ curve }) => Math.max(0, ...curve.slice(1).map(({ rate }, i) => rate - curve[i].rate)),
    },
    {
      name: 'Of the waves, what is under water and the water above the others are the loss',
      tolerance: 1e-9,
      gap: ({ source, variances, level, here, free }) =>
        source !== 'picture' || here.distortion >= free
          ? 0
          : Math.abs(variances.reduce((sum, variance) => sum + Math.min(variance, level), 0) / 64 / here.distortion - 1), // prettier-ignore
    },
    {
      name: 'Even cells are at most ½ log πe/6 above the curve of a normal number',
      tolerance: 1e-12,
      gap: ({ source }) =>
        source !== 'normal'
          ? 0
          : Math.max(...uniformQuantizers().map(({ rate, distortion }) => rate - Math.max(0, -Math.log(distortion) / 2) - Math.log((Math.PI * Math.E) / 6) / 2)), // prettier-ignore
    },
  ],

  challenges,
  presets,
});
