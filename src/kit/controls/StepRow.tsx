import { useAlive } from '#kit/state/alive.ts';

interface StepRowProps {
  /** What the steps change, said of the whole row. */
  readonly label: string;
  /** What a step is. */
  readonly what: string;
  readonly at: number;
  readonly last: number;
  readonly disabled: boolean;
  onStep(at: number): void;
}

/** One on, one back, or from the start. */
export function StepRow({ label, what, at, last, disabled: isFixed, onStep }: StepRowProps) {
  const alive = useAlive();
  const disabled = isFixed || !alive;
  return (
    <div className="row" role="group" aria-label={label}>
      <button type="button" disabled={disabled || at === 0} onClick={() => onStep(0)}>
        From the start
      </button>
      <button type="button" disabled={disabled || at === 0} onClick={() => onStep(at - 1)}>
        One {what} back
      </button>
      <button type="button" disabled={disabled || at === last} onClick={() => onStep(at + 1)}>
        One {what} on
      </button>
    </div>
  );
}
