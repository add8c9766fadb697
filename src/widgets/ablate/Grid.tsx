import type { CSSProperties } from 'react';
import { natsPer, type Say } from '#contract/say.ts';
import { unreadable, type Ablation } from './model.ts';
import { partNamed, partsOf } from './parts.ts';

interface GridProps {
  readonly model: Ablation;
  readonly say: Say;
  readonly disabled: boolean;
  turn(name: string): void;
}

/** The ground is deepest from here on. */
const deepest = 1.5 * Math.LN2;

const columns = [
  ...['1', '2', '3', '4'].map((which) => ({ which, title: which })),
  ...[
    { which: 'f', title: 'MLP' },
    { which: 'a', title: 'heads' },
    { which: 'b', title: 'all' },
  ],
];

/** Every part with what it is worth alone. Pressing it switches it off or on. */
export function Grid({ model, say, disabled, turn }: GridProps) {
  const two = (nats: number) => say.number(nats / natsPer(say.unit), 2);
  const { cells, off } = model;
  const unknown = unreadable(model) ? '—' : '…';
  const cell = (name: string) => {
    const found = cells[name];
    const share = found ? Math.min(1, Math.abs(found.mean) / deepest) : 0;
    return (
      <button
        type="button"
        aria-pressed={partsOf(name).every((part) => off.includes(part))}
        aria-label={`${partNamed(name)}${found ? `: ${say.information(found.mean)}, standard error ${say.amount(found.standardError)}` : ''}`}
        disabled={disabled}
        style={{ '--share': share.toFixed(2) } as CSSProperties}
        onClick={() => turn(name)}
      >
        {found ? two(found.mean) : unknown}
        <small>{found && `±${two(found.standardError)}`}</small>
      </button>
    );
  };
  return (
    <table className="ablate-grid">
      <thead>
        <tr>
          <td />
          <th colSpan={4} scope="colgroup">
            head
          </th>
          <th colSpan={3} />
        </tr>
        <tr>
          <th scope="col">block</th>
          {columns.map(({ which, title }) => (
            <th key={which} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {['1', '2', '3', '4'].map((block) => (
          <tr key={block}>
            <th scope="row">{block}</th>
            {columns.map(({ which }) => (
              <td key={which}>{cell(`${block}.${which}`)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
