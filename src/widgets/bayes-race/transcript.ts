import { write, type Transcript } from '#contract/transcript.ts';

// By the tables of the chains: ln p(s | space) p(e | s) p(a | e) of Austen’s over Melville’s. What networks say is no work of a hand: its sign, as the sea is Melville’s.
export default {
  steps: [
    { role: 'radio', name: 'two coins', press: ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown'] },
    write('A text of yours', 'sea'),
  ],
  described:
    /^After 3 letters, Austen has probability 0\.\d+; by the small networks the log-odds of Austen against Melville are −\d\.\d\d bits; by the letter chains they are −0\.32 bits\.$/,
} satisfies Transcript;
