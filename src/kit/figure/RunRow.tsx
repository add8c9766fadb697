import type { ReactNode } from 'react';
import { useAlive } from '#kit/state/alive.ts';

interface RunRowProps {
  readonly running: boolean;
  /** What has been done, of how much. */
  readonly done: number;
  readonly of: number;
  /** What is counted: `Steps taken`. */
  readonly counts: string;
  /** What the large button does now: `Train`, `Go on`, `Pause`. */
  readonly label: string;
  /** How far it is and how long it takes, or is going to. */
  readonly says: string;
  /** What went wrong, and what was done instead. */
  readonly notice?: string;
  readonly disabled?: boolean;
  onStart(): void;
  onPause(): void;
  /** One step, where there are steps. */
  readonly onStep?: (() => void) | false;
  /** Back to the beginning. */
  readonly onStop?: (() => void) | false;
  /** More that belongs to the run: its pace. */
  readonly children?: ReactNode;
}

/** Something that takes time: one large button, what goes with it, how far it is. */
export function RunRow(props: RunRowProps) {
  const {
    running,
    done,
    of,
    counts,
    label,
    says,
    notice,
    disabled = false,
    onStart,
    onPause,
    onStep,
    onStop,
    children,
  } = props;
  const alive = useAlive();
  return (
    <div className="fig-run">
      <div className="row">
        <button type="button" className="start" disabled={!alive || disabled} onClick={running ? onPause : onStart}>
          {label}
        </button>
        {onStep !== undefined && (
          <button type="button" disabled={!alive || disabled || !onStep} onClick={onStep || undefined}>
            One step
          </button>
        )}
        {onStop !== undefined && (
          <button type="button" disabled={!alive || !onStop} onClick={onStop || undefined}>
            Start over
          </button>
        )}
        {children}
      </div>
      {done > 0 && <progress max={of} value={done} aria-label={counts} />}
      <p className="says">{says}</p>
      {notice && (
        <p className="notice" role="status">
          {notice}
        </p>
      )}
    </div>
  );
}
