import { write, type Transcript } from '#contract/transcript.ts';

// b was followed by a three times of three: (3 + 1)/(3 + 3).
export default {
  steps: [
    { role: 'slider', name: 'Position: symbols before', press: ['End'] },
    { open: 'What of other sequences and another network?' },
    { role: 'radio', name: 'drawn from the prior on display', press: ['ArrowUp'] },
    write('Your sequence', 'abababab'),
  ],
  described:
    /^8 symbols of 3, of yours\. The network after .* steps of training is 0\.0\d+ bits per symbol from the exact answer along it\. After 8 symbols, the last b, the exact answer gives a 0\.67, the network 0\.6\d, /,
} satisfies Transcript;
