import { useState, useSyncExternalStore } from 'react';
import type { Engine } from '#contract/engine.ts';
import type { Services } from '#contract/spec.ts';

interface WhoReadsProps {
  readonly services: Services;
  onEngine(engine: Engine): void;
}

const never = () => () => {};

/** The choice between the book's reader and the network that the reader of the book has trained, if one is kept. */
export function WhoReads({ services, onEngine }: WhoReadsProps) {
  // What is kept is known only in the browser.
  const own = useSyncExternalStore(
    never,
    () => services.ownReader?.(),
    () => undefined,
  );
  const [isOwn, setIsOwn] = useState(false);
  if (!own) return null;
  return (
    <label className="toggle">
      <input
        type="checkbox"
        checked={isOwn}
        onChange={({ target }) => {
          setIsOwn(target.checked);
          onEngine(target.checked ? own : services.engine);
        }}
      />
      <span>Read with the network that I trained</span>
    </label>
  );
}
