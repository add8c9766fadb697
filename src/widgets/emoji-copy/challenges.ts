import type { Challenge } from '#contract/spec.ts';
import { within } from '#kit/state/progress.ts';
import type { Documents } from './model.ts';
import type { Asked } from './parameters.ts';

/** Ten of 16 and eight of 32 are 40 bits exactly. */
const rounding = 1e-12;

const copies = {
  when: (_: Documents, { tail }: Asked) => tail !== 'copied',
  say: 'Drawn anew, the last emoji cost the same with any window. Let them be copies.',
};

export const challenges: readonly Challenge<Documents, Asked>[] = [
  {
    id: 'shortest-window',
    task: 'Leave the documents as they are. Find the shortest window with which the copies cost nothing.',
    start: {},
    score: ({ distance, length }, { window, tail }) =>
      tail === 'copied' && length === 10_014 ? within(Math.abs(Math.log2(window / distance)), 0, 17) : 0,
    hints: [
      copies,
      {
        when: ({ length }) => length !== 10_014,
        say: 'The documents have changed. Choose the case “Out of reach” again.',
      },
      {
        when: ({ distance }, { window }) => window > distance,
        say: 'Enough, and a little more than enough. How many tokens back is the original of a copy? Type the number.',
      },
      { when: () => true, say: 'Not enough. The originals are farther back.' },
    ],
    solved:
      'From each copy its original is as far back as there are tokens between, and seven more: the rest of the head and the copies that came before.',
    solution: { window: 10_007 },
  },
  {
    id: 'hardly-a-trace',
    task: 'Let a window lose at least 40 bits on a document, and less than a thousandth of a bit per token.',
    start: {},
    score({ windowed, whole, length }) {
      const lost = (windowed - whole) / Math.LN2;
      return lost === 0 ? 0 : Math.min(1, lost / 40 + rounding, 0.001 / (lost / length) + rounding);
    },
    hints: [
      copies,
      {
        when: ({ windowed, whole }) => windowed === whole,
        say: 'This window reaches back to the beginning, so it loses nothing.',
      },
      {
        when: ({ windowed }) => windowed < 40 * Math.LN2 * (1 - rounding),
        say: 'Less than 40 bits are lost. More emoji, or more to draw from.',
      },
      { when: () => true, say: 'Enough is lost in all. What must grow for a token’s share to fall?' },
    ],
    solved:
      'What is lost has not become less. It is spread over more tokens. A mean loss per token says little about what a model cannot do.',
    solution: { between: 100_000 },
  },
];
