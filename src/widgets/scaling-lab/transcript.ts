import { type Transcript } from '#contract/transcript.ts';

// The laws see the four smallest; the law with a floor is fitted, and says what it says of the fifth.
export default {
  steps: [
    {
      role: 'slider',
      name: 'Networks that the laws are fitted to, from the smallest, in the picture',
      press: ['ArrowLeft'],
    },
  ],
  described:
    /^Five networks of 9,808 to 1,013,120 parameters pay 2\.738 bits to 1\.800 a character; .* fitted to the 4 smallest\. Of the largest, which was not shown to it, it says 1\.78\d /,
} satisfies Transcript;
