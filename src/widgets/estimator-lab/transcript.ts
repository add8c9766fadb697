import { type Transcript } from '#contract/transcript.ts';

// 96 pairs make 6 splits of 16: four parts train, one says when to stop, one judges. With 16 candidates InfoNCE is at most 4 bits.
export default {
  steps: [
    { role: 'radio', name: 'two columns of names', press: ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown'] },
    { role: 'radio', name: 'estimators', press: ['ArrowDown'] },
    { role: 'button', name: 'Back to the example', press: ['Enter'] },
  ],
  described:
    /^96 pairs of numbers\. In each of 6 splits 64 of them train a critic, 16 say when to stop, and 16 others judge it, 16 at a time\. On new pairs InfoNCE is 0\.3\d\d ± 0\.0\d\d bits .* log K is 4\.000 bits\.$/,
} satisfies Transcript;
