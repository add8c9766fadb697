import { write, type Transcript } from '#contract/transcript.ts';

// Three letters, a byte of version and method, one of the length, four of the checksum, and the byte itself: nothing is shorter.
export default {
  steps: [write('Your text', 'a')],
  described: /^1 character in a file of 10 bytes, coded as it is, since nothing here makes it shorter\. /,
} satisfies Transcript;
