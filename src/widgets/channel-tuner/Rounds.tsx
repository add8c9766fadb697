import { useEffect, useState } from 'react';
import { RunRow } from '#kit/figure/RunRow.tsx';
import { settings } from '#kit/state/settings.ts';
import type { TunerProps } from './drags.ts';
import { gapOf } from './model.ts';
import { lawFor, mostRounds } from './parameters.ts';

/** Milliseconds that a round is shown. */
const pace = 180;
/** Bounds so near are one, in nats. */
const met = 1e-6;

/** The iteration by hand: one round, all of them, and back. */
export function Rounds({ model, values, set, say }: TunerProps) {
  const [isRunning, run] = useState(false);
  const { rounds } = values;
  const isOver = rounds >= mostRounds || gapOf(model.now) < met;
  const goesOn = isRunning && !isOver;
  useEffect(() => {
    if (!goesOn) return;
    const isStill = settings.getState().motion === 'reduced' || matchMedia('(prefers-reduced-motion: reduce)').matches;
    const last = model.trail.findIndex((bounds) => gapOf(bounds) < met);
    const next = isStill ? (last < 0 ? mostRounds : last) : rounds + 1;
    const timer = setTimeout(() => set({ rounds: next }), isStill ? 0 : pace);
    return () => clearTimeout(timer);
  }, [goesOn, rounds, model, set]);
  const { lower, upper } = model.now;
  const even = lawFor([], model.sent.length);
  return (
    <div className="channel-tuner-rounds">
      <RunRow
        running={goesOn}
        done={rounds}
        of={mostRounds}
        counts="Rounds made"
        label={goesOn ? 'Stop' : rounds > 0 ? 'Go on' : 'Run'}
        disabled={isOver}
        says={
          `${rounds === 0 ? 'Before the first round' : `After ${rounds === 1 ? 'one round' : `${say.count(rounds)} rounds`}`} the capacity is ` +
          (upper === null
            ? `at least ${say.information(lower)}; there is no bound from above while a letter that is never sent could arrive as something that never arrives.`
            : upper - lower < met
              ? `${say.information(lower)}: both bounds agree.`
              : `between ${say.amount(lower)} and ${say.information(upper)}.`)
        }
        onStart={() => run(true)}
        onPause={() => run(false)}
        onStep={!isOver && !goesOn && (() => set({ rounds: rounds + 1 }))}
        onStop={
          rounds > 0 &&
          (() => {
            run(false);
            set({ rounds: 0 });
          })
        }
      >
        <button
          type="button"
          disabled={rounds === 0 && even.every((p, x) => Math.abs(p - model.law[x]) < 1e-12)}
          onClick={() => {
            run(false);
            set({ p: even, rounds: 0 });
          }}
        >
          All letters alike
        </button>
      </RunRow>
    </div>
  );
}
