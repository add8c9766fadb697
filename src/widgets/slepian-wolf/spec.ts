import { defineWidget } from '#contract/spec.ts';
import type { Say } from '#contract/say.ts';
import { inRegion } from '#theory/codes/slepian-wolf.ts';
import { syndrome } from '#theory/codes/syndrome-code.ts';
import { challenges } from './challenges.ts';
import { distance, exchange, ratesOf, written, type Exchange } from './code.ts';
import { params } from './parameters.ts';

const near = ({ coset }: Exchange) => coset.filter((word) => word.distance <= 1).length;
const wrongPlaces = ({ x, decoded }: Exchange) => distance(x, decoded);

/** In how many places X and Y differ, in words. */
function difference({ x, y, distance }: Exchange): string {
  if (distance === 0) return 'they agree';
  if (distance > 1) return `they differ in ${distance} places`;
  return `they differ in place ${x.findIndex((bit, i) => bit !== y[i]) + 1}`;
}

const rates = (nats: number, say: Say) => say.amount(nats, 2);

export const spec = defineWidget({
  id: 'slepian-wolf',
  title: 'What the receiver holds need not be sent',
  summary: 'Choose two words that nearly agree; send one to someone who holds the other, without having seen it.',
  terms: ['side-information', 'syndrome', 'rate', 'slepian-wolf-theorem'],
  cites: ['slepian-wolf1973', 'wyner1974', 'hamming1950'],
  wordsInBits: true,
  params,
  compute: exchange,

  readouts: {
    sent: {
      label: 'Sent for X',
      kind: 'information',
      formula: String.raw`\log 2 \cdot \text{digits of the message}`,
      source: 'theory/codes/syndrome-code.syndrome',
      of: ({ message }) => message.length * Math.LN2,
    },
    hx: {
      label: 'X in full',
      kind: 'information',
      quantity: 'hx',
      formula: String.raw`\H(X)`,
      source: 'theory/codes/slepian-wolf.slepianWolfRegion',
      of: ({ region }) => region.corners[1].rateX,
    },
    hxgy: {
      label: 'What Y leaves open about X',
      kind: 'information',
      quantity: 'hxgy',
      formula: String.raw`\H(X \given Y)`,
      source: 'theory/codes/slepian-wolf.slepianWolfRegion',
      of: ({ region }) => region.leastX,
    },
    hygx: {
      label: 'What X leaves open about Y',
      kind: 'information',
      quantity: 'hygx',
      formula: String.raw`\H(Y \given X)`,
      source: 'theory/codes/slepian-wolf.slepianWolfRegion',
      of: ({ region }) => region.leastY,
    },
    hxy: {
      label: 'Both words together',
      kind: 'information',
      quantity: 'hxy',
      formula: String.raw`\H(X, Y)`,
      source: 'theory/codes/slepian-wolf.slepianWolfRegion',
      of: ({ region }) => region.leastSum,
    },
    mutual: {
      label: 'Shared, so sent once at most',
      kind: 'information',
      quantity: 'mutual',
      formula: String.raw`\I(X;Y)`,
      source: 'theory/codes/slepian-wolf.slepianWolfRegion',
      of: ({ region }) => region.corners[1].rateX - region.leastX,
    },
    candidates: {
      label: 'Words with the same message',
      kind: 'count',
      formula: String.raw`2^{n - m}`,
      source: 'theory/codes/syndrome-code.syndrome',
      of: ({ coset }) => coset.length,
    },
    near: {
      label: 'Of these, within one place of Y',
      kind: 'count',
      formula: String.raw`\#\{x' : s(x') = s(x),\ d(x', y) \le 1\}`,
      source: 'theory/codes/syndrome-code.syndrome',
      of: near,
    },
    distance: {
      label: 'Places in which X and Y differ',
      kind: 'count',
      formula: 'd(x, y)',
      source: 'widgets/slepian-wolf/code.distance',
      of: (model) => model.distance,
    },
    wrongPlaces: {
      label: 'Places decoded wrongly',
      kind: 'count',
      formula: String.raw`d(x, \hat x)`,
      source: 'theory/codes/syndrome-code.decodeWithSideInformation',
      of: wrongPlaces,
    },
    enough: {
      label: 'The chosen rates are enough (1) or not (0)',
      kind: 'count',
      formula: String.raw`(R_X, R_Y) \in \mathcal R`,
      source: 'theory/codes/slepian-wolf.inRegion',
      of: ({ region }, values) => (inRegion(ratesOf(values), region) ? 1 : 0),
    },
  },

  describe(model, values, say) {
    const { x, y, message, places, coset, decoded, region } = model;
    const { rateX, rateY } = ratesOf(values);
    const outcome =
      wrongPlaces(model) === 0
        ? 'one is within one place of Y, and it is X.'
        : `one is within one place of Y: ${written(decoded)}, which is not X. The promise of at most one difference is broken.`;
    const enough = inRegion(ratesOf(values), region) ? 'are enough' : 'are not enough';
    return (
      `X is ${written(x)}, Y is ${written(y)}: ${difference(model)}. The sender, who never saw Y, sends ${written(message)}: ` +
      `${message.length} digits instead of ${places}, as H(X|Y) is ${say.information(region.leastX)}. Of the ${coset.length} words ` +
      `with this message ${outcome} Rates of ${rates(rateX, say)} and ${rates(rateY, say)} ${say.unit} ${enough}.`
    );
  },

  table: ({ coset, x, decoded }, _say) => ({
    columns: ['Word with this message', 'places different from Y', 'decoded', 'X'],
    rows: coset.map(({ word, distance }) => [
      written(word),
      distance,
      written(word) === written(decoded) ? 'yes' : '',
      written(word) === written(x) ? 'yes' : '',
    ]),
  }),

  laws: [
    {
      name: 'Of the words with one message exactly one is within one place of Y: a perfect code',
      tolerance: 0,
      gap: (model) => Math.abs(near(model) - 1),
    },
    {
      name: 'X is decoded exactly if it differs from Y in at most one place',
      tolerance: 0,
      gap: (model) => Math.abs(Number(wrongPlaces(model) === 0) - Number(model.distance <= 1)),
    },
    {
      name: 'The decoded word has the message that was sent',
      tolerance: 0,
      gap: ({ decoded, message, checks }) => distance(syndrome(decoded, checks), message),
    },
    {
      name: 'The code needs no more than the theorem: digits · ln 2 = H(X|Y)',
      tolerance: 1e-12,
      gap: ({ message, region }) => Math.abs(message.length * Math.LN2 - region.leastX),
    },
    {
      name: 'Both corners send H(X,Y) in all',
      tolerance: 1e-12,
      gap: ({ region }) =>
        Math.max(...region.corners.map(({ rateX, rateY }) => Math.abs(rateX + rateY - region.leastSum))),
    },
  ],

  challenges,

  presets: [
    {
      id: 'one-apart',
      title: 'One place apart',
      values: {},
      why: 'Sixteen words share this message. Only one of them can be X, because only one is that close to Y.',
    },
    {
      id: 'equal',
      title: 'No difference',
      values: { y: '1011001' },
      why: 'The sender cannot know that the receiver has the very same word, and sends the same three bits.',
    },
    {
      id: 'two-apart',
      title: 'A broken promise',
      values: { y: '0011101' },
      why: 'Two places differ. The receiver finds a word close to Y, believes it, and is wrong.',
    },
    {
      id: 'three-bits',
      title: 'The smallest case',
      values: { places: '3', x: '101', y: '111', rateX: 2, rateY: 3 },
      why: 'Two bits instead of three: each message stands for a word and its opposite, and Y is close to just one of them.',
    },
    {
      id: 'evenly',
      title: 'Half and half',
      values: { rateX: 5, rateY: 5 },
      why: 'The saving may be shared out at will along the slanted edge, with other codes than the one drawn here.',
    },
    {
      id: 'too-little',
      title: 'Too little',
      values: { rateX: 2.5, rateY: 7 },
      why: 'Y is sent in full, and half a bit too little for X: no code, however long, recovers it reliably.',
    },
  ],
});
