import { useEffect, useId, useState } from 'react';
import { backendNames } from '#contract/backendNames.ts';
import { RunRow } from '#kit/figure/RunRow.tsx';
import { KeepNetwork } from '#kit/host/KeepNetwork.tsx';
import { familyTokens } from '#sim/family.ts';
import { useAlive } from '#kit/state/alive.ts';
import { methodNames } from './describe.ts';
import { ownOf } from './keep.ts';
import { attemptOf, isDone, isOver, networkNow, ownRun, runOf } from './model.ts';
import { longestText, params } from './parameters.ts';
import { Plane } from './Plane.tsx';
import type { ForgettingProps } from './props.ts';
import { member, shortestText } from './texts.ts';

export function View(props: ForgettingProps) {
  const { values, model, set } = props;
  const done = isDone(ownRun(model, values));
  // At the end of what is asked for the training is over: other settings are not to begin by themselves.
  const over = isOver(model, values);
  useEffect(() => {
    if (over) set({ playing: false });
  });
  return (
    <div className="forgetting">
      {values.data === 'own' && <OwnText {...props} />}
      <Transport {...props} done={done} />
      <Plane {...props} />
      <Writes {...props} />
      <KeepRow {...props} />
    </div>
  );
}

/** What happens now, or is going to. */
function stateOf({ model, values, say }: ForgettingProps, step: number, done: boolean): string {
  const { speed, estimate } = model;
  const goal = Number(values.steps);
  const at = `Step ${say.count(step)} of ${say.count(goal)}`;
  if (values.playing && !done) {
    if (step > 0 && speed)
      return `${at}; ${say.count(speed.charactersPerSecond)} characters a second, ${backendNames[speed.backend]}; about ${say.duration(speed.secondsLeft)} left.`;
    return estimate
      ? `About ${say.duration(estimate.seconds)}, ${backendNames[estimate.backend]} …`
      : 'Loading the network, and finding out where it trains fastest …';
  }
  if (done) return `${at}, done. Keep it, or undo it.`;
  if (step > 0) return `${at}, paused.`;
  const given = values.data === 'own' ? '' : ' The paths of the untouched figure were computed beforehand.';
  return `The network of the book, ${say.count(member.parameters)} weights, is loaded when you train it (${Math.ceil(member.bytes / 1000)} kB).${given}`;
}

function Transport(props: ForgettingProps & { readonly done: boolean }) {
  const { model, values, set, done } = props;
  const step = ownRun(model, values)?.live?.state.step ?? 0;
  const running = values.playing && !done;
  return (
    <>
      <RunRow
        {...{ running, done: step, of: Number(values.steps), counts: 'Steps taken' }}
        label={running ? 'Pause' : step > 0 && !done ? 'Go on' : 'Train it here'}
        says={stateOf(props, step, done)}
        notice={model.problem ?? model.notice}
        disabled={done}
        onStart={() => set({ playing: true, attempt: values.attempt + 1 })}
        onPause={() => set({ playing: false })}
      />
    </>
  );
}

function OwnText({ values, set, say }: ForgettingProps) {
  const id = useId();
  const alive = useAlive();
  return (
    <div className="forgetting-text">
      <label htmlFor={id}>
        {params.text.label}, plain English letters, {say.count(shortestText)} to {say.count(longestText)} characters;{' '}
        {say.count(familyTokens(values.text).length)} of them so far
      </label>
      <textarea
        id={id}
        dir="auto"
        rows={5}
        spellCheck={false}
        autoComplete="off"
        maxLength={longestText}
        readOnly={!alive}
        value={values.text}
        onChange={(event) => set({ text: event.target.value, playing: false })}
      />
    </div>
  );
}

/** What the network writes before and after. */
function Writes({ model, values }: ForgettingProps) {
  const run = runOf(model, values);
  return (
    <div className="forgetting-columns">
      <section aria-label="What it writes before">
        <h4>It writes, before</h4>
        <q>{model.sample}</q>
      </section>
      <section aria-label="What it writes after">
        <h4>It writes, after</h4>
        {run?.sample ? <q>{run.sample}</q> : <p className="hint">Nothing yet.</p>}
      </section>
    </div>
  );
}

/** Kept for other figures, as a file, or undone. */
function KeepRow({ model, values, set, trainer }: ForgettingProps) {
  // A sentence about one state of the figure.
  const [note, setNote] = useState({ says: '', of: '' });
  const state = (round: number) => [round, attemptOf(values)].join(' ');
  const says = (said: string, round = values.round) => setNote({ says: said, of: state(round) });
  const network = networkNow(model, values);
  const write = async (then: (file: ArrayBuffer) => string) => {
    if (!network || !trainer) return;
    try {
      const { characters = [] } = await trainer.trail(member.file);
      const step = ownRun(model, values)?.live?.state.step ?? 0;
      const name = `fine-tuned, ${methodNames[values.method]}, ${step} steps`;
      says(then(await trainer.write(ownOf(network, characters, name))));
    } catch (error) {
      says(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <div className="row forgetting-keep">
      <button
        type="button"
        disabled={!network}
        onClick={() => {
          set({ round: values.round + 1, playing: false });
          says(
            'Undone: the weights are those of the book again, bit for bit. The path stays for comparison.',
            values.round + 1,
          );
        }}
      >
        Undo what it learned
      </button>
      <KeepNetwork disabled={!network} use="The figures that read and write texts can use it." write={write} />
      <p className="hint" role="status">
        {note.of === state(values.round) && note.says}
      </p>
    </div>
  );
}
