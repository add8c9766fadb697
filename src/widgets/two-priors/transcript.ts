import { type Transcript } from '#contract/transcript.ts';

// One toss, a head: 2x is the new density of the first, and ∫ 2x log 2x dx = 1 − 1/(2 ln 2) bits, 0.279; this is certain beforehand.
export default {
  steps: [{ role: 'slider', name: 'n, tosses seen, in the picture', press: ['Home'] }],
  described:
    /^One toss of a coin with heads 0\.70, 1 of them heads: the first observer, who began with Beta\(1, 1\), has learned 0\.279 bits and expected 0\.279; .* They give 0\.67 and 0\.51 to heads\. The dogmatist, certain of 0\.50, has learned nothing and paid 1\.000 bits?\.$/,
} satisfies Transcript;
