import { useState } from 'react';
import type { AnyWidget } from '#contract/spec.ts';
import { Fold } from '#kit/figure/More.tsx';

type AnyPreset = AnyWidget['presets'][number];

interface PresetsProps {
  readonly presets: readonly AnyPreset[];
  /** The one on display. */
  readonly current: AnyPreset | undefined;
  show(preset: AnyPreset): void;
}

/** More cases than this are folded: nobody chooses among nine. */
const inSight = 5;

export function Presets({ presets, current, show }: PresetsProps) {
  // When something moves, the words of the case go and their room stays: what is below would jump under the finger.
  const [last, setLast] = useState(current);
  if (current && current !== last) setLast(current);
  if (presets.length === 0) return null;
  const button = (preset: AnyPreset) => (
    <button type="button" key={preset.id} aria-pressed={preset === current} onClick={() => show(preset)}>
      {preset.title}
    </button>
  );
  const [first, rest] = [presets.slice(0, inSight), presets.slice(inSight)];
  return (
    <div className="presets" role="group" aria-label="Cases worth a look">
      {first.map(button)}
      {rest.length > 0 && (
        <Fold question="More cases" asked={current !== undefined && rest.includes(current)}>
          {rest.map(button)}
        </Fold>
      )}
      <p className={current ? 'hint' : 'hint gone'}>{(current ?? last)?.why ?? ''}</p>
    </div>
  );
}
