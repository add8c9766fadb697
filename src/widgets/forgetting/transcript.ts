import type { Transcript } from '#contract/transcript.ts';

export default {
  steps: [
    { role: 'radio', name: 'nothing holds it', press: ['ArrowDown'] },
    { role: 'radio', name: '½', press: ['ArrowDown'] },
  ],
  described: /^With a leash on the new text, λ = 3\.00, learning from the play, after 100 steps: /,
} satisfies Transcript;
