import { write, type Transcript } from '#contract/transcript.ts';

// Heads ¾ or ¼ and one toss: it leaves ¾ for one coin, so ⅝ for heads, and loses h(⅝) − h(¾) = 0.9544 − 0.8113 bits.
export default {
  steps: [
    { role: 'slider', name: 'w, symbols in the window, in the picture', press: ['Home'] },
    write('First source: chance of a 1 after a 0, as a number', '0.75'),
    write('First source: chance of a 1 after a 1, as a number', '0.75'),
    write('Second source: chance of a 1 after a 0, as a number', '0.25'),
    write('Second source: chance of a 1 after a 1, as a number', '0.25'),
  ],
  described: /^A window of one symbol loses 0\.143 bits per symbol .* at most 1\.000, which is H\(J\)\/w, /,
} satisfies Transcript;
