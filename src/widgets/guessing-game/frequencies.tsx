import { bars } from '#kit/figure/blocks.tsx';
import type { PanelSpec } from '#kit/figure/panel.ts';
import type { Player } from './bounds.tsx';

/** Guess numbers beyond this one are drawn together. */
const last = 10;

/** For each player how many letters were found at the first, second, … guess. */
export function frequencyPanels(players: readonly Player[]): PanelSpec[][] {
  return players.map(({ name, role, tally: { counts, letters } }) => {
    const shown = counts.slice(0, last);
    const rest = counts.slice(last).reduce((sum, count) => sum + count, 0);
    return [
      {
        height: 90,
        title: `${name}, ${letters} letters`,
        x: {
          domain: [0.4, last + 1.6],
          ticks: [...shown.map((_, i) => ({ at: i + 1, text: String(i + 1) })), { at: last + 1, text: 'later' }],
          label: 'Guess',
        },
        y: { domain: [0, Math.max(1, 1.25 * Math.max(...shown, rest))], label: 'Letters', ticks: [] },
        marks: [
          bars(
            [...shown, rest].map((value, i) => ({ at: i + 1, value, ...(value > 0 && { says: String(value) }) })),
            { role },
          ),
        ],
      },
    ];
  });
}
