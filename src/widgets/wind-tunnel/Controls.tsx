import { useId } from 'react';
import { backendNames } from '#contract/backendNames.ts';
import { NumberControl } from '#kit/controls/NumberControl.tsx';
import { ChoiceControl, SeedControl, ToggleControl } from '#kit/controls/SmallControls.tsx';
import { useAlive } from '#kit/state/alive.ts';
import { stepsOf } from './amounts.ts';
import { freshSequences } from './fresh.ts';
import { params, symbolsOf, type Asked } from './parameters.ts';
import { mostSteps } from './run.ts';
import { readTyped } from './sequence.ts';
import { isOtherPrior, liveOf } from './state.ts';
import type { TunnelProps } from './props.ts';

/** From which prior the sequence is drawn, and which one: what is always at hand. */
export function Prior({ values: { alpha, source, seed }, set }: TunnelProps) {
  const drawn = source === 'drawn' || source === 'second-order';
  return (
    <div className="wind-tunnel-settings">
      <NumberControl parameter={params.alpha} value={alpha} onChange={(next) => set({ alpha: next })} />
      {source !== 'typed' && (
        <SeedControl
          parameter={{ ...params.seed, label: drawn ? 'Seed' : 'Variant' }}
          value={seed}
          onChange={(next) => set({ seed: next })}
        />
      )}
    </div>
  );
}

/** What kind of sequence, and which network reads it. */
export function Sequence({ values, set }: TunnelProps) {
  const id = useId();
  const alive = useAlive();
  const { source } = values;
  const { problems } = readTyped(source === 'typed' ? values.typed : '', symbolsOf(values));
  return (
    <div className="wind-tunnel-choices">
      <ChoiceControl
        parameter={params.source}
        value={source}
        onChange={(next) => set({ source: next as Asked['source'] })}
      />
      <ChoiceControl
        parameter={params.network}
        value={values.network}
        onChange={(network) =>
          set({
            network: network as Asked['network'],
            checkpoint: params.checkpoint.default,
            playing: false,
            stepped: 0,
          })
        }
      />
      {values.network === 'markov-2-8' && (
        <NumberControl parameter={params.symbols} value={values.symbols} onChange={(symbols) => set({ symbols })} />
      )}
      {source === 'typed' ? (
        <div className="wind-tunnel-typed">
          <label htmlFor={id}>{params.typed.label}</label>
          <textarea
            id={id}
            rows={2}
            spellCheck={false}
            autoComplete="off"
            autoCapitalize="off"
            maxLength={params.typed.maximumLength}
            readOnly={!alive}
            value={values.typed}
            aria-invalid={problems.length > 0 ? true : undefined}
            aria-describedby={problems.length > 0 ? `${id}-problem` : undefined}
            onChange={(event) => set({ typed: event.target.value })}
          />
          {problems.length > 0 && (
            <p className="problem" id={`${id}-problem`} role="status">
              {problems.join(' ')}
            </p>
          )}
        </div>
      ) : (
        <NumberControl parameter={params.length} value={values.length} onChange={(length) => set({ length })} />
      )}
    </div>
  );
}

/** The network on display, and how to train it on. */
export function Training({ model, values, say, set }: TunnelProps) {
  const { trail } = model;
  const alive = useAlive();
  const live = liveOf(model, values);
  const { shipped, own } = stepsOf(model, values);
  const { playing } = values;
  const last = trail ? trail.checkpoints.length - 1 : params.checkpoint.max;
  return (
    <div className="wind-tunnel-training">
      <p>
        {trail ? (
          <>
            <b>
              Step {say.count(shipped)}
              {own > 0 && ` + ${say.count(own)} of yours`}
            </b>{' '}
            · {say.count(trail.parameters)} parameters
          </>
        ) : (
          'The network has not arrived yet.'
        )}
      </p>
      <div className="row">
        <button
          type="button"
          disabled={!alive || !trail}
          aria-pressed={playing}
          onClick={() => set({ playing: !playing })}
        >
          {playing ? 'Pause' : own > 0 ? 'Train on' : 'Train from here'}
        </button>
        <button
          type="button"
          disabled={!alive || !trail || playing}
          onClick={() => set({ stepped: (live?.stepped ?? 0) + 1 })}
        >
          One step
        </button>
        <button
          type="button"
          aria-disabled={!live}
          onClick={() =>
            live && set({ playing: false, stepped: 0, checkpoint: values.checkpoint === last ? last + 1 : last })
          }
        >
          To the end of the trail
        </button>
      </div>
      <p className="hint wind-tunnel-live">
        {live
          ? `${say.count(own)} of ${say.count(mostSteps)} steps; training loss ${say.information(live.loss, 3)}; ${say.count(live.tokensPerSecond)} tokens a second${live.backend ? `, ${backendNames[live.backend]}` : ''}${playing && own < mostSteps ? `; about ${say.duration(live.secondsLeft)} left` : ''}.`
          : playing
            ? 'Finding out where this trains fastest …'
            : `Not trained here yet; ${say.count(mostSteps)} steps at most.`}
      </p>
      {live?.notice && <p role="status">{live.notice}</p>}
      <div className="wind-tunnel-settings">
        <NumberControl
          parameter={{ ...params.checkpoint, max: last }}
          value={Math.min(values.checkpoint, last)}
          onChange={(checkpoint) => set({ checkpoint, playing: false, stepped: 0 })}
        />
        <NumberControl parameter={params.rate} value={values.rate} onChange={(rate) => set({ rate })} />
        <NumberControl parameter={params.pace} value={values.pace} onChange={(pace) => set({ pace })} />
        {isOtherPrior(values) && (
          <ToggleControl
            parameter={params.onDisplay}
            value={values.onDisplay}
            onChange={(onDisplay) => set({ onDisplay })}
          />
        )}
      </div>
    </div>
  );
}

/** Whether there is anything left to compute, in words. */
export function progressOf({ model, values }: TunnelProps): string | undefined {
  const { settled, fresh, phases, trail, computed, shown } = model;
  if (settled || values.playing) return undefined;
  if (!shown) return 'The network is on its way.';
  if (!fresh || fresh.sequences < freshSequences)
    return `${fresh?.sequences ?? 0} of ${freshSequences} fresh sequences read.`;
  const open = trail ? trail.checkpoints.length - phases.points.filter(Boolean).length : 0;
  if (open > 0) return `${open} checkpoints are still to be compared with the learners.`;
  return computed < 1 ? `Exact expected losses: ${Math.round(100 * computed)} percent.` : undefined;
}
