import { evidenceOf } from './model.ts';
import { textOf } from './parameters.ts';
import type { StylesProps } from './props.ts';

/** What the network writes after the prompt, and which style it then is, by its own words. */
export function Continuations({ model, values, say }: StylesProps) {
  const { continuations, network } = model;
  return (
    <section
      className="two-styles-written"
      aria-label="Continuations by the network"
      aria-busy={continuations.length === 0}
    >
      <h4>The network writes on</h4>
      {continuations.length === 0 ? (
        <p className="hint">Nothing has been written yet.</p>
      ) : (
        <ol>
          {continuations.map((words, i) => {
            const evidence = evidenceOf(model, words);
            return (
              <li key={i}>
                <span className="two-styles-text">
                  {values.prompt.split(' ').slice(-3).join(' ')} <strong>{textOf(words)}</strong>
                </span>
                <span className="value">
                  {say.information(Math.abs(evidence), 1)} for the {evidence > 0 ? 'telegram' : 'lullaby'}
                </span>
              </li>
            );
          })}
        </ol>
      )}
      {network && <p className="hint">{say.count(network.parameters)} weights, and the prompt changes none of them.</p>}
    </section>
  );
}
