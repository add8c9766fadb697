import { useInsertionEffect, useState } from 'react';
import { asName, kindWords, type Pin } from '#contract/pin.ts';
import { whatChanged, type Place } from '#contract/places.ts';
import { freeName, pins } from '#kit/state/pins.ts';
import type { WidgetStore } from '#kit/state/store.ts';
import { NameField } from './NameField.tsx';
import { adoptPinStyles } from './pinStyles.ts';
import { Thumb } from './Thumb.tsx';
import { usePins } from './usePins.ts';

export interface PinPanelProps {
  /** Which of the two buttons is pressed. */
  readonly open: 'pin' | 'use' | undefined;
  readonly store: WidgetStore;
  /** Parameters that nothing here may change. */
  readonly fixed: ReadonlySet<string>;
  say(words: string): void;
  /** Says these words and leaves the panel. */
  close(words: string): void;
}

/** What the buttons for pins open: a field for the name of a new pin, or the pins that can be put into the figure. */
export function PinPanel({ open, store, fixed, say, close }: PinPanelProps) {
  const places = store.spec.places as Readonly<Record<string, Place>>;
  const [chosen, setChosen] = useState(Object.keys(places)[0]);
  const kept = usePins();
  useInsertionEffect(adoptPinStyles, []);
  const place = places[chosen];
  function pinIt(name: string) {
    const outcome = pins.add({ ...place.get(store.getState().values), name });
    if ('problem' in outcome) return say(outcome.problem);
    const where = outcome.lasts
      ? 'on this computer'
      : 'until this page is closed, since this browser stores nothing here';
    close(`Pinned as “${outcome.pin.name}”: it is kept ${where}.`);
  }
  function use(pin: Pin, change: Readonly<Record<string, unknown>>) {
    if (Object.keys(change).some((key) => fixed.has(key) || store.locked.includes(key)))
      return say(`${place.label} is fixed here, and takes no pin.`);
    store.change(change);
    const held = place.get(store.getState().values);
    close(`“${pin.name}” is now in ${place.label}. ${whatChanged(pin, held)}`.trim());
  }

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
    </>
  );
}
