import { useId, useSyncExternalStore } from 'react';
import type { BackendState, Engine, EngineStatus } from '#contract/engine.ts';
import type { Say } from '#contract/say.ts';
import { backendNames } from '#contract/backendNames.ts';

function stateOf({ backend, state, tokensPerSecond, reason }: BackendState, say: Say): string {
  if (state === 'absent') return `${backendNames[backend]}: ${reason ?? 'not here'}`;
  if (state === 'failed') return `${backendNames[backend]}: failed`;
  const speed = tokensPerSecond ? ` · ${say.count(tokensPerSecond)} tokens/s` : '';
  return `${backendNames[backend]}${speed}${state === 'starting' ? ' · starting' : ''}`;
}

const nothing = () => () => {};

interface RunsOnProps {
  readonly engine: Engine | undefined;
  readonly say: Say;
}

/** Which backend reads, how fast, and the choice among them. On the server, and until the page is alive, there is none. */
export function RunsOn({ engine, say }: RunsOnProps) {
  const id = useId();
  const status = useSyncExternalStore<EngineStatus | undefined>(
    engine?.subscribe ?? nothing,
    () => engine?.status(),
    () => undefined,
  );
  if (!engine || !status) return <p className="read-my-text-runs">The model runs in your browser.</p>;
  const running = status.backends.find(({ state }) => state === 'running');
  return (
    <div className="row read-my-text-runs">
      <label htmlFor={id}>Runs on</label>
      <select
        id={id}
        value={status.choice}
        onChange={(event) => engine.choose(event.target.value as EngineStatus['choice'])}
      >
        <option value="auto">
          {running && status.choice === 'auto' ? `the fastest here: ${stateOf(running, say)}` : 'the fastest here'}
        </option>
        {status.backends.map((backend) => (
          <option
            key={backend.backend}
            value={backend.backend}
            disabled={backend.state === 'absent' || backend.state === 'failed'}
          >
            {stateOf(backend, say)}
          </option>
        ))}
      </select>
      {status.notice && (
        <p className="read-my-text-note" role="status">
          {status.notice}
        </p>
      )}
    </div>
  );
}
