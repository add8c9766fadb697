import type { Readout } from '#contract/spec.ts';
import { shareOf, type Doubt, type Pair } from './model.ts';
import type { Asked } from './parameters.ts';

const graph = 'theory/chains/support-graph';
const words = 'theory/chains/ambiguous-words.ambiguousWords';

export const worst = ({ doubts }: Pair, { window }: Asked): Doubt | undefined => doubts[window - 1]?.[0];
const isBroken = ({ problem }: Pair) => problem !== undefined;
const hasNone = (model: Pair, values: Asked) => worst(model, values) === undefined;

export const readouts: Record<string, Readout<Pair, Asked>> = {
  enough: {
    kind: 'count',
    label: 'Letters of the least window that is enough, if the chains differ',
    formula: String.raw`\min\{w : \text{no doubt is left}\}`,
    source: `${graph}.exactWindow`,
    infinite: true,
    of: ({ enough }) => enough,
    none: ({ problem, areSame }) => problem !== undefined || areSame,
  },
  shared: {
    kind: 'count',
    label: 'Arrows that both chains have',
    formula: String.raw`\#\{(x, y) : P_1(x, y) > 0,\ P_2(x, y) > 0\}`,
    source: `${graph}.sharedGraph`,
    of: ({ shared }) => shared.flat().filter(Boolean).length,
  },
  cycle: {
    kind: 'count',
    label: 'Arrows of the shortest cycle that both have; 0 if there is none',
    formula: String.raw`x_0 \to x_1 \to \dots \to x_0`,
    source: `${graph}.sharedCycle`,
    of: ({ cycle }) => cycle.length,
    none: isBroken,
  },
  share: {
    kind: 'probability',
    label: 'Windows of w letters that leave a doubt that matters, in the long run',
    formula: String.raw`\tfrac12 \sum_{s} (\mu_1(s) + \mu_2(s))`,
    source: words,
    of: (model, { window }) => shareOf(model, window),
    none: isBroken,
  },
  doubtful: {
    kind: 'count',
    label: 'So many different windows are that',
    formula: String.raw`\#\{s\}`,
    source: words,
    of: ({ doubts }, { window }) => doubts[window - 1]?.length ?? 0,
    none: isBroken,
  },
  posterior: {
    kind: 'probability',
    label: 'The one with the largest miss gives the first chain',
    formula: String.raw`\mu_1(s)/(\mu_1(s) + \mu_2(s))`,
    source: words,
    of: (model, values) => worst(model, values)?.posterior ?? 0,
    none: hasNone,
  },
  gapFirst: {
    kind: 'probability',
    label: 'and misses the right prediction, if the first chain runs, by',
    formula: String.raw`(1 - v)\operatorname{TV}(P_1(x, \cdot), P_2(x, \cdot))`,
    source: words,
    of: (model, values) => worst(model, values)?.gaps[0] ?? 0,
    none: hasNone,
  },
  gapSecond: {
    kind: 'probability',
    label: 'and if the second runs, by',
    formula: String.raw`v \operatorname{TV}(P_1(x, \cdot), P_2(x, \cdot))`,
    source: words,
    of: (model, values) => worst(model, values)?.gaps[1] ?? 0,
    none: hasNone,
  },
};
