import { write, type Transcript } from '#contract/transcript.ts';

export default {
  steps: [
    { role: 'slider', name: 'Relays', press: ['Home'] },
    { role: 'combobox', name: 'What relay 1 does', press: ['ArrowDown'] },
    write('How often relay 1 does it', '0.5'),
  ],
  described:
    /^Of the 1\.000 bits? that X holds, 0\.500 are left after one relay, and the best guess of X is right with probability 0\.75\. /,
} satisfies Transcript;
