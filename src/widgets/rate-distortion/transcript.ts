import { type Transcript } from '#contract/transcript.ts';

// Of the 128 blocks of seven, sixteen are words of the code and the others differ from one in one toss: 4/7 of a bit, 7/8 · 1/7 wrong.
export default {
  steps: [{ role: 'radio', name: 'majority of three', press: ['ArrowRight', 'ArrowRight', 'ArrowRight'] }],
  described:
    /^If 25 percent of the tosses may come back wrong, no code tells less than 0\.189 bits a toss\. The code “Hamming’s words of seven” tells 0\.571 and gets 12\.5 percent wrong; the curve at that loss is 0\.456\.$/,
} satisfies Transcript;
