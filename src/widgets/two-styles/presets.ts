import type { Preset } from '#contract/spec.ts';
import { params, type Asked } from './parameters.ts';

export const presets: readonly Preset<Asked>[] = [
  {
    id: 'telegram',
    title: 'A telegram',
    values: {},
    why: 'The first three words might be of either style. “Stop” decides, and the network writes on as the telegram would.',
  },
  {
    id: 'lullaby',
    title: 'A lullaby',
    values: { prompt: 'hush little moon the sea is calm and all the night is asleep' },
    why: 'The same network, the same weights. What it has read so far makes the other style likely, and so it writes that one.',
  },
  {
    id: 'open',
    title: 'Nothing decided',
    values: { prompt: 'mother safe' },
    why: 'Both styles may begin like this. The prediction is a mixture of two, and some continuations come out as telegrams, some as lullabies.',
  },
  {
    id: 'change',
    title: 'A change of style',
    values: {
      prompt:
        'sea calm stop send money stop ship late tonight stop hush little moon is asleep and the sea is calm and hush sleep little ship',
    },
    why: 'In its training no text changed its style. For six words of lullaby the network, like Bayes’ rule, takes them for slips. Then Bayes’ rule makes up its mind within three words, and the network does not: its share jumps up and down.',
  },
  {
    id: 'expecting',
    title: 'Expecting the change',
    values: {
      prompt:
        'sea calm stop send money stop ship late tonight stop hush little moon is asleep and the sea is calm and hush sleep little ship',
      rate: 0.05,
    },
    why: 'Somebody who expects a change every twenty words turns around at once. In the training of the network no text changed style, and neither does the prior of Bayes’ rule here.',
  },
  {
    id: 'empty',
    title: 'No prompt',
    values: { prompt: params.prompt.parse('').value },
    why: 'Half of the texts of its training were telegrams, half lullabies: without a prompt the odds are even.',
  },
];
