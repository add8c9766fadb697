import { write, type Transcript } from '#contract/transcript.ts';

// 0.4 · 1 + 0.3 · 2 + 0.15 · 3 + 0.15 · 4 = 2.05.
export default {
  steps: [
    write('Word of A', '0'),
    write('Word of B', '10'),
    write('Word of C', '110'),
    write('Word of D', '1110'),
    write('Word of E', '1111'),
  ],
  described:
    /^This code has 2\.050 digits for a symbol, expected\. No word is the beginning of another, .* The shelf is full\. The best code has 2\.050 digits, /,
} satisfies Transcript;
