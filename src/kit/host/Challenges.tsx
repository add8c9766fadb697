import { useRef, useState } from 'react';
import type { AnyWidget } from '#contract/spec.ts';
import { defaultValues } from '#contract/values.ts';
import { useAlive } from '#kit/state/alive.ts';
import { remember } from '#kit/state/storage.ts';
import { isWhole, type WidgetState, type WidgetStore } from '#kit/state/store.ts';

type AnyChallenge = AnyWidget['challenges'][number];

interface ChallengeProps {
  readonly challenge: AnyChallenge;
  readonly store: WidgetStore;
  readonly state: WidgetState;
  /** The score at which it was begun, if it is being worked on. */
  readonly from: number | undefined;
  begin(): void;
}

function Challenge({ challenge, store, state, from, begin }: ChallengeProps) {
  const [asked, setAsked] = useState(false);
  /** The last values that solved it on this visit, to come back to. */
  const [solution, setSolution] = useState<WidgetState['values']>();
  const alive = useAlive();
  const place = useRef<HTMLLIElement>(null);
  /** For buttons that go away when they are pressed: the keyboard stays where they were. */
  const stay = () => place.current?.focus();
  const key = `challenge/${store.spec.id}/${challenge.id}`;
  const active = from !== undefined;
  /** What is still being computed proves nothing. */
  const isComputed = isWhole(state);
  const score = active && isComputed ? challenge.score(state.model, state.values) : 0;
  const solved = score >= 1;
  if (solved && solution !== state.values) setSolution(state.values);
  if (solved && remember.get(key) !== 'solved') remember.set(key, 'solved');
  const before = alive && !active && remember.get(key) === 'solved';
  const hint = challenge.hints.find((candidate) => candidate.when(state.model, state.asked))?.say;
  return (
    <li className="challenge" data-challenge={challenge.id} data-solved={solved || undefined} ref={place} tabIndex={-1}>
      <p>{challenge.task}</p>
      {!active && (
        <button
          type="button"
          onClick={() => {
            stay();
            begin();
          }}
        >
          {before ? 'Take it on again' : 'Take it on'}
        </button>
      )}
      {before && <span className="solved"> Solved before.</span>}
      {active && !solved && (
        <>
          <div className="row">
            <label>
              So far <progress max={1} value={from < 1 ? Math.max(0, (score - from) / (1 - from)) : 0} />
            </label>
            <button type="button" onClick={() => setAsked(true)} aria-disabled={asked}>
              Hint
            </button>
            <button
              type="button"
              onClick={() => {
                stay();
                store.change(challenge.solution);
              }}
            >
              Show me
            </button>
          </div>
          {asked && (
            <p className="hint" role="status">
              {hint ?? 'Move one thing at a time and watch which way the bar goes.'}
            </p>
          )}
        </>
      )}
      {solved && (
        <p className="solved" role="status">
          <b>Solved.</b> {challenge.solved}
        </p>
      )}
      {active && isComputed && !solved && solution && (
        <p className="solved">
          <b>Solved</b>, and changed since.{' '}
          <button
            type="button"
            onClick={() => {
              stay();
              store.change(solution);
            }}
          >
            Show what solved it
          </button>
        </p>
      )}
    </li>
  );
}

interface ChallengesProps {
  readonly store: WidgetStore;
  readonly state: WidgetState;
  /** Whether values agree with what the host of the page has locked. */
  fits(change: Readonly<Record<string, unknown>>): boolean;
  onBegin(challenge: AnyChallenge): void;
}

type AnyValues = WidgetState['values'];

/** In how many choices a challenge begins elsewhere than at these values. */
function farFrom({ spec }: WidgetStore, { start }: AnyChallenge, values: AnyValues): number {
  const begins: AnyValues = { ...defaultValues(spec.params), ...start };
  return Object.keys(begins).filter((key) => spec.params[key].kind === 'choice' && begins[key] !== values[key]).length;
}

/** Tasks with a checkable goal; the picture above is where they are solved. One is in sight, the others are folded. */
export function Challenges({ store, state, fits, onBegin }: ChallengesProps) {
  const [active, setActive] = useState<{ readonly id: string; readonly from: number }>();
  // In sight is one about what the figure began with.
  const [begun] = useState(state.values);
  const challenges = store.spec.challenges
    .filter(({ start, solution }) => fits({ ...start, ...solution }))
    .sort((a, b) => farFrom(store, a, begun) - farFrom(store, b, begun));
  if (challenges.length === 0) return null;
  const item = (challenge: AnyChallenge) => (
    <Challenge
      key={challenge.id}
      {...{ challenge, store, state }}
      from={active?.id === challenge.id ? active.from : undefined}
      begin={() => {
        onBegin(challenge);
        store.begin(challenge.start ?? {});
        const { model, values } = store.getState();
        setActive({ id: challenge.id, from: challenge.score(model, values) });
      }}
    />
  );
  const [first, ...more] = challenges;
  return (
    <section className="challenges" aria-label="Challenges">
      <p className="name">{more.length === 0 ? 'A challenge' : `${challenges.length} challenges`}</p>
      <ol>{item(first)}</ol>
      {more.length > 0 && (
        <details>
          <summary>{more.length === 1 ? 'One more challenge' : `${more.length} more challenges`}</summary>
          <ol start={2}>{more.map(item)}</ol>
        </details>
      )}
    </section>
  );
}
