import { useId, useState } from 'react';
import type { Reading } from '#contract/reading.ts';
import { NumberControl } from '#kit/controls/NumberControl.tsx';
import { SeedControl } from '#kit/controls/SmallControls.tsx';
import { Legend } from '#kit/reading/Legend.tsx';
import { TokenList } from '#kit/reading/TokenList.tsx';
import { TokenText } from '#kit/reading/TokenText.tsx';
import { drawnOf, spreadOf } from './amounts.ts';
import { params, vocabulary } from './parameters.ts';
import { isSettled, shapedOf, type Continuation, type SamplingLab } from './state.ts';
import type { LabProps } from './props.ts';

const asReading = (one: Continuation): Reading => ({ ...one, rank: [], done: one.ids.length, total: one.ids.length });

/** Whether the book's own reader writes: a network of the reader's knows characters, of which there are fewer. */
const isOfBook = ({ prediction }: SamplingLab) => (prediction?.logProbabilities.length ?? vocabulary) === vocabulary;

interface SamplesProps extends LabProps {
  /** The first continuation stands in sight, the others unfold. */
  readonly which: 'first' | 'others';
}

/** What was drawn, side by side, colored by what the untouched model thinks of it, and the note that belongs to it. */
export function Samples(props: SamplesProps) {
  const { values, model, say, set, which } = props;
  const id = useId();
  const [chosen, setChosen] = useState({ continuation: -1, token: -1 });
  const { continuations } = model;
  const drawn = drawnOf(model);
  const allSame = continuations.length > 1 && drawn.distinct === 1;
  const isFirst = which === 'first';
  const shown = isFirst ? continuations.slice(0, 1) : allSame ? [] : continuations.slice(1);
  return (
    <section
      className={isFirst ? 'sampling-lab-samples sampling-lab-first' : 'sampling-lab-samples'}
      aria-label={isFirst ? 'The first continuation' : 'The other continuations'}
      aria-busy={!isSettled(model, values)}
    >
      {isFirst && continuations.length === 0 && <p className="hint">Nothing has been drawn yet.</p>}
      <ol>
        {shown.map((one, k) => {
          const i = isFirst ? k : k + 1;
          const total = one.surprisal.reduce((sum, nats) => sum + nats, 0);
          const selected = chosen.continuation === i ? Math.min(chosen.token, one.ids.length - 1) : -1;
          return (
            <li key={i}>
              <TokenList
                id={`${id}-${i}`}
                label={`Continuation ${i + 1}`}
                reading={asReading(one)}
                selected={selected}
                onSelect={(token) => setChosen({ continuation: i, token })}
              >
                <TokenText
                  reading={asReading(one)}
                  from={0}
                  to={one.ids.length}
                  shown="surprisal"
                  selected={selected}
                  listId={`${id}-${i}`}
                  say={say}
                />
              </TokenList>
              <p>
                {say.information(total / one.ids.length, 2)} per token, {say.amount(total, 1)} in all
              </p>
            </li>
          );
        })}
      </ol>
      {isFirst && (
        <>
          <SeedControl parameter={params.seed} value={values.seed} onChange={(seed) => set({ seed })} />
          <div className="row sampling-lab-bar">
            <Legend shown="surprisal" say={say} />
            {isOfBook(model) && (
              <p className="hint">
                What the model writes it has learned from twenty English books, the oldest of 1600 and the youngest of
                1920, and it may echo their prejudices. Nobody means it.
              </p>
            )}
          </div>
        </>
      )}
      {!isFirst && allSame && <p>All {say.count(continuations.length)} continuations are the same.</p>}
      {!isFirst && continuations.length > 0 && <Together {...props} />}
    </section>
  );
}

/** How many are drawn, and how long they are. */
export function HowMany({ values, set }: LabProps) {
  return (
    <div className="sampling-lab-how">
      <NumberControl parameter={params.count} value={values.count} onChange={(count) => set({ count })} />
      <NumberControl parameter={params.length} value={values.length} onChange={(length) => set({ length })} />
    </div>
  );
}

/** What was drawn beside what was to be expected of it. */
function Together({ values, model, say }: LabProps) {
  const drawn = drawnOf(model);
  const shaped = shapedOf(model, values);
  const n = model.continuations.length;
  const about = spreadOf(model, values) / Math.sqrt(n);
  return (
    <table className="data sampling-lab-together">
      <caption>
        <span data-q="surprisal">Surprisal</span> under the untouched model, in {say.unit} per token
      </caption>
      <thead>
        <tr>
          <td />
          <th scope="col">drawn</th>
          <th scope="col">expected</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{n === 1 ? 'the first token' : `the ${say.count(n)} first tokens`}</th>
          <td>
            <span data-q="surprisal">{say.amount(drawn.first)}</span>
          </td>
          <td>
            <span data-q="cross-entropy">{shaped ? say.amount(shaped.crossEntropy) : ''}</span> exactly, ±{' '}
            {say.amount(about, 2)} over {n === 1 ? 'one draw' : `${say.count(n)} draws`}
          </td>
        </tr>
        <tr>
          <th scope="row">all {say.count(drawn.tokens)} tokens</th>
          <td>
            <span data-q="surprisal">{say.amount(drawn.surprisal)}</span>
          </td>
          <td>
            <span data-q="entropy">{say.amount(drawn.entropy)}</span> if the model drew for itself: the mean entropy of
            its predictions there
          </td>
        </tr>
      </tbody>
    </table>
  );
}
