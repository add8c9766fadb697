import { write, type Transcript } from '#contract/transcript.ts';

export default {
  steps: [
    { role: 'radio', name: 'observed over expected', press: ['ArrowDown'] },
    write('Shrinkage: reports of each kind added to both counts, as a number', '0.5'),
    { role: 'slider', name: 'The line: so many times as often as expected, in the picture', press: ['PageUp'] },
  ],
  described: /^1 000 reports, the pairs ranked by the lower end of its interval with a shrinkage of 0\.5: first /,
} satisfies Transcript;
