import { useId, useInsertionEffect, useRef, useState, useSyncExternalStore } from 'react';
import { asName, kindWords, type Pin } from '#contract/pin.ts';
import { whatChanged, type Place } from '#contract/places.ts';
import { useAlive } from '#kit/state/alive.ts';
import { freeName, pins } from '#kit/state/pins.ts';
import type { WidgetStore } from '#kit/state/store.ts';
import { NameField } from './NameField.tsx';
import { adoptPinStyles } from './pinStyles.ts';
import { Thumb } from './Thumb.tsx';
import { useEscape } from './useEscape.ts';

export interface PinsProps {
  readonly store: WidgetStore;
  /** Parameters that nothing here may change. */
  readonly fixed: ReadonlySet<string>;
}

const none: readonly Pin[] = [];
export const usePins = () => useSyncExternalStore(pins.subscribe, pins.list, () => none);

/** Part of a figure's toolbar: what the figure holds can be pinned, and what is pinned can be put into it. */
export function Pins({ store, fixed }: PinsProps) {
  const id = useId();
  const [open, setOpen] = useState<'pin' | 'use'>();
  const [said, setSaid] = useState('');
  const [first] = Object.keys(store.spec.places!);
  const [chosen, setChosen] = useState(first);
  const buttons = { pin: useRef<HTMLButtonElement>(null), use: useRef<HTMLButtonElement>(null) };
  const panel = useRef<HTMLDivElement>(null);
  const kept = usePins();
  useInsertionEffect(adoptPinStyles, []);
  useEscape(panel, () => open && close(open, ''));
  /** Closes the panel; the keyboard stands where it opened it. */
  function close(which: 'pin' | 'use', words: string) {
    buttons[which].current?.focus();
    setOpen(undefined);
    setSaid(words);
  }
  // On the server and while the page awakes there is nothing: what nobody can press yet is not drawn.
  if (!useAlive()) return null;
  const places = store.spec.places as Readonly<Record<string, Place>>;
  const place = places[chosen];
  const words = kindWords[places[first].kind];

  const toggle = (which: 'pin' | 'use') => {
    setSaid('');
    setOpen(open === which ? undefined : which);
  };
  function pinIt(name: string) {
    const outcome = pins.add({ ...place.get(store.getState().values), name });
    if ('problem' in outcome) return setSaid(outcome.problem);
    const where = outcome.lasts
      ? 'on this computer'
      : 'until this page is closed, since this browser stores nothing here';
    close('pin', `Pinned as “${outcome.pin.name}”: it is kept ${where}.`);
  }
  function use(pin: Pin, change: Readonly<Record<string, unknown>>) {
    if (Object.keys(change).some((key) => fixed.has(key) || store.locked.includes(key)))
      return setSaid(`${place.label} is fixed here, and takes no pin.`);
    store.change(change);
    const held = place.get(store.getState().values);
    close('use', `“${pin.name}” is now in ${place.label}. ${whatChanged(pin, held)}`.trim());
  }

  const button = (which: 'pin' | 'use', label: string) => (
    <button
      type="button"
      ref={buttons[which]}
      aria-expanded={open === which}
      aria-controls={`${id}-pins`}
      onClick={() => toggle(which)}
    >
      {label}
    </button>
  );
  const which = (label: string) =>
    Object.keys(places).length > 1 && (
      <label>
        {label}{' '}
        <select value={chosen} onChange={({ target }) => setChosen(target.value)}>
          {Object.entries(places).map(([key, { label }]) => (
            <option key={key} value={key}>
              {label}
            </option>
          ))}
        </select>
      </label>
    );
  const fitting = kept.filter(({ kind }) => kind === place.kind);
  const others = kept.length - fitting.length;
  return (
    <>
      {button('pin', Object.keys(places).length > 1 ? `Pin a ${words}…` : `Pin this ${words}…`)}
      {button('use', 'Use a pin…')}
      <div className="pin-panel" id={`${id}-pins`} hidden={!open} ref={panel}>
        {open === 'pin' && (
          <div className="row">
            {which('Pin')}
            <NameField
              key={chosen}
              label="Name"
              name={freeName(asName(place.label), kept)}
              button="Pin it"
              onName={pinIt}
            />
          </div>
        )}
        {open === 'use' && (
          <>
            {which('Put it into')}
            {fitting.length > 0 ? (
              <ul aria-label={`Put into ${place.label}`}>
                {fitting.map((pin) => {
                  const change = place.put(pin, store.getState().values);
                  return (
                    <li key={pin.name}>
                      <button
                        type="button"
                        disabled={typeof change === 'string'}
                        onClick={() => typeof change !== 'string' && use(pin, change)}
                      >
                        <Thumb content={pin} />
                        {pin.name}
                      </button>
                      {typeof change === 'string' && <small> {change}</small>}
                    </li>
                  );
                })}
              </ul>
            ) : (
              <p className="hint">
                No {kindWords[place.kind]} is pinned yet. Pin one here or in another figure, and it can be put in here.
              </p>
            )}
            {others > 0 && (
              <p className="hint">
                {others} other {others > 1 ? 'pins are' : 'pin is'} no {kindWords[place.kind]}.
              </p>
            )}
          </>
        )}
      </div>
      <p className="pin-said hint" role="status">
        {said}
      </p>
    </>
  );
}
