import type { Preset } from '#contract/spec.ts';
import type { Asked } from './parameters.ts';
import { jack } from './texts.ts';

export const presets: readonly Preset<Asked>[] = [
  {
    id: 'babble',
    title: 'A chain of letters',
    values: {},
    why: 'One letter is all that the past tells, so the floor is the entropy rate. The expected loss comes down toward it and never below; what 1,024 letters cost as they come lies a little above or below the expected loss.',
  },
  {
    id: 'coins',
    title: 'The two coins',
    values: { data: 'coins', amount: '131072', rate: 0.01, steps: '1000' },
    why: 'A coin is picked for every sequence. Nobody tells the network that there are two; its predictions end close to those of Bayes’ rule, which needs the numbers of heads and of tails, in whatever order they came.',
  },
  {
    id: 'register',
    title: 'Certain, and hard',
    values: { data: 'register', size: '2x32', rate: 0.01, steps: '1000' },
    why: 'After four digits everything is certain. For hundreds of steps the loss stays at one bit; then it falls. There are only fifteen sequences, and the network is trained on all of them, so it may have found a rule about the last four digits, copy what stood fifteen places back, or have stored the sequences.',
  },
  {
    id: 'heart',
    title: 'By heart',
    values: { data: 'fair', amount: '512', size: '2x32', rate: 0.01, steps: '1000' },
    why: 'No toss of a fair coin can be predicted. The training loss falls below the floor all the same, and the loss on new tosses rises.',
  },
  {
    id: 'book',
    title: 'This book',
    values: { data: 'book', amount: '131072', size: '2x32', rate: 0.01, steps: '1000' },
    why: 'Prose of this book, character by character: stretches from its first nine tenths, and held-out ones from the last. Nobody knows its floor. Spaces become cheap, and the insides of words cheaper than their beginnings.',
  },
  {
    id: 'tale',
    title: 'Too short a tale',
    values: { data: 'own', size: '2x32', rate: 0.01, steps: '1000' },
    why: 'A page of text, or whatever you put in its place. There is so little of it that it is soon known by heart, and what follows it is not.',
  },
  {
    id: 'leak',
    title: 'A test that leaks',
    values: { data: 'own', text: jack, size: '2x32', rate: 0.01, steps: '300' },
    why: 'A rhyme whose last verse ends as those before it ended. Its last tenth was held out, and the same lines stand in what is trained on: such a test measures nothing.',
  },
];
