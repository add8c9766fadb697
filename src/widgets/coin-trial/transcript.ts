import { type Transcript } from '#contract/transcript.ts';

// Before any toss the guess is a guess: wrong half of the time.
export default {
  steps: [{ role: 'slider', name: 'n, tosses of the fixed trial', press: ['Home'] }],
  described:
    /^Before any toss the best guess is wrong with probability 0\.500 \(the first coin is picked with chance 0\.50\)\. For at most 0\.010 it takes 57\. A trial that stops when sure enough takes 25\.6, expected, and is wrong with probability 0\.0076; a fixed one as good takes 62\.$/,
} satisfies Transcript;
