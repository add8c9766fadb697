import { createContext, useCallback, useState } from 'react';

/** What of a figure is unfolded. The host keeps it, so that it outlasts a picture that is drawn anew at another width. */
export interface Folds {
  /** By the question of a fold: whether it has been opened, or closed again. */
  readonly turned: ReadonlyMap<string, boolean>;
  /** Parameters that a preset, an address or a challenge in play asks for. */
  readonly asked: ReadonlySet<string>;
  /** How often a case was chosen, or all was reset. */
  readonly round: number;
  /** `byItself`: nobody but what is asked for has opened it. */
  turn(question: string, open: boolean, byItself?: boolean): void;
}

export const FoldsContext = createContext<Folds>({ turned: new Map(), asked: new Set(), round: 0, turn: () => {} });

interface Turned extends Pick<Folds, 'turned' | 'round' | 'turn'> {
  /** Another case was chosen: what opened by itself for the one before is forgotten. */
  anew(): void;
}

interface Kept {
  readonly turned: ReadonlyMap<string, boolean>;
  readonly byItself: ReadonlySet<string>;
  readonly round: number;
}

export function useTurned(): Turned {
  const [{ turned, round }, setKept] = useState<Kept>({ turned: new Map(), byItself: new Set(), round: 0 });
  const turn = useCallback(
    (question: string, open: boolean, byItself = false) =>
      setKept((before) => {
        // The element reports what was done to it, too.
        if (before.turned.get(question) === open) return before;
        const own = new Set(before.byItself);
        if (byItself) own.add(question);
        else own.delete(question);
        return { ...before, turned: new Map(before.turned).set(question, open), byItself: own };
      }),
    [],
  );
  const anew = useCallback(
    () =>
      setKept((before) => ({
        turned: new Map([...before.turned].filter(([question]) => !before.byItself.has(question))),
        byItself: new Set(),
        round: before.round + 1,
      })),
    [],
  );
  return { turned, round, turn, anew };
}
