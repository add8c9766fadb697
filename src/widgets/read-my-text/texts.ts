import type { Preset } from '#contract/spec.ts';

/** The model was all but sure of “girl”. */
export const story =
  'It was a cold night, and the old man sat down by the fire. He took off his hat, put his hand upon the table, and said ' +
  'nothing for a long time. At last he looked up and smiled at the giraffe.';

export const presets: readonly Preset<{ readonly text: string }>[] = [
  {
    id: 'story',
    title: 'By the fire',
    values: { text: story },
    why: 'Small words are almost free, the beginnings of nouns cost most. Look at the giraffe: what did the model expect after “gir”?',
  },
  {
    id: 'of-today',
    title: 'Out of its century',
    values: { text: 'She opened her laptop, checked her email and rebooted the router twice.' },
    why: 'The model learned from novels of the nineteenth century. Every token of a word that it never met is a surprise, and the small words between stay cheap.',
  },
  {
    id: 'letters',
    title: 'Letters at random',
    values: { text: 'qzv xkwj pfh tgb mrcl dno yuv wqx zzk bpt fgh jkl' },
    why: 'Picked evenly from 26 letters and a space, a character would hold 4.8 bits. The model pays about twice that: a code made for English is worse than none on what is not English.',
  },
  {
    id: 'foreign',
    title: 'Another alphabet',
    values: { text: 'Η γριά κάθισε στο παράθυρο. 🦉 Un hibou la regardait.' },
    why: 'Greek letters and owls are not in its alphabet. Their bytes still are, one token for each, so even this text has a finite, honest price, given per byte.',
  },
];
