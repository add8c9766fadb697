import { write, type Transcript } from '#contract/transcript.ts';

// Coral–B, 166 reports of which 96 were expected, has the largest lower end in this draw.
export default {
  steps: [
    { role: 'radio', name: 'observed over expected', press: ['ArrowDown'] },
    write('Shrinkage s, added to observed and to expected, as a number', '0.5'),
    { role: 'slider', name: 'The line: so many times as often as expected, in the picture', press: ['ArrowUp'] },
  ],
  described:
    /^1,000 reports, the pairs ranked by the lower end of its interval with a shrinkage of 0\.5: first Coral–B with 166 of them, .* Above 1\.20 times as often as expected stand 1 of 5 effects, .* without a reason 0 of 113\.$/,
} satisfies Transcript;
