import type { CSSProperties } from 'react';
import { sourceOf } from './data.ts';
import { latest } from './model.ts';
import type { TrainProps } from './props.ts';

/** What a symbol of each kind that was held out costs, and of that what nobody could have saved. */
export function Kinds({ values, model, say }: TrainProps) {
  const { groups } = model;
  const longest = Math.max(model.even, ...groups.map(({ loss }) => loss));
  const known = sourceOf(values.data) !== undefined;
  const at = latest(model);
  return (
    <section className="train-it-kinds" aria-label="What held-out symbols cost, by kind">
      <h4>
        Held-out symbols by kind, {say.unit}
        {known && (
          <span>
            {' '}
            <b className="ink-exact">floor</b> + <b className="ink-model">above it</b>
          </span>
        )}
      </h4>
      {!at && <p className="hint">Nothing yet.</p>}
      <ol>
        {groups.map(({ name, loss, floor = 0 }) => (
          <li
            key={name}
            style={
              {
                '--floor': (floor / longest).toFixed(3),
                '--above': ((loss - floor) / longest).toFixed(3),
              } as CSSProperties
            }
          >
            <span>{name}</span>
            <span>{known ? `${say.amount(floor, 2)} + ${say.amount(loss - floor, 2)}` : say.amount(loss, 2)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
