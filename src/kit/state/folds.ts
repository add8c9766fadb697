import { createContext, useCallback, useState } from 'react';

/** What of a figure is unfolded. The host keeps it, so that it outlasts a picture that is drawn anew at another width. */
export interface Folds {
  /** By the question of a fold: whether it has been opened, or closed again. */
  readonly turned: ReadonlyMap<string, boolean>;
  /** Parameters that a preset, an address or a challenge in play asks for. */
  readonly asked: ReadonlySet<string>;
  turn(question: string, open: boolean): void;
}

export const FoldsContext = createContext<Folds>({ turned: new Map(), asked: new Set(), turn: () => {} });

export function useTurned(): Pick<Folds, 'turned' | 'turn'> {
  const [turned, setTurned] = useState<ReadonlyMap<string, boolean>>(new Map());
  const turn = useCallback(
    (question: string, open: boolean) =>
      setTurned((before) => (before.get(question) === open ? before : new Map(before).set(question, open))),
    [],
  );
  return { turned, turn };
}
