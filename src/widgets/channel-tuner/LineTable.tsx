import { useContext } from 'react';
import { number } from '#contract/parameter.ts';
import { NumberField } from '#kit/controls/NumberControl.tsx';
import { withEntry } from '#kit/controls/TableControl.tsx';
import { FixedContext } from '#kit/state/fixed.ts';
import { FoldsContext } from '#kit/state/folds.ts';
import type { TunerProps } from './drags.ts';
import { sizes } from './parameters.ts';

const chance = (label: string) => number({ label, default: 0, min: 0, max: 1, step: 0.001 });

/** A row with so many entries: new ones are 0, and what is cut off is shared out by the rest. */
function resized(row: readonly number[], size: number): readonly number[] {
  const kept = Array.from({ length: size }, (_, y) => row[y] ?? 0);
  const rest = kept.reduce((a, b) => a + b, 0);
  return kept.map((w) => (rest > 0 ? w / rest : 1 / size));
}

/** A line with another number of letters. A new letter arrives as the last one, or as the one of its own number. */
function reshaped(channel: readonly (readonly number[])[], rows: number, columns: number) {
  return Array.from({ length: rows }, (_, x) =>
    x < channel.length
      ? resized(channel[x], columns)
      : Array.from({ length: columns }, (_, y) => (y === Math.min(x, columns - 1) ? 1 : 0)),
  );
}

/** The law and the line as numbers. Whatever is typed into the line makes it the reader’s own. */
export function LineTable({ model, values, set }: TunerProps) {
  const fixed = useContext(FixedContext);
  const { round } = useContext(FoldsContext);
  const { channel, sent, received, law } = model;
  const isFixed = fixed.has('channel') || (fixed.has('line') && values.line !== 'own');
  const own = (next: readonly (readonly number[])[]) => set({ line: 'own', channel: next });
  const size = (label: string, now: number, pick: (size: number) => void) => (
    <label>
      {label}{' '}
      <select value={now} disabled={isFixed} onChange={(event) => pick(Number(event.target.value))}>
        {sizes.map((one) => (
          <option key={one}>{one}</option>
        ))}
      </select>
    </label>
  );
  const field = (label: string, value: number, isStill: boolean, change: (p: number) => void) => (
    <NumberField label={label} parameter={chance(label)} value={value} disabled={isStill} onChange={change} />
  );
  return (
    <div className="channel-tuner-numbers" key={round}>
      <div className="row">
        {size('Letters sent', sent.length, (rows) => own(reshaped(channel, rows, received.length)))}
        {size('Letters received', received.length, (columns) => own(reshaped(channel, sent.length, columns)))}
      </div>
      <div className="table-scroll channel-tuner-lines">
        <table className="data channel-tuner-table">
          <thead>
            <tr>
              <th scope="col">sent</th>
              <th scope="col">how often</th>
              {received.map((name) => (
                <th key={name} scope="col">
                  {name} arrives
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sent.map((name, x) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>
                  {field(`How often ${name} is sent`, law[x], fixed.has('p'), (p) =>
                    set({ p: withEntry(law, x, p)!, rounds: 0 }),
                  )}
                </td>
                {channel[x].map((w, y) => (
                  <td key={received[y]}>
                    {field(`Chance that ${received[y]} arrives for ${name}`, w, isFixed, (p) =>
                      own(channel.map((row, i) => (i === x ? withEntry(row, y, p)! : row))),
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
