import { useEffect, useState } from 'react';
import type { WidgetState, WidgetStore } from '#kit/state/store.ts';

/** A work that is over before this many milliseconds is not spoken of. */
const patience = 400;

const seconds = (milliseconds: number) => {
  const count = Math.max(1, Math.round(milliseconds / 1000));
  return `about ${count} second${count === 1 ? '' : 's'} left`;
};

/**
 * How far a long computation is, how long the rest takes, and a way to stop it. The picture shows the last state that was computed.
 * It lies over the description, which tells of that state, so that nothing below moves as it comes and goes.
 */
export function Working({ store, working }: { readonly store: WidgetStore; readonly working: WidgetState['working'] }) {
  const [now, setNow] = useState(0);
  const isWorking = working !== undefined;
  useEffect(() => {
    if (!isWorking) return;
    const timer = setInterval(() => setNow(performance.now()), patience);
    return () => clearInterval(timer);
  }, [isWorking]);
  const spent = working ? now - working.since : 0;
  if (!working || spent < patience) return null;
  const left = working.share > 0.02 ? seconds((spent * (1 - working.share)) / working.share) : 'estimating';
  return (
    <div className="working">
      <div>
        <label>
          Computing, {Math.round(100 * working.share)} %, {left} <progress max={1} value={working.share} />
        </label>
        <button type="button" onClick={store.stopWork}>
          Stop
        </button>
      </div>
    </div>
  );
}
