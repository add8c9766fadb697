import { type Transcript } from '#contract/transcript.ts';

// The first “his” is token 15; what is compared is tested against the second implementation.
export default {
  steps: [{ role: 'radio', name: 'after it', press: ['ArrowUp'] }],
  described:
    /^The last token is “his” \(token 29\)\. Of 28 earlier tokens, in block 3 the Lasso before the feed-forward layer, at 10 percent of the largest penalty, keeps \d+, most of “his” \(token 15\), /,
} satisfies Transcript;
