import { ceilingAt, gainOf, type Kept } from './model.ts';
import type { Asked } from './parameters.ts';

const [optimum, onset, model] = [
  'theory/channels/bottleneck-optimum.bottleneckOptimum',
  'theory/channels/bottleneck-onset.bottleneckOnset',
  'widgets/bottleneck/model.compute',
];

const information = (label: string, formula: string, source: string, of: (model: Kept, asked: Asked) => number) => ({
  kind: 'information' as const,
  ...{ label, formula, source, of },
});
const probability = (label: string, formula: string, source: string, of: (model: Kept, asked: Asked) => number) => ({
  kind: 'probability' as const,
  ...{ label, formula, source, of },
});
const number = (label: string, formula: string, source: string, of: (model: Kept, asked: Asked) => number) => ({
  kind: 'number' as const,
  ...{ label, formula, source, of },
});

export const readouts = {
  complexity: information('Kept of X', String.raw`\I(X;T)`, optimum, ({ best }) => Math.max(0, best.complexity)),
  relevance: information('Told of Y', String.raw`\I(T;Y)`, optimum, ({ best }) => Math.max(0, best.relevance)),
  whole: information('What X tells of Y', String.raw`\I(X;Y)`, 'theory/measures/mutual-information.mutualInformation', ({ whole }) => Math.max(0, whole)), // prettier-ignore
  entropyX: information('All of X', String.raw`\H(X)`, 'theory/measures/entropy.entropy', ({ entropyX }) => entropyX),
  share: {
    ...probability('Share of what X tells that is kept', String.raw`\I(T;Y)/\I(X;Y)`, optimum, ({ best, whole }) => Math.min(1, Math.max(0, best.relevance / whole))), // prettier-ignore
    of: ({ best, whole }: Kept) => (whole > 1e-12 ? Math.min(1, Math.max(0, best.relevance / whole)) : 0),
    none: ({ whole }: Kept) => whole <= 1e-12,
  },
  gain: information('Worth more than it costs', String.raw`\beta \I(T;Y) - \I(X;T)`, optimum, (m) => Math.max(0, gainOf(m))), // prettier-ignore
  lagrangian: information(
    'The Lagrangian',
    String.raw`\I(X;T) - \beta \I(T;Y)`,
    optimum,
    ({ best }) => best.lagrangian,
  ),
  lowest: information('No T has a lower one than', String.raw`-\E \log Z(X) - \log \max_s c(s) - \beta \I(X;Y)`, optimum, ({ best }) => best.lowest), // prettier-ignore
  most: information(
    'No T gains more than',
    String.raw`\E \log Z(X) + \log \max_s c(s) + \beta \I(X;Y)`,
    optimum,
    ({ best }) => Math.max(0, -best.lowest),
  ),
  gap: information('Between the two', String.raw`\log \max_s c(s)`, optimum, ({ best }) => Math.max(0, best.lagrangian - best.lowest)), // prettier-ignore
  clusters: {
    kind: 'count' as const,
    label: 'Values of T',
    formula: '|T|',
    source: optimum,
    of: ({ best }: Kept) => best.clusters.length,
  },
  first: {
    ...number('Up to this β an empty note is best', String.raw`1/\eta`, onset, (m) => m.onset.first),
    infinite: true as const,
  },
  local: {
    ...number('From this β on an empty note is unstable', '1/s_2^2', onset, (m) => m.onset.local),
    infinite: true as const,
  },
  ceiling: information('No T of this cost tells more than', String.raw`\min(\I(X;Y), \eta \I(X;T))`, onset, (m) => ceilingAt(m, Math.max(0, m.best.complexity))), // prettier-ignore
  peak: number('The largest c(s) is at most', String.raw`\max_s c(s)`, 'theory/channels/bottleneck-gain.highestGain', ({ best }) => best.peak), // prettier-ignore
  fromNothing: information('Gained after 200 steps from nearly nothing', String.raw`\beta \I(T;Y) - \I(X;T)`, 'theory/channels/information-bottleneck.bottleneckFrom', ({ fromNothing }) => fromNothing), // prettier-ignore
  boxesCost: information('Kept by the best boxes', String.raw`\H(T)`, 'theory/channels/hard-clusterings.hardClusterings', ({ boxes }) => boxes.complexity), // prettier-ignore
  boxesTell: information('Told by the best boxes', String.raw`\I(T;Y)`, 'theory/channels/hard-clusterings.hardClusterings', ({ boxes }) => Math.max(0, boxes.relevance)), // prettier-ignore
  boxesGain: information('Worth more than they cost', String.raw`\beta \I(T;Y) - \H(T)`, 'theory/channels/hard-clusterings.hardClusterings', ({ boxes }, { beta }) => Math.max(0, beta * boxes.relevance - boxes.complexity)), // prettier-ignore
  asCost: information('The Lagrangian, entry by entry', String.raw`\sum_{x,t} p(x) q(t \given x) \big(\log \tfrac{q(t \given x)}{q(t)} + \beta \D\big) - \beta \I(X;Y)`, model, ({ sides }) => sides.asCost), // prettier-ignore
  entry: probability('The encoder at one place', String.raw`q(t \given x)`, optimum, ({ sides }) => sides.entry),
  rule: probability('What the first equation says there', String.raw`q(t) e^{-\beta \D}/Z(x)`, model, ({ sides }) => sides.rule), // prettier-ignore
  weight: probability('How often this note is taken', 'q(t)', optimum, ({ sides }) => sides.weight),
  weightSum: probability('What the second equation says', String.raw`\sum_x p(x) q(t \given x)`, model, ({ sides }) => sides.weightSum), // prettier-ignore
  says: probability('What this note says of Y', String.raw`q(y \given t)`, optimum, ({ sides }) => sides.says),
  saysSum: probability('What the third equation says', String.raw`\sum_x p(y \given x) q(x \given t)`, model, ({ sides }) => sides.saysSum), // prettier-ignore
  dual: information('The Lagrangian of a solution', String.raw`-\E \log Z(X) - \beta \I(X;Y)`, model, ({ sides }) => sides.dual), // prettier-ignore
};
