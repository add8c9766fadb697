import { useContext } from 'react';
import { useAlive } from '#kit/state/alive.ts';
import { FixedContext } from '#kit/state/fixed.ts';
import { letterOf, mostReports, outcomes, params } from './parameters.ts';
import type { CostProps } from './props.ts';

/** The second and third are cross-entropy and divergence only where the words just fill the shelf. */
const stops = ['Entropy', 'Length', 'Waste', 'Interval'];

/** Turns the picture, by stops or by a slider. */
export function Turn({ values, set }: CostProps) {
  const alive = useAlive();
  const disabled = useContext(FixedContext).has('seen');
  const { label, min, max, step } = params.seen;
  const nearest = stops[Math.round(values.seen)];
  return (
    <div className="codeword-cost-turn" role="group" aria-label={label}>
      <input
        type="range"
        aria-label={label}
        aria-valuetext={stops[values.seen] ?? `${values.seen}, near ${nearest.toLowerCase()}`}
        {...{ min, max, step, disabled }}
        value={values.seen}
        onChange={(event) => set({ seen: Number(event.target.value) })}
      />
      <div className="codeword-cost-stops">
        {stops.map((name, seen) => (
          <button
            key={name}
            type="button"
            aria-pressed={values.seen === seen}
            disabled={disabled || !alive}
            onClick={() => set({ seen })}
          >
            {name}
          </button>
        ))}
      </div>
    </div>
  );
}

/** Writes a message, report by report, where the words leave each one an interval. */
export function Message({ values, model, set }: CostProps) {
  const alive = useAlive();
  const disabled = useContext(FixedContext).has('message') || !alive;
  const { message } = values;
  if (!model.message)
    return <p className="hint">These words take more than the shelf, so reports have no intervals of their own.</p>;
  return (
    <div className="row" role="group" aria-label={params.message.label}>
      <span>Next report:</span>
      {outcomes.map((name, symbol) => (
        <button
          key={name}
          type="button"
          disabled={disabled || message.length >= mostReports}
          onClick={() => set({ message: message + letterOf(symbol) })}
        >
          {name}
        </button>
      ))}
      <button
        type="button"
        disabled={disabled || message === ''}
        onClick={() => set({ message: message.slice(0, -1) })}
      >
        Take the last one back
      </button>
    </div>
  );
}
