import { natsPer } from '#contract/say.ts';
import { AxisLeft } from '#kit/plot/Axis.tsx';
import type { Frame, Layer } from './RunningSource.tsx';
import { linear } from '#kit/plot/linear.ts';

/** A bar over each of the columns 1, 2, 3, … from `floor` up to `level`, all in one path. */
const bars = ({ x, pitch }: Frame, floor: number, levels: readonly number[]) =>
  levels
    .map((level, i) => {
      const wide = Math.min(14, 0.7 * pitch);
      return `M${(x(i + 1) - wide / 2).toFixed(1)},${floor.toFixed(1)}V${level.toFixed(1)}h${wide.toFixed(1)}V${floor.toFixed(1)}Z`;
    })
    .join('');

/** Stairs over the columns from number `from` on; each step as wide as its column. */
const stairs = ({ x, pitch }: Frame, levels: readonly number[], from = 1) =>
  levels
    .map(
      (level, i) =>
        `${i === 0 ? `M${(x(from) - pitch / 2).toFixed(1)},` : 'V'}${level.toFixed(1)}H${(x(from + i) + pitch / 2).toFixed(1)}`,
    )
    .join('');

const predictionsPlot = { top: 32, height: 56 };

/** Before each toss, the chance of heads as it is predicted then; the chances of the two coins as lines. */
export function predictions(p: {
  readonly predicted: readonly number[];
  /** For the toss that has not come yet. */
  readonly next: number;
  readonly coins: readonly number[];
}): Layer {
  const { top, height } = predictionsPlot;
  const y = linear([0, Math.max(...p.coins)], [top + height, top]);
  return {
    key: 'predictions',
    height: top + height + 22,
    draw(frame) {
      const { x, pitch, left, right, say } = frame;
      const wide = Math.min(14, 0.7 * pitch);
      const at = x(p.predicted.length + 1);
      return (
        <>
          <text className="label" x={0} y={14}>
            <tspan className="ink-model" data-q="q">
              Predicted
            </tspan>{' '}
            before each toss: chance of heads
          </text>
          <path className="solid-model source-faint" data-q="q" d={bars(frame, y(0), p.predicted.map(y))} />
          {at <= right && (
            <rect className="source-next" x={at - wide / 2} width={wide} y={y(p.next)} height={y(0) - y(p.next)} />
          )}
          <g className="axis">
            <path d={`M${left},${y(0)}H${right}`} />
            {p.coins.map((coin) => (
              <g key={coin}>
                <path className="source-coin" d={`M${left},${y(coin)}H${right}`} />
                <text x={left - 8} y={y(coin)} dy="0.32em" textAnchor="end">
                  {say.number(coin, 1)}
                </text>
              </g>
            ))}
          </g>
        </>
      );
    },
  };
}

const costsPlot = { legend: 33, top: 46, height: 110 };

/** What each toss cost, its surprisal, and the mean so far; lines for one who knows each coin and for one who calls it fair. */
export function costs(p: {
  readonly surprisals: readonly number[];
  readonly means: readonly number[];
  /** In nats a toss, on average: what each coin costs one who knows that it is this coin. */
  readonly known: readonly number[];
  /** The most that a toss can cost. */
  readonly most: number;
}): Layer {
  const { legend, top, height } = costsPlot;
  return {
    key: 'costs',
    height: top + height + 26,
    draw(frame) {
      const { left, right, say } = frame;
      const y = linear([0, p.most / natsPer(say.unit)], [top + height, top]);
      const of = (nats: number) => y(nats / natsPer(say.unit));
      const narrow = right < 420;
      const swatch = narrow ? 12 : 24;
      const second = swatch + (narrow ? 76 : 130);
      return (
        <>
          <text className="label" x={0} y={14}>
            <tspan className="ink-model" data-q="surprisal">
              Surprisal
            </tspan>{' '}
            of each toss, {say.unit}; line: mean so far
          </text>
          <AxisLeft scale={y} at={left} label="" ticks={3} />
          <path className="solid-model source-faint" data-q="surprisal" d={bars(frame, y(0), p.surprisals.map(of))} />
          <path className="stroke-quiet source-fair" d={`M${left},${of(Math.LN2)}H${right}`} />
          <path
            className="stroke-exact source-each"
            d={p.known.map((nats) => `M${left},${of(nats)}H${right}`).join('')}
          />
          <g className="source-note">
            <path className="stroke-quiet source-fair" d={`M0,${legend - 4}h${swatch}`} />
            <text x={swatch + 5} y={legend}>
              {narrow ? '' : 'coin '}called fair
            </text>
            <path className="stroke-exact source-each" d={`M${second},${legend - 4}h${swatch}`} />
            <text x={second + swatch + 5} y={legend}>
              coin known{narrow ? '' : ', on average'}: {p.known.map((nats) => say.amount(nats)).join(' or ')}
            </text>
          </g>
          <path className="source-mean-rim" d={stairs(frame, p.means.map(of))} />
          <path className="source-mean" d={stairs(frame, p.means.map(of))} />
          <path className="stroke-quiet" d={`M${left},${y(0)}H${right}`} />
        </>
      );
    },
  };
}

const expectationPlot = { top: 26, height: 104, known: 36 };

/**
 * The loss to be expected at each toss, over all coins and sequences: what remains for one who knows the coin, which
 * nothing lowers, and above it what the tosses before have yet to teach. Drawn from a little below the rate on, with a torn edge.
 */
export function expectation(p: {
  /** H(Xₜ₊₁ | X₁ … Xₜ) in nats, one for each column. */
  readonly expected: readonly number[];
  readonly rate: number;
  /** Σ of the excess over the columns, in nats, and over those already tossed. */
  readonly learnable: number;
  readonly learned: number;
  readonly tossed: number;
}): Layer {
  const { top, height, known } = expectationPlot;
  return {
    key: 'expectation',
    height: top + height + 4,
    draw(frame) {
      const { x, left, right, say, pitch } = frame;
      const narrow = right < 420;
      const floor = top + height;
      const unit = natsPer(say.unit);
      // The excess has nearly all of the height; what cannot be learned continues below the torn edge.
      const y = linear([p.rate / unit, p.expected[0] / unit], [floor - known, top + 4]);
      const of = (nats: number) => y(nats / unit);
      const level = of(p.rate);
      const ticks = [p.rate, p.expected[0]];
      const tooth = (right - left) / 40;
      const torn = Array.from(
        { length: 40 },
        (_, i) => `L${(right - (i + 1) * tooth).toFixed(1)},${floor - (i % 2 ? 0 : 5)}`,
      );
      const end = x(p.expected.length) + pitch / 2;
      const until = x(p.tossed) + pitch / 2;
      const soFar = p.expected.slice(0, p.tossed);
      return (
        <>
          <text className="label" x={0} y={14}>
            <tspan className="strong">Expected</tspan>, {say.unit} a toss, over all sequences
          </text>
          <path className="fill-exact" d={`M${left},${level}H${right}V${floor}${torn.join('')}Z`} />
          <path className="fill-shared" d={`${stairs(frame, p.expected.map(of))}V${level}H${left}Z`} />
          {soFar.length > 0 && <path className="fill-shared" d={`${stairs(frame, soFar.map(of))}V${level}H${left}Z`} />}
          <path className="stroke-shared" d={`${stairs(frame, p.expected.map(of))}`} />
          <path className="stroke-exact source-known" data-q="entropy-rate" d={`M${left},${level}H${end}`} />
          {soFar.length > 0 && <path className="source-now" d={`M${until},${top}V${level}`} />}
          <g className="axis">
            {ticks.map((nats) => (
              <text key={nats} x={left - 6} y={of(nats)} dy="0.32em" textAnchor="end">
                {say.amount(nats)}
              </text>
            ))}
          </g>
          <text className="label fig-halo" textAnchor="end" data-on-lines>
            <tspan className="ink-shared" x={right - 4} y={top + 12}>
              can be learned
            </tspan>
            <tspan x={right - 4} dy={17}>
              {say.information(p.learnable, 3)}
              {narrow ? '' : ` in ${p.expected.length} tosses`}
            </tspan>
            {!narrow && soFar.length > 0 && (
              <tspan x={right - 4} dy={17}>
                {say.amount(p.learned, 3)} by now, on average
              </tspan>
            )}
          </text>
          <text className="label" x={left + 8} y={floor - 14}>
            <tspan className="ink-exact" data-q="entropy-rate">
              cannot be learned
            </tspan>
            {!narrow && ': the coin is known, the toss is not'}
          </text>
        </>
      );
    },
  };
}
