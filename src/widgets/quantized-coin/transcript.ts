import { type Transcript } from '#contract/transcript.ts';

// Seven bits told, log₂ 128; a hundred tosses tell log₂ 101 + E log₂ C − 100/(2 ln 2) = 2.742 bits of the bias.
export default {
  steps: [{ role: 'slider', name: 'k, cells into which the bias is told, in the picture', press: ['End'] }],
  described:
    /^The bias of a coin is told to one of 128 cells, 7\.000 bits\. 100 tosses show 2\.736 of it, and 2\.742 bits of the bias in all\. .* least at 8 cells, 3\.821\.$/,
} satisfies Transcript;
