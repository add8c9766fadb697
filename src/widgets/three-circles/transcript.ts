import { type Transcript } from '#contract/transcript.ts';

// 0110111 with place 1 turned has the odd circles C alone: three ones in A become four.
export default {
  steps: [{ role: 'button', name: 'place 1', press: ['Enter'] }],
  described:
    /^1110111: circle A holds 4 ones, circle B holds 4 ones, circle C holds 3 ones\. C odd: place 4 is turned\. The word becomes 1111111, and the message is 1111\.$/,
} satisfies Transcript;
