import { type Transcript } from '#contract/transcript.ts';

// Of ten tosses only those with seven heads are within 0.1 bits: 120 of 1024, with probability 120 · 0.7⁷ · 0.3³ = 0.27.
export default {
  steps: [{ role: 'slider', name: 'n, tosses, in the picture', press: ['Home'] }],
  described:
    /^10 tosses of a coin with heads 0\.70: 0\.881 bits of entropy per toss\. Within 0\.100 of it are 120 of 1,024 sequences, with probability 0\.27; 99 percent take 856 sequences at least\. Sequences with 10 heads: 1, each of 0\.515 per toss, all together with probability 0\.03\. /,
} satisfies Transcript;
