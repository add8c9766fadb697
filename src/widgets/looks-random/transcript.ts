import { write, type Transcript } from '#contract/transcript.ts';

// A block of two digits: 01 and 10 one third each, 00 and 11 one sixth, which is log₂ 3 · 2/3 + log₂ 6 · 1/3.
export default {
  steps: [
    { role: 'radio', name: 'a shift register', press: ['ArrowDown'] },
    write('Block length, k, as a number', '2'),
  ],
  described: /^4,096 digits of Thue–Morse: blocks of 2 seem to hold 1\.92 bits, .*; exactly they hold 1\.92\. /,
} satisfies Transcript;
