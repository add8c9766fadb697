import type { Readout } from '#contract/spec.ts';
import type { Values } from '#contract/values.ts';
import type { Ablation } from './model.ts';
import type { params } from './parameters.ts';
import { relationOf } from './relation.ts';

type R = Readout<Ablation, Values<typeof params>>;

const paired = 'theory/estimation/paired-difference.pairedDifference';
const ranks = 'theory/estimation/rank-correlation.rankCorrelation';
const unread: R['none'] = ({ together }) => !together;
const error = String.raw`\sqrt{\tfrac{1}{T (T - 1)} \sum_t (d_t - \bar d)^2}`;

const cost = (label: string, formula: string, of: R['of']): R => ({
  ...{ label, kind: 'information', formula, source: paired, of, none: unread },
});

export const readouts = {
  together: cost(
    'What a token costs more without the parts that are off',
    String.raw`\bar d = \tfrac{1}{T} \sum_t (s_t' - s_t)`,
    ({ together }) => together?.mean ?? 0,
  ),
  togetherError: cost('Standard error of that', error, ({ together }) => together?.standardError ?? 0),
  sum: cost('The parts one by one, added up', String.raw`\sum_i \bar d_i`, ({ together }) => together?.sum ?? 0),
  beyond: cost(
    'All together beyond the sum',
    String.raw`\bar d - \sum_i \bar d_i`,
    ({ together }) => together?.beyond.mean ?? 0,
  ),
  beyondError: cost('Standard error of that difference', error, ({ together }) => together?.beyond.standardError ?? 0),
  hurt: {
    ...{ label: 'Tokens that cost more without them', kind: 'count', formula: String.raw`|\{t : d_t > 0\}|` },
    ...{ source: paired, none: unread },
    of: ({ together }) => together?.changes.filter((change) => change > 0).length ?? 0,
  },
  paid: {
    ...{ label: 'What the whole network pays for a token', kind: 'information', quantity: 'surprisal', none: unread },
    ...{ formula: String.raw`\tfrac{1}{T} \sum_t s_t`, source: 'theory/language-models/softmax.readLogits' },
    of: ({ paid }) => paid,
  },
  off: {
    ...{ label: 'Parts that are off', kind: 'count', formula: 'k', source: 'model/inside.ablationsOf' },
    of: ({ off }) => off.length,
  },
  correlation: {
    ...{ label: 'Rank correlation over the heads', kind: 'number', formula: String.raw`\rho`, source: ranks },
    of: (model, { against }) => relationOf(model, against)?.correlation ?? 0,
    none: (model, { against }) => !relationOf(model, against),
  },
  correlationByChance: {
    ...{ label: 'What it is by chance, give or take', kind: 'number', formula: String.raw`1/\sqrt{15}`, source: ranks },
    of: (model, { against }) => relationOf(model, against)?.byChance ?? 0,
    none: (model, { against }) => !relationOf(model, against),
  },
  tokens: {
    ...{
      label: 'Tokens read',
      kind: 'count',
      formula: 'T',
      source: 'model/inside.insideOf',
      of: ({ starts }) => starts.length,
    },
  },
} satisfies Record<string, R>;
