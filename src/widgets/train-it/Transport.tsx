import { useId } from 'react';
import type { Say } from '#contract/say.ts';
import { backendNames } from '#contract/backendNames.ts';
import { RunRow } from '#kit/figure/RunRow.tsx';
import { useAlive } from '#kit/state/alive.ts';
import { isDone, type TrainIt } from './model.ts';
import { params, type Asked } from './parameters.ts';
import type { TrainProps } from './props.ts';

/** What happens now, or is going to. */
function stateOf(model: TrainIt, { playing }: Asked, say: Say): string {
  const { step, goal, speed, estimate } = model;
  const at = `Step ${say.count(step)} of ${say.count(goal)}`;
  if (playing && !isDone(model)) {
    if (!speed || step === 0) return 'Finding out where this trains fastest …';
    const rate = `${say.count(speed.tokensPerSecond)} symbols a second, ${backendNames[speed.backend]}`;
    return `${at}; ${rate}; about ${say.duration(speed.secondsLeft)} left.`;
  }
  if (isDone(model)) return `${at}, done.`;
  if (step > 0) return `${at}, paused.`;
  if (!estimate) return '';
  return `About ${say.duration(estimate.seconds)}: ${say.count(estimate.tokensPerSecond)} symbols a second, ${backendNames[estimate.backend]}.`;
}

/** Train, pause, one step, anew; what it is going to take, and how far it is. */
export function Transport({ values, model, say, set }: TrainProps) {
  const id = useId();
  const alive = useAlive();
  const { playing, round, more, single, pace } = values;
  const done = isDone(model);
  const running = playing && !done;
  return (
    <RunRow
      {...{ running, done: model.step, of: model.goal, counts: 'Steps taken' }}
      label={running ? 'Pause' : done ? 'As many steps again' : model.step > 0 ? 'Go on' : 'Train'}
      says={stateOf(model, values, say)}
      notice={model.problem ?? model.notice}
      disabled={model.problem !== undefined}
      onStart={() => set({ playing: true, ...(done && { more: more + 1 }) })}
      onPause={() => set({ playing: false })}
      onStep={!running && (() => set({ single: single + 1 }))}
      onStop={model.step > 0 && (() => set({ round: round + 1, playing: false }))}
    >
      <label htmlFor={id}>{params.pace.label}</label>
      <select
        id={id}
        value={pace}
        disabled={!alive}
        onChange={(event) => set({ pace: event.target.value as typeof pace })}
      >
        {params.pace.options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </RunRow>
  );
}
