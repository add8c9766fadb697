import { type Transcript } from '#contract/transcript.ts';

// Of the answers of the shipped network: what head 1 of block 3 brings from “ook”, its largest term, and the step after that.
export default {
  steps: [
    { role: 'button', name: 'block 3, head 1', press: ['Enter'] },
    { role: 'button', name: 'row 4, “ook”', press: ['Enter'] },
  ],
  described:
    /^After “He shook his” the network gives “ head” a probability of 0\.80\. Step 3 of the way, what that head brings from row 4 “ook”: 2\.20\d, the sum of 44 terms; the largest is column 42, /,
} satisfies Transcript;
