import type { Challenge } from '#contract/spec.ts';
import { atLeast } from '#kit/state/progress.ts';
import { shownOf, type Coding } from './model.ts';
import type { Asked } from './parameters.ts';
import { bits, wholeOf } from './readouts.ts';

const sixteen = 'a'.repeat(16);
const nearly = (share: number) => Math.min(0.95, Math.max(0, share));

export const challenges: readonly Challenge<Coding, Asked>[] = [
  {
    id: 'sixteen-in-one',
    task: 'The text is sixteen a’s. Keep the same shares for each symbol, and choose them so that the whole text takes a single digit.',
    start: { message: sixteen },
    score: ({ word }, { message, predictor, ends }) =>
      message !== sixteen || predictor !== 'fixed' || ends !== 'known' ? 0 : word.length <= 1 ? 1 : nearly(1 / word.length), // prettier-ignore
    hints: [
      { when: (_, { message }) => message !== sixteen, say: 'The text should be sixteen a’s.' },
      {
        when: (_, { predictor }) => predictor !== 'fixed',
        say: 'With the same shares each time, please: no counting.',
      },
      { when: (_, { ends }) => ends !== 'known', say: 'Let the decoder know the number of letters.' },
      { when: (_, { b }) => b > 1, say: 'Whatever b is given is taken from a.' },
      { when: () => true, say: 'The digits add up what the a’s are worth. Make each of them worth less.' },
    ],
    solved:
      'The text has more than half of the interval to itself, so that one digit names it. A coder pays for surprise, and not for symbols. The price is on the other side: a b would be dear now.',
    solution: { a: 31 },
  },
  {
    id: 'nothing-leaves',
    task: 'Write six symbols or more after which not one digit is certain. The shares are 1 : 2 : 1.',
    start: { letters: '3', a: 1, b: 2, c: 1, message: 'ab' },
    score(model, values) {
      const { place, stage } = shownOf({ ...model }, { ...values, direction: 'send' });
      const isAsked = values.predictor === 'fixed' && values.letters === '3' && 2 * values.a === values.b && values.a === values.c; // prettier-ignore
      if (!isAsked || stage.settled !== '') return 0;
      return atLeast(place, 6) < 1 ? nearly(place / 6) : 1;
    },
    hints: [
      {
        when: (_, { predictor, letters, a, b, c }) =>
          predictor !== 'fixed' || letters !== '3' || 2 * a !== b || a !== c,
        say: 'With three letters and the shares 1 : 2 : 1.',
      },
      {
        when: ({ stages }) => stages.some(({ settled }) => settled !== ''),
        say: 'A digit has left where the interval fell on one side of one half. Which letter lies on both sides?',
      },
      { when: () => true, say: 'So far none is certain. Go on in the same way.' },
    ],
    solved:
      'The interval gets shorter with every b, and lies around one half all the time. One symbol more can settle all digits at once. A coder with a register of fixed length must count them until then.',
    solution: { message: 'bbbbbb' },
  },
  {
    id: 'counting-loses',
    task: 'A coder that counts (plus 1) reads eight letters, each an a or a b. Write a text for which it needs more than the eight digits of a plain list.',
    start: { predictor: 'laplace', message: 'aaaaaaab' },
    score: (model, { predictor, letters, ends }) =>
      predictor !== 'laplace' || letters !== '2' || ends !== 'known' || model.symbols.length !== 8
        ? 0
        : bits(wholeOf(model).nats) > 8 && model.word.length > 8
          ? 1
          : nearly(bits(wholeOf(model).nats) / 9.3),
    hints: [
      { when: (_, { predictor }) => predictor !== 'laplace', say: 'The coder should count, plus 1.' },
      { when: (_, { letters, ends }) => letters !== '2' || ends !== 'known', say: 'Two letters, and no end symbol.' },
      { when: ({ symbols }) => symbols.length !== 8, say: 'Eight letters.' },
      { when: () => true, say: 'It counts, so it saves where one letter is more common. What text has none?' },
    ],
    solved:
      'Four a’s and four b’s, in whatever order, are worth 9.30 bits to it. It has bet on all shares alike, and half and half is one of them. No predictor saves on every text: of all texts of eight letters the mean is at least eight.',
    solution: { message: 'abababab' },
  },
];
