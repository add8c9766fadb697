import { useId } from 'react';
import type { Say } from '#contract/say.ts';
import { backendNames } from '#contract/backendNames.ts';
import { isDone, type TrainIt } from './model.ts';
import { params, type Asked } from './parameters.ts';
import type { AliveProps } from './View.tsx';

/** What happens now, or is going to. */
function stateOf(model: TrainIt, { playing }: Asked, say: Say): string {
  const { step, goal, speed, estimate, live } = model;
  const at = `Step ${say.count(step)} of ${say.count(goal)}`;
  if (playing && !isDone(model)) {
    if (!speed || step === 0) return 'Finding out where this trains fastest …';
    const rate = `${say.count(speed.tokensPerSecond)} symbols a second, ${backendNames[speed.backend]}`;
    return `${at}; ${rate}; about ${say.duration(speed.secondsLeft)} left.`;
  }
  if (isDone(model)) return live ? `${at}, done.` : `${at}. It was trained when this book was built.`;
  if (step > 0) return `${at}, paused.`;
  if (!estimate) return '';
  return `About ${say.duration(estimate.seconds)}: ${say.count(estimate.tokensPerSecond)} symbols a second, ${backendNames[estimate.backend]}.`;
}

/** Play, pause, one step, anew; what it is going to take, and how far it is. */
export function Transport({ values, model, say, set, alive }: AliveProps) {
  const id = useId();
  const { playing, round, more, single, pace } = values;
  const done = isDone(model);
  const running = playing && !done;
  const begin = () => set({ round: round + 1, playing: true });
  const goOn = () => set({ playing: true, ...(done && { more: more + 1 }) });
  const cannot = !alive || model.problem !== undefined;
  const label = running
    ? 'Pause'
    : done
      ? model.live
        ? 'As many steps again'
        : 'Train it here'
      : model.step > 0
        ? 'Go on'
        : 'Train';
  return (
    <div className="train-it-transport">
      <div className="row">
        <button
          type="button"
          className="train-it-play"
          disabled={cannot}
          onClick={running ? () => set({ playing: false }) : done && !model.live ? begin : goOn}
        >
          {label}
        </button>
        <button
          type="button"
          disabled={cannot || running || (done && !model.live)}
          onClick={() => set({ single: single + 1 })}
        >
          One step
        </button>
        <button type="button" disabled={cannot || model.step === 0} onClick={begin}>
          Start over
        </button>
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
      </div>
      <progress max={model.goal} value={model.step} aria-label="Steps taken" />
      <p className="train-it-state">{stateOf(model, values, say)}</p>
      {model.problem && (
        <p className="train-it-note" role="status">
          {model.problem}
        </p>
      )}
      {model.notice && (
        <p className="train-it-note" role="status">
          {model.notice}
        </p>
      )}
    </div>
  );
}
