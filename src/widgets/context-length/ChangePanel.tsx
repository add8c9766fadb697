import { AxisLeft } from '#kit/plot/Axis.tsx';
import type { Say } from '#contract/say.ts';
import type { Comparison } from './comparison.ts';
import { scaleAroundZero, type Box } from './layout.ts';

interface ChangePanelProps {
  readonly found: Comparison;
  readonly box: Box;
  readonly say: Say;
}

/** What the longest context changes for each token, in the order of the text: up is costlier. */
export function ChangePanel({ found, box, say }: ChangePanelProps) {
  const changes = found.targets.map(({ nats }) => nats[found.at[1]] - nats[found.at[0]]);
  const { scale, y } = scaleAroundZero(changes, box, say.unit);
  const step = (box.right - box.left) / changes.length;
  const bars = (wanted: (change: number) => boolean) =>
    changes
      .map((change, i) => {
        if (!wanted(change)) return '';
        const [from, to] = [y(Math.max(0, change)), y(Math.min(0, change))];
        return `M${(box.left + (i + 0.15) * step).toFixed(1)},${from.toFixed(1)}h${(0.7 * step).toFixed(1)}V${to.toFixed(1)}h${(-0.7 * step).toFixed(1)}z`;
      })
      .join('');
  return (
    <g>
      <AxisLeft
        scale={scale}
        at={box.left}
        label={`Change from ${found.shorter} to ${found.longer}, ${say.unit}`}
        ticks={5}
      />
      <path className="solid-y" d={bars((change) => change > 0)} />
      <path className="stroke-quiet context-length-saved" d={bars((change) => change < 0)} />
      <path className="stroke-quiet" d={`M${box.left},${y(0)}H${box.right}`} />
      <text className="label ink-y" x={box.right} y={box.top - 10} textAnchor="end">
        {found.hurt} costlier
      </text>
      <text className="label soft" x={box.right} y={box.bottom + 15} textAnchor="end">
        {changes.filter((change) => change < 0).length} cheaper
      </text>
    </g>
  );
}
