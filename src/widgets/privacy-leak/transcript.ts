import { write, type Transcript } from '#contract/transcript.ts';

// e^1.1 = 3.004: the flip is a quarter, as with two coins, and 1 − h(¼) = 0.189 bits are told.
export default {
  steps: [
    write('Share of yeses, which the attacker knows, as a number', '0.5'),
    write('ε, privacy of one answer, as a number', '1.1'),
    write('Patients, as a number', '500'),
  ],
  described:
    /^With ε = 1\.10 an answer is turned round with probability 0\.25\. On average one answer tells 0\.1[38]\d .* From 500 patients /,
} satisfies Transcript;
