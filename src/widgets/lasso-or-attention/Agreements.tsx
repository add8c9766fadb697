import type { Say } from '#contract/say.ts';
import { agreementsOf, type Agreement } from './measures.ts';
import type { Compared } from './model.ts';
import type { Asked } from './parameters.ts';

/** Do the three put the tokens in the same order? With the distance from the end taken out in brackets. */
export function Agreements({
  model,
  values,
  say,
}: {
  readonly model: Compared;
  readonly values: Asked;
  readonly say: Say;
}) {
  const { lassoAttention, lassoAblation, attentionAblation } = agreementsOf(model, values);
  if (!attentionAblation) return null;
  const said = (one: Agreement | undefined) =>
    one && (
      <>
        <b>{say.number(one.correlation, 2)}</b> ({say.number(one.apart, 2)})
      </>
    );
  return (
    <table className="lasso-or-attention-table">
      <caption>
        Rank correlations over the earlier tokens; in brackets with the distance from the end taken out of both. If two
        had nothing to do with each other it would be 0 on average, give or take{' '}
        {say.number(attentionAblation.byChance, 2)}.
      </caption>
      <thead>
        <tr>
          <td />
          <th scope="col">before the feed-forward layer</th>
          <th scope="col">after it</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">Lasso and attention</th>
          <td>{said(lassoAttention.before)}</td>
          <td>{said(lassoAttention.after)}</td>
        </tr>
        <tr>
          <th scope="row">Lasso and ablation</th>
          <td>{said(lassoAblation.before)}</td>
          <td>{said(lassoAblation.after)}</td>
        </tr>
        <tr>
          <th scope="row">attention and ablation</th>
          <td colSpan={2}>{said(attentionAblation)}</td>
        </tr>
      </tbody>
    </table>
  );
}
