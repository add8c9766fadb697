import { useId, useState } from 'react';
import type { ChoiceParameter, SeedParameter, TextParameter, ToggleParameter } from '#contract/parameter.ts';
import { NumberField } from './NumberControl.tsx';

interface ControlProps<P, T> {
  readonly parameter: P;
  readonly value: T;
  readonly disabled?: boolean;
  readonly readOnly?: boolean;
  onChange(value: T): void;
}

export function ChoiceControl({ parameter, value, disabled, onChange }: ControlProps<ChoiceParameter, string>) {
  const name = useId();
  return (
    <fieldset className="control choice" disabled={disabled}>
      <legend>{parameter.label}</legend>
      <div className="options">
        {parameter.options.map((option) => (
          <label key={option.value}>
            <input type="radio" name={name} checked={option.value === value} onChange={() => onChange(option.value)} />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

export function ToggleControl({ parameter, value, disabled, onChange }: ControlProps<ToggleParameter, boolean>) {
  return (
    <div className="control">
      <label className="toggle">
        <input
          type="checkbox"
          checked={value}
          disabled={disabled}
          onChange={(event) => onChange(event.target.checked)}
        />
        <span>{parameter.label}</span>
      </label>
    </div>
  );
}

export function TextControl({ parameter, value, disabled, readOnly, onChange }: ControlProps<TextParameter, string>) {
  const id = useId();
  const [last, setLast] = useState<ReturnType<TextParameter['parse']>>();
  // As long as what was made of the input stands: another value is from elsewhere.
  const problem = last?.value === value ? last.problem : undefined;
  return (
    <div className="control stacked">
      <label htmlFor={id}>{parameter.label}</label>
      <textarea
        id={id}
        dir="auto"
        rows={3}
        value={value}
        disabled={disabled}
        readOnly={readOnly}
        aria-describedby={problem ? `${id}-problem` : undefined}
        onChange={(event) => {
          const parsed = parameter.parse(event.target.value);
          setLast(parsed);
          onChange(parsed.value);
        }}
      />
      {problem && (
        <span className="problem" id={`${id}-problem`} role="alert">
          {problem}
        </span>
      )}
    </div>
  );
}

export function SeedControl({ parameter, value, disabled, readOnly, onChange }: ControlProps<SeedParameter, number>) {
  const id = useId();
  return (
    <div className="control">
      <label htmlFor={id}>{parameter.label}</label>
      <NumberField id={id} {...{ parameter, value, disabled, readOnly, onChange }} />
      <button type="button" disabled={disabled} onClick={() => onChange((value * 48271 + 11) % parameter.max)}>
        Another
      </button>
    </div>
  );
}
