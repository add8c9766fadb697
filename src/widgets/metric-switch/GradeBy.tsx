import { useContext } from 'react';
import { useAlive } from '#kit/state/alive.ts';
import { FixedContext } from '#kit/state/fixed.ts';
import { params, type Metric } from './parameters.ts';

interface GradeByProps {
  readonly value: Metric;
  onChange(metric: Metric): void;
}

/** The switch: one large button for each grade. */
export function GradeBy({ value, onChange }: GradeByProps) {
  const alive = useAlive();
  const disabled = useContext(FixedContext).has('metric') || !alive;
  const { label, options } = params.metric;
  return (
    <div className="metric-switch-grades" role="group" aria-label={label}>
      <span>{label}</span>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={option.value === value}
          disabled={disabled}
          onClick={() => onChange(option.value as Metric)}
        >
          {option.label}
        </button>
      ))}
    </div>
  );
}
