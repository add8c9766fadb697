import { useEffect, useState } from 'react';

/** Long enough that a drag is announced once, when it rests. */
const rest = 700;

/** The description: seen at once, spoken when it has stopped changing. */
export function Description({ id, text }: { readonly id: string; readonly text: string }) {
  const [spoken, setSpoken] = useState('');
  const [first] = useState(text);
  useEffect(() => {
    if (text === first && spoken === '') return;
    const timer = setTimeout(() => setSpoken(text), rest);
    return () => clearTimeout(timer);
  }, [text, first, spoken]);
  return (
    <>
      <p className="say" id={id}>
        {text}
      </p>
      <p className="visually-hidden" role="status">
        {spoken}
      </p>
    </>
  );
}
