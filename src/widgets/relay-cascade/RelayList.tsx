import { NumberField } from '#kit/controls/NumberControl.tsx';
import type { Kind } from './chain.ts';
import { params, relayNumbers } from './parameters.ts';
import type { RelayProps } from './props.ts';

/** What each relay does and how often, for keyboards and exact numbers; the handles of the picture do the same. */
export function RelayList({ values, set }: RelayProps) {
  return (
    <div className="relay-cascade-list">
      {relayNumbers.slice(0, values.relays).map((n) => {
        const [kind, rate] = [params[`kind${n}`], params[`noise${n}`]];
        return (
          <div key={n} className="relay-cascade-relay" role="group" aria-label={`Relay ${n}`}>
            <span aria-hidden="true">{n}</span>
            <select
              aria-label={kind.label}
              value={values[`kind${n}`]}
              onChange={(event) => set({ [`kind${n}`]: event.target.value as Kind })}
            >
              {kind.options.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
            <NumberField
              label={rate.label}
              parameter={rate}
              value={values[`noise${n}`]}
              onChange={(next) => set({ [`noise${n}`]: next })}
            />
          </div>
        );
      })}
    </div>
  );
}
