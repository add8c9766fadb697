import { useContext, useEffect, useState } from 'react';
import { useAlive } from '#kit/state/alive.ts';
import { FixedContext } from '#kit/state/fixed.ts';

/** What one can do without a pointer. */
export interface Steps {
  onHalf(digit: '0' | '1'): void;
  onBack(): void;
  onCoins(): void;
  onOver(): void;
}

interface ButtonsProps extends Steps {
  readonly atStart: boolean;
  readonly isFull: boolean;
}

const stops = ['0', '1', 'back'] as const;
export type Stop = (typeof stops)[number];
const stopNames: Readonly<Record<Stop, string>> = { '0': 'upper half', '1': 'lower half', back: 'one bit back' };

/** Two keys, the way back, and coins. */
export function Keys({ atStart, isFull, onHalf, onBack, onCoins, onOver }: ButtonsProps) {
  const alive = useAlive();
  const off = useContext(FixedContext).has('written') || !alive;
  return (
    <div className="row" role="group" aria-label="Keys">
      <button type="button" disabled={off || isFull} onClick={() => onHalf('0')}>
        ↑ Upper half
      </button>
      <button type="button" disabled={off || isFull} onClick={() => onHalf('1')}>
        ↓ Lower half
      </button>
      <button type="button" disabled={off || atStart} onClick={onBack}>
        One bit back
      </button>
      <button type="button" disabled={off || isFull} onClick={onCoins}>
        Toss ten coins
      </button>
      <button type="button" disabled={off || atStart} onClick={onOver}>
        Start over
      </button>
    </div>
  );
}

interface SwitchProps extends ButtonsProps {
  /** Seconds that the highlight stays on each choice. */
  readonly pause: number;
  onStop(stop: Stop | undefined): void;
}

/** The highlight goes from choice to choice by itself, once it was started, and one switch takes the one that it is on. */
export function Switch(props: SwitchProps) {
  const { pause, atStart, isFull, onHalf, onBack, onOver, onStop } = props;
  const alive = useAlive();
  const off = useContext(FixedContext).has('written') || !alive;
  const [at, setAt] = useState<number>();
  const running = at !== undefined && !off;
  useEffect(() => {
    if (!running) return undefined;
    const timer = setInterval(() => setAt((now) => ((now ?? 0) + 1) % stops.length), 1000 * pause);
    return () => clearInterval(timer);
  }, [running, pause]);
  const stop = at === undefined ? undefined : stops[at];
  // The picture shows what the switch would take.
  useEffect(() => onStop(stop), [stop, onStop]);
  const take = () => {
    if (stop === undefined) return setAt(0);
    if (stop === 'back') onBack();
    else if (!isFull) onHalf(stop);
    setAt(0);
  };
  return (
    <div className="row" role="group" aria-label="One switch">
      <button type="button" className="start" disabled={off} onClick={take}>
        {stop === undefined ? 'Start the switch' : `Take: ${stopNames[stop]}`}
      </button>
      <button type="button" disabled={off || stop === undefined} onClick={() => setAt(undefined)}>
        Pause
      </button>
      <button type="button" disabled={off || atStart} onClick={onOver}>
        Start over
      </button>
    </div>
  );
}
