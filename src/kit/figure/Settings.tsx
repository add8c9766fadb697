import { useContext, type ComponentProps } from 'react';
import { atMost } from '#contract/parameter.ts';
import type { Parameters, Values } from '#contract/values.ts';
import { Control } from '#kit/controls/Control.tsx';
import { FixedContext, HiddenContext } from '#kit/state/fixed.ts';
import { bind, type Binding } from './bind.ts';

interface SettingsProps<P extends Parameters> extends Binding<Values<P>> {
  readonly params: P;
  /** Names of parameters, in order; those in a list of their own belong together. */
  readonly show: readonly ((keyof P & string) | false | readonly (keyof P & string)[])[];
  /** Where not all values of a number are legal now. */
  readonly most?: { readonly [K in keyof P & string]?: number };
  /** What edits a table or a law, where one is shown. */
  readonly Table?: ComponentProps<typeof Control>['Table'];
}

/** The controls of a figure under its picture, made from its parameters. Where all of them are fixed there is none; what is hidden has none. */
export function Settings<P extends Parameters>({ params, show, most, Table, ...binding }: SettingsProps<P>) {
  const bound = bind(params, binding);
  const fixed = useContext(FixedContext);
  const hidden = useContext(HiddenContext);
  if (show.flat().every((key) => !key || fixed.has(key))) return null;
  const control = (key: keyof P & string) => {
    if (hidden.includes(key)) return null;
    const { parameter, value, set } = bound(key);
    const max = most?.[key];
    const shown = max === undefined || !('step' in parameter) ? parameter : atMost(parameter, max);
    return (
      <Control
        key={key}
        parameter={shown as typeof parameter}
        value={max === undefined ? value : Math.min(max, value as number)}
        disabled={fixed.has(key)}
        Table={Table}
        onChange={(next) => set(next as typeof value)}
      />
    );
  };
  return (
    <div className="fig-settings">
      {show.map((item) =>
        typeof item === 'string'
          ? control(item)
          : item && (
              <div key={item.join()} className="fig-together">
                {item.map(control)}
              </div>
            ),
      )}
    </div>
  );
}
