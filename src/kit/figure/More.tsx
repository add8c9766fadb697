import { useContext, useLayoutEffect, useRef, type ReactNode } from 'react';
import { FoldsContext } from '#kit/state/folds.ts';

/** All of a figure that is not its first question: folds, each under the question that it answers. */
export function More({ children }: { readonly children: ReactNode }) {
  return (
    <section className="more" aria-label="More">
      <p className="name">More</p>
      {children}
    </section>
  );
}

interface FoldProps {
  readonly question: string;
  /** Parameters whose controls are inside: it opens by itself when a preset, an address or a challenge moves one of them, and closes with the next preset that does not. */
  readonly holds?: readonly string[];
  /** It opens by itself for another reason. */
  readonly asked?: boolean;
  readonly children: ReactNode;
}

/** Can be opened before and without any script, and stays open while values change. */
export function Fold({ question, holds = [], asked = false, children }: FoldProps) {
  const folds = useContext(FoldsContext);
  const { turn, round } = folds;
  const details = useRef<HTMLDetailsElement>(null);
  const isAsked = asked || holds.some((name) => folds.asked.has(name));
  // What is asked for, once for each case: after that the reader may close it. And what the reader opened before the page was alive.
  useLayoutEffect(() => {
    if (isAsked || details.current!.open) turn(question, true, isAsked);
  }, [isAsked, question, turn, round]);
  return (
    <details
      className="fold"
      ref={details}
      open={folds.turned.get(question) ?? isAsked}
      onToggle={(event) => turn(question, event.currentTarget.open)}
    >
      <summary>{question}</summary>
      <div className="folded">{children}</div>
    </details>
  );
}
