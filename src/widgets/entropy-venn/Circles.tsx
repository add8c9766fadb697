import type { Say } from '#contract/say.ts';
import { lensPath, type TwoCircles } from '#kit/plot/venn.ts';
import type { VennModel } from './model.ts';

/** Room above the largest circles for H(X) and H(Y), and below them for the bracket, a label moved out and H(X, Y). */
const above = 40;
const below = 56;
/** Half the width and height of a label of two lines, and the room that one takes beside the circles. */
export const label = { halfWidth: 25, halfHeight: 17, beside: 56 };

/** Pixels for √nat such that two of the largest circles, of ln 3 each, fit side by side. */
export const scaleFor = (width: number) => (width - 16) / 4 / Math.sqrt(Math.log(3) / Math.PI);
export const circlesHeight = (width: number) => above + (width - 16) / 2 + below;

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Where the middle of a label may lie so that all of it is inside `span`; undefined if it does not fit. */
function middleOf({ from, to }: Span): number | undefined {
  return to - from >= 2 * label.halfWidth ? (from + to) / 2 : undefined;
}

/** The horizontal extent of a disc over the height of a label: a box within it has all corners in the disc. */
function spanOf(center: number, radius: number): Span {
  const half = Math.sqrt(Math.max(0, radius * radius - label.halfHeight * label.halfHeight));
  return { from: center - half, to: center + half };
}

/** The circles in pixels: circle X on the left, both centered in the room that labels beside them leave. */
export function layOut({ radiusA, radiusB, distance }: TwoCircles, width: number) {
  const scale = scaleFor(width);
  const [rx, ry, d] = [radiusA * scale, radiusB * scale, distance * scale];
  const [left, right] = [Math.min(-rx, d - ry), Math.max(rx, d + ry)];
  const at = (origin: number) => {
    const [cx, cy] = [origin, origin + d];
    const [x, y] = [spanOf(cx, rx), spanOf(cy, ry)];
    return {
      ...{ cx, cy, rx, ry, d, left: origin + left, right: origin + right },
      // The other circle's rim bulges into a crescent most on the line of centers, into the lens at the label's corners.
      onlyX: middleOf({ from: x.from, to: Math.min(x.to, cy - ry) }),
      onlyY: middleOf({ from: Math.max(y.from, cx + rx), to: y.to }),
      both: middleOf({ from: Math.max(x.from, y.from), to: Math.min(x.to, y.to) }),
    };
  };
  const { onlyX, onlyY } = at(0);
  const [padLeft, padRight] = [onlyX === undefined ? label.beside : 0, onlyY === undefined ? label.beside : 0];
  return at((width + padLeft - padRight - left - right) / 2);
}

interface TermProps {
  /** Its entry in the notation. */
  readonly quantity: string;
  readonly x: number;
  readonly y: number;
  readonly name: string;
  readonly value: string;
  readonly ink: string;
  readonly anchor?: 'start' | 'middle' | 'end';
}

/** A term above its value. */
function Term({ quantity, x, y, name, value, ink, anchor = 'middle' }: TermProps) {
  return (
    <g textAnchor={anchor} data-q={quantity}>
      <text className={`label ${ink}`} x={x} y={y - 4}>
        {name}
      </text>
      <text className="value" x={x} y={y + 13}>
        {value}
      </text>
    </g>
  );
}

interface CirclesProps {
  readonly model: VennModel;
  readonly width: number;
  readonly say: Say;
  /** Ids of the hatch patterns. */
  readonly hatchX: string;
  readonly hatchY: string;
}

/** Two circles and their lens, each region exactly as large as its term, and labeled inside or, if thin, beside. */
export function Circles({ model, width, say, hatchX, hatchY }: CirclesProps) {
  const { circles, hx, hy, hxy, hxgy, hygx, mutual } = model;
  const { cx, cy, rx, ry, d, left, right, onlyX, onlyY, both } = layOut(circles, width);
  const y = above + (width - 16) / 4;
  const reach = Math.max(rx, ry, 2 * label.halfHeight);
  const [top, bottom] = [y - reach, y + reach];
  const lens = { from: Math.max(cx - rx, cy - ry), to: Math.min(cx + rx, cy + ry) };
  const lensX = (lens.from + lens.to) / 2;
  const middle = (cx + cy) / 2;
  const bracket = bottom + (both === undefined ? 28 : 12);
  const path = lensPath({ radiusA: rx, radiusB: ry, distance: d }, cx, y);
  const title = (name: string, nats: number) => `${name} = ${say.amount(nats)}`;
  return (
    <g>
      <circle className="fill-x" data-q="hx" cx={cx} cy={y} r={rx} />
      <circle className="fill-y" data-q="hy" cx={cy} cy={y} r={ry} />
      <path className="fill-shared" data-q="mutual" d={path} />
      <circle fill={`url(#${hatchX})`} pointerEvents="none" cx={cx} cy={y} r={rx} />
      <circle fill={`url(#${hatchY})`} pointerEvents="none" cx={cy} cy={y} r={ry} />
      <circle className="stroke-x" cx={cx} cy={y} r={Math.max(rx, 1.5)} />
      <circle className="stroke-y" cx={cy} cy={y} r={Math.max(ry, 1.5)} />

      <path className="entropy-venn-leader" d={`M${cx},${top - 8}V${y - rx}M${cy},${top - 8}V${y - ry}`} />
      <text className="label ink-x" data-q="hx" x={Math.min(cx, middle - 50)} y={top - 14} textAnchor="middle">
        {title('H(X)', hx)}
      </text>
      <text className="label ink-y" data-q="hy" x={Math.max(cy, middle + 50)} y={top - 14} textAnchor="middle">
        {title('H(Y)', hy)}
      </text>

      {onlyX === undefined ? (
        <>
          <path className="entropy-venn-leader" d={`M${left - 5},${y}H${(cx - rx + Math.max(cx - rx, cy - ry)) / 2}`} />
          <Term x={left - 8} y={y} anchor="end" quantity="hxgy" name="H(X | Y)" value={say.amount(hxgy)} ink="ink-x" />
        </>
      ) : (
        <Term x={onlyX} y={y} quantity="hxgy" name="H(X | Y)" value={say.amount(hxgy)} ink="ink-x" />
      )}
      {onlyY === undefined ? (
        <>
          <path
            className="entropy-venn-leader"
            d={`M${right + 5},${y}H${(cy + ry + Math.min(cx + rx, cy + ry)) / 2}`}
          />
          <Term
            x={right + 8}
            y={y}
            anchor="start"
            quantity="hygx"
            name="H(Y | X)"
            value={say.amount(hygx)}
            ink="ink-y"
          />
        </>
      ) : (
        <Term x={onlyY} y={y} quantity="hygx" name="H(Y | X)" value={say.amount(hygx)} ink="ink-y" />
      )}
      {both === undefined ? (
        <>
          <path className="entropy-venn-leader" d={`M${lensX},${y}V${bottom + 4}`} />
          <circle className="solid-shared" cx={lensX} cy={y} r={2} />
          <text className="label ink-shared" data-q="mutual" x={lensX} y={bottom + 18} textAnchor="middle">
            {title('I(X;Y)', mutual)}
          </text>
        </>
      ) : (
        <Term x={both} y={y} quantity="mutual" name="I(X;Y)" value={say.amount(mutual)} ink="strong" />
      )}

      <g data-q="hxy">
        <path className="stroke-quiet" d={`M${left},${bracket - 5}V${bracket}H${right}V${bracket - 5}`} />
        <text className="label strong" x={(left + right) / 2} y={bracket + 18} textAnchor="middle">
          H(X, Y) = {say.information(hxy)}
        </text>
      </g>
    </g>
  );
}
