import { scaleLinear, max } from 'd3';
import { useMemo, type PointerEvent } from 'react';
import { unknown, type Reading } from '#contract/reading.ts';
import { natsPer, type Say } from '#contract/say.ts';
import { AxisLeft } from '#kit/plot/Axis.tsx';
import { pointIn } from '#kit/plot/Handle.tsx';

/** Some consecutive tokens: the mean of what is known of them, and the most surprising. */
interface Bucket {
  readonly from: number;
  readonly surprisal: number;
  readonly entropy: number;
  readonly peak: number;
  readonly read: boolean;
}

function bucketsOf({ surprisal, entropy, entropyAtMost }: Reading, size: number): Bucket[] {
  const buckets: Bucket[] = [];
  for (let from = 0; from < surprisal.length; from += size) {
    let [cost, count, expected, bounded, peak] = [0, 0, 0, 0, from];
    for (let t = from; t < Math.min(from + size, surprisal.length); t++) {
      if (surprisal[t] === unknown) continue;
      cost += surprisal[t];
      count++;
      if (surprisal[t] > surprisal[peak]) peak = t;
      // A lower bound alone would draw the line too low.
      if (entropy[t] === unknown || (entropyAtMost && entropyAtMost[t] !== entropy[t])) continue;
      expected += entropy[t];
      bounded++;
    }
    buckets.push({
      from,
      surprisal: count > 0 ? cost / count : 0,
      entropy: bounded > 0 ? expected / bounded : unknown,
      peak,
      read: count > 0,
    });
  }
  return buckets;
}

const margin = { top: 26, right: 8, bottom: 6, left: 34 };
const height = 150;
/** Bars are no narrower and no wider than this. */
const [narrowest, widest] = [3, 16];

interface AlongTextProps {
  readonly reading: Reading;
  readonly selected: number;
  readonly width: number;
  readonly say: Say;
  onSelect(token: number): void;
}

/** Surprisal as bars, entropy as a line, from the beginning of the text to its end: where do bars outgrow the line? */
export function AlongText({ reading, selected, width, say, onSelect }: AlongTextProps) {
  const room = width - margin.left - margin.right;
  const tokens = reading.ids.length;
  const size = Math.max(1, Math.ceil(tokens / Math.floor(room / narrowest)));
  const buckets = useMemo(() => bucketsOf(reading, size), [reading, size]);
  const step = Math.min(widest, room / Math.max(1, buckets.length));
  const finite = (nats: number) => (Number.isFinite(nats) ? nats : 0);
  const top = max(buckets, (bucket) => Math.max(finite(bucket.surprisal), bucket.entropy)) ?? 0;
  const unit = natsPer(say.unit);
  const y = scaleLinear([0, Math.max(4, top / unit)], [height - margin.bottom, margin.top]);
  const yOf = (nats: number) => y(Math.min(nats / unit, y.domain()[1]));
  const x = (bucket: number) => margin.left + bucket * step;
  const bars = buckets
    .map(({ surprisal, read }, b) =>
      read
        ? `M${(x(b) + 0.5).toFixed(1)},${y(0)}V${yOf(surprisal).toFixed(1)}h${(step - Math.min(1, step / 4)).toFixed(1)}V${y(0)}z`
        : '',
    )
    .join('');
  const line = buckets
    .map(({ entropy }, b) => {
      if (entropy === unknown) return '';
      const pen = b > 0 && buckets[b - 1].entropy !== unknown ? 'L' : 'M';
      return `${pen}${x(b).toFixed(1)},${yOf(entropy).toFixed(1)}h${step.toFixed(1)}`;
    })
    .join('');
  const bucketAt = (event: PointerEvent<SVGSVGElement>) => {
    const { x: at } = pointIn(event);
    return buckets[Math.min(buckets.length - 1, Math.max(0, Math.floor((at - margin.left) / step)))];
  };
  const marked = Math.floor(selected / size);
  if (tokens === 0) return null;
  return (
    <svg
      className="read-my-text-along"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={`Surprisal and entropy along the text, ${size === 1 ? 'token by token' : `means of ${size} tokens`}; the table has the numbers`}
      onPointerDown={(event) => onSelect(bucketAt(event).peak)}
    >
      <AxisLeft scale={y} at={margin.left} ticks={3} grid={room} label="" />
      <text x={margin.left} y={12} className="ink-model">
        bars: surprisal
      </text>
      <text x={width - margin.right} y={12} textAnchor="end" className="soft">
        {`line: entropy, in ${say.unit}${size > 1 ? `; means of ${say.count(size)}` : ''}`}
      </text>
      <path d={bars} className="solid-model read-my-text-bars" />
      <path d={line} className="read-my-text-line" />
      {selected >= 0 && selected < tokens && (
        <path
          className="read-my-text-mark"
          d={`M${(x(marked) + step / 2).toFixed(1)},${margin.top - 2}V${height - margin.bottom}`}
        />
      )}
    </svg>
  );
}
