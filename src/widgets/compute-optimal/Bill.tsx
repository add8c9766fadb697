import type { ViewProps } from '#contract/spec.ts';
import { billOf, errorAsStated, ratioOf, scatterOf } from './model.ts';
import type { spec } from './spec.ts';
import { aboveBest, large, perParameter, share } from './words.ts';

type Props = ViewProps<typeof spec>;

const Amounts = ({ rows }: { readonly rows: readonly (readonly [name: string, says: string])[] }) => (
  <dl className="amounts ruled">
    {rows.map(([name, says]) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd>{says}</dd>
      </div>
    ))}
  </dl>
);

/** The reader's network: what it is, what it loses and why, and what it costs. */
export function Bill({ model, say }: Props) {
  const { here, best, law, needed, served, worth } = model;
  const { training, use } = billOf(model);
  const info = (nats: number) => say.information(nats, 3);
  return (
    <>
      <Amounts
        rows={[
          ['floor, E', info(law.floor)],
          ['+ too few parameters', info(here.parameterTerm)],
          ['+ too little text', info(here.dataTerm)],
          ['= expected loss per token', info(here.loss)],
        ]}
      />
      <Amounts
        rows={[
          ['parameters, N', large(here.parameters, say)],
          ['tokens to train on, D', large(here.tokens, say)],
          ['operations for training, 6 N D', say.count(training)],
          ...(served > 0 ? [[`for ${large(served, say)} tokens served, 2 N S`, say.count(use)] as const] : []),
          ['above the best of this budget', aboveBest(Math.max(0, here.loss - best.loss), say)],
          ['of the budget would do for this loss', share(Math.min(1, needed), say)],
          ['tokens per parameter at the best', perParameter(ratioOf(best), say)],
          ['would be the best if so many were served', worth < 0 ? 'none' : large(worth, say)],
        ]}
      />
    </>
  );
}

/** How well the experiment knows what to advise: by the formula, by repetition, and by one who is told standard errors alone. */
export function Sure({ model, values, say }: Props) {
  const { repeated } = model;
  if (!repeated) return null;
  const { found, low, high, error, errorIfIndependent, apart, paid } = repeated;
  const factor = (log: number) => `a factor of ${say.perplexity(log)}`;
  return (
    <Amounts
      rows={[
        ['the lowest advice, tokens per parameter', perParameter(found[low], say)],
        ['the highest', perParameter(found[high], say)],
        ['the advice of the lowest, by the law of the highest, loses', aboveBest(paid[0], say)],
        ['these two differ on the runs by, root mean square', `${say.number(100 * apart, 2)} percent`],
        ['standard deviation of the error of a run', `${say.number(values.noise, 1)} percent`],
        ['one standard error of the advice, by the formula', factor(error)],
        ['among these 24 refits', factor(scatterOf(repeated))],
        ['if the five constants erred independently', factor(errorIfIndependent)],
        ...(values.law === 'corrected'
          ? [['the same from the errors stated in 2024', factor(errorAsStated(model))] as const]
          : []),
      ]}
    />
  );
}
