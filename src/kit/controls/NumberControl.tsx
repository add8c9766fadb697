import { useId, useState, type KeyboardEvent } from 'react';
import type { NumberParameter, SeedParameter } from '#contract/parameter.ts';
import { boxOf, type Box } from '#kit/controls/box.ts';
import { rounded, trackOf, valueAfterKey } from '#kit/controls/slide.ts';

interface NumberFieldProps {
  readonly id?: string;
  readonly label?: string;
  readonly parameter: NumberParameter | SeedParameter;
  readonly value: number;
  readonly disabled?: boolean;
  readonly readOnly?: boolean;
  onChange(value: number): void;
}

/** How wide a number is, in digits: a comma is half of one. */
const inDigits = (text: string) => text.length - text.replace(/[^,.]/g, '').length / 2;

/** Fields for long numbers are as wide as the longest that is likely: an end or the start, with room for the frame. */
function widthFor(parameter: NumberParameter | SeedParameter, { format }: Box): string | undefined {
  const digits =
    parameter.kind === 'seed'
      ? 0
      : Math.max(...[parameter.min, parameter.default, parameter.max].map((end) => inDigits(format(end))));
  return digits > 5 ? `calc(${digits}ch + 1.6rem)` : undefined;
}

/** A number that may be typed. What is typed stays as typed until the field is left; what is wrong with it is said, until another value comes from elsewhere. */
export function NumberField({ id, label, parameter, value, disabled, readOnly, onChange }: NumberFieldProps) {
  const [typed, setTyped] = useState<string>();
  const [isEntered, setEntered] = useState(false);
  const [shown, setShown] = useState(value);
  const problemId = useId();
  const box = boxOf(parameter);
  const problem = typed === undefined ? undefined : box.parse(typed).problem;
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
        inputMode={'written' in parameter ? 'text' : 'decimal'}
        autoComplete="off"
        aria-label={label}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? problemId : undefined}
        disabled={disabled}
        readOnly={readOnly}
        style={{ width: widthFor(parameter, box) }}
        value={typed ?? (isEntered ? box.plain : box.format)(value)}
        onFocus={({ target }) => {
          setEntered(true);
          // The plain number takes the place of the written one, and with it goes the selection that Tab made.
          queueMicrotask(() => target.select());
        }}
        onChange={(event) => {
          const text = event.target.value;
          setTyped(text);
          const parsed = box.parse(text);
          if (!parsed.problem) onChange(parsed.value);
        }}
        onBlur={() => {
          setEntered(false);
          if (typed !== undefined) onChange(box.parse(typed).problem ? value : box.parse(typed).value);
          if (!problem) setTyped(undefined);
        }}
        onKeyDown={(event) => event.key === 'Escape' && setTyped(undefined)}
      />
      {problem && (
        <span className="problem" id={problemId} role="alert">
          {problem.replace(/; .* is used\.$/, `; ${box.format(value)} is still shown.`)}
        </span>
      )}
    </span>
  );
}

interface NumberControlProps {
  readonly parameter: NumberParameter;
  readonly value: number;
  readonly disabled?: boolean;
  readonly readOnly?: boolean;
  onChange(value: number): void;
}

/**
 * A slider with a logarithmic scale has a value where an axis of that scale has it. The browser's own keys would begin at the nearest stop
 * and, from between two, jump over one.
 */
function rangeOf(parameter: NumberParameter, value: number, onChange: (value: number) => void) {
  const track = trackOf(parameter);
  const { min, max, step, positionOf, valueAt } = track;
  const isLog = parameter.scale === 'log';
  const stop = (positionOf(value) - min) / step;
  const onKeyDown = (event: KeyboardEvent) => {
    const isStop = Math.abs(stop - Math.round(stop)) < 1e-6;
    const next = isLog || !isStop ? valueAfterKey(event.key, positionOf(value), track) : undefined;
    if (next === undefined) return;
    event.preventDefault();
    onChange(valueAt(next));
  };
  if (!isLog) return { min, max, step, value, onSlide: onChange, onKeyDown };
  return {
    ...{ min: Math.log(parameter.min), max: Math.log(parameter.max), step: 'any', value: Math.log(value), onKeyDown },
    onSlide: (at: number) => onChange(valueAt(positionOf(Math.exp(at)))),
  };
}

export function NumberControl({ parameter, value, disabled, readOnly, onChange }: NumberControlProps) {
  const id = useId();
  const { onSlide, ...range } = rangeOf(parameter, value, onChange);
  return (
    <div className="control">
      <label htmlFor={id}>{parameter.label}</label>
      <input
        id={id}
        type="range"
        {...range}
        disabled={disabled}
        aria-valuetext={`${parameter.written?.format(value) ?? rounded(value, parameter.step)}${parameter.unit ? ` ${parameter.unit}` : ''}`}
        onChange={(event) => onSlide(Number(event.target.value))}
      />
      <NumberField label={`${parameter.label}, as a number`} {...{ parameter, value, disabled, readOnly, onChange }} />
      {parameter.unit && <span className="unit">{parameter.unit}</span>}
    </div>
  );
}
