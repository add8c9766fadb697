import type { Readout } from '#contract/spec.ts';
import type { Sources } from './model.ts';
import type { Asked } from './parameters.ts';

type Of = Readout<Sources, Asked>['of'];
const model = 'widgets/n-sources/model.compute';
const probability = (label: string, formula: string, of: Of, source = model): Readout<Sources, Asked> => ({
  kind: 'probability',
  ...{ label, formula, source, of },
});

export const readouts = {
  coin: probability('Chance of heads of the coin that is tossed', 'b_j', ({ coins, tossed }) => coins[tossed]),
  outside: probability(
    'Its distance from the hull of the coins that differ from it; 0 within it, or if none differs',
    String.raw`\min_{m \in \text{hull}} |b_j - m|`,
    ({ outside }) => outside,
    'theory/numerics/convex-hull.distanceFromHull',
  ),
  tosses: {
    kind: 'count' as const,
    label: 'Tosses that the window sees',
    formula: String.raw`\lfloor w/(m + 1) \rfloor`,
    source: model,
    of: ({ tosses }: Sources) => tosses,
  },
  mean: probability(
    'How far the window’s prediction is from that coin, expected',
    String.raw`\E\,|v - b_j|`,
    (sources) => sources.mean,
  ),
  least: probability('How far at least, over all windows', String.raw`\min |v - b_j|`, ({ least }) => least),
  greatest: probability('How far at most', String.raw`\max |v - b_j|`, ({ greatest }) => greatest),
  right: probability('How often it is exactly right', String.raw`P(v = b_j)`, ({ right }) => right),
};
