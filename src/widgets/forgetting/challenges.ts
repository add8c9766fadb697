import type { Challenge } from '#contract/spec.ts';
import { atLeast, within } from '#kit/state/progress.ts';
import type { Forgetting } from './model.ts';
import { params, type Asked } from './parameters.ts';
import { readouts } from './readouts.ts';

const bits = (of: 'forgot' | 'learned', model: Forgetting, asked: Asked) => readouts[of].of(model, asked) / Math.LN2;
const nothing = (model: Forgetting, asked: Asked) => readouts.forgot.none!(model, asked);
const waiting = { when: nothing, say: 'Nothing is trained with these settings. Train it here, or choose settings whose path is drawn.' }; // prettier-ignore

/** Learn at least so much, and forget at most so much, in bits a character. */
const both = (model: Forgetting, asked: Asked, learn: number, forget: number) =>
  nothing(model, asked)
    ? 0
    : Math.min(atLeast(bits('learned', model, asked), learn), within(Math.max(0, bits('forgot', model, asked)), forget, 10 * forget)); // prettier-ignore

export const challenges: readonly Challenge<Forgetting, Asked>[] = [
  {
    id: 'cheap',
    task: 'Let the network learn at least 0.45 bits a character of the play, and forget at most 0.1 bits a character of the novels.',
    score: (model, asked) => (asked.data === 'play' ? both(model, asked, 0.45, 0.1) : 0),
    hints: [
      { when: (_, { data }) => data !== 'play', say: 'The task is about the play.' },
      waiting,
      { when: (_, { method }) => method === 'none', say: 'With nothing to hold it, it forgets too much. Look at the other paths.' }, // prettier-ignore
      { when: (_, { method }) => method === 'replay', say: 'In 100 steps at the first rate, replay of these few stretches forgets more than 0.1 at each share, and at ⅞ no less than at ½. Try the same stretches with what the old network says of them.' }, // prettier-ignore
      { when: (model, asked) => bits('forgot', model, asked) > 0.1, say: 'It forgets too much. Give the old a larger share.' }, // prettier-ignore
      { when: (_, { rate }) => rate < params.rate.default, say: 'It learns too little, and the steps are small. Raise the learning rate again.' }, // prettier-ignore
      { when: () => true, say: 'It learns too little. Give the old a smaller share.' },
    ],
    solved:
      'In 100 steps at the first rate a share of one half is enough with either leash, and it costs little of what is learned.',
    solution: { method: 'leash', share: '0.5' },
  },
  {
    id: 'cipher',
    task: 'The play in cipher: learn at least 4.5 bits a character of it, and forget at most 0.6 bits a character of the novels.',
    start: { data: 'cipher', method: 'leash' },
    score: (model, asked) => (asked.data === 'cipher' ? both(model, asked, 4.5, 0.6) : 0),
    hints: [
      { when: (_, { data }) => data !== 'cipher', say: 'The task is about the play whose letters were moved.' },
      waiting,
      { when: (_, { method }) => method === 'leash', say: 'A leash on the cipher holds what the network says of the cipher. It is cheaper to hold it where there is something to lose.' }, // prettier-ignore
      { when: (_, { method }) => method === 'none', say: 'With nothing to hold it, it forgets far more.' },
      { when: () => true, say: 'The right place. Try other shares, or more steps.' },
    ],
    solved: 'In the cipher there is no English to hold. In 100 steps at the first rate a leash on it pays more: it forgets 0.9 bits at ½ and learns 4.4 at ¾. A leash on old text learns 5.5 at ½ and forgets 0.3.', // prettier-ignore
    solution: { data: 'cipher', method: 'oldLeash', share: '0.5' },
  },
];
