import { useEffect, useRef, useState } from 'react';

/** Less than this says nothing: milliseconds. */
const least = 400;
/** And nobody reads a number that changes more often than this. */
const between = 250;

/** Bytes a second since this source was begun, and seconds that the rest takes; zeros while nothing can be said. */
export function useSpeed(source: object, done: number, all: number, isOver: boolean) {
  const key = JSON.stringify(source);
  const begun = useRef<{ readonly key: string; readonly at: number; readonly done: number }>(undefined);
  const told = useRef(-Infinity);
  const [speed, setSpeed] = useState(0);
  useEffect(() => {
    if (done === 0 || begun.current?.key !== key || done < begun.current.done) {
      begun.current = { key, at: performance.now(), done };
      setSpeed(0);
      return;
    }
    const now = performance.now();
    const spent = now - begun.current.at;
    // A worker’s messages may come in a flood: a change of state for each of them would be more than React bears.
    if (spent < least || now - told.current < between || done === begun.current.done) return;
    told.current = now;
    setSpeed((1000 * (done - begun.current.done)) / spent);
  }, [key, done]);
  return { speed: Math.round(speed), left: isOver || speed === 0 ? 0 : Math.ceil((all - done) / speed) };
}
