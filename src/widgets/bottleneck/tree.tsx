import type { BottleneckPoint, Cluster } from '#theory/channels/bottleneck-optimum.ts';
import type { Frame, Mark, Name } from '#kit/figure/mark.ts';
import { tenth } from '#kit/plot/path.ts';

/** Pixels of a branch that holds everything. */
const trunk = 34;
/** Pixels of a ribbon: what is thinner would be drawn in bits, and is left out. The outline keeps the others whole where they are steep. */
const [thinnest, outline] = [0.25, 0.8];
/** A cluster so rare and so far from all others was not split off: it was born. */
const [rare, far] = [0.12, 0.01];

interface Band {
  readonly at: number;
  readonly weight: number;
}

const bandsOf = (clusters: readonly Cluster[], y: number): Band[] =>
  clusters.map(({ weight, law }) => ({ weight, at: law[y] })).sort((a, b) => a.at - b.at);

const nearest = (bands: readonly Band[], at: number) =>
  bands.reduce((best, band, i) => (Math.abs(band.at - at) < Math.abs(bands[best].at - at) ? i : best), 0);

/** From one β to the next: which stretch of a parent each child comes from, as its middle and its width. */
function ancestry(parents: readonly Band[], children: readonly Band[]) {
  const parentOf = children.map(({ at }) => nearest(parents, at));
  return children.map((child, c) => {
    const parent = parents[parentOf[c]];
    const siblings = children.filter((_, i) => parentOf[i] === parentOf[c]);
    const born = siblings.length > 1 && child.weight < rare && Math.abs(child.at - parent.at) > far;
    if (born) return { at: child.at, from: 0, width: 0 };
    const total = siblings.reduce((sum, { weight }) => sum + weight, 0);
    const below = siblings.slice(0, siblings.indexOf(child)).reduce((sum, { weight }) => sum + weight, 0);
    return {
      at: parent.at,
      from: (below / total - 0.5) * parent.weight,
      width: (child.weight / total) * parent.weight,
    };
  });
}

/** Branches as thick as their clusters are frequent; where one splits, its stretches go to its children. */
export function tree(points: readonly BottleneckPoint[], y: number): Mark {
  const bands = points.map(({ clusters }) => bandsOf(clusters, y));
  const path = ({ x, y: scale }: Frame) =>
    points
      .slice(1)
      .flatMap(({ beta }, i) => {
        const [left, right] = [tenth(x(points[i].beta)), tenth(x(beta) + 0.3)];
        return ancestry(bands[i], bands[i + 1]).map(({ at, from, width }, c) => {
          const child = bands[i + 1][c];
          const edge = (middle: number, up: number) => tenth(scale(middle) - trunk * up);
          const half = Math.max(0.02, child.weight) / 2;
          return `M${left},${edge(at, from)}L${right},${edge(child.at, -half)}V${edge(child.at, half)}L${left},${edge(at, from + width)}z`;
        });
      })
      .join('');
  return {
    role: 'model',
    lines: ({ x, y: scale }) => bands.flatMap((all, i) => (i % 3 === 0 ? all.map(({ at }) => [[x(points[i].beta), scale(at)], [x(points[Math.min(points.length - 1, i + 3)].beta), scale(at)]] as const) : [])), // prettier-ignore
    draw: (frame) => <path className="solid-model" d={path(frame)} />,
  };
}

/** Where no note pays, said in the shade or, if that is narrow, beside it. */
export const shade = (until: number): Mark => ({
  role: 'quiet',
  names: ({ x, box }) => {
    const [right, text] = [Math.min(box.right, x(until)), 'nothing pays'];
    const rows = [box.top + 16, box.bottom - 10, box.top + 32];
    return [
      {
        ...{ text, ink: 'soft', size: 12 },
        spots: [
          ...rows.map((y) => ({ x: (box.left + right) / 2, y, anchor: 'middle' as const })),
          ...rows.map((y) => ({ x: right + 8, y, anchor: 'start' as const })),
        ].filter(({ anchor }) => anchor === 'start' || right - box.left > 84),
      },
    ];
  },
});

interface Ribbons {
  readonly clusters: readonly Cluster[];
  readonly encoder: readonly (readonly number[])[];
  readonly px: readonly number[];
  readonly given: readonly (readonly number[])[];
  readonly names: readonly string[];
  readonly y: number;
}

/** From each value of X, on the right, ribbons to its clusters, on the left: as thick as p(x) q(t|x). */
export function ribbons({ clusters, encoder, px, given, names, y }: Ribbons): Mark {
  const order = clusters.map((_, t) => t).sort((a, b) => clusters[a].law[y] - clusters[b].law[y]);
  const xs = px.map((_, x) => x).sort((a, b) => given[a][y] - given[b][y] || a - b);
  /** Values of X that say the same stand beside each other. */
  const offset = xs.map((x, i) => xs.slice(0, i).filter((other) => Math.abs(given[other][y] - given[x][y]) < 1e-9).reduce((sum, other) => sum + px[other], 0)); // prettier-ignore
  const draw = ({ x: across, y: scale }: Frame) => {
    const [left, right] = [across(0), across(1)];
    const middle = tenth((left + right) / 2);
    const filled = clusters.map(({ weight }) => -weight / 2);
    return xs
      .map((x, i) => {
        let at = scale(given[x][y]) - trunk * (offset[i] - px[x] / 2);
        return order
          .map((t) => {
            const share = px[x] * encoder[x][t];
            if (trunk * share < thinnest) return '';
            const start = scale(clusters[t].law[y]) - trunk * filled[t];
            filled[t] += share;
            const [a, b, c, d] = [start, start - trunk * share, at, at - trunk * share].map(tenth);
            at -= trunk * share;
            return `M${tenth(left)},${a}C${middle},${a} ${middle},${c} ${tenth(right)},${c}V${d}C${middle},${d} ${middle},${b} ${tenth(left)},${b}z`;
          })
          .join('');
      })
      .join('');
  };
  return {
    role: 'x',
    draw: (frame) => (
      <path className="solid-x" style={{ stroke: 'var(--x)', strokeWidth: outline }} opacity={0.5} d={draw(frame)} />
    ),
    names: ({ x: across, y: scale }) =>
      xs.map((x, i): Name => ({
        text: names[x],
        ink: 'x',
        size: 12,
        spots: [0, -7, 7, -13, 13, -20, 20, -27, 27, -36, 36].map((away) => ({
          x: across(1) + 14,
          y: scale(given[x][y]) - trunk * offset[i] + 4 + away,
          anchor: 'start' as const,
        })),
      })),
  };
}
