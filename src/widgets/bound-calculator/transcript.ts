import { write, type Transcript } from '#contract/transcript.ts';

// The oracle’s GPT-2-like shape after 3·10¹¹ tokens: 0.0741 bits of theorem 3.5; 8 · 52163328 bits over as many tokens are 0.0014.
export default {
  steps: [write('Tokens read in all, as a number', '300000000000')],
  described:
    /^After 300,000,000,000 tokens of a random transformer of 52,163,328 weights theorem 3\.5 allows 0\.074 bits .* costs 15\.617, so it says something; it does from about 1,370,000,000 tokens on\. With 8 bits for each weight it is 0\.001 bits /,
} satisfies Transcript;
