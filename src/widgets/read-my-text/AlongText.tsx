import { max } from 'd3';
import { useMemo, type PointerEvent } from 'react';
import { unknown, type Reading } from '#contract/reading.ts';
import { natsPer, type Say } from '#contract/say.ts';
import { AxisLeft } from '#kit/plot/Axis.tsx';
import { linear } from '#kit/plot/linear.ts';
import { pointIn } from '#kit/plot/Handle.tsx';

/** Some consecutive tokens: means of what is known of them, and the most surprising. */
interface Bucket {
  readonly surprisal: number;
  readonly entropy: number;
  readonly entropyAtMost: number;
  readonly peak: number;
}

/** The mean of what is known, unknown if nothing is. */
function mean(amounts: readonly number[], from: number, to: number): number {
  let [sum, known] = [0, 0];
  for (let t = from; t < Math.min(to, amounts.length); t++) {
    if (amounts[t] === unknown) continue;
    sum += amounts[t];
    known++;
  }
  return known > 0 ? sum / known : unknown;
}

function bucketsOf({ surprisal, entropy, entropyAtMost }: Reading, size: number): Bucket[] {
  return Array.from({ length: Math.ceil(surprisal.length / size) }, (_, b) => {
    const [from, to] = [b * size, (b + 1) * size];
    let peak = from;
    for (let t = from; t < Math.min(to, surprisal.length); t++) if (surprisal[t] > surprisal[peak]) peak = t;
    const least = mean(entropy, from, to);
    return {
      surprisal: mean(surprisal, from, to),
      entropy: least,
      entropyAtMost: entropyAtMost ? mean(entropyAtMost, from, to) : least,
      peak,
    };
  });
}

const margin = { right: 8, bottom: 6, left: 34 };
/** Words stand above the bars, line by line: what bars and lines are, on a narrow page on two, and one more where a bar is cut. */
const [firstLine, lineHeight] = [12, 16];
/** A bar that is longer is cut at the top, and its cut is marked: one floor of a server or one zero leaves the others their size. */
const longestBar = 40 * Math.LN2;
/** Bars are no narrower and no wider than this. */
const [narrowest, widest] = [3, 16];

interface AlongTextProps {
  readonly reading: Reading;
  readonly selected: number;
  readonly width: number;
  /** Of the bars, in pixels. */
  readonly plotHeight: number;
  readonly say: Say;
  onSelect(token: number): void;
}

/** Surprisal as bars, entropy as a line, from the beginning of the text to its end: where do bars outgrow the line? */
export function AlongText({ reading, selected, width, plotHeight, say, onSelect }: AlongTextProps) {
  const room = width - margin.left - margin.right;
  const tokens = reading.ids.length;
  const size = Math.max(1, Math.ceil(tokens / Math.floor(room / narrowest)));
  const buckets = useMemo(() => bucketsOf(reading, size), [reading, size]);
  const step = Math.min(widest, room / Math.max(1, buckets.length));
  const bounded = reading.entropyAtMost !== undefined;
  const amounts = buckets.flatMap(({ surprisal, entropy, entropyAtMost }) => [surprisal, entropy, entropyAtMost]);
  const longest = max(amounts.filter(Number.isFinite)) ?? 0;
  const unit = natsPer(say.unit);
  const ceiling = Math.max(4, Math.min(longest, longestBar) / unit);
  const isCut = buckets.some(({ surprisal }) => surprisal / unit > ceiling);
  const lines = width < 420 ? 2 : 1;
  const top = firstLine + lineHeight * (lines - 1 + (isCut ? 1 : 0)) + 14;
  const height = top + plotHeight;
  const y = linear([0, ceiling], [height - margin.bottom, top]);
  const yOf = (nats: number) => y(Math.min(nats / unit, y.domain()[1])).toFixed(1);
  const x = (bucket: number) => (margin.left + bucket * step).toFixed(1);
  const gap = Math.min(1, step / 4);
  const bars = buckets
    .map(({ surprisal }, b) =>
      surprisal === unknown ? '' : `M${x(b)},${y(0)}V${yOf(surprisal)}h${(step - gap).toFixed(1)}V${y(0)}z`,
    )
    .join('');
  const cuts = buckets
    .map(({ surprisal }, b) =>
      surprisal / unit > ceiling
        ? `M${x(b)},${top + 6}l${((step - gap) / 2).toFixed(1)},-4l${((step - gap) / 2).toFixed(1)},4`
        : '',
    )
    .join('');
  /** Steps, broken where nothing is known or nothing bounds it. */
  const steps = (amounts: readonly number[]) => {
    const drawn = amounts.map((nats) => nats !== unknown && Number.isFinite(nats));
    return amounts
      .map((nats, b) => (drawn[b] ? `${drawn[b - 1] ? 'L' : 'M'}${x(b)},${yOf(nats)}h${step.toFixed(1)}` : ''))
      .join('');
  };
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
      <text x={margin.left} y={firstLine} className="ink-model" data-q="surprisal">
        bars: surprisal
      </text>
      <text
        x={width - margin.right}
        y={firstLine + lineHeight * (lines - 1)}
        textAnchor="end"
        className="soft"
        data-q="entropy"
      >
        {`${bounded ? 'lines: bounds of entropy' : 'line: entropy'}, in ${say.unit}${size > 1 ? `; means of ${say.count(size)}` : ''}`}
      </text>
      <path d={bars} className="solid-model" data-q="surprisal" opacity={0.75} />
      {isCut && (
        <>
          <path className="read-my-text-cut" d={cuts} />
          <text x={margin.left} y={firstLine + lineHeight * lines} className="soft">
            cut at the top: longer than shown
          </text>
        </>
      )}
      <path d={steps(buckets.map(({ entropy }) => entropy))} className="read-my-text-line" data-q="entropy" />
      {bounded && (
        <path
          d={steps(buckets.map(({ entropyAtMost }) => entropyAtMost))}
          className="read-my-text-line"
          data-q="entropy"
        />
      )}
      {selected >= 0 && selected < tokens && (
        <path
          className="read-my-text-mark"
          d={`M${(margin.left + (marked + 0.5) * step).toFixed(1)},${top - 2}V${height - margin.bottom}`}
        />
      )}
    </svg>
  );
}
