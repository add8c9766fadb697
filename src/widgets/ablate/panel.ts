import { allLabels } from '#kit/figure/labels.ts';
import { dots, rule, whiskers } from '#kit/figure/marks.tsx';
import type { PanelSpec } from '#kit/figure/panel.ts';
import type { Values } from '#contract/values.ts';
import type { Ablation } from './model.ts';
import type { params } from './parameters.ts';
import { headNames } from './parts.ts';
import { measureOf, measureWords } from './relation.ts';

const shapes = ['square', 'triangle', 'diamond', 'disk'] as const;

/** What is lost without each head, over what can be read off it. */
export function scatterPanel({ profiles, cells, off }: Ablation, { against }: Values<typeof params>): PanelSpec {
  const known = headNames.flatMap((name, i) =>
    cells[name] && profiles[i]
      ? [{ name, block: Number(name[0]) - 1, x: measureOf(profiles[i], against), ...cells[name] }]
      : [],
  );
  const [low, high] = [
    Math.min(0, ...known.map(({ mean, standardError }) => mean - standardError)),
    Math.max(0.05, ...known.map(({ mean, standardError }) => mean + standardError)),
  ];
  return {
    height: 220,
    key: 'above',
    x: { domain: [0, 1.08 * Math.max(0.1, ...known.map(({ x }) => x))], label: measureWords[against] },
    y: { domain: [low - 0.06 * high, 1.12 * high], label: 'Cost without the head', information: 'per token' },
    marks: [
      rule(0, { role: 'quiet', look: 'dashed' }),
      whiskers(known.map(({ x, mean, standardError: e }) => [x, mean - e, mean + e]), { role: 'quiet' }), // prettier-ignore
      dots(
        known.filter(({ name }) => off.includes(name)).map(({ x, mean }) => [x, mean]),
        { role: 'y', shape: 'ring', r: 8, name: 'off' },
      ),
      ...shapes.map((shape, block) =>
        dots(
          known.filter((one) => one.block === block).map(({ x, mean }) => [x, mean]),
          { role: 'model', shape, r: 4, name: `block ${block + 1}` },
        ),
      ),
      allLabels(
        known
          .map(({ name, x, mean }) => ({
            text: name,
            at: [x, mean] as const,
            ...(off.includes(name) && { role: 'y' as const }),
          }))
          .sort((a, b) => b.at[1] - a.at[1]),
        'model',
      ),
    ],
  };
}
