import { write, type Transcript } from '#contract/transcript.ts';

// All of q on one reading, and the sentence alike from all of them: the bound is log (0.475/64).
export default {
  steps: [
    { role: 'slider', name: 'q(fish), in the picture', press: ['End'] },
    { role: 'slider', name: 'q(river | fish), in the picture', press: ['End'] },
    { open: 'What if the meanings went together less, or the sentence told more?' },
    write('How many times as likely the sentence is from fish and river as from any other reading, as a number', '1'),
  ],
  described: /^log p\(x\) is −6\.000 bits\. .* The bound is −7\.074, and the gap 1\.074\./,
} satisfies Transcript;
