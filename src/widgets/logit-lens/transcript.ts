import { type Transcript } from '#contract/transcript.ts';

// The embedding reads off the present token, which comes again only once in the story.
export default {
  steps: [
    {
      role: 'slider',
      name: 'Block after which the network is stopped (0: before the first), in the picture',
      press: ['ArrowLeft', 'ArrowLeft'],
    },
  ],
  described:
    /^Stopped after the embedding, the network pays 31\.\d+ bits .* for each of 59 tokens, against 3\.7\d+ for all 4 blocks; the entropy of its predictions is 0\.14\d\. For 1 of them /,
} satisfies Transcript;
