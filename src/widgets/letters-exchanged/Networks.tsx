import type { Say } from '#contract/say.ts';
import { toldNames } from '#sim/told-places.ts';
import { shown } from './letters.ts';
import { changeOf, type Exchanges, type Guess } from './model.ts';
import { roles } from './panel.ts';
import type { Asked } from './parameters.ts';

/** Whole, and neither 0 nor 100 for what is possible and not sure. */
const percent = (p: number) => (p < 0.005 ? '<1' : p > 0.995 ? '>99' : Math.round(100 * p));

function Expected({ letter, chance }: Partial<Guess>) {
  if (letter === undefined || chance === undefined) return null;
  return (
    <>
      <b>{shown(letter)}</b> <small>{percent(chance)} %</small>
    </>
  );
}

interface NetworksProps {
  readonly model: Exchanges;
  readonly values: Asked;
  readonly say: Say;
}

/** The five networks: what each expects after the text, before and after the exchange, and how far its prediction moves. */
export function Networks({ model, values, say }: NetworksProps) {
  const changes = model.networks.map(({ name }) => changeOf(model, name, values));
  const most = Math.max(Math.LN2, ...changes.map((change) => change?.nats ?? 0));
  return (
    <table className="letters-exchanged-networks">
      <thead>
        <tr>
          <th scope="col">network</th>
          <th scope="col">expects next</th>
          <th scope="col">after the exchange</th>
          <th scope="col">change, {say.unit}</th>
          <th scope="col">a letter of this text costs, {say.unit}</th>
        </tr>
      </thead>
      <tbody>
        {model.networks.map((read, i) => {
          const change = changes[i];
          return (
            <tr key={read.name} aria-current={read.name === values.network ? 'true' : undefined}>
              <th scope="row">{toldNames[read.name]}</th>
              <td>
                <Expected {...read} />
              </td>
              <td>{change && <Expected {...change} />}</td>
              <td className="letters-exchanged-change">
                {change && (
                  <>
                    <span
                      className={`letters-exchanged-bar letters-exchanged-${roles[read.name]}`}
                      style={{ inlineSize: `${(100 * change.nats) / most}%` }}
                    />
                    <span>{change.nats === 0 ? '0' : say.amount(change.nats)}</span>
                  </>
                )}
              </td>
              <td>{read.cost === undefined ? '' : say.amount(read.cost, 2)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
