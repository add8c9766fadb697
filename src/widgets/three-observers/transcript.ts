import { write, type Transcript } from '#contract/transcript.ts';

// Eight cells of a seed, and one bit for the doubt.
export default {
  steps: [
    { role: 'radio', name: 'nothing of this register', press: ['ArrowDown', 'ArrowDown'] },
    write('Cells of the register, as a number', '8'),
  ],
  described:
    /^256 digits of a register of 8 cells cost one who expects a fair coin 256\.0 bits, .* one who knows its taps 9\.0\. The shortest register that writes them has 8 cells\.$/,
} satisfies Transcript;
