import { useCallback, useEffect, useRef, useState, type PointerEvent } from 'react';
import { settings } from '#kit/state/settings.ts';
import { zoomedAt, suppliedBy, type LawAfter, type Window } from './window.ts';

/** Left of this share of the picture one goes back. */
const turning = 0.12;
/** Milliseconds after which the page is told where the reader stands, if no letter became certain before. */
const telling = 400;

interface Steering {
  readonly window: Window;
  readonly lawAfter: LawAfter;
  /** Bits a second at the right edge. */
  readonly speed: number;
  /** Where the plot is, in the units of the picture. */
  readonly plot: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
  readonly disabled: boolean;
  /** Whether a finger steers; it scrolls the page otherwise. */
  readonly touch: boolean;
  /** Told now and then as long as the pointer is down, each time of all of this hold. */
  onMove(held: Held): void;
}

const wantsStill = () => settings.getState().motion === 'reduced' || matchMedia('(prefers-reduced-motion: reduce)').matches; // prettier-ignore

/** A hold of the pointer so far: where the view stands, and the seconds and nats that it has taken, all since it went down. */
export interface Held {
  readonly window: Window;
  readonly seconds: number;
  readonly lost: number;
}

/** The hold so many seconds on, the pointer being at this share of the picture: faster at the right, back at the left. */
export function heldOn(
  held: Held,
  { x, y }: { x: number; y: number },
  speed: number,
  seconds: number,
  lawAfter: LawAfter,
): Held {
  const rate = x < turning ? (x - turning) / turning : (x - turning) / (1 - turning);
  const window = zoomedAt(held.window, rate < 0 ? 0.5 : y, 2 ** -(rate * speed * seconds), lawAfter);
  const back = (suppliedBy(held.window, lawAfter) ?? 0) - (suppliedBy(window, lawAfter) ?? 0);
  return { window, seconds: held.seconds + seconds, lost: held.lost + (rate < 0 ? Math.max(0, back) : 0) };
}

/** Steers as long as the pointer is down: nothing moves otherwise. Who wants less motion makes one step of one bit with each touch. */
export function useSteering({ window, lawAfter, speed, plot, disabled, touch, onMove }: Steering) {
  const [live, setLive] = useState<Window>();
  const now = useRef({ at: { x: 0, y: 0 }, frame: 0 });
  useEffect(() => () => cancelAnimationFrame(now.current.frame), []);
  // While it is held the network says more laws.
  const known = useRef(lawAfter);
  useEffect(() => {
    known.current = lawAfter;
  }, [lawAfter]);

  const placeOf = (event: PointerEvent<HTMLElement>) => {
    const svg = event.currentTarget.querySelector('svg')!;
    const { left, top, width } = svg.getBoundingClientRect();
    const scale = svg.viewBox.baseVal.width / width;
    const share = (at: number, from: number, to: number) => Math.min(1, Math.max(0, (at * scale - from) / (to - from)));
    return {
      x: share(event.clientX - left, plot.left, plot.right),
      y: share(event.clientY - top, plot.top, plot.bottom),
    };
  };
  return {
    live,
    onPointerMove(event: PointerEvent<HTMLElement>) {
      if (now.current.frame !== 0) now.current.at = placeOf(event);
    },
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (disabled || event.button !== 0 || (event.pointerType === 'touch' && !touch)) return;
      event.preventDefault();
      const at = placeOf(event);
      const begin: Held = { window, seconds: 0, lost: 0 };
      if (wantsStill()) {
        return onMove(heldOn(begin, { x: at.x < turning ? 0 : 1, y: at.y }, 1, 1, lawAfter));
      }
      event.currentTarget.setPointerCapture(event.pointerId);
      cancelAnimationFrame(now.current.frame);
      const begun = performance.now();
      let [held, told, last] = [begin, begun, begun];
      now.current.at = at;
      // This `onMove` is that of the moment when the pointer went down: it adds the whole hold to what had been paid by then.
      const tell = (time: number) => {
        onMove({ ...held, seconds: (time - begun) / 1000 });
        told = time;
      };
      const go = (time: number) => {
        const before = held.window.written;
        // A page that was hidden does not jump.
        held = heldOn(held, now.current.at, speed, Math.min(100, Math.max(0, time - last)) / 1000, known.current);
        last = time;
        setLive(held.window);
        if (held.window.written !== before || time - told > telling) tell(time);
        now.current.frame = requestAnimationFrame(go);
      };
      now.current.frame = requestAnimationFrame(go);
      const field = event.currentTarget;
      const end = () => {
        field.removeEventListener('pointerup', end);
        field.removeEventListener('pointercancel', end);
        cancelAnimationFrame(now.current.frame);
        now.current.frame = 0;
        tell(performance.now());
        setLive(undefined);
      };
      field.addEventListener('pointerup', end);
      field.addEventListener('pointercancel', end);
    },
  };
}

/** A pause counts as so many seconds of writing at most. */
const longest = 5;

/** Seconds since it was last asked, as far as they count. */
export function useClock(): () => number {
  const last = useRef(-Infinity);
  return useCallback(() => {
    const now = performance.now();
    const seconds = Math.min(longest, (now - last.current) / 1000);
    last.current = now;
    return seconds;
  }, []);
}
