import type { Challenge } from '#contract/spec.ts';
import { params, weightsIn, type Asked } from './parameters.ts';
import type { Pair } from './model.ts';
import { opposite } from './presets.ts';

const broken = {
  when: ({ problem }: Pair) => problem !== undefined,
  say: 'One of the chains can no longer get from every letter to every other. The sentence under the graphs says which; give it a way back.',
};
const same = {
  when: ({ areSame }: Pair) => areSame,
  say: 'Now the chains are the same, and there is nothing to find out. Make them differ.',
};
const isDecided = ({ problem, areSame }: Pair) => problem === undefined && !areSame;

/** For every arrow of either chain whether it is there. */
const arrowsOf = ({ first, second }: Pick<Asked, 'first' | 'second'>) =>
  [first, second].flatMap((chain) =>
    weightsIn(chain)!
      .flat()
      .map((w) => w > 0),
  );
const given = arrowsOf({ first: params.first.default, second: params.second.default });
const missing = (values: Asked) => arrowsOf(values).filter((has, i) => given[i] && !has).length;
const strays = (values: Asked) => arrowsOf(values).filter((has, i) => has && !given[i]).length;

/** Arrows more than those that go around in opposite ways. */
const added = (values: Asked) => arrowsOf(values).filter(Boolean).length - 6;
const keepsOpposite = (values: Asked) =>
  (['first', 'second'] as const).every((name) => {
    const now = weightsIn(values[name])!;
    return weightsIn(opposite[name])!.every((row, x) => row.every((w, y) => w === 0 || now[x][y] > 0));
  });

export const challenges: readonly Challenge<Pair, Asked>[] = [
  {
    id: 'break-it',
    task: 'Take away one arrow, of either chain, so that some window is enough.',
    start: {},
    score: (model, values) =>
      !isDecided(model) || missing(values) !== 1 || strays(values) > 0 ? 0 : model.enough < Infinity ? 1 : 0.3,
    hints: [
      broken,
      same,
      {
        when: (_, values) => strays(values) > 0 || missing(values) > 1,
        say: 'One arrow is to be gone, and all others are to stay. Choose the case “A shared cycle” and begin again.',
      },
      {
        when: () => true,
        say: 'The arrows on the shared cycle are the ones to go for. One of them is not needed by its chain to get around.',
      },
    ],
    solved: 'The cycle is broken: whoever goes on for long enough must take an arrow that the other has not.',
    solution: { first: 'ab bc ca' },
  },
  {
    id: 'add-a-cycle',
    task: 'The chains go around in opposite ways. Leave these arrows, and add as few as you can so that no window is enough.',
    start: { ...opposite },
    score(model, values) {
      if (!keepsOpposite(values) || !isDecided(model)) return 0;
      return model.enough === Infinity ? Math.min(1, 2 / added(values)) : 0.3;
    },
    hints: [
      broken,
      same,
      {
        when: (_, values) => !keepsOpposite(values),
        say: 'One of the six arrows that you were given is missing. Put it back.',
      },
      {
        when: ({ enough }) => enough === Infinity,
        say: 'No window is enough now, and it takes fewer new arrows than that.',
      },
      {
        when: ({ shared }) => shared.flat().some(Boolean),
        say: 'They share an arrow, and it leads nowhere from which they could share another. A way that comes back is needed.',
      },
      {
        when: () => true,
        say: 'A new arrow helps if the other chain has it too. What is the shortest way that leads back to where it began?',
      },
    ],
    solved:
      'Two arrows, one in each chain. One alone gives a single shared arrow, and that is no cycle unless it is a loop, which both must have.',
    solution: { first: 'aa ab bc ca', second: 'aa ac ba cb' },
  },
  {
    id: 'four-needed',
    task: 'Find two chains for which a window of four letters is enough, and three letters are not.',
    start: {},
    score: (model) => (!isDecided(model) ? 0 : model.enough === Infinity ? 0.1 : Math.min(1, model.enough / 4)),
    hints: [
      broken,
      same,
      {
        when: ({ enough }) => enough === Infinity,
        say: 'They share a cycle, so no window is enough. Break it first.',
      },
      {
        when: () => true,
        say: 'You have a finite answer, and want a longer one. Let them share a way through all three letters that does not come back, and part at its end.',
      },
    ],
    solved:
      'A shared way through all three letters, and no shared way back. The doubt that it leaves lasts three letters, and the fourth decides.',
    solution: { first: 'ab bc ca', second: 'ab ba bc cb' },
  },
];
