import { defineWidget } from '#contract/spec.ts';
import { hammingParityCheck, syndrome } from '#theory/codes/syndrome-code.ts';
import { apart, circles, compute, messageOf, params, written } from './model.ts';

const sent = [0, 1, 1, 0, 0, 1, 1];
const source = 'theory/codes/syndrome-code.syndrome';

export const spec = defineWidget({
  id: 'three-circles',
  title: 'Three circles',
  summary: 'Turn bits and see which circles are odd: together they name the place that was flipped.',
  terms: ['hamming-code', 'syndrome'],
  cites: ['hamming1950', 'mackay2003'],
  wordsInBits: false,
  params,
  compute,

  readouts: {
    named: { label: 'The place that the odd circles name', kind: 'count', formula: String.raw`s_A + 2 s_B + 4 s_C`, source, of: ({ named }) => named }, // prettier-ignore
    odd: { label: 'Odd circles', kind: 'count', formula: 's_A + s_B + s_C', source, of: ({ odd }) => odd.filter((one) => one === 1).length }, // prettier-ignore
  },

  describe({ word, ones, odd, named, decoded }) {
    const counts = circles.map((circle, i) => `circle ${circle} holds ${ones[i]} ${ones[i] === 1 ? 'one' : 'ones'}`);
    const message = written(messageOf(decoded));
    if (named === 0) return `${written(word)}: ${counts.join(', ')}, all even. The message is ${message}.`;
    const names = circles.filter((_, i) => odd[i] === 1).join(' and ');
    return `${written(word)}: ${counts.join(', ')}. ${names} odd: place ${named} is turned. The word becomes ${written(decoded)}, and the message is ${message}.`;
  },

  table: ({ word, decoded }) => ({
    columns: ['Place', 'received', 'circles', 'decoded'],
    rows: word.map((bit, i) => [
      i + 1,
      bit,
      circles.filter((_, circle) => hammingParityCheck[circle][i] === 1).join(''),
      decoded[i],
    ]),
  }),

  laws: [
    {
      name: 'After the turn all circles are even',
      tolerance: 0,
      gap: ({ decoded }) => syndrome(decoded, hammingParityCheck).reduce((sum, one) => sum + one, 0),
    },
    {
      name: 'At most one bit is turned, and it is the one that is named',
      tolerance: 0,
      gap: ({ word, decoded, named }) => Math.abs(apart(word, decoded) - (named === 0 ? 0 : 1)) + (named > 0 && word[named - 1] === decoded[named - 1] ? 1 : 0), // prettier-ignore
    },
  ],

  challenges: [
    {
      id: 'write-a-word',
      task: 'Write the message 1101 into the places 3, 5, 6 and 7, and make all circles even.',
      score(model) {
        const right = messageOf(model.word).filter((bit, i) => bit === [1, 1, 0, 1][i]).length;
        const even = model.odd.filter((one) => one === 0).length;
        return (right + even) / 7;
      },
      hints: [
        { when: (model) => written(messageOf(model.word)) !== '1101', say: 'Begin with the message: 1 in place 3, 1 in place 5, 0 in place 6, 1 in place 7.' }, // prettier-ignore
        { when: () => true, say: 'The places 1, 2 and 4 are each in one circle alone. Turn the one in a circle that is odd.' }, // prettier-ignore
      ],
      solved: 'Place 1 settles circle A, place 2 circle B and place 4 circle C, whatever the message is.',
      solution: { word: '1010101' },
    },
    {
      id: 'two-flips',
      task: 'The word 0110011 was sent. Turn two bits, and watch what the receiver makes of it.',
      start: { word: '0110011' },
      score: ({ word }) => (apart(word, sent) === 2 ? 1 : apart(word, sent) === 1 ? 0.5 : 0),
      hints: [
        {
          when: ({ word }) => apart(word, sent) > 2,
          say: 'Too many by now. Turn some back until two differ from 0110011.',
        },
        { when: () => true, say: 'One flip is found. What of a second one?' },
      ],
      solved:
        'The circles name a third place, and the receiver turns it as well: now three bits are wrong, all circles are even, and nothing shows it.',
      solution: { word: '1010011' },
    },
  ],

  presets: [
    { id: 'one-flip', title: 'One flip', values: {}, why: 'The word 0110011 was sent, and place 5 was flipped. Circles A and C say so, and B has nothing to say.' }, // prettier-ignore
    { id: 'no-flip', title: 'No flip', values: { word: '0110011' }, why: 'All circles are even: this is a word of the code, and stays as it is.' }, // prettier-ignore
    { id: 'added-bit', title: 'An added bit', values: { word: '0010011' }, why: 'Place 2 was flipped. It is in circle B alone, so only B complains, and the message was right all along.' }, // prettier-ignore
    { id: 'two-flips', title: 'Two flips', values: { word: '1010011' }, why: 'Places 1 and 2 of 0110011 were flipped. A and B name place 3, which was right.' }, // prettier-ignore
  ],
});
