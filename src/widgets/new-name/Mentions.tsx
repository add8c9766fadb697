import type { Say } from '#contract/say.ts';
import { AxisBottom, AxisLeft } from '#kit/plot/Axis.tsx';
import { legendLines, scaleFromZero, type Box } from './layout.ts';
import { mentions } from './passage.ts';
import type { NameReading } from './reading.ts';
import { linear } from '#kit/plot/linear.ts';

interface MentionsProps {
  readonly reading: NameReading;
  readonly box: Box;
  readonly width: number;
  readonly say: Say;
}

/** A line of the legend. */
const entryHeight = 20;

/** What the name costs at each mention: after its own earlier ones, after other names in their place, and to one who looks back. */
export function Mentions({ reading, box, width, say }: MentionsProps) {
  const { own, others, lookingBack } = reading;
  const { scale, y } = scaleFromZero(Math.max(0, ...own, ...others), box, say.unit);
  const x = linear([0.5, mentions + 0.5], [box.left, box.right]);
  const step = x(2) - x(1);
  const bar = Math.min(40, 0.34 * step);
  // The first mention has nothing before it, and one bar.
  const bars = (costs: readonly number[], shift: number, from = 0) =>
    costs
      .map((nats, i) => {
        if (i < from) return '';
        const left = x(i + 1) + (i === 0 ? -0.5 : shift) * bar;
        return `M${left.toFixed(1)},${box.bottom}V${y(nats).toFixed(1)}h${bar.toFixed(1)}V${box.bottom}z`;
      })
      .join('');
  const levels = lookingBack
    .map((nats, i) => `M${(x(i + 1) - 1.25 * bar).toFixed(1)},${y(nats).toFixed(1)}h${(2.5 * bar).toFixed(1)}`)
    .join('');
  const inColumn = legendLines(width) > 1;
  const legend = [
    ['solid-model', 'M0,-9h12v11h-12z', 'after its own mentions'],
    ['stroke-quiet new-name-others', 'M0,-9h12v11h-12z', 'after other names in their place'],
    ['stroke-y new-name-back', 'M-2,-4h18', 'to one who looks back'],
  ];
  return (
    <g>
      <g transform="translate(4,14)">
        {legend.map(([className, path, label], i) => (
          <g key={label} transform={`translate(${inColumn ? 0 : [0, 182, 430][i]},${inColumn ? i * entryHeight : 0})`}>
            <path className={className} d={path} />
            <text className="label" x={22}>
              {label}
            </text>
          </g>
        ))}
      </g>
      <AxisLeft
        scale={scale}
        at={box.left}
        label={`Cost of the name, ${say.unit}`}
        ticks={4}
        grid={box.right - box.left}
      />
      <AxisBottom
        scale={x}
        at={box.bottom}
        label="Mention of the name"
        ticks={mentions}
        format={(k) => (Number.isInteger(k) ? String(k) : '')}
      />
      <g data-q="surprisal">
        <path className="stroke-quiet new-name-others" d={bars(others, 0.1, 1)} />
        <path className="solid-model" d={bars(own, -1.1)} />
      </g>
      <path className="stroke-y new-name-back" d={levels} />
    </g>
  );
}
