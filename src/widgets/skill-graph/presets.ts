import type { Preset } from '#contract/spec.ts';
import type { Asked } from './parameters.ts';

export const presets: readonly Preset<Asked>[] = [
  {
    id: 'in-order',
    title: 'One skill after the other',
    values: {},
    why: 'Each skill is learned at once. What is left over falls along a straight line all the same: from skill to skill the steps get smaller, as a power.',
  },
  {
    id: 'read',
    title: 'As they come in examples',
    values: { way: 'samples' },
    why: 'Nobody says which skills are frequent. They come as they come, and the line is straight again, and less steep.',
  },
  {
    id: 'read-many',
    title: 'Texts of twelve skills, read',
    values: { way: 'samples', each: 12 },
    why: 'The same examples and the same reader. A text that needs twelve skills is answered late: the curve has a long foot, as that of an exact match.',
  },
  {
    id: 'many-skills',
    title: 'Texts of twelve skills',
    values: { each: 12 },
    why: 'Skills learned in order, as at the start. A text that needs twelve of them is answered late, and the curve gets a long foot.',
  },
  {
    id: 'one-skill',
    title: 'Texts of one skill',
    values: { each: 1 },
    why: 'A text of one skill is answered with the probability of what is learned: this curve is one minus the other.',
  },
  {
    id: 'heavy-tail',
    title: 'Many rare skills',
    values: { a: 0.2 },
    why: 'With a = 0.2 the rare skills together weigh so much that ten thousand learned ones leave a seventh of it all.',
  },
  {
    id: 'geometric',
    title: 'Another law',
    values: { law: 'geometric' },
    why: 'Each skill is 3 percent rarer than the one before. The line bends down and does not stop bending: no power law.',
  },
  {
    id: 'geometric-read',
    title: 'Another law, read',
    values: { law: 'geometric', way: 'samples', samples: 2000 },
    why: 'The same skills, as they come in examples: a straight line of slope one, from frequencies that are no power law.',
  },
  {
    id: 'equal',
    title: 'All skills alike',
    values: { law: 'equal', way: 'samples', samples: 1000 },
    why: 'A thousand skills, all equally frequent. First nothing much seems to happen on log paper, and then everything.',
  },
];
