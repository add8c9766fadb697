import type { Say } from '#contract/say.ts';
import { tokenNamed } from '#kit/reading/cells.ts';
import { agreementsOf, choicesOf, coefficientsOf, fitOf } from './measures.ts';
import { candidatesOf, type Compared } from './model.ts';
import type { Asked } from './parameters.ts';

/** A token in words, with its number if its text comes more than once. */
export function nameOf({ text, starts, ends }: Compared, token: number): string {
  const name = tokenNamed({ text, starts, ends, ids: starts, surprisal: [], entropy: [], rank: [], done: 0, total: 0 }, token); // prettier-ignore
  const same = starts.filter((start, t) => text.slice(start, ends[t]) === text.slice(starts[token], ends[token]));
  return same.length > 1 ? `${name} (token ${token + 1})` : name;
}

export function describe(model: Compared, asked: Asked, say: Say): string {
  const n = candidatesOf(model);
  if (model.attention.length === 0)
    return model.starts.length > 0 || asked.text === '' ? 'The text needs five tokens or more.' : 'The network has not read the text yet.'; // prettier-ignore
  const { lasso, attention, ablation } = choicesOf(model, asked);
  const found = agreementsOf(model, asked);
  const coefficients = coefficientsOf(model, asked, asked.side);
  const fit = fitOf(model, asked, asked.side);
  const said = (agreement: { correlation: number; apart: number } | undefined) =>
    agreement ? `${say.number(agreement.correlation, 2)} (${say.number(agreement.apart, 2)} with the distance taken out)` : 'not known yet'; // prettier-ignore
  const head = asked.head === 'mean' ? 'the mean of all heads' : `head ${asked.head}`;
  const first =
    `The last token is ${nameOf(model, n)}. Of ${say.count(n)} earlier tokens, in block ${asked.block} ` +
    (coefficients
      ? `the Lasso ${asked.side === 'before' ? 'before' : 'after'} the feed-forward layer, at ${asked.penalty} percent of the largest penalty, keeps ${say.count(coefficients.filter((b) => b !== 0).length)}` +
        (lasso >= 0
          ? `, most of ${nameOf(model, lasso)}, and rebuilds ${say.percent(fit!)} of the squared length; `
          : '; ')
      : '') +
    `${head} looks most at ${nameOf(model, attention)}`;
  if (!found.attentionAblation) return `${first}.`;
  return (
    `${first}; hiding ${ablation >= 0 ? nameOf(model, ablation) : 'any of them'} changes the prediction most, by ${say.information(model.hidden[Math.max(0, ablation)], 2)}. ` +
    `Rank correlations: Lasso and attention ${said(found.lassoAttention[asked.side])}, Lasso and ablation ${said(found.lassoAblation[asked.side])}, attention and ablation ${said(found.attentionAblation)}; by chance 0, give or take ${say.number(found.attentionAblation.byChance, 2)}.`
  );
}
