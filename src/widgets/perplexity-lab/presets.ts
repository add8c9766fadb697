import type { Preset } from '#contract/spec.ts';
import type { Asked } from './parameters.ts';
import { boilerplate, letters, prose } from './texts.ts';

export const presets: readonly Preset<Asked>[] = [
  {
    id: 'documents',
    title: 'Four documents',
    values: {},
    why: 'A page of a novel, an inventory, a telegram, a timetable: one batch each. The timetable is so hard for this model that it alone makes up over half of the mean of the perplexities.',
  },
  {
    id: 'two-and-four',
    title: 'Two and four',
    values: { source: 'uneven', batches: 2, cut1: 300, prompt: 300 },
    why: 'Three hundred tokens of 2 nats and a hundred of 4. The mean is 2.5 nats, the perplexity 12.2. The mean of the two batches is 3, which gives 20.1. The mean of their perplexities is 31.0. Weights by the numbers of tokens help and do not mend it: (3 e² + e⁴)/4 = 19.2.',
  },
  {
    id: 'equal-batches',
    title: 'Batches of one length',
    values: { source: 'even', batches: 2, cut1: 100, prompt: 100 },
    why: 'With equally long batches the counts do not matter, and the mean of means is right. The mean of perplexities is still wrong: only logarithms may be averaged.',
  },
  {
    id: 'boilerplate',
    title: 'Boilerplate',
    values: { text: boilerplate, batches: 5, cut1: 16, cut2: 32, cut3: 48, cut4: 64, prompt: 64 },
    why: 'A line that says nothing, eight times, and then names and letters at random. Four batches of the easy line against one of the rest: the report flatters the model.',
  },
  {
    id: 'short-windows',
    title: 'Short windows',
    values: { text: prose, batches: 2, cut1: 128, prompt: 128, window: '16', stride: 'whole' },
    why: 'The same model reads prose of its own kind sixteen tokens at a time. The first token of each window has a single token before it, and who “he” is stands in another window.',
  },
  {
    id: 'dear-tokens',
    title: 'Without the costliest tenth',
    values: { kind: 'dearest', weight: 0, batches: 1, prompt: 249 },
    why: 'One token of ten is left out, chosen after seeing what the model paid for it. A weight that looks at the score measures nothing.',
  },
  {
    id: 'letters',
    title: 'Letters at random',
    values: { text: letters, batches: 2, cut1: 30, prompt: 0 },
    why: 'Here the adaptive reader, which knew nothing beforehand, is the better model. Compare the bits per byte: the perplexity per token of the one and that per byte of the other have no common unit.',
  },
];
