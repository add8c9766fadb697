import { type Transcript } from '#contract/transcript.ts';

// Both right in four of five, with all luck shared: a copy. Each tells 1 − h(0.2) = 0.278, both the same; they share h(1/2) = 1.
export default {
  steps: [{ role: 'slider', name: 'Shared luck, in the picture', press: ['End'] }],
  described:
    /^Of the condition the note tells 0\.278 bits, the picture 0\.278, both together 0\.278; with each other they share 1\.000 bits?\. /,
} satisfies Transcript;
