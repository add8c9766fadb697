import { useEffect, useRef, useState } from 'react';
import { remember } from '#kit/state/storage.ts';
import { story } from './texts.ts';

const key = 'read-my-text/text';
const rest = 600;

export interface KeptText {
  readonly on: boolean;
  readonly notice?: string;
  turn(on: boolean): void;
}

/** Keeps the reader's text on this computer, if the reader says so, and brings it back. */
export function useKeptText(text: string, restore: (text: string) => void): KeptText {
  const [on, setOn] = useState(false);
  const [notice, setNotice] = useState<string>();
  const first = useRef({ text, restore });

  useEffect(() => {
    const stored = remember.get(key);
    if (stored === undefined) return;
    // What is stored is known only in the browser, after the page is alive.
    setOn(true);
    // A text that a link brought comes first.
    if (first.current.text === story && stored !== '') first.current.restore(stored);
  }, []);

  useEffect(() => {
    if (!on) return;
    const timer = setTimeout(() => {
      if (!remember.set(key, text))
        setNotice('This browser refuses to store anything here; the text stays only until the page is closed.');
    }, rest);
    return () => clearTimeout(timer);
  }, [on, text]);

  return {
    on,
    notice,
    turn(next) {
      setOn(next);
      setNotice(next ? undefined : 'Your text is no longer kept on this computer.');
      if (!next) remember.forget(key);
    },
  };
}
