import type { Preset } from '#contract/spec.ts';
import type { Asked } from './parameters.ts';

export const presets: readonly Preset<Asked>[] = [
  {
    id: 'default',
    title: 'Two rules',
    values: {},
    why: 'The rule of entropy cuts across, the rule of expected cost cuts upright. They make six fields and disagree in three: dangers that are not likely but likely enough, below the line; doubts between two harmless illnesses, above it on the left; and fevers likely enough to be treated at once, above it on the right.',
  },
  {
    id: 'harmless',
    title: 'A harmless fever',
    values: { miss: 5 },
    why: 'Now a miss costs no more than a needless treatment. The band moves to the middle, and hardly anybody need be asked about. The beliefs are what they were, and so are their entropies.',
  },
  {
    id: 'disaster',
    title: 'A disastrous fever',
    values: { miss: 1000 },
    why: 'A miss costs a thousand. Nearly everyone is asked about, those with hardly any entropy among them.',
  },
  {
    id: 'apart',
    title: 'Each sign by itself',
    values: { reader: 'apart' },
    why: 'Green thumbs, green ears and a green nose are often one finding written three times. This reader counts it three times. The thin lines lead from what he believes to what is so: he is too sure on both sides, and so his entropies are low.',
  },
  {
    id: 'few',
    title: 'Few notes',
    values: { reader: 'few' },
    why: 'Sixteen models have learned from the same 40 notes. A part of the entropy is their disagreement. The rest is what they agree to leave open, and not what the note leaves open: they take each sign by itself, and one who knows the law has 0.560 bits.',
  },
  {
    id: 'elsewhere',
    title: 'Notes from elsewhere',
    values: { reader: 'elsewhere' },
    why: 'Where this reader learned, everybody looks at thumbs, ears and nose, so that a note without green all but rules out the fever. Here it means much less. He is sure and wrong, and the rule of cost believes him.',
  },
  {
    id: 'same-note',
    title: 'A doctor with the same note',
    values: { doctor: 'reads' },
    why: 'The doctor sees nothing that the machine has not seen. The entropies are as high as before, and nobody is worth asking about.',
  },
  {
    id: 'other-queue',
    title: 'Another queue',
    values: { seed: 8 },
    why: 'In this queue of 200 the rule of entropy comes out cheaper. The queue is an accident, as its whiskers say; the bars are what is expected.',
  },
  {
    id: 'repeats',
    title: 'Each sign by itself, much repeated',
    values: { reader: 'apart', echo: 0.9 },
    why: 'The same reader, of notes that repeat themselves nine times in ten and not three. He is sure, with 0.167 bits on average where one who knows the law has 0.729, and by his rule of cost a patient costs 1.16 instead of 0.67.',
  },
];
