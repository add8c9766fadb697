import { write, type Transcript } from '#contract/transcript.ts';

// At β = 2 a note would have to tell a bit for every two that it keeps, and none tells more than 0.3506 bits for each: the oracle's 1/2.8525.
export default {
  steps: [write('β, what a bit about Y is worth, as a number', '2')],
  described:
    /^Where a bit about tomorrow is worth 2\.00 bits of the sky, the best note is an empty one: .* Notes begin to pay above β = 2\.8525\.$/,
} satisfies Transcript;
