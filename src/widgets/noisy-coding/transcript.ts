import { write, type Transcript } from '#contract/transcript.ts';

// h(0.11) is half a bit to four digits. Thirteen blocks of 1920 bits are sent below capacity and four above; rate ½ is below by 0.00008.
export default {
  steps: [
    write('Chance that the line flips a bit, as a number', '0.11'),
    { role: 'slider', name: 'Steps of belief propagation, in the picture', press: ['Home'] },
  ],
  described:
    /^The line flips 11 percent of the bits and can carry 0\.500 bits for each bit sent\. Of 4,096 pixels 4\d\d are wrong without a code, .* and 4\d\d with the LDPC code of 1920 bits and rate 0\.50 after 0 steps; of 7 blocks .* 7 came out wrong\.$/,
} satisfies Transcript;
