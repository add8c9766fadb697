import type { Say } from '#contract/say.ts';
import { sayNow, type AnyWidget, type Readout } from '#contract/spec.ts';
import type { WidgetState } from '#kit/state/store.ts';
import type { ShareTargets } from './Share.tsx';

interface ReadoutsProps extends Pick<ShareTargets, 'check'> {
  readonly spec: AnyWidget;
  readonly state: WidgetState;
  readonly say: Say;
}

/** The numbers of the figure, each with the way to what it is checked against. */
export function Readouts({ spec, state: { model, values }, say, check }: ReadoutsProps) {
  const readouts: [string, Readout<unknown, unknown>][] = Object.entries(spec.readouts);
  return (
    <details className="readouts">
      <summary>Numbers of this figure, and how they are checked</summary>
      <table className="data">
        <thead>
          <tr>
            <th scope="col">quantity</th>
            <th scope="col">now</th>
            <th scope="col">computed by</th>
          </tr>
        </thead>
        <tbody>
          {readouts.map(([id, readout]) => (
            <tr key={id}>
              <th scope="row">{readout.label}</th>
              <td>{sayNow(readout, model, values, say)}</td>
              <td>
                <a href={check(readout.source)} aria-label={`${readout.label}: how it is checked`}>
                  {readout.source.replace(/^.*\./, '')}
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
