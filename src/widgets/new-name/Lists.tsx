import type { Say, Unit } from '#contract/say.ts';
import { AxisBottom } from '#kit/plot/Axis.tsx';
import { scaleOver, stacked, type Box } from './layout.ts';
import { savedOf, savings, type NewName } from './model.ts';

const radius = 3;
/** Above the dots of a row its label, in the first one also that of the mark; below them the mean. The least room for dots. */
const [labelHeight, markHeight, below, leastDots] = [20, 18, 20, 36];

/** What earlier mentions save, row by row: each as high as its dots lie, on one scale. */
export function rowsOf(model: NewName, box: Pick<Box, 'top' | 'left' | 'right'>, unit: Unit) {
  const isWide = box.right - box.left > 400;
  const { madeUp, ofItsNovels } = model;
  const lists = [
    { label: 'of a made-up name', list: madeUp, by: 'own' },
    { label: 'of a name of its novels', list: ofItsNovels, by: 'own' },
    {
      label: isWide ? 'of another character of that novel' : 'of another in that novel',
      list: ofItsNovels,
      by: 'companion',
    },
    { label: 'of a character of another novel', list: ofItsNovels, by: 'stranger' },
  ] as const;
  const looking = savedOf(madeUp, 'lookingBack')?.mean;
  const saved = lists.map(({ list, by }) => savings(list, by));
  const { scale, x } = scaleOver([...saved.flat(), looking ?? 0], box, unit);
  let bottom = box.top;
  const rows = lists.map(({ label, list, by }, i) => {
    const dots = stacked(saved[i].map(x), radius);
    const top = bottom;
    const highest = 2 * radius * (1 + Math.max(0, ...dots.map(({ level }) => level)));
    const first = top + labelHeight + (i === 0 ? markHeight : 0);
    const base = first + Math.max(leastDots, highest);
    bottom = base + below;
    return { label, dots, top, first, base, found: savedOf(list, by) };
  });
  return { rows, looking, isWide, scale, x, bottom };
}

interface ListsProps {
  readonly rows: ReturnType<typeof rowsOf>;
  readonly box: Box;
  readonly say: Say;
}

/** What earlier mentions save at a later mention of a name: a dot for each name, the mean with its standard error below. */
export function Lists({ rows: { rows, looking, isWide, scale, x }, box, say }: ListsProps) {
  return (
    <g>
      <text className="label strong" x={box.left} y={box.top - 14}>
        Saved at a later mention by earlier ones
      </text>
      {rows.map(
        ({ label, dots, top, first, base, found }) =>
          found && (
            <g key={label}>
              <text className="label" x={box.left} y={top + 12}>
                {label}: {say.amount(found.mean, 1)} ± {say.amount(found.standardError, 1)}
              </text>
              <path className="stroke-quiet new-name-guide" d={`M${x(0)},${first}V${base + 14}`} />
              {dots.map((dot, i) => (
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
          ),
      )}
      {looking !== undefined && (
        <g>
          <path className="stroke-y new-name-back" d={`M${x(looking)},${rows[0].first}V${rows[0].base + 14}`} />
          <text className="label ink-y" x={x(looking) + 4} y={rows[0].first - 5} textAnchor="end">
            to one who looks back: {say.amount(looking, 1)}
          </text>
        </g>
      )}
      <AxisBottom scale={scale} at={box.bottom} label={say.unit} ticks={isWide ? 9 : 5} />
    </g>
  );
}
