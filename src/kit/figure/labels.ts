import { spotsAround } from './along.ts';
import type { Mark, Pair, Role } from './mark.ts';

interface Label {
  readonly text: string;
  readonly at: Pair;
  readonly role?: Role;
}

/** Names of points, beside them where there is room; the first have the choice, and what finds no place is left out. */
export const labels = (all: readonly Label[], role: Role): Mark => ({
  free: true,
  names: ({ x, y }) =>
    all.map(({ text, at, role: ink = role }) => ({
      ...{ text, ink, size: 12 },
      spots: spotsAround([x(at[0]), y(at[1])], 9, 12),
    })),
});
