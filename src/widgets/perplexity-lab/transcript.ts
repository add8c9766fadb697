import { write, type Transcript } from '#contract/transcript.ts';

// 300 tokens of 2 nats and 100 of 4 in two batches: e^2.5, (e² + e⁴)/2 and e³.
export default {
  steps: [
    { open: 'Which text, and which of its tokens are hard?' },
    { role: 'radio', name: 'of the text', press: ['ArrowDown'] },
    { role: 'slider', name: 'Batches', press: ['Home', 'ArrowRight'] },
    write('Cut 1 lies before token', '300'),
  ],
  described:
    /a perplexity of 12\.18 per token\. Over 2 batches the mean of perplexities reports 30\.99, the mean of means 20\.09\.$/,
} satisfies Transcript;
