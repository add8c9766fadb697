import { useRef, useState } from 'react';
import type { AnyWidget } from '#contract/spec.ts';
import { remember } from '#kit/state/storage.ts';
import type { WidgetState, WidgetStore } from '#kit/state/store.ts';

type AnyChallenge = AnyWidget['challenges'][number];

interface ChallengeProps {
  readonly challenge: AnyChallenge;
  readonly store: WidgetStore;
  readonly state: WidgetState;
  readonly active: boolean;
  begin(): void;
}

function Challenge({ challenge, store, state, active, begin }: ChallengeProps) {
  const [asked, setAsked] = useState(false);
  const place = useRef<HTMLLIElement>(null);
  /** For buttons that go away when they are pressed: the keyboard stays where they were. */
  const stay = () => place.current?.focus();
  const key = `challenge/${store.spec.id}/${challenge.id}`;
  const score = active ? challenge.score(state.model, state.values) : 0;
  const solved = score >= 1;
  if (solved && remember.get(key) !== 'solved') remember.set(key, 'solved');
  const hint = challenge.hints.find((candidate) => candidate.when(state.model, state.values))?.say;
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
          Take it on
        </button>
      )}
      {active && !solved && (
        <>
          <div className="row">
            <label>
              So far <progress max={1} value={score} />
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
    </li>
  );
}

/** Tasks with a checkable goal; the picture above is where they are solved. */
export function Challenges({ store, state }: { readonly store: WidgetStore; readonly state: WidgetState }) {
  const [active, setActive] = useState<string>();
  const { challenges } = store.spec;
  if (challenges.length === 0) return null;
  return (
    <details className="challenges">
      <summary>{challenges.length === 1 ? 'A challenge' : `${challenges.length} challenges`}</summary>
      <ol>
        {challenges.map((challenge: AnyChallenge) => (
          <Challenge
            key={challenge.id}
            {...{ challenge, store, state }}
            active={active === challenge.id}
            begin={() => {
              setActive(challenge.id);
              store.reset();
              if (challenge.start) store.change(challenge.start);
            }}
          />
        ))}
      </ol>
    </details>
  );
}
