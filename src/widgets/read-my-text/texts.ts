import type { Preset } from '#contract/spec.ts';

/** The model had given nine tenths to “girl”. */
export const story =
  'It was a cold night, and the old man sat down by the fire. He took off his hat, put his hand upon the table, and said ' +
  'nothing for a long time. At last he looked up and smiled at the giraffe.';

export const presets: readonly Preset<{ readonly text: string }>[] = [
  {
    id: 'story',
    title: 'By the fire',
    values: { text: story },
    why: 'The ends of most words are cheap, and so are “the” and “his”; what the old man does next is dear. Of his verbs “said” is the cheapest. Look at the giraffe: what did the model expect after “gir”?',
  },
  {
    id: 'of-today',
    title: 'Out of its century',
    values: { text: 'She opened her laptop, checked her email and rebooted the router twice.' },
    why: 'The model learned from twenty old books. Some pieces of words that it never met cost over fifteen bits, and “her” between them costs less than three.',
  },
  {
    id: 'letters',
    title: 'Letters at random',
    values: { text: 'qzv xkwj pfh tgb mrcl dno yuv wqx zzk bpt fgh jkl' },
    why: 'Twenty-seven equally likely signs would need 4.8 bits each. The model pays more than twice that: what is good for English is worse than nothing here.',
  },
  {
    id: 'foreign',
    title: 'Another alphabet',
    values: { text: 'Η γριά κάθισε στο παράθυρο. 🦉 Un hibou la regardait.' },
    why: 'Greek letters and owls are not in its alphabet. Their bytes still are, one token for each, so even this text has a finite, honest price, given per byte.',
  },
];
