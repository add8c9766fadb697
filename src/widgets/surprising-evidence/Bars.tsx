import type { Box, EvidenceProps } from './props.ts';
import { linear } from '#kit/plot/linear.ts';

interface BarsProps extends EvidenceProps {
  readonly box: Box;
  /** Paint over everything positive. */
  readonly hatch: string;
}

const beforeWidth = 46;
/** Room for an amount, with air beside it. */
const widestAmount = 44;
/** Room for the labels on the right. */
const labels = 124;

/**
 * Uncertainty before, and after each result as wide as the result is likely: leveled out, the two bars never reach the line of
 * before.
 */
export function Bars({ model, say, box, hatch }: BarsProps) {
  const { evidence, positive, negative } = model;
  const { entropyBefore, expectedEntropyAfter, mutualInformation } = evidence;
  const y = linear([0, Math.LN2], [box.y + box.height, box.y]);
  const floor = box.y + box.height;
  const [before, average] = [y(entropyBefore), y(expectedEntropyAfter)];
  const group = { x: box.x + beforeWidth + 14, width: box.width - beforeWidth - 14 - labels };
  const end = group.x + group.width;
  const split = group.x + group.width * positive.probability;
  const bars = [
    { sign: '+', entropy: positive.entropy, x: group.x, width: split - group.x },
    { sign: '−', entropy: negative.entropy, x: split, width: end - split },
  ];
  // Names of the two bars: under their middles, unless these are too close together or to an end.
  const border = Math.min(end - 42, Math.max(group.x + 42, split));
  const first = (group.x + border) / 2;
  const names = [first, Math.max((border + end) / 2, first + widestAmount)];
  // Three labels in this order from the top, at least a line apart.
  const middle = Math.min(floor - 20, Math.max(box.y + 20, (before + average) / 2));
  const apart = Math.max(18, (average - before) / 2);
  return (
    <g>
      <g className="axis">
        <text x={box.x} y={box.y - 10}>
          Each result as wide as it is likely
        </text>
      </g>
      <g data-q="hx">
        <rect className="fill-x" x={box.x} y={before} width={beforeWidth} height={floor - before} />
        <path className="stroke-x" d={`M${box.x},${before}H${box.x + beforeWidth}`} />
      </g>
      {bars.map(({ sign, entropy, x, width }, i) => (
        <g key={sign}>
          <rect className="fill-y" x={x} y={y(entropy)} width={width} height={floor - y(entropy)} />
          {i === 0 && <rect fill={hatch} x={x} y={y(entropy)} width={width} height={floor - y(entropy)} />}
          <path className="stroke-y surprising-evidence-solid" d={`M${x},${y(entropy)}h${width}`} />
          <text className="label" x={names[i]} y={floor + 18} textAnchor="middle">
            {width > 60 ? `after ${sign}` : sign}
          </text>
          <text className="label value" x={names[i]} y={floor + 34} textAnchor="middle">
            {say.brief(entropy)}
          </text>
        </g>
      ))}
      <rect
        className="fill-shared"
        data-q="mutual"
        x={group.x}
        y={before}
        width={group.width}
        height={Math.max(0, average - before)}
      />
      <path
        className="stroke-x surprising-evidence-before"
        data-q="hx"
        d={`M${box.x + beforeWidth},${before}H${end + 6}`}
      />
      <path className="surprising-evidence-level" data-q="hxgy" d={`M${group.x},${average}H${end + 6}`} />
      <path className="stroke-quiet" d={`M${box.x},${floor}H${end + 6}`} />
      <text className="label" data-q="hx" x={box.x + beforeWidth / 2} y={floor + 18} textAnchor="middle">
        before
      </text>
      <text className="label value ink-x" data-q="hx" x={box.x + beforeWidth / 2} y={floor + 34} textAnchor="middle">
        {say.brief(entropyBefore)}
      </text>
      <g className="label value" transform={`translate(${end + 10},${middle + 4})`}>
        <circle className="solid-x" data-q="hx" cx={5} cy={-4 - apart} r={4.5} />
        <text className="ink-x" data-q="hx" x={16} y={-apart}>
          before
        </text>
        <path className="stroke-shared surprising-evidence-gain" d="M5,-10V2" />
        <text className="ink-shared" data-q="mutual" x={16}>
          gain {say.amount(mutualInformation)}
        </text>
        <path className="surprising-evidence-average" d={`M0,${apart - 4}l5,-5l5,5l-5,5z`} />
        <text data-q="hxgy" x={16} y={apart}>
          average {say.amount(expectedEntropyAfter)}
        </text>
      </g>
    </g>
  );
}
