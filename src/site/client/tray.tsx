import { useEffect, useId, useInsertionEffect, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { decode, fragmentOf, kindWords, type Decoded, type Pin } from '#contract/pin.ts';
import { pinKey } from '#contract/pinNames.ts';
import { Copyable } from '#kit/host/Copyable.tsx';
import { NameField } from '#kit/host/NameField.tsx';
import { usePins } from '#kit/host/usePins.ts';
import { adoptPinStyles } from '#kit/host/pinStyles.ts';
import { useEscape } from '#kit/host/useEscape.ts';
import { Thumb } from '#kit/host/Thumb.tsx';
import { onOtherTab, pins } from '#kit/state/pins.ts';

/** What the address of this page offers, in its fragment or its query. */
function offered(): Decoded | undefined {
  const text =
    new URLSearchParams(location.hash.slice(1)).get(pinKey) ?? new URLSearchParams(location.search).get(pinKey);
  return text === null ? undefined : decode(text);
}

const addressOf = (pin: Pin) => location.href.replace(/[?#].*$/, '') + fragmentOf(pin);

const size = (pin: Pin) =>
  pin.kind === 'distribution'
    ? `${kindWords[pin.kind]}, ${pin.values.length} ${pin.values.length === 1 ? 'outcome' : 'outcomes'}`
    : pin.kind === 'text'
      ? `${kindWords[pin.kind]}, ${pin.text.length} characters`
      : `${kindWords[pin.kind]}, ${pin.rows.length} by ${pin.rows[0].length}`;

interface RowProps {
  readonly pin: Pin;
  say(words: string): void;
  onErase(): void;
  /** It has just been given this name, and is drawn anew: the keyboard stays with it. */
  readonly isRenamed: boolean;
  onRename(name: string): void;
}

/** One pin, its address and its name. */
function Row({ pin, say, onErase, isRenamed, onRename }: RowProps) {
  const [open, setOpen] = useState<'address' | 'name'>();
  const rename = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isRenamed) rename.current?.focus();
  }, [isRenamed]);
  const toggle = (which: 'address' | 'name') => setOpen(open === which ? undefined : which);
  function submit(name: string) {
    const outcome = pins.rename(pin.name, name);
    if ('problem' in outcome) return say(outcome.problem);
    say(`“${pin.name}” is now called “${outcome.pin.name}”.`);
    rename.current?.focus();
    setOpen(undefined);
    onRename(outcome.pin.name);
  }
  return (
    <>
      <Thumb content={pin} />
      <span>
        {pin.name} <small>{size(pin)}</small>
      </span>
      <div className="row">
        <button type="button" aria-expanded={open === 'address'} onClick={() => toggle('address')}>
          Address<span className="visually-hidden"> of {pin.name}</span>
        </button>
        <button type="button" ref={rename} aria-expanded={open === 'name'} onClick={() => toggle('name')}>
          Rename<span className="visually-hidden"> {pin.name}</span>
        </button>
        <button type="button" onClick={onErase}>
          Erase<span className="visually-hidden"> {pin.name}</span>
        </button>
      </div>
      {open === 'address' && <Copyable label="Whoever opens this is offered the pin" text={addressOf(pin)} />}
      {open === 'name' && (
        <div className="row">
          <NameField isWanted label="New name" name={pin.name} button="Rename it" onName={submit} />
        </div>
      )}
    </>
  );
}

/** What came with the address, until the reader has said what to do with it. */
function Offer({ offer, onDone }: { readonly offer: Decoded; onDone(words: string): void }) {
  if ('problem' in offer)
    return (
      <div className="row">
        <p>The address brings a pin that cannot be used. {offer.problem}</p>
        <button type="button" onClick={() => onDone('')}>
          All right
        </button>
      </div>
    );
  const { pin } = offer;
  const keep = () => {
    const outcome = pins.add(pin);
    onDone('problem' in outcome ? outcome.problem : `Kept as “${outcome.pin.name}”.`);
  };
  return (
    <div className="row">
      <Thumb content={pin} />
      <p>
        The address brings a pin, “{pin.name}” <small>({size(pin)})</small>.
      </p>
      <button type="button" className="go" onClick={keep}>
        Keep it
      </button>
      <button type="button" onClick={() => onDone('It was not kept.')}>
        No
      </button>
    </div>
  );
}

function Tray() {
  const id = useId();
  const list = usePins();
  const [offer, setOffer] = useState(offered);
  const [open, setOpen] = useState(offer !== undefined);
  const [said, setSaid] = useState('');
  /** What was there before the last erasing. */
  const [before, setBefore] = useState<readonly Pin[]>();
  const [renamed, setRenamed] = useState('');
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  useInsertionEffect(adoptPinStyles, []);
  useEscape(panel, () => {
    setOpen(false);
    button.current?.focus();
  });
  useEffect(() => {
    const look = () => {
      const found = offered();
      if (!found) return;
      setOffer(found);
      setOpen(true);
    };
    addEventListener('hashchange', look);
    return () => removeEventListener('hashchange', look);
  }, []);
  if (list.length === 0 && !offer && !before) return null;

  const erase = (change: () => void, words: string) => {
    setBefore(list);
    change();
    setSaid(words);
    button.current?.focus();
  };
  const count = `${list.length} pin${list.length === 1 ? '' : 's'}`;
  return (
    <>
      <button
        type="button"
        ref={button}
        aria-expanded={open}
        aria-controls={`${id}-list`}
        onClick={() => {
          setSaid('');
          setOpen(!open);
        }}
      >
        {count}
      </button>
      <div id={`${id}-list`} hidden={!open} ref={panel}>
        {offer && (
          <Offer
            offer={offer}
            onDone={(words) => {
              setOffer(undefined);
              setSaid(words);
              button.current?.focus();
            }}
          />
        )}
        {list.length > 0 ? (
          <ul aria-label="Pins">
            {list.map((pin) => (
              <li key={pin.name}>
                <Row
                  pin={pin}
                  say={setSaid}
                  isRenamed={renamed === pin.name}
                  onRename={setRenamed}
                  onErase={() => erase(() => pins.erase(pin.name), `“${pin.name}” is erased.`)}
                />
              </li>
            ))}
          </ul>
        ) : (
          !offer && <p>Nothing is pinned.</p>
        )}
        <div className="row">
          {list.length > 1 && (
            <button type="button" onClick={() => erase(pins.eraseAll, `${count} erased.`)}>
              Erase all
            </button>
          )}
          {before && (
            <button
              type="button"
              onClick={() => {
                pins.restore(before);
                setBefore(undefined);
                setSaid('They are back.');
                button.current?.focus();
              }}
            >
              Undo erasing
            </button>
          )}
        </div>
        <p role="status" className="hint">
          {said}
        </p>
      </div>
    </>
  );
}

/** The tray of pins: in the corner of a page, or below the figure in a frame. */
export function showTray(within: HTMLElement) {
  const place = document.createElement('aside');
  place.className = within === document.body ? 'pins' : 'pins flowing';
  place.setAttribute('aria-label', 'Pins');
  within.append(place);
  onOtherTab(pins.reread);
  // A figure may have looked before the first one came.
  pins.reread();
  createRoot(place).render(<Tray />);
}
