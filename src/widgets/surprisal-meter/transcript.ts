import { write, type Transcript } from '#contract/transcript.ts';

// One in 8 is three bits, and the die as before: log₂ 48.
export default {
  steps: [
    write('First event: one chance in, as a number', '8'),
    { role: 'slider', name: 'Second event: one chance in, in the picture', press: ['Home'] },
    write('Second event: one chance in, as a number', '6'),
  ],
  described:
    /^The first event, 1 in 8, has a surprisal of 3\.000 bits, and the second, 1 in 6, of 2\.585\. .* are 1 in 48, and tell 5\.585 bits\. /,
} satisfies Transcript;
