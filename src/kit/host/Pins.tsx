import { useId, useRef, useState, type ComponentType } from 'react';
import { kindWords } from '#contract/pin.ts';
import type { Place } from '#contract/places.ts';
import { useAlive } from '#kit/state/alive.ts';
import type { PinPanelProps } from './PinPanel.tsx';
import { useEscape } from './useEscape.ts';

export type PinsProps = Pick<PinPanelProps, 'store' | 'fixed'>;

interface PanelPart {
  readonly PinPanel: ComponentType<PinPanelProps>;
}

/**
 * Part of a figure's toolbar: what the figure holds can be pinned, and what is pinned can be put into it. What the buttons open is
 * loaded with the first press: most readers press none.
 */
export const pinsFrom = (load: () => Promise<PanelPart>) =>
  function Pins({ store, fixed }: PinsProps) {
    const id = useId();
    const [open, setOpen] = useState<'pin' | 'use'>();
    const [said, setSaid] = useState('');
    const [loaded, setLoaded] = useState<PanelPart>();
    const buttons = { pin: useRef<HTMLButtonElement>(null), use: useRef<HTMLButtonElement>(null) };
    const panel = useRef<HTMLDivElement>(null);
    useEscape(panel, () => open && close(''));
    /** The keyboard stands where it opened the panel. */
    function close(words: string) {
      if (open) buttons[open].current?.focus();
      setOpen(undefined);
      setSaid(words);
    }
    // On the server and while the page awakes there is nothing: what nobody can press yet is not drawn.
    if (!useAlive()) return null;
    const all = Object.values(store.spec.places as Readonly<Record<string, Place>>);
    const words = kindWords[all[0].kind];

    const toggle = (which: 'pin' | 'use') => {
      setSaid('');
      setOpen(open === which ? undefined : which);
      if (!loaded)
        void load().then(setLoaded, () => setSaid('Pins could not be loaded. Try again when there is a connection.'));
    };
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
    return (
      <>
        {button('pin', all.length > 1 ? `Pin a ${words}…` : `Pin this ${words}…`)}
        {button('use', 'Use a pin…')}
        <div className="pin-panel" id={`${id}-pins`} hidden={!open} ref={panel}>
          {loaded && <loaded.PinPanel {...{ open, store, fixed, close }} say={setSaid} />}
        </div>
        <p className={loaded || said ? 'pin-said hint' : 'visually-hidden'} role="status">
          {said}
        </p>
      </>
    );
  };
