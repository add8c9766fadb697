import { useContext, type ComponentType } from 'react';
import type { Parameter } from '#contract/parameter.ts';
import { useAlive } from '#kit/state/alive.ts';
import { FoldsContext } from '#kit/state/folds.ts';
import { NumberControl } from './NumberControl.tsx';
import { ChoiceControl, SeedControl, TextControl, ToggleControl } from './SmallControls.tsx';

interface ControlProps {
  readonly parameter: Parameter;
  readonly value: unknown;
  readonly disabled?: boolean;
  readonly readOnly?: boolean;
  onChange(value: unknown): void;
  /** What edits a table or a law. The view of a widget that has one brings it: all others do without. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the control of a kind takes its own type of value
  readonly Table?: ComponentType<any>;
}

const controls = {
  number: NumberControl,
  integer: NumberControl,
  choice: ChoiceControl,
  toggle: ToggleControl,
  text: TextControl,
  seed: SeedControl,
} as const;

/**
 * The control of a parameter, by its kind. A case and Reset make it anew, and what was typed and refused is gone. What is typed is read once the page is
 * alive, and not before.
 */
export function Control({ Table, ...props }: ControlProps) {
  const { round } = useContext(FoldsContext);
  const alive = useAlive();
  const { kind, label } = props.parameter;
  // The kind decides the type of the value, which the list above pairs with the right control.
  const ControlOfKind =
    kind === 'table' || kind === 'simplex' ? Table : (controls[kind] as ComponentType<ControlProps>);
  if (!ControlOfKind) throw new Error(`“${label}” has no control: its view must bring one.`);
  return <ControlOfKind key={round} {...props} readOnly={!alive} />;
}
