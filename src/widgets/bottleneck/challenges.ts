import type { Challenge } from '#contract/spec.ts';
import { atLeast, within } from '#kit/state/progress.ts';
import { cases, filled } from './cases.ts';
import type { Kept } from './model.ts';
import type { Asked } from './parameters.ts';

const jointOf = (id: string) => filled(cases.find((one) => one.id === id)!.joint);
const isTable = ({ joint }: Asked, id: string) =>
  jointOf(id).every((row, i) => row.every((p, j) => Math.abs(p - joint[i][j]) < 1e-9));
const putBack = (id: string) => ({
  when: (_: Kept, values: Asked) => !isTable(values, id),
  say: 'You have changed the table. Begin this task again.',
});

export const challenges: readonly Challenge<Kept, Asked>[] = [
  {
    id: 'still-nothing',
    task: 'Four skies. Find the largest β at which it is best to keep nothing, to within 0.05.',
    start: { beta: 8 },
    score: ({ best, onset }, values) =>
      isTable(values, 'skies') && best.complexity === 0 ? within(onset.first - values.beta, 0.05, 3) : 0,
    hints: [
      putBack('skies'),
      { when: ({ best }) => best.complexity > 0, say: 'A note is kept here. Drag β to the left until one branch is left, or press the left arrow key.' }, // prettier-ignore
      {
        when: () => true,
        say: 'Nothing is kept here, but that is so for larger β, too. Go back to the right in small steps, with the arrow keys, until a second branch is there; the β before it is the one.',
      },
    ],
    solved:
      'Up to β = 2.85 no note pays, however short: a note tells at most 0.351 bits of tomorrow for each bit that it keeps. Nothing at all is kept up to there; from there on what is kept grows from nothing.',
    solution: { beta: 2.84 },
  },
  {
    id: 'sufficient',
    task: 'Two tosses of a coin. Raise β until the note tells at least 99 percent of what the tosses tell of the coin. How many values has the note then?',
    start: { joint: jointOf('tosses'), beta: 12 },
    score: ({ best, whole }, values) => (isTable(values, 'tosses') ? atLeast(best.relevance / whole, 0.99) : 0),
    hints: [
      putBack('tosses'),
      { when: () => true, say: 'The larger β, the more the note tells. Drag it to the right.' },
    ],
    solved:
      'Three values tell nearly all, and no β makes it four: HT and TH say the same of the coin. The number of heads is the minimal sufficient statistic.',
    solution: { beta: 50 },
  },
  {
    id: 'between',
    task: 'A rare alarm. Find a β at which a note gains at least 0.01 bits, although 200 steps of the equations from nearly nothing find none that gains anything. The answer of those steps is under “Where exactly does it begin?”',
    start: { joint: jointOf('alarm'), beta: 8 },
    score: ({ best, fromNothing }, values) =>
      isTable(values, 'alarm')
        ? Math.min(atLeast(-best.lagrangian / Math.LN2, 0.01), within(Math.max(0, fromNothing) / Math.LN2, 1e-4, 0.5))
        : 0,
    hints: [
      putBack('alarm'),
      { when: ({ fromNothing }) => fromNothing > 1e-4, say: 'Here the steps find a note by themselves. Take a smaller β.' }, // prettier-ignore
      { when: () => true, say: 'Here the best note gains too little. Take a larger β.' },
    ],
    solved:
      'Between 1/η and 1/s₂² an empty note is stable and not best: every small change of the empty note dies out, but a rare value for the alarm alone pays. One start is not enough.',
    solution: { beta: 3.5 },
  },
];
