import { useEffect, useRef } from 'react';
import { askedSince, type WidgetState, type WidgetStore } from '#kit/state/store.ts';

/** After a work was ended: of which settings the picture and the numbers are, and the ways on and back. */
export function Stopped({ store, state }: { readonly store: WidgetStore; readonly state: WidgetState }) {
  const on = useRef<HTMLButtonElement>(null);
  // The button that ended it is gone: the keyboard comes here.
  useEffect(() => {
    if (document.activeElement === document.body) on.current?.focus({ preventScroll: true });
  }, []);
  const since = askedSince(state);
  return (
    <div className="stopped">
      <div>
        <p role="status">
          {since.length > 0
            ? 'Stopped. The picture and all numbers are still those of the settings before.'
            : 'Stopped.'}
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
