import type { Preset } from '#contract/spec.ts';
import { fanoLengths } from '#theory/codes/fano-code.ts';
import { huffmanLengths, shannonLengths, wordsOfLengths } from '#theory/codes/symbol-code.ts';
import { params, type Asked } from './parameters.ts';

const weather = [0.5, 0.25, 0.125, 0.125];
const nearlyAlike = [0.35, 0.17, 0.17, 0.16, 0.15];
const usual = params.p.default;
const written = (lengths: readonly number[]) => wordsOfLengths(lengths).join(',');

export const presets: readonly Preset<Asked>[] = [
  {
    id: 'by-hand',
    title: 'A code made by hand',
    values: {},
    why: 'It fills the shelf, and still costs a tenth of a digit more than the best code. Which word is too long?',
  },
  {
    id: 'huffman',
    title: 'Huffman’s code',
    values: { words: written(huffmanLengths(usual)) },
    why: 'No code that can be read back is shorter for one symbol at a time. It still is above the entropy.',
  },
  {
    id: 'weather',
    title: 'Four kinds of weather',
    values: { p: weather, words: written(huffmanLengths(weather)) },
    why: 'Powers of two: each word is as long as its symbol is surprising, and the mean is the entropy.',
  },
  {
    id: 'shannon',
    title: 'Shannon’s code',
    values: { words: written(shannonLengths(usual)) },
    why: 'Every surprisal is rounded up, so more than a quarter of the shelf stays empty. The mean is less than a digit above the entropy, and that is all it promises.',
  },
  {
    id: 'fano',
    title: 'Fano’s code',
    values: { p: nearlyAlike, words: written(fanoLengths(nearlyAlike)) },
    why: 'Cut in two parts as equal as can be, and again: 2.31 digits. The best code has 2.30, since an even cut now may force uneven ones later.',
  },
  {
    id: 'below',
    title: 'Below the entropy',
    values: { p: weather, words: '0,1,00,11' },
    why: 'On average 1.25 digits, with an entropy of 1.75 bits. The words take one and a half shelves, and two suns look like one rain.',
  },
  {
    id: 'waits',
    title: 'A code that makes one wait',
    values: { p: weather, words: '0,01,011,111' },
    why: 'Not a prefix code, and still no row of digits has two readings. After 0111… one has to wait for the end of the ones.',
  },
  {
    id: 'coin',
    title: 'A biased coin, in blocks',
    values: { p: [0.9, 0.1], words: '0,1', seen: 'blocks', block: 4 },
    why: 'One toss at a time costs a digit. Four tosses share a word of 1.97 digits on average, less than half a digit for each.',
  },
  {
    id: 'seven-tenths',
    title: 'Heads seven times in ten',
    values: { p: [0.7, 0.3], words: '0,1', seen: 'blocks', block: 2 },
    why: 'One of our two coins. Its entropy is 0.881 bits, and pairs already come near to it. Triples are a little worse than pairs.',
  },
];
