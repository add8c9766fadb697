import { write, type Transcript } from '#contract/transcript.ts';

// Three arrows: 2 · 2 · 1.5 = 6, and log₂ 6 = 2.585; the third adds log₂ 1.5 = 0.585 bits, in the plane at λ = 1.
export default {
  steps: [
    { role: 'radio', name: 'of the tokens of a text', press: ['ArrowDown'] },
    write('Penalty λ, as a number', '1'),
  ],
  described:
    /^Three arrows in a plane, counted as written, with λ = 1\.00: the gains add up to 2\.585 bits\. Arrow c adds 0\.585 bits of at most 1\.00: /,
} satisfies Transcript;
