import { useId, useState, type KeyboardEvent } from 'react';
import type { NumberParameter, SeedParameter } from '#contract/parameter.ts';
import { rounded, trackOf, valueAfterKey } from '#kit/controls/slide.ts';

interface NumberFieldProps {
  readonly id?: string;
  readonly label?: string;
  readonly parameter: NumberParameter | SeedParameter;
  readonly value: number;
  readonly disabled?: boolean;
  onChange(value: number): void;
}

/** Fields for long numbers are as wide as the longest that is likely: an end or the start, with room for the frame. */
function widthFor(parameter: NumberParameter | SeedParameter): string | undefined {
  const digits =
    parameter.kind === 'seed'
      ? 0
      : Math.max(...[parameter.min, parameter.default, parameter.max].map((end) => parameter.format(end).length));
  return digits > 5 ? `calc(${digits}ch + 1.6rem)` : undefined;
}

/** A number that may be typed. What is typed stays as typed until the field is left; what is wrong with it is said, until another value comes from elsewhere. */
export function NumberField({ id, label, parameter, value, disabled, onChange }: NumberFieldProps) {
  const [typed, setTyped] = useState<string>();
  const [shown, setShown] = useState(value);
  const problemId = useId();
  const problem = typed === undefined ? undefined : parameter.parse(typed).problem;
  // What was refused has changed nothing, so another value is from elsewhere: a case, the slider, a handle.
  if (shown !== value) {
    setShown(value);
    if (problem) setTyped(undefined);
  }
  return (
    <span className="number-field">
      <input
        id={id}
        className="number"
        inputMode="decimal"
        autoComplete="off"
        aria-label={label}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? problemId : undefined}
        disabled={disabled}
        style={{ width: widthFor(parameter) }}
        value={typed ?? parameter.format(value)}
        onChange={(event) => {
          const text = event.target.value;
          setTyped(text);
          const parsed = parameter.parse(text);
          if (!parsed.problem) onChange(parsed.value);
        }}
        onBlur={() => {
          if (typed !== undefined) onChange(parameter.parse(typed).problem ? value : parameter.parse(typed).value);
          if (!problem) setTyped(undefined);
        }}
        onKeyDown={(event) => event.key === 'Escape' && setTyped(undefined)}
      />
      {problem && (
        <span className="problem" id={problemId} role="alert">
          {problem.replace(/; .* is used\.$/, `; ${parameter.format(value)} is still shown.`)}
        </span>
      )}
    </span>
  );
}

interface NumberControlProps {
  readonly parameter: NumberParameter;
  readonly value: number;
  readonly disabled?: boolean;
  onChange(value: number): void;
}

export function NumberControl({ parameter, value, disabled, onChange }: NumberControlProps) {
  const id = useId();
  const track = trackOf(parameter);
  const { min, max, step, positionOf, valueAt } = track;
  const position = positionOf(value);
  /** The browser's own keys begin at the nearest stop: from between two stops they would jump over one. */
  const keyDown = (event: KeyboardEvent) => {
    const isStop = Math.abs((position - min) / step - Math.round((position - min) / step)) < 1e-6;
    const isPage = event.key.startsWith('Page');
    const next = (isPage ? parameter.scale === 'log' : !isStop) && valueAfterKey(event.key, position, track);
    if (next === false || next === undefined) return;
    event.preventDefault();
    onChange(valueAt(next));
  };
  return (
    <div className="control">
      <label htmlFor={id}>{parameter.label}</label>
      <input
        id={id}
        type="range"
        min={min}
        max={max}
        step={step}
        value={position}
        disabled={disabled}
        aria-valuetext={`${rounded(value, parameter.step)}${parameter.unit ? ` ${parameter.unit}` : ''}`}
        onKeyDown={keyDown}
        onChange={(event) => onChange(valueAt(Number(event.target.value)))}
      />
      <NumberField label={`${parameter.label}, as a number`} {...{ parameter, value, disabled, onChange }} />
      {parameter.unit && <span className="unit">{parameter.unit}</span>}
    </div>
  );
}
