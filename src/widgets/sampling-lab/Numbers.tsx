import type { Shaped } from '#theory/language-models/truncation.ts';
import { namedText } from '#kit/reading/cells.ts';
import { promptLossOf } from './amounts.ts';
import type { LabProps } from './props.ts';

/** What the cut did to the prediction. */
export function Numbers({ say, shaped }: LabProps & { readonly shaped: Shaped }) {
  const numbers = [
    {
      quantity: 'entropy',
      value: say.amount(shaped.modelEntropy),
      name: `${say.unit} of entropy in the model’s prediction`,
    },
    { value: say.amount(shaped.entropy), name: `${say.unit} of entropy in what is drawn from` },
    { value: say.count(shaped.kept), name: 'tokens kept' },
    { value: say.probability(shaped.keptMass), name: 'of the model’s probability kept' },
    { value: say.amount(shaped.divergence), name: `${say.unit} of D(drawn ‖ model)` },
    { value: say.amount(shaped.reverseDivergence), name: `${say.unit} of D(model ‖ drawn)` },
  ];
  return (
    <dl className="amounts ruled">
      {numbers.map(({ quantity, value, name }) => (
        <div key={name} data-q={quantity}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

const mostNamed = 4;

/** The loss: a matter of the model and a text. The settings are no part of it; put in its place they may make it infinite. */
export function LossOnPrompt({ model, say }: LabProps) {
  const { tokens, model: loss, shaped, cut } = promptLossOf(model);
  if (tokens === 0 || !model.loss) return null;
  const { starts, ends } = model.loss;
  const named = [...new Set(cut.map((t) => namedText(model.prompt.slice(starts[t], ends[t]))))];
  return (
    <div className="sampling-lab-loss">
      <p>
        <b className="ink-model" data-q="cross-entropy">
          {say.information(loss)} per token
        </b>{' '}
        is the loss of the model on the beginning as you wrote it. No handle moves it.
      </p>
      <p>
        {shaped === Infinity ? (
          <>
            <b>∞</b> would be the loss of a model that predicted what you draw from:{' '}
            {cut.length === 1 ? 'one token' : `${say.count(cut.length)} tokens`} of the {say.count(tokens)} would have
            been cut, {named.slice(0, mostNamed).join(', ')}
            {named.length > mostNamed && ' and others'}.
          </>
        ) : (
          <>
            <b>{say.information(shaped)} per token</b> would be the loss of a model that predicted what you draw from.
          </>
        )}
      </p>
    </div>
  );
}
