import { drawn } from '#kit/figure/marks.tsx';
import type { Frame, Mark } from '#kit/figure/mark.ts';
import { tenth } from '#kit/plot/path.ts';
import type { LayerInformation, StageInformation } from './model.ts';
import { featuresOf, type Stage } from './networks.ts';
import type { Asked } from './parameters.ts';

/** How far from its middle a cloud reaches, as a share of the distance between two. */
const reach = 0.44;
/** The plane is seen from −1.15 to 1.15. */
const seen = 1.15;
const [lines, steps] = [24, 64];

/** How far a probe is on the side of the label 1. */
const sideOf = (weights: readonly (readonly number[])[], point: readonly [number, number], probe: Asked['probe']) => {
  const row = weights[1].map((w, i) => w - weights[0][i]);
  return featuresOf(point, probe).reduce((total, x, i) => total + row[i] * x, row[row.length - 1]);
};

/** Stretches of a line of the picture, from −1 to 1, in which the probe takes label 1 for the likelier one. */
export function stretches(side: (x: number) => number): [from: number, to: number][] {
  const found: [number, number][] = [];
  let begin: number | undefined;
  let before = side(-1);
  if (before > 0) begin = -1;
  for (let k = 1; k <= steps; k++) {
    const [left, right] = [-1 + (2 * (k - 1)) / steps, -1 + (2 * k) / steps];
    const now = side(right);
    if (before > 0 !== now > 0) {
      const crossing = left + ((right - left) * before) / (before - now);
      if (begin === undefined) begin = crossing;
      else {
        found.push([begin, crossing]);
        begin = undefined;
      }
    }
    before = now;
  }
  if (begin !== undefined) found.push([begin, 1]);
  return found;
}

/** Pixels of a cloud below which a border cannot be told from another. */
const smallest = 80;
/** Pixels over a cloud for its name, where the clouds do not stand over their stages. */
const forName = 18;

/** In how many rows clouds stand: in two where in one each would be too small. */
const rowsFor = (across: number, count: number) => (count > 3 && (2 * reach * across) / count < smallest ? 2 : 1);

/** Where one cloud stands in the panel: from the plane to pixels. */
function lens({ x, box }: Frame, stage: number, count: number) {
  const across = box.right - box.left;
  const rows = rowsFor(across, count);
  const columns = Math.ceil(count / rows);
  const each = (box.bottom - box.top) / rows;
  const half = (reach * across) / columns;
  const [cx, cy] =
    rows === 1
      ? [x(stage), (box.top + box.bottom) / 2]
      : [
          box.left + ((stage % columns) + 0.5) * (across / columns),
          box.top + Math.floor(stage / columns) * each + forName + half,
        ];
  return { half, cx, cy, isNamed: rows > 1, at: ([a, b]: readonly [number, number]) => [cx + (half * a) / seen, cy - (half * b) / seen] as const }; // prettier-ignore
}

function Cloud(props: {
  readonly frame: Frame;
  readonly index: number;
  readonly count: number;
  readonly stage: Stage;
  readonly found: StageInformation;
  readonly probe: Asked['probe'];
  readonly looked: boolean;
}) {
  const { frame, index, count, stage, found, probe, looked } = props;
  const { half, cx, cy, isNamed, at } = lens(frame, index, count);
  const { weights, law } = found;
  const across = (k: number) => {
    const b = seen * (1 - (2 * k) / lines);
    return weights ? stretches((a) => sideOf(weights, [seen * a, b], probe)) : [];
  };
  const [px, py] = [(a: number) => tenth(cx + half * a), (k: number) => tenth(cy - half + (2 * half * k) / lines)];
  /** Between two lines: slanted where both have as many stretches. */
  const band = (k: number) => {
    const [upper, lower] = [across(k), across(k + 1)];
    return upper
      .map(([from, to], i) => {
        const [left, right] = upper.length === lower.length ? lower[i] : [from, to];
        return `M${px(from)},${py(k)}H${px(to)}L${px(right)},${py(k + 1)}H${px(left)}z`;
      })
      .join('');
  };
  const ground = weights && Array.from({ length: lines }, (_, k) => band(k)).join('');
  // The area of a dot is its probability: full ones together cover as much of a small picture as of a large one.
  const most = Math.max(...law.map((row) => row[0] + row[1]));
  const size = Math.min(half / 13, 7 + half / 40) * (law.length > 10 ? 0.62 : 1.6);
  const dots = (label: 0 | 1) =>
    law
      .map((row, s) => {
        const r = tenth(size * Math.sqrt(row[label] / most));
        if (r === 0) return '';
        const [x, y] = at(stage.points[s]);
        return `M${tenth(x - r)},${tenth(y)}a${r},${r} 0 1,0 ${tenth(2 * r)},0a${r},${r} 0 1,0 ${tenth(-2 * r)},0`;
      })
      .join('');
  const frameOf = `M${tenth(cx - half)},${tenth(cy - half)}h${tenth(2 * half)}v${tenth(2 * half)}h${tenth(-2 * half)}z`;
  return (
    <g>
      {ground && <path className="fill-x" d={ground} />}
      {isNamed && (
        <text className="fig-small" x={tenth(cx)} y={tenth(cy - half - 5)} textAnchor="middle">
          {stage.name}
        </text>
      )}
      <path className={looked ? 'stroke-model fig-solid' : 'stroke-quiet fig-thin fig-solid'} d={frameOf} />
      <path className="stroke-y fig-thin fig-solid fig-hollow" d={dots(0)} />
      <path className="solid-x" d={dots(1)} />
    </g>
  );
}

/** What every stage makes of the same points. Full dots have the label 1, rings the label 0; the ground is where the probe says 1. */
export const clouds = ({ network, stages, stage: looked }: LayerInformation, probe: Asked['probe']): Mark =>
  drawn(
    (frame) =>
      stages.map((found, index) => (
        <Cloud
          key={index}
          {...{ frame, index, found, probe }}
          count={stages.length}
          stage={network.stages[index]}
          looked={index === looked}
        />
      )),
    {
      rects: (frame) =>
        stages.map((_, index) => {
          const { half, cx, cy } = lens(frame, index, stages.length);
          return { left: cx - half, right: cx + half, top: cy - half, bottom: cy + half };
        }),
    },
  );

/** How high a panel of clouds must be, in pixels, in a figure of this width. */
export function heightOf(width: number, count: number): number {
  const across = width - 50;
  const rows = rowsFor(across, count);
  const tall = (2 * reach * across) / Math.ceil(count / rows);
  return rows === 1 ? Math.round(tall) + 4 : Math.round(rows * (tall + forName + 6));
}
