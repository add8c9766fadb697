import { useEffect, useRef, useState } from 'react';

/** Long enough that a drag is announced once, when it rests. */
const rest = 700;

interface DescriptionProps {
  readonly id: string;
  readonly text: string;
  /** More is being computed, of which the text will speak. */
  readonly isWorking: boolean;
}

/** The description: seen at once, spoken when it has stopped changing. Until then it keeps the room that it had, so that what is below stands still. */
export function Description({ id, text, isWorking }: DescriptionProps) {
  const words = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (isWorking) return;
    const timer = setTimeout(() => {
      const { style } = words.current!;
      style.minHeight = '';
      style.minHeight = `${words.current!.offsetHeight}px`;
    }, rest);
    return () => clearTimeout(timer);
  }, [text, isWorking]);
  useEffect(() => {
    // Lines break elsewhere at another width; a phone that shows or hides its own bars has the same.
    let width = innerWidth;
    const free = () => {
      if (innerWidth !== width) words.current!.style.minHeight = '';
      width = innerWidth;
    };
    addEventListener('resize', free);
    return () => removeEventListener('resize', free);
  }, []);
  const [spoken, setSpoken] = useState('');
  const [first] = useState(text);
  useEffect(() => {
    if (text === first && spoken === '') return;
    const timer = setTimeout(() => setSpoken(text), rest);
    return () => clearTimeout(timer);
  }, [text, first, spoken]);
  return (
    <>
      <p className="say" id={id} ref={words}>
        {text}
      </p>
      <p className="visually-hidden" role="status">
        {spoken}
      </p>
    </>
  );
}
