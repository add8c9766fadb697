import { write, type Transcript } from '#contract/transcript.ts';

// With one token kept all continuations are the same, and what is drawn from is certain.
export default {
  steps: [
    { open: 'What do cuts do: top-p, top-k, min-p?' },
    write('Top-k: keep so many tokens, as a number', '1'),
    { open: 'What else does it write, and how surprising is it?' },
    write('Tokens in each, as a number', '4'),
    { role: 'slider', name: 'Temperature, by the probability of the likeliest token', press: ['ArrowUp', 'ArrowUp'] },
    { role: 'slider', name: 'Top-p, the probability to keep', press: ['ArrowDown'] },
  ],
  described:
    /^After “.*” the entropy of the next token is 6\.\d\d\d bits\. With temperature 1\.02, top-k 1, top-p 0\.99, 1 of 1.024 are kept, .* has 0\.000 bits of entropy .* 6 equal continuations of 4 tokens: /,
} satisfies Transcript;
