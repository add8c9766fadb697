import type { Say } from '#contract/say.ts';
import { AxisBottom } from '#kit/plot/Axis.tsx';
import { scaleOver, stacked, type Box } from './layout.ts';
import { savedOf, savings, type NewName } from './model.ts';

interface ListsProps {
  readonly model: NewName;
  readonly box: Box;
  readonly say: Say;
}

const radius = 3;
const rowsOf = ({ madeUp, ofItsNovels }: NewName, isWide: boolean) =>
  [
    { label: 'of a made-up name', list: madeUp, by: 'own' },
    { label: 'of a name of its novels', list: ofItsNovels, by: 'own' },
    {
      label: isWide ? 'of another character of that novel' : 'of another in that novel',
      list: ofItsNovels,
      by: 'companion',
    },
    { label: 'of a character of another novel', list: ofItsNovels, by: 'stranger' },
  ] as const;

/** What earlier mentions save at a later mention of a name: a dot for each name, the mean with its standard error below. */
export function Lists({ model, box, say }: ListsProps) {
  const isWide = box.right - box.left > 400;
  const rows = rowsOf(model, isWide).map((row) => ({
    ...row,
    saved: savings(row.list, row.by),
    found: savedOf(row.list, row.by),
  }));
  const looking = savedOf(model.madeUp, 'lookingBack')?.mean;
  const { scale, x } = scaleOver([...rows.flatMap(({ saved }) => saved), looking ?? 0], box, say.unit);
  const rowHeight = (box.bottom - box.top) / rows.length;
  return (
    <g>
      <text className="label strong" x={box.left} y={box.top - 14}>
        Saved at a later mention by earlier ones
      </text>
      {rows.map(({ label, saved, found }, row) => {
        const top = box.top + row * rowHeight;
        const base = top + rowHeight - 20;
        return (
          found && (
            <g key={label}>
              <text className="label" x={box.left} y={top + 12}>
                {label}: {say.amount(found.mean, 1)} ± {say.amount(found.standardError, 1)}
              </text>
              <path className="stroke-quiet new-name-guide" d={`M${x(0)},${top + 18}V${base + 14}`} />
              {stacked(saved.map(x), radius).map((dot, i) => (
                <circle
                  key={i}
                  className="stroke-model new-name-dot"
                  cx={dot.x.toFixed(1)}
                  cy={base - radius - 2 * radius * dot.level}
                  r={radius - 0.4}
                />
              ))}
              <path
                className="stroke-model new-name-mean"
                d={`M${x(found.mean - found.standardError)},${base + 9}H${x(found.mean + found.standardError)}M${x(found.mean)},${base + 4}v10`}
              />
            </g>
          )
        );
      })}
      {looking !== undefined && (
        <g>
          <path
            className="stroke-y new-name-back"
            d={`M${x(looking)},${box.top + rowHeight - 44}V${box.top + rowHeight - 6}`}
          />
          <text className="label ink-y" x={x(looking) - 6} y={box.top + rowHeight - 20} textAnchor="end">
            to one who looks back: {say.amount(looking, 1)}
          </text>
        </g>
      )}
      <AxisBottom scale={scale} at={box.bottom} label={say.unit} ticks={isWide ? 9 : 5} />
    </g>
  );
}
