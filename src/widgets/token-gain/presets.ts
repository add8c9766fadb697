import type { Preset } from '#contract/spec.ts';
import type { Asked } from './parameters.ts';
import { letters, mats, story } from './texts.ts';

export const presets: readonly Preset<Asked>[] = [
  {
    id: 'hats',
    title: 'Hats and old men',
    values: {},
    why: 'Words that come back add little: their vectors can be put together from those before. Whether the network saw them coming is another question, and the two rows of bars do not go together.',
  },
  {
    id: 'mats',
    title: 'The same three times',
    values: { text: mats, token: 20 },
    why: '“sat” comes three times and costs about 14 bits each time: this network hardly copies. Its vector adds much the first time and little the third. With the place in the text taken out gain and surprisal go together here all the same: rare words have more of both.',
  },
  {
    id: 'story',
    title: 'Where the two go together',
    values: { text: story, token: 56 },
    why: 'Here tokens that surprise more add more, by more than three times what chance would do. After the embedding it is about what chance does: move the stage to 0.',
  },
  {
    id: 'letters',
    title: 'Letters by lot',
    values: { text: letters, token: 46 },
    why: 'Nearly every token surprises, also late in the text. The gains fall all the same as vectors gather.',
  },
  {
    id: 'backwards',
    title: 'Counted backwards',
    values: { order: 'backwards', token: 7 },
    why: 'The sum stays to the last digit. The parts do not: of the three “hat” the last now adds most.',
  },
  {
    id: 'plane',
    title: 'Three arrows, by hand',
    values: { what: 'plane', penalty: 1, token: 3 },
    why: 'With λ = 1 the gains are log 2, log 2 and log 1.5, and 2 · 2 · 1.5 = 6 is the determinant.',
  },
  {
    id: 'again',
    title: 'The same arrow again',
    values: { what: 'plane', penalty: 0.1, token: 3, c: 0 },
    why: 'c lies on a and still adds something: ridge regression pays for weights, so that nothing is rebuilt for free.',
  },
];
