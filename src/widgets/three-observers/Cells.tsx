import { useContext } from 'react';
import type { ViewProps } from '#contract/spec.ts';
import { FixedContext } from '#kit/state/fixed.ts';
import { useAlive } from '#kit/state/alive.ts';
import { mostCells, registerOf } from './parameters.ts';
import type { spec } from './spec.ts';

const turned = (digits: readonly number[], at: number) => digits.map((digit, i) => (i === at ? 1 - digit : digit));

/** The register, cell by cell: the seed, and under it which cells are added up for the next digit. */
export function Cells({ model, values, set, say }: ViewProps<typeof spec>) {
  const alive = useAlive();
  const fixed = useContext(FixedContext);
  const { taps, seed } = registerOf(values);
  const whole = (digits: readonly number[], rest: string) => digits.join('') + rest.slice(digits.length, mostCells);
  return (
    <div className="three-observers-cells">
      <p>
        The register. The digit on the left goes out, the others move up, and the sum of the tapped cells, without
        carrying, comes in on the right.{' '}
        {model.period === 1
          ? 'In the end all its digits are alike.'
          : `Its digits come round every ${say.count(model.period ?? 0)} in the end.`}
      </p>
      <ol>
        {seed.map((digit, i) => (
          <li key={i}>
            <button
              type="button"
              disabled={!alive || fixed.has('start')}
              aria-label={`Seed, cell ${i + 1}: ${digit}`}
              onClick={() => set({ start: whole(turned(seed, i), values.start) })}
            >
              {digit}
            </button>
            <button
              type="button"
              disabled={!alive || fixed.has('taps')}
              className="three-observers-tap"
              aria-pressed={taps[i] === 1}
              aria-label={`Tap, cell ${i + 1}`}
              onClick={() => set({ feedback: 'own', taps: whole(turned(taps, i), values.taps) })}
            >
              {taps[i] === 1 ? '⊕' : '·'}
            </button>
          </li>
        ))}
      </ol>
      {values.feedback === 'own' && (
        <button type="button" disabled={!alive || fixed.has('feedback')} onClick={() => set({ feedback: 'longest' })}>
          Taps with the longest period
        </button>
      )}
    </div>
  );
}
