import type { Challenge } from '#contract/spec.ts';
import type { Packing } from './model.ts';
import type { Asked } from './parameters.ts';
import { breakEven } from './rates.ts';

export const challenges: readonly Challenge<Packing, Asked>[] = [
  {
    id: 'even',
    task: 'Count the weights. Among how many such texts must they be shared before the network is worth its weights beside gzip? Find the number to within a tenth.',
    start: { counted: true },
    score: ({ file, bits }, { counted, sent }) => {
      if (!file || bits.gzip === null || !counted) return 0;
      const from = breakEven(file.bytes, bits.gzip / 8);
      const off = Math.abs(Math.log(sent / from));
      return off <= Math.log(1.1) ? 1 : Math.max(0, 1 - off / 10);
    },
    hints: [
      { when: (_, { counted }) => !counted, say: 'Count the weights first.' },
      {
        when: (_, { sent }) => sent < 100,
        say: 'The weights are 1.75 megabytes, and a page like the first saves some three hundred bytes. Where gzip’s file is no longer, no number will do.',
      },
      { when: () => true, say: 'Compare the whole bar of the mixture with that of gzip.' },
    ],
    solved:
      'The weights are 1,754,816 bytes. Divided by the bytes that one text saves they are the number of texts that pay for them.',
    solution: { counted: true, sent: 6000 },
  },
  {
    id: 'beat',
    task: 'Write a text of at least 200 characters that counts alone compress better than the network alone.',
    score: ({ bits, characters, file }) => {
      if (!file || characters < 200 || bits.counts === null || bits.network === null) return 0;
      return bits.counts < bits.network ? 1 : Math.min(0.9, (0.9 * bits.network) / bits.counts);
    },
    hints: [
      { when: ({ characters }) => characters < 200, say: 'At least 200 characters.' },
      { when: () => true, say: 'What has the network not read? And what do counts find after the first time?' },
    ],
    solved: 'What the network has not met it expects wrongly each time, and counts learn it from the text itself.',
    solution: { text: 'qzjx 0417 %% '.repeat(40) },
  },
];
