import { useSyncExternalStore } from 'react';
import type { Engine } from '#contract/engine.ts';
import { isComplete } from '#contract/reading.ts';
import { strideOf } from './parameters.ts';
import type { Props } from './props.ts';
import { rowsOf, stretchesOf } from './windows.ts';

const never = () => () => {};

/** What the engine says of its own speed; nothing on the server, and nothing before it has read. */
function useSpeed(engine: Engine | undefined): number | undefined {
  const status = useSyncExternalStore(
    engine ? (listener) => engine.subscribe(listener) : never,
    () => engine?.status(),
    () => undefined,
  );
  return status?.backends.find(({ state }) => state === 'running')?.tokensPerSecond;
}

/** What reading in windows costs, how far it is, and a way to stop it. */
export function WindowProgress({ values, model, set, say, engine }: Props) {
  const speed = useSpeed(engine);
  const { reading, windowed } = model;
  if (values.source !== 'text' || !isComplete(reading) || reading.ids.length === 0) return null;
  const tokens = reading.ids.length;
  const rows = rowsOf(stretchesOf(tokens, Number(values.window), strideOf(values)));
  const matches = windowed.window === values.window && windowed.stride === values.stride;
  if (matches && windowed.most !== undefined)
    return (
      <p role="status">{`This network looks back over ${say.count(windowed.most)} tokens at most. Choose a smaller window.`}</p>
    );
  const done = matches ? windowed.done : 0;
  const seconds = speed ? rows / speed : 0;
  const about = seconds > 1 ? `, about ${say.count(seconds)} s` : '';
  return (
    <div className="row perplexity-lab-progress">
      <span>{`In these windows the model does ${say.count(rows)} predictions for ${say.count(tokens)} tokens${about}.`}</span>
      {done < tokens && (
        <>
          <progress max={tokens} value={done} aria-label="Read in windows so far" />
          <button type="button" onClick={() => set({ halted: !values.halted })}>
            {values.halted ? 'Go on' : 'Stop'}
          </button>
        </>
      )}
    </div>
  );
}
