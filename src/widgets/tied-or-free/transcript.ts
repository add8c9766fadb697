import { type Transcript } from '#contract/transcript.ts';

// One fair bit used twice: a whole bit is tied and a whole one told, where free bits tell half of it.
export default {
  steps: [{ role: 'slider', name: 'Tie, in the picture', press: ['End'] }],
  described:
    /with the handle at 1\.00 one tells 1\.000 bits? of the other\. What the source writes tells 1\.000 bits? of both; of independent bits at most 0\.500, of any two bits 1\.000\.$/,
} satisfies Transcript;
