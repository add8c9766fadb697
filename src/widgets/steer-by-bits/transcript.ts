import { type Transcript } from '#contract/transcript.ts';

// With the whole of “the ” in view the supplied bits are its surprisal; three presses supply three bits more.
export default {
  steps: [
    { role: 'button', name: 'Start over', press: ['Enter'] },
    { role: 'button', name: '↓ Lower half', press: ['Enter', 'Enter', 'Enter'] },
  ],
  described:
    /took 3\.0 bits of steering|^Nothing is certain yet, after 3\.0 bits of steering; letters after two others were counted\./,
} satisfies Transcript;
