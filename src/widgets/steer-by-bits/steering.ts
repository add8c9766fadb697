import { useCallback, useEffect, useRef, useState, type PointerEvent } from 'react';
import { settings } from '#kit/state/settings.ts';
import { zoomedAt, suppliedBy, type LawAfter, type Window } from './window.ts';

/** Left of this share of the picture one goes back. */
const turning = 0.12;
/** Milliseconds after which the page is told where the reader stands, if no letter became certain before. */
const telling = 400;

/** How the view is left: where it stands now, the seconds that went by, the nats that were taken back. */
export type Moved = (window: Window, seconds: number, lost: number) => void;

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
  onMove: Moved;
}

const wantsStill = () => settings.getState().motion === 'reduced' || matchMedia('(prefers-reduced-motion: reduce)').matches; // prettier-ignore

/** Steers as long as the pointer is down: nothing moves otherwise. Who wants less motion makes one step of one bit with each touch. */
export function useSteering({ window, lawAfter, speed, plot, disabled, touch, onMove }: Steering) {
  const [live, setLive] = useState<Window>();
  const now = useRef({ at: { x: 0, y: 0 }, frame: 0 });
  useEffect(() => () => cancelAnimationFrame(now.current.frame), []);

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
  const step = (from: Window, { x, y }: { x: number; y: number }, bits: number) => {
    const rate = x < turning ? (x - turning) / turning : (x - turning) / (1 - turning);
    const next = zoomedAt(from, rate < 0 ? 0.5 : y, 2 ** -(rate * bits), lawAfter);
    const lost = rate < 0 ? Math.max(0, (suppliedBy(from, lawAfter) ?? 0) - (suppliedBy(next, lawAfter) ?? 0)) : 0;
    return { next, lost };
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
      if (wantsStill()) {
        const { next, lost } = step(window, { x: at.x < turning ? 0 : 1, y: at.y }, 1);
        return onMove(next, 1, lost);
      }
      event.currentTarget.setPointerCapture(event.pointerId);
      cancelAnimationFrame(now.current.frame);
      let [shown, lostNow, since, last] = [window, 0, performance.now(), performance.now()];
      now.current.at = at;
      const tell = (time: number) => {
        onMove(shown, (time - since) / 1000, lostNow);
        [lostNow, since] = [0, time];
      };
      const go = (time: number) => {
        // A page that was hidden does not jump.
        const { next, lost } = step(shown, now.current.at, (speed * Math.min(100, Math.max(0, time - last))) / 1000);
        const isLonger = next.written !== shown.written;
        [shown, last, lostNow] = [next, time, lostNow + lost];
        setLive(next);
        if (isLonger || time - since > telling) tell(time);
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
