import { useEffect, useRef } from 'react';
import type { Parameters } from '#contract/values.ts';
import { askedSince, type WidgetState, type WidgetStore } from '#kit/state/store.ts';

/** As in a control: options by their words, switches as on or off. What is long is only named. */
function written(parameters: Parameters, key: string, value: unknown): string {
  const parameter = parameters[key];
  if (parameter.kind === 'choice')
    return `“${parameter.label}” at “${parameter.options.find((option) => option.value === value)?.label}”`;
  if (parameter.kind === 'toggle') return `“${parameter.label}” ${value ? 'on' : 'off'}`;
  const isNumber = parameter.kind === 'number' || parameter.kind === 'integer' || parameter.kind === 'seed';
  return isNumber ? `${parameter.label}: ${parameter.format(value as never)}` : `another “${parameter.label}”`;
}

export interface StoppedProps {
  readonly store: WidgetStore;
  readonly state: WidgetState;
}

/** After a work was ended: of which settings the picture and the numbers are, and the ways on and back. */
export function Stopped({ store, state }: StoppedProps) {
  const on = useRef<HTMLButtonElement>(null);
  // The button that ended it is gone: the keyboard comes here.
  useEffect(() => {
    if (document.activeElement === document.body) on.current?.focus({ preventScroll: true });
  }, []);
  const since = askedSince(state);
  const { params } = store.spec;
  return (
    <div className="stopped">
      <div>
        <p role="status">
          {since.length > 0
            ? `Stopped. The picture and all numbers are still those of the settings before (${since.map((key) => written(params as Parameters, key, state.asked[key])).join('; ')}).`
            : 'Stopped before all was computed. The picture shows what there is.'}
        </p>
        <button type="button" ref={on} onClick={store.goOn}>
          Go on
        </button>
        {since.length > 0 && (
          <button type="button" onClick={store.goBack}>
            Back to those settings
          </button>
        )}
      </div>
    </div>
  );
}
