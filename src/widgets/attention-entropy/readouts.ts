import type { Readout } from '#contract/spec.ts';
import type { Values } from '#contract/values.ts';
import { entropyAndLoss, evenness, indexOf, lostBy, placeByEntropy, placeByLoss } from './head.ts';
import type { AttentionModel } from './model.ts';
import type { params } from './parameters.ts';
import type { PlaceName } from './scores.ts';

type V = Values<typeof params>;
type R = Readout<AttentionModel, V>;

const heads = 'theory/language-models/attention-heads';
const paired = 'theory/estimation/paired-difference.pairedDifference';
const scoreOf = (model: AttentionModel, { head }: V) => model.heads.at(indexOf(head));
const lostOf = (model: AttentionModel, { head }: V) => lostBy(model, indexOf(head));
const unscored = (model: AttentionModel, values: V) => !scoreOf(model, values);
const unread = (model: AttentionModel, values: V) => !lostOf(model, values);
const unfinished = (model: AttentionModel) => !entropyAndLoss(model);

const share = (label: string, place: PlaceName, what: 'share' | 'chance', formula: string): R => ({
  ...{ label, kind: 'probability', formula, source: `${heads}.shareOn` },
  of: (model, values) => scoreOf(model, values)?.shares[place][what] ?? 0,
  none: (model, values) => !scoreOf(model, values)?.shares[place].rows,
});
const onPlace = String.raw`\tfrac{1}{R} \sum_t \sum_{s \in S_t} w_{ts}`;
const byChance = String.raw`\tfrac{1}{R} \sum_t |S_t|/(t + 1)`;

export const readouts = {
  entropy: {
    ...{
      label: 'Mean entropy of the attention of this head',
      kind: 'information',
      quantity: 'entropy',
      none: unscored,
    },
    ...{ formula: String.raw`\tfrac{1}{n - 1} \sum_t \H(w_t)`, source: `${heads}.headSpread` },
    of: (model, values) => scoreOf(model, values)?.entropy ?? 0,
  },
  most: {
    ...{ label: 'The most that it could be', kind: 'information', none: unscored, source: `${heads}.headSpread` },
    formula: String.raw`\tfrac{1}{n - 1} \sum_t \log (t + 1)`,
    of: (model, values) => scoreOf(model, values)?.most ?? 0,
  },
  fromEven: {
    ...{ label: 'Its mean distance from even weights', kind: 'information', quantity: 'divergence', none: unscored },
    ...{ formula: String.raw`\tfrac{1}{n - 1} \sum_t \D(w_t \,\|\, u_t)`, source: `${heads}.headSpread` },
    of: (model, values) => scoreOf(model, values)?.fromEven ?? 0,
  },
  evenness: {
    ...{ label: 'Entropy as a share of the most', kind: 'probability', none: unscored, source: `${heads}.headSpread` },
    formula: String.raw`\textstyle\sum_t \H(w_t) / \sum_t \log (t + 1)`,
    of(model, values) {
      const score = scoreOf(model, values);
      return score ? evenness(score) : 0;
    },
  },
  largest: {
    ...{ label: 'Mean of the largest weight', kind: 'probability', none: unscored, source: `${heads}.headSpread` },
    formula: String.raw`\tfrac{1}{n - 1} \sum_t \max_s w_{ts}`,
    of: (model, values) => scoreOf(model, values)?.largest ?? 0,
  },
  lost: {
    ...{ label: 'What a token costs more if this head is off', kind: 'information', none: unread, source: paired },
    formula: String.raw`\bar d = \tfrac{1}{n - 1} \sum_t (s_t' - s_t)`,
    of: (model, values) => lostOf(model, values)?.mean ?? 0,
  },
  lostError: {
    ...{ label: 'Standard error of that', kind: 'information', none: unread, source: paired },
    formula: String.raw`\sqrt{\tfrac{1}{T (T - 1)} \sum_t (d_t - \bar d)^2}`,
    of: (model, values) => lostOf(model, values)?.standardError ?? 0,
  },
  placeByLoss: {
    ...{ label: 'Its place among the heads, the costliest first', kind: 'count', none: unfinished, source: paired },
    formula: String.raw`1 + |\{h : \bar d_h > \bar d\}|`,
    of: (model, { head }) => placeByLoss(model, indexOf(head)),
  },
  placeByEntropy: {
    ...{ label: 'Its place among the heads, the least entropy first', kind: 'count', none: unscored },
    ...{ formula: String.raw`1 + |\{h : \H_h < \H\}|`, source: `${heads}.headSpread` },
    of: (model, { head }) => placeByEntropy(model, indexOf(head)),
  },
  first: share('Its weight on the first place', 'first', 'share', onPlace),
  previous: share('Its weight on the token before', 'previous', 'share', onPlace),
  previousChance: share('The same by even weights', 'previous', 'chance', byChance),
  own: share('Its weight on the token itself', 'own', 'share', onPlace),
  induction: share('Its weight on what followed earlier copies', 'induction', 'share', onPlace),
  inductionChance: share('The same by even weights', 'induction', 'chance', byChance),
  correlation: {
    ...{ label: 'Rank correlation of entropy and cost over the heads', kind: 'number', none: unfinished },
    ...{ formula: String.raw`\rho`, source: 'theory/estimation/rank-correlation.rankCorrelation' },
    of: (model) => entropyAndLoss(model)?.correlation ?? 0,
  },
  paid: {
    ...{ label: 'What the whole network pays for a token', kind: 'information', quantity: 'surprisal', none: unread },
    ...{ formula: String.raw`\tfrac{1}{T} \sum_t s_t`, source: 'theory/language-models/softmax.readLogits' },
    of: ({ paid }) => paid,
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
