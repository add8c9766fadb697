import type { Challenge } from '#contract/spec.ts';
import { rateOf } from './measure.ts';
import { repetitionPoint, type Noisy } from './model.ts';
import { lastStep, type Asked } from './parameters.ts';
import { wrongAt } from './send.ts';

const nearly = (share: number) => Math.max(0, Math.min(0.95, share));
const left = ({ sent }: Noisy, { steps }: Asked) => (sent ? wrongAt(sent, steps).length : Infinity);

export const challenges: readonly Challenge<Noisy, Asked>[] = [
  {
    id: 'wall-at-half',
    task: 'Move the wall to a rate of one half, within 0.01: how often does the line flip a bit then?',
    start: {},
    score: ({ capacity }) =>
      Math.abs(capacity / Math.LN2 - 0.5) < 0.01 ? 1 : nearly(1 - Math.abs(capacity / Math.LN2 - 0.5)),
    hints: [
      {
        when: ({ capacity }) => capacity / Math.LN2 > 0.5,
        say: 'The line still carries more than half a bit. It should be noisier.',
      },
      { when: () => true, say: 'Now it carries less than half a bit.' },
    ],
    solved:
      'A line that flips 11 bits in a hundred carries half a bit for each bit sent. Not 0.89 of one: the receiver does not know which ones were flipped.',
    solution: { flip: 0.11 },
  },
  {
    id: 'by-force',
    task: 'One flip in ten: by repetition alone, make a wrong bit rarer than one in a thousand.',
    start: { flip: 0.1, rate: '0.25' },
    score: (_, { flip, repeats }) =>
      flip !== 0.1 ? 0 : repetitionPoint(Number(repeats), flip).bit < 1e-3 ? 1 : nearly(Number(repeats) / 9),
    hints: [
      { when: (_, { flip }) => flip !== 0.1, say: 'With one flip in ten, please.' },
      {
        when: () => true,
        say: 'Send each bit more often. Every two times more make a wrong bit about a third as likely.',
      },
    ],
    solved:
      'Nine times are enough: a rate of one ninth. At rate one quarter, where this began, the LDPC code sends more than twice as fast and leaves no pixel wrong.',
    solution: { repeats: '9' },
  },
  {
    id: 'fast-and-clean',
    task: 'Seven flips in a hundred: let the LDPC code bring the picture without a wrong pixel, at rate one half, in as few steps as it takes.',
    start: { flip: 0.07, length: '1920', steps: 0 },
    score(model, asked) {
      if (asked.flip !== 0.07 || rateOf(asked.rate) !== 0.5 || !model.sent) return 0;
      if (left(model, asked) > 0) return nearly(1 - left(model, asked) / 400);
      return asked.steps === 0 || left(model, { ...asked, steps: asked.steps - 1 }) > 0 ? 1 : 0.9;
    },
    hints: [
      { when: (_, { flip }) => flip !== 0.07, say: 'With seven flips in a hundred, please.' },
      { when: (_, { rate }) => rateOf(rate) !== 0.5, say: 'At rate one half.' },
      {
        when: (model, asked) => left(model, asked) === 0,
        say: 'It is clean already, and was so before this step. Go back.',
      },
      { when: (_, { length }) => length !== '1920', say: 'Short blocks have bad luck more often. Take longer ones.' },
      {
        when: (_, { steps }) => steps === lastStep,
        say: 'These flips are too much for it. Begin again with the first seed.',
      },
      { when: () => true, say: 'Give it more steps, and watch the curve.' },
    ],
    solved:
      'You found the first clean step; with the seed and the length that we began with it is the fifteenth. Every bit that comes right gives better advice to the circles that it is in, so fewer are wrong after nearly every step, until none is.',
    solution: { steps: 15 },
  },
];
