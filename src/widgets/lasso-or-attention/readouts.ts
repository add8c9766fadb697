import type { Readout } from '#contract/spec.ts';
import { agreementsOf, changesOf, coefficientsOf, fitOf, tokenAt, weightsOf, type Agreement } from './measures.ts';
import { candidatesOf, type Compared } from './model.ts';
import type { Asked } from './parameters.ts';

type R = Readout<Compared, Asked>;
type Found = ReturnType<typeof agreementsOf>;

const ranks = 'theory/estimation/rank-correlation';
const path = 'theory/geometry/lasso.lasso';

const known = (
  label: string,
  kind: R['kind'],
  formula: string,
  source: string,
  find: (model: Compared, asked: Asked) => number | undefined,
): R => ({
  ...{ label, kind, formula, source },
  of: (model, asked) => find(model, asked) ?? 0,
  none: (model, asked) => find(model, asked) === undefined,
});

const relation = (label: string, pick: (found: Found) => Agreement | undefined): R =>
  known(label, 'number', String.raw`\rho`, `${ranks}.rankCorrelation`, (model, asked) => pick(agreementsOf(model, asked))?.correlation); // prettier-ignore
const apart = (label: string, pick: (found: Found) => Agreement | undefined): R =>
  known(label, 'number', String.raw`\rho_{\cdot t}`, `${ranks}.partialRankCorrelation`, (model, asked) => pick(agreementsOf(model, asked))?.apart); // prettier-ignore

const hiding = String.raw`\D(p \,\|\, p_{\setminus s})`;

export const readouts = {
  coefficient: known('Coefficient of the chosen token in the Lasso', 'number', 'b_s', path, (m, asked) => coefficientsOf(m, asked, asked.side)?.[tokenAt(m, asked)]), // prettier-ignore
  weight: known('Attention weight on it', 'probability', 'w_s', 'theory/language-models/attention-heads.rowsOfHead', (m, asked) => weightsOf(m, asked)?.[tokenAt(m, asked)]), // prettier-ignore
  change: known('Change of the prediction if it is hidden', 'information', hiding, 'theory/measures/divergence.relativeEntropy', (m, asked) => (tokenAt(m, asked) < m.hidden.length ? m.hidden[tokenAt(m, asked)] : undefined)), // prettier-ignore
  chosen: known('Tokens with a coefficient other than zero', 'count', String.raw`|\{s : b_s \ne 0\}|`, path, (m, asked) => coefficientsOf(m, asked, asked.side)?.filter((b) => b !== 0).length), // prettier-ignore
  fit: known('Of the squared length of the last vector, rebuilt', 'number', String.raw`1 - \|z - Z^\top b\|^2/\|z\|^2`, path, (m, asked) => fitOf(m, asked, asked.side)), // prettier-ignore
  fitBefore: known('The same before the feed-forward layer', 'number', String.raw`1 - \|z - Z^\top b\|^2/\|z\|^2`, path, (m, asked) => fitOf(m, asked, 'before')), // prettier-ignore
  fitAfter: known('and after it', 'number', String.raw`1 - \|z - Z^\top b\|^2/\|z\|^2`, path, (m, asked) => fitOf(m, asked, 'after')), // prettier-ignore
  lassoAttentionBefore: relation('Lasso before the feed-forward layer, and attention', (found) => found.lassoAttention.before), // prettier-ignore
  lassoAttention: relation('Lasso after it, and attention', (found) => found.lassoAttention.after),
  lassoAblationBefore: relation('Lasso before the feed-forward layer, and ablation', (found) => found.lassoAblation.before), // prettier-ignore
  lassoAblation: relation('Lasso after it, and ablation', (found) => found.lassoAblation.after),
  attentionAblation: relation('Attention and ablation', (found) => found.attentionAblation),
  lassoAttentionApart: apart('Lasso after it, and attention, distance taken out', (found) => found.lassoAttention.after), // prettier-ignore
  lassoAblationApart: apart('Lasso after it, and ablation, distance taken out', (found) => found.lassoAblation.after), // prettier-ignore
  attentionAblationApart: apart('Attention and ablation, distance taken out', (found) => found.attentionAblation),
  byChance: known('Spread of a rank correlation by chance', 'number', String.raw`1/\sqrt{n - 1}`, `${ranks}.rankCorrelation`, (m, asked) => agreementsOf(m, asked).attentionAblation?.byChance), // prettier-ignore
  together: known('Changes by hiding one token at a time, added up', 'information', String.raw`\sum_s ${hiding}`, 'theory/measures/divergence.relativeEntropy', (m) => changesOf(m)?.reduce((sum, nats) => sum + nats, 0)), // prettier-ignore
  withoutAttention: known('Change of the prediction without the attention of the block', 'information', hiding, 'theory/measures/divergence.relativeEntropy', (m) => m.without?.attention), // prettier-ignore
  withoutFeedForward: known('and without its feed-forward layer', 'information', hiding, 'theory/measures/divergence.relativeEntropy', (m) => m.without?.feedForward), // prettier-ignore
  tokens: known('Earlier tokens', 'count', 'n', 'model/inside.insideOf', (m) => (m.attention.length > 0 ? candidatesOf(m) : undefined)), // prettier-ignore
} satisfies Record<string, R>;
