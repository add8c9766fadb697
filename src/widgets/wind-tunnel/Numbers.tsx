import { expectedLoss, freshly, onSequence, priceOfPrior } from './amounts.ts';
import { isOtherPrior } from './state.ts';
import type { TunnelProps } from './props.ts';

interface Entry {
  readonly value: string;
  readonly error?: string;
  readonly name: string;
  readonly quantity?: string;
}

/** The figures of the figure, with what they are figures of. */
export function Numbers({ model, values, say }: TunnelProps) {
  const { fresh } = model;
  const { here, bigram, shown } = onSequence(model, values);
  /** A mean over fresh sequences. A gap is small and is given with one digit more. */
  const withError = (name: Parameters<typeof freshly>[1], digits = 4) => {
    const { mean, error } = freshly(model, name);
    return fresh
      ? {
          value: say.amount(name === 'gap' ? Math.max(0, mean) : mean, digits),
          error: `± ${say.amount(error, digits)}`,
        }
      : { value: '…', error: '± …' };
  };
  const best = expectedLoss(model, 'bayes');
  const numbers = [
    { value: model.shown ? say.amount(here, 5) : '…', name: 'gap at the position' },
    { value: model.shown ? say.amount(bigram, 5) : '…', name: 'mean gap along this sequence' },
    { ...withError('gap', 5), name: 'gap on fresh sequences' },
    { ...withError('model'), name: 'loss of the network on them' },
    best > 0
      ? { value: say.amount(best, 4), name: 'best possible expected loss, exact', quantity: 'next-given-past' }
      : { ...withError('entropy'), name: 'best possible loss, as it expects it there' },
    { ...withError('regret'), name: 'regret against the best predictor' },
    ...(isOtherPrior(values)
      ? [
          { value: model.shown ? say.amount(shown, 4) : '…', name: 'this sequence: to the prior on display' },
          { value: say.amount(priceOfPrior(model, values), 4), name: 'between the two exact Bayesians' },
          { ...withError('price'), name: 'on fresh ones: between the two exact Bayesians' },
          { ...withError('over'), name: 'and the network beyond that' },
        ]
      : []),
  ];
  return (
    <>
      <p className="wind-tunnel-unit">Gaps and losses, {say.unit} a symbol</p>
      <dl className="amounts ruled wind-tunnel-amounts">
        {numbers.map(({ value, error, name, quantity }: Entry) => (
          <div key={name} data-q={quantity}>
            <dt>{name}</dt>
            <dd>
              {value} {error && <small>{error}</small>}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
