import { useEffect, useState, type ReactNode } from 'react';

/** What waits to be drawn, in the order in which it came into sight. */
const waiting = new Set<() => void>();
let isRunning = false;

function drawNext(): void {
  const [next] = waiting;
  isRunning = next !== undefined;
  if (!next) return;
  waiting.delete(next);
  next();
  requestAnimationFrame(drawNext);
}

/** Calls back in a frame of its own, unless it is forgotten before. */
function inItsOwnFrame(callback: () => void): () => void {
  waiting.add(callback);
  if (!isRunning) {
    isRunning = true;
    requestAnimationFrame(drawNext);
  }
  return () => waiting.delete(callback);
}

interface GraduallyProps {
  /** Whether to begin with the rough version. */
  readonly lazy: boolean;
  readonly rough: string;
  readonly children: ReactNode;
  onDrawn(): void;
}

/**
 * A piece of a long text that comes into sight: at once as plain text, then as its tokens, one piece a frame, so that a leap
 * through the text does not keep the page busy for longer than a frame.
 */
export function Gradually({ lazy, rough, children, onDrawn }: GraduallyProps) {
  const [isRough, setRough] = useState(lazy);
  useEffect(() => {
    if (isRough) return inItsOwnFrame(() => setRough(false));
    onDrawn();
    return undefined;
  }, [isRough, onDrawn]);
  return isRough ? <span className="token open">{rough}</span> : children;
}
