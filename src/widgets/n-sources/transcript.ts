import { write, type Transcript } from '#contract/transcript.ts';

// Three coins, and two tosses of the fair one: they are balanced half of the time.
export default {
  steps: [write('w, symbols in the window, as a number', '2')],
  described:
    /^The first of 3 coins is tossed, with heads 0\.50; it lies within .* sees 2 tosses\. .* probability 0\.50\.$/,
} satisfies Transcript;
