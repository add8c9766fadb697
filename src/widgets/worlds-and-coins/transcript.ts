import { type Transcript } from '#contract/transcript.ts';

// One toss of a coin that is 0.9 or 0.2 with chance ½ tells h(0.55) − (h(0.9) + h(0.2))/2 = 0.397 bits; if the world is known, (h(0.83) + h(0.27))/2 less the same, 0.154.
export default {
  steps: [
    { role: 'slider', name: 'M, documents, in the picture', press: ['Home'] },
    { role: 'slider', name: 'T, tosses of a document, in the picture', press: ['Home'] },
  ],
  described:
    /^In one document of one toss the best predictor pays 0\.397 bits a toss more .* 0\.243 to learn of the world and 0\.154 for the coin of each document\. /,
} satisfies Transcript;
