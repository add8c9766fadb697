import type { Parameter } from '#contract/parameter.ts';
import { NumberControl } from './NumberControl.tsx';
import { ChoiceControl, SeedControl, TextControl, ToggleControl } from './SmallControls.tsx';
import { SimplexControl, TableControl } from './TableControl.tsx';

interface ControlProps {
  readonly parameter: Parameter;
  readonly value: unknown;
  readonly disabled?: boolean;
  onChange(value: unknown): void;
}

const controls = {
  number: NumberControl,
  integer: NumberControl,
  choice: ChoiceControl,
  toggle: ToggleControl,
  table: TableControl,
  simplex: SimplexControl,
  text: TextControl,
  seed: SeedControl,
} as const;

/** The control of a parameter, by its kind. */
export function Control(props: ControlProps) {
  // The kind decides the type of the value, which the list above pairs with the right control.
  const ControlOfKind = controls[props.parameter.kind] as React.ComponentType<ControlProps>;
  return <ControlOfKind {...props} />;
}
