import { write, type Transcript } from '#contract/transcript.ts';

// Worlds alike and M = 2: one toss of four even coins from 0.05 to 0.95 tells 1 − (h(0.05) + h(0.35))/2 = 0.390 bits, and the bound is exact.
// 27 equally likely signs: log 27, and to first order (27 − 1)/2n nats too low, 0.0188 bits for n = 1000.
export default {
  steps: [
    {
      role: 'radio',
      name: 'letter pairs of this book, guessed by one who knows them',
      press: ['ArrowDown', 'ArrowDown'],
    },
    write('n, letters guessed, as a number', '1000'),
  ],
  described:
    /^In a text of 27 equally likely signs a letter carries 4\.755 bits; an ideal guesser’s bounds are 4\.755 and 4\.755\. From 1,000 letters the upper one is expected at 4\.736, 0\.019 too low; /,
} satisfies Transcript;
