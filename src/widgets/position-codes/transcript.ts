import { type Transcript } from '#contract/transcript.ts';

// From waves to learned vectors, and to the next place.
export default {
  steps: [
    { role: 'radio', name: 'waves', press: ['ArrowDown', 'ArrowDown'] },
    { role: 'slider', name: 'Place, in the picture', press: ['ArrowRight'] },
  ],
  described:
    /^By learned vectors, places 45 and 37, 8 apart, have a cosine of 0\.\d{3}\. Of the 120 pairs of places 8 apart the cosines lie between 0\.132 and 0\.849\.$/,
} satisfies Transcript;
