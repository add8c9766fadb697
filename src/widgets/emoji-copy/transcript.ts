import { type Transcript } from '#contract/transcript.ts';

// 7 log₂ 64 = 42 bits, which a window as long as any document here no longer loses.
export default {
  steps: [{ role: 'slider', name: 'w, tokens in the window, in the picture', press: ['End'] }],
  described:
    /the end tells 42\.00 bits of the beginning\. .* and one with a window of 131,072 pays 0\.000 bits\. That window reaches from a copy back to its original\.$/,
} satisfies Transcript;
