import { useContext } from 'react';
import type { Gaussian } from '#theory/continuous/gaussian.ts';
import { useAlive } from '#kit/state/alive.ts';
import { FixedContext } from '#kit/state/fixed.ts';
import { distanceOf, placeNames } from './model.ts';
import type { FitProps } from './props.ts';

/** Puts the bump where a divergence is least, or in a valley. */
export function Snap({ model, say, set }: FitProps) {
  const alive = useAlive();
  const fixed = useContext(FixedContext);
  const disabled = fixed.has('mean') || fixed.has('width') || !alive;
  const { best, valleys, q } = model;
  const to = (fit: Gaussian, text: string) => (
    <button
      key={text}
      type="button"
      aria-pressed={distanceOf(q, fit) < 0.01}
      disabled={disabled}
      onClick={() => set({ mean: Number(fit.mean.toFixed(4)), width: Number(fit.deviation.toFixed(4)) })}
    >
      {text}
    </button>
  );
  return (
    <div className="row">
      <div className="row" role="group" aria-label="Where D(p‖q) is least">
        <span>D(p‖q) is least:</span>
        {to(best.fit, `${placeNames[best.place]}, ${say.information(best.relativeEntropy)}`)}
      </div>
      <div className="row" role="group" aria-label="Valleys of D(q‖p)">
        <span>
          {valleys.length === 1 ? 'D(q‖p) has one valley:' : `D(q‖p) has ${say.count(valleys.length)} valleys:`}
        </span>
        {valleys.map(({ fit, place, relativeEntropy }, i) =>
          to(
            fit,
            `${placeNames[place]}, ${say.information(relativeEntropy)}${i === 0 && valleys.length > 1 ? ', the lowest' : ''}`,
          ),
        )}
      </div>
    </div>
  );
}
