import { type Transcript } from '#contract/transcript.ts';

// From block 2 to the embedding, where a letter stands and nothing of its place.
export default {
  steps: [
    {
      role: 'slider',
      name: 'Blocks behind which it is read (0 is the embedding), in the picture',
      press: ['ArrowLeft', 'ArrowLeft'],
    },
  ],
  described:
    /^The network “none” pays 2\.3\d\d bits per character\. At the embedding a reader with a hidden layer can use −0\.03\d ± 0\.00\d of the 7\.000 bits of a row’s place\. Less than nothing: it pays more than there is to know\.$/,
} satisfies Transcript;
