import { write, type Transcript } from '#contract/transcript.ts';

export default {
  steps: [write('A name', 'Mowgli')],
  described:
    /^“Mowgli” costs \d+\.\d bits at its first mention and \d+\.\d on average at the next 4; .* one who looks back pays \d+\.\d\. Its own earlier mentions save a made-up name \d\.\d bits \(standard error 0\.\d\) on average over 16 of them, /,
} satisfies Transcript;
