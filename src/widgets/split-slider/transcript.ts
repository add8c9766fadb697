import { write, type Transcript } from '#contract/transcript.ts';

// Fair tosses: Θ holds the first toss, one bit of two.
export default {
  steps: [
    { open: 'What of other coins, and fewer tosses?' },
    write('First coin: chance of heads, as a number', '0.5'),
    write('Second coin: chance of heads, as a number', '0.5'),
    write('T, tosses, as a number', '2'),
    {
      role: 'slider',
      name: 'Estimation error, as a share of the whole, in the picture',
      press: ['Home', ...Array.from({ length: 5 }, () => 'PageUp')],
    },
  ],
  described:
    /^2 tosses of a coin with heads 0\.50 cost the best predictor 2\.000 bits, .* Θ holds the first, so its estimation error is 1\.000 bits?, and the rest, 1\.000 bits?, is irreducible\. /,
} satisfies Transcript;
