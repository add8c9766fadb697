import { defineWidget } from '#contract/spec.ts';
import { challenges } from './challenges.ts';
import { compute } from './model.ts';
import { params } from './parameters.ts';
import { presets } from './presets.ts';
import { readouts } from './readouts.ts';

const places = (n: number) => (n === 1 ? 'one place' : `${n} places`);

const endOf = (isCopied: boolean, copied: number) =>
  copied === 1 ? (isCopied ? 'a copy' : 'one drawn anew') : isCopied ? 'copies' : 'as many drawn anew';

export const spec = defineWidget({
  id: 'emoji-copy',
  title: 'The copy at the end',
  summary: 'A document ends with copies of its first emoji. How long must a window be for them to cost nothing?',
  terms: ['horizon', 'mutual-information'],
  cites: [],
  wordsInBits: true,
  params,
  compute,
  readouts,

  describe: ({ information, windowed, whole, distance }, { tail, copied, emoji, between, window }, say) =>
    `${copied === 1 ? 'One emoji' : `${copied} emoji`} out of ${emoji} at the beginning, ${say.count(between)} tokens, and ${endOf(tail === 'copied', copied)} at the end: the end tells ${say.information(information)} of the beginning. ` +
    `One who remembers everything pays ${say.information(whole)} for the end, expected, and one with a window of ${say.count(window)} pays ${say.information(windowed)}. ` +
    (tail === 'anew'
      ? 'No window is of any use.'
      : window < distance
        ? 'That window does not reach from a copy back to its original.'
        : 'That window reaches from a copy back to its original.'),

  table: ({ drawn }, say) => ({
    columns: ['Document', 'Emoji at the beginning', 'Emoji at the end', 'They differ in'],
    rows: drawn.map(({ head, tail }, i) => [
      say.count(i + 1),
      head.map((n) => n + 1).join(' '),
      tail.map((n) => n + 1).join(' '),
      places(head.filter((n, place) => n !== tail[place]).length),
    ]),
  }),

  laws: [
    {
      name: 'What the end tells of the beginning is what remembering it saves: I = H(tail) − H(tail | head)',
      tolerance: 1e-12,
      gap: ({ information, blind, whole }) => Math.abs(information - (blind - whole)),
    },
    {
      name: 'A window loses all of it or nothing',
      tolerance: 0,
      gap: ({ information, windowed, whole, distance }, { window }) =>
        Math.abs(windowed - whole - (window < distance ? information : 0)),
    },
    {
      name: 'Copies are like their originals',
      tolerance: 0,
      gap: ({ drawn }, { tail }) =>
        tail === 'copied' ? drawn.filter(({ head, tail: last }) => head.join() !== last.join()).length : 0,
    },
  ],

  challenges,
  presets,
});
