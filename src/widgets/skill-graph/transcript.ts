import { write, type Transcript } from '#contract/transcript.ts';

// a = 1: the first skill weighs 6/π² = 0.61, and a text of two skills is answered with 0.37.
export default {
  steps: [
    write('a, how fast the frequencies fall, as a number', '1'),
    write('m, skills that a text needs, as a number', '2'),
    write('n, skills learned, as a number', '1'),
  ],
  described:
    /^Skills have frequencies that fall as the power −2\.00 of the rank\. With the most frequent skill learned, 0\.39 of what is needed is not learned; the power law has 0\.61\. From here to twice as many it falls with slope 0\.71 on log paper\. A text of 2 skills is answered with probability 0\.37;/,
} satisfies Transcript;
