import { useSyncExternalStore } from 'react';
import type { Engine, EngineStatus } from '#contract/engine.ts';
import type { Say } from '#contract/say.ts';
import { known, rowsLeft, type ContextReading } from './reading.ts';

interface ProgressProps {
  readonly reading: ContextReading;
  /** The text or the number of targets has changed, and of the new there is nothing yet. */
  readonly stale: boolean;
  readonly engine: Engine | undefined;
  readonly say: Say;
}

const nothing = () => () => {};

/** How far the reading is, and an estimate by the speed that the engine has measured. */
export function Progress({ reading, stale, engine, say }: ProgressProps) {
  const status = useSyncExternalStore<EngineStatus | undefined>(
    engine?.subscribe ?? nothing,
    () => engine?.status(),
    () => undefined,
  );
  if (!engine || stale)
    return <p className="hint">{stale ? 'The model begins to read; this is still the last text.' : ''}</p>;
  const running = status?.backends.find(({ state }) => state === 'running');
  const rows = rowsLeft(reading, running && running.backend !== 'plain' ? Math.max(0, ...reading.contexts) : 0);
  const seconds = running?.tokensPerSecond ? Math.ceil(rows / running.tokensPerSecond) : undefined;
  return (
    <p className="hint">
      {known(reading).length} of {reading.targets.length} tokens are compared
      {seconds === undefined ? '' : `; about ${say.count(seconds)} ${seconds === 1 ? 'second' : 'seconds'} to go`}.
    </p>
  );
}
