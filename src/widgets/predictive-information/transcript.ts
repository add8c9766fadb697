import { write, type Transcript } from '#contract/transcript.ts';

// One toss of a chain that is heads two times in three: h(1/3) less the rate, (2/3) h(0.1) + (1/3) h(0.2) = 0.553 bits, is 0.365.
export default {
  steps: [
    write('How often the first chain is picked, as a number', '1'),
    { role: 'slider', name: 'T, tosses seen, in the picture', press: ['Home'] },
  ],
  described:
    /^The first of two chains is picked with probability 1\.00\. One toss tells 0\.365 bits about all that follow: 0\.000 about which chain it is, of 0\.000 .* and 0\.365 that the chains remember\./,
} satisfies Transcript;
