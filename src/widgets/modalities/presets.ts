import type { Preset } from '#contract/spec.ts';
import type { Asked } from './parameters.ts';

export const presets: readonly Preset<Asked>[] = [
  {
    id: 'two-witnesses',
    title: 'Two witnesses',
    values: {},
    why: 'Note and picture are each right four times in five, and each errs for reasons of its own. They share little, and the second adds two thirds of what the first told. The best guess is wrong as often with both as with one.',
  },
  {
    id: 'same-luck',
    title: 'The same witness twice',
    values: { shared: 1 },
    why: 'Each is as good as before, but now they err together. They share as much as two accounts can, and the second adds nothing. A large I(A;B) is no good sign.',
  },
  {
    id: 'two-parts',
    title: 'One condition each',
    values: { story: 'parts', noteMiss: 0, noteAlarm: 0, pictureMiss: 0, pictureAlarm: 0, labMiss: 0, labAlarm: 0 },
    why: 'There are two conditions; the note tells of one and the picture of the other. The accounts share nothing, the interaction is zero, and each adds all that it tells: complementary.',
  },
  {
    id: 'key',
    title: 'A picture and its key',
    values: {
      ...{ story: 'key', pair: 'picture-lab', noteMiss: 0.3, noteAlarm: 0.3 },
      ...{ pictureMiss: 0, pictureAlarm: 0, labMiss: 0, labAlarm: 0 },
    },
    why: 'Half of all patients look inverted in the picture, and the lab value says which. Alone, neither tells anything; together they tell all. Whoever always takes the account that tells most next begins with the note and has the wrong two.',
  },
  {
    id: 'helpful-noise',
    title: 'Shared luck that helps',
    values: { shared: 1, noteMiss: 0.1, noteAlarm: 0.1, pictureMiss: 0.45, pictureAlarm: 0.45 },
    why: 'The picture alone is hardly better than a coin. But the note errs only where the picture errs as well, so where they differ the note is right for certain. With all luck shared they share more than without, and tell more.',
  },
  {
    id: 'rare',
    title: 'More bits, no better guess',
    values: { prevalence: 0.1, pictureMiss: 0.75, pictureAlarm: 0, labMiss: 0.4, labAlarm: 0.4 },
    why: 'One patient in ten is ill. The note tells more than the picture, but whatever it says, “well” stays the better guess. The picture finds a quarter of the ill and never calls a well patient ill: fewer bits, fewer errors.',
  },
  {
    id: 'own',
    title: 'A table of your own',
    values: { story: 'own' },
    why: 'Eight ways in which the accounts may come out, well or ill. Write your own chances, or take a table from another figure.',
  },
];
