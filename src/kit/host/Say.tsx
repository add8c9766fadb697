import { useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react';

/** Long enough that a drag is announced once, when it rests. */
const rest = 700;

// On the server there is no layout, and React warns about layout effects there.
const useBeforePaint = typeof window === 'undefined' ? () => {} : useLayoutEffect;

interface DescriptionProps {
  readonly id: string;
  readonly text: string;
  /** More is being computed, of which the text will speak. */
  readonly isWorking: boolean;
  /** Lies over it, so that nothing below moves. */
  readonly over?: ReactNode;
}

/** The description: seen at once, spoken when it has stopped changing. Until then it keeps the room that it had, so that what is below stands still. */
export function Description({ id, text, isWorking, over }: DescriptionProps) {
  const words = useRef<HTMLParagraphElement>(null);
  const height = useRef<number>(undefined);
  useBeforePaint(() => {
    if (height.current !== undefined) words.current!.style.minHeight = `${height.current}px`;
  }, [text]);
  useEffect(() => {
    if (isWorking) return;
    const settle = () => {
      // While something is pressed nothing moves away under the finger: it would be let go on something else, and no click.
      if (document.querySelector(':active')) return void (timer = setTimeout(settle, rest));
      words.current!.style.minHeight = '';
      height.current = words.current!.offsetHeight;
    };
    let timer = setTimeout(settle, rest);
    return () => clearTimeout(timer);
  }, [text, isWorking]);
  const [spoken, setSpoken] = useState('');
  const [first] = useState(text);
  useEffect(() => {
    if (text === first && spoken === '') return;
    const timer = setTimeout(() => setSpoken(text), rest);
    return () => clearTimeout(timer);
  }, [text, first, spoken]);
  return (
    <>
      {over}
      <p className="say" id={id} ref={words}>
        {text}
      </p>
      <p className="visually-hidden" role="status">
        {spoken}
      </p>
    </>
  );
}
