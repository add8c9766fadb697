import { write, type Transcript } from '#contract/transcript.ts';

// Seven a’s and a b by Laplace’s rule: 7! 1!/9! = 1/72, from 7/72 … of the last eighth: [1/8 − 1/72, 1/8), the box 000111 and less.
export default {
  steps: [write('Text', 'aaaaaaab'), { role: 'radio', name: 'always the same shares', press: ['ArrowDown'] }],
  described:
    /^The text aaaaaaab has the probability 1\/72 \(counts plus 1\), worth 6\.170 bits; its code is 0001111, 7 digits\. After 8 symbols the interval is \[1\/9, 1\/8\), and the digits that are certain: 000111\.$/,
} satisfies Transcript;
