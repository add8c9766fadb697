import { write, type Transcript } from '#contract/transcript.ts';

// With a tenth of noise in either layer the label arrives flipped with 0.9 · 0.1 + 0.1 · 0.9: 1 − h(0.18) = 0.320 bits.
export default {
  steps: [
    write('Chance that a layer knocks a point to a neighboring place, as a number', '0.1'),
    { open: 'Which network, and which points does the probe learn from?' },
    { role: 'radio', name: 'unwinds a spiral in four layers', press: ['ArrowDown'] },
  ],
  described:
    /^About the label a linear probe can use 0\.000 of 1\.000 bit at the input, and 0\.320 of 0\.320 bits after the last layer\. At XOR it can use 0\.320 of 0\.320 bits; /,
} satisfies Transcript;
