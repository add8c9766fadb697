import type { Challenge } from '#contract/spec.ts';
import { stand, type Known } from './model.ts';
import { targets, type Asked } from './parameters.ts';
import { readouts } from './readouts.ts';

const bitsOf = (nats: number) => nats / Math.LN2;
const nobody = targets.nobody;
/** What the challenge allows for `nobody was there`, in bits: on 27 keys it is 76. */
const allowed = 45;
/** Letters of the word that nobody expects, and of what coins write. */
const [rare, coined] = [5, 12];

const begun = (written: string, target: string) => {
  let n = 0;
  while (n < target.length && written[n] === target[n]) n++;
  return n;
};
const writtenBy = (known: Known, asked: Asked) => stand(known, asked).window.written;
const dearer = (known: Known, asked: Asked) => readouts.worth.of(known, asked) - readouts.keys.of(known, asked);
const empty = { written: '', low: 0, size: 1, lost: 0, digits: '', tosses: 0 };

export const challenges: readonly Challenge<Known, Asked>[] = [
  {
    id: 'few-bits',
    task: `Write “${nobody}” with at most ${allowed} bits of steering, wrong turns included.`,
    start: { ...empty, target: 'nobody', predictor: 'even' },
    score(known, asked) {
      const share = begun(writtenBy(known, asked), nobody) / nobody.length;
      if (share < 1) return 0.9 * share;
      return bitsOf(readouts.spent.of(known, asked)) <= allowed ? 1 : 0.9;
    },
    hints: [
      { when: (known, asked) => asked.predictor === 'even' && writtenBy(known, asked).length < 3, say: 'With all letters alike each one costs 4.75 bits. Who else could predict?' }, // prettier-ignore
      { when: (known, asked) => !nobody.startsWith(writtenBy(known, asked).slice(0, nobody.length)), say: 'A letter is wrong. Zoom out until it is no longer certain.' }, // prettier-ignore
      {
        when: (_, asked) => asked.lost > 6,
        say: 'What you zoom out again is counted as well. Start over, and stay on the letter that you want.',
      },
      { when: () => true, say: 'Hold the pointer at the height of the next letter. The letters stand in the order of the alphabet, and the space comes last.' }, // prettier-ignore
    ],
    solved: 'Sixteen letters and spaces, and fewer bits than ten presses of a key out of 27 would carry.',
    solution: { predictor: 'pairs', written: nobody },
  },
  {
    id: 'nobody-expects',
    task: `Find ${rare} letters that cost more with counts after two letters than on 27 keys.`,
    start: { ...empty, predictor: 'pairs' },
    score(known, asked) {
      if (asked.predictor !== 'pairs') return 0;
      const n = writtenBy(known, asked).length;
      const share = Math.min(n, rare) / rare;
      return share < 1 ? 0.8 * share : dearer(known, asked) > 0 ? 1 : 0.8;
    },
    hints: [
      { when: (_, asked) => asked.predictor !== 'pairs', say: 'The predictor has to be the counts after two letters.' },
      { when: (known, asked) => writtenBy(known, asked).length < rare, say: 'Go for the thin boxes: a q, an x, a z.' },
      { when: () => true, say: 'This text is still cheaper than on keys. Letters that do not go together cost most.' },
    ],
    solved:
      'What a predictor gives to likely texts it takes from the others. No predictor is cheaper than 27 keys for every text.',
    solution: { written: 'xzqjx' },
  },
  {
    id: 'coins-write',
    task: `Let coins steer, with counts after two letters, until at least ${coined} letters are certain.`,
    start: { ...empty, predictor: 'pairs', way: 'keys' },
    score: (known, asked) =>
      asked.tosses === 0 || asked.digits.length !== asked.tosses || asked.predictor !== 'pairs'
        ? 0
        : Math.min(1, writtenBy(known, asked).length / coined),
    hints: [
      { when: (_, asked) => asked.predictor !== 'pairs', say: 'The predictor has to be the counts after two letters.' },
      { when: (_, asked) => asked.tosses > 0 && asked.digits.length !== asked.tosses, say: 'You have steered as well. Start over, and press only the button with the coins.' }, // prettier-ignore
      {
        when: () => true,
        say: 'Under the picture is a button that tosses ten coins: heads is the upper half, tails the lower one.',
      },
    ],
    solved:
      'Nobody chose a letter, and the text is a sample of the predictor: each text comes as often as it is likely.',
    solution: { tosses: 60, digits: '0'.repeat(60), written: 'and the mand' },
  },
];
