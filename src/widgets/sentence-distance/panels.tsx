import { placeOfPair } from '#theory/estimation/distance-matrices.ts';
import { ranksOf } from '#theory/estimation/rank-correlation.ts';
import type { bind } from '#kit/figure/bind.ts';
import { labels } from '#kit/figure/labels.ts';
import { area, dots, drawn, guide, line, rule, whiskers } from '#kit/figure/marks.tsx';
import type { PanelSpec } from '#kit/figure/panel.ts';
import { pointIn } from '#kit/plot/Handle.tsx';
import { tenth } from '#kit/plot/path.ts';
import { stageNamed, summaryNames } from './describe.ts';
import { against, listOf, pairAt, stageAt, summaries, type SentenceDistance } from './model.ts';
import type { Asked, params } from './parameters.ts';
import { ellipseOf, type Point } from './plane.ts';
import { wordsAreGiven } from './readouts.ts';

type Bounds = ReturnType<typeof bind<typeof params>>;
/** Shades of a matrix, from near to far. */
const shades = 6;
const shadesOf = (list: readonly number[]) =>
  ranksOf(list).map((rank) => Math.min(shades - 1, Math.floor(((rank - 0.5) / list.length) * shades)));

/** All pairs twice: above the diagonal by what is known, below it by what was measured; full is near. */
export function matrixPanel(
  model: SentenceDistance,
  asked: Asked,
  bound: Bounds,
  height: number,
  onPair: (i: number, j: number) => void,
): PanelSpec {
  // prettier-ignore
  const n = model.texts.length;
  const stage = stageAt(model, asked);
  const known = shadesOf(model.meanings ? against(model, asked.compare).wanted : model.words);
  const list = listOf(model, asked.summary, stage);
  const measured = list.length > 0 ? shadesOf(list) : [];
  const [first, second] = pairAt(model, asked);
  const cells = drawn(({ x, y }) => {
    const paths = { known: Array<string>(shades).fill(''), measured: Array<string>(shades).fill('') };
    const cell = (row: number, column: number) =>
      `M${tenth(x(column + 0.54))},${tenth(y(row + 0.54))}H${tenth(x(column + 1.46))}V${tenth(y(row + 1.46))}H${tenth(x(column + 0.54))}z`;
    for (let i = 0; i < n; i++)
      for (let j = i + 1; j < n; j++) {
        const p = placeOfPair(i, j, n);
        paths.known[known[p]] += cell(i, j);
        if (list.length > 0) paths.measured[measured[p]] += cell(j, i);
      }
    const [low, high] = [Math.min(first, second), Math.max(first, second)];
    return (
      <g
        onPointerDown={(event) => {
          const at = pointIn(event);
          const place = (value: number) => Math.min(n, Math.max(1, Math.round(value)));
          const [i, j] = [place(y.invert(at.y)), place(x.invert(at.x))];
          if (i !== j) onPair(i, j);
        }}
      >
        <rect
          className="sentence-distance-ground"
          x={tenth(x(0.5))}
          y={tenth(y(0.5))}
          width={tenth(x(n + 0.5) - x(0.5))}
          height={tenth(y(n + 0.5) - y(0.5))}
        />
        {(['known', 'measured'] as const).map((which) =>
          paths[which].map((d, shade) => (
            <path
              key={`${which}${shade}`}
              className={`solid-${which === 'known' ? 'exact' : 'model'}`}
              opacity={tenth(1 - (0.9 * shade) / (shades - 1))}
              d={d}
            />
          )),
        )}
        <path
          className="stroke-quiet"
          d={`M${tenth(x(0.5))},${tenth(y(0.5))}L${tenth(x(n + 0.5))},${tenth(y(n + 0.5))}`}
        />
        <path className="sentence-distance-chosen" d={`${cell(low, high)}${cell(high, low)}`} />
      </g>
    );
  });
  const every = n > 8 ? 3 : 1;
  const ticks = Array.from({ length: n }, (_, i) => ({ at: i + 1, text: String(i + 1) })).filter(
    (_, i) => i % every === 0,
  );
  const wanted = !model.meanings ? 'their words' : asked.compare === 'form' ? 'how it is said' : 'what is said';
  return {
    height,
    title: 'The fuller the color, the nearer',
    x: { domain: [0.5, n + 0.5], ticks, label: 'sentence' },
    y: { domain: [n + 0.5, 0.5], ticks },
    marks: [cells],
    drags: [
      { ...bound('first'), along: 'y', max: n },
      { ...bound('second'), along: 'x', max: n },
    ],
    note: [
      { text: `Above the diagonal: near by ${wanted}. `, ink: 'exact' },
      { text: `Below it: by ${summaryNames[asked.summary]}${asked.summary === 'words' ? '' : `, ${stageNamed(stage)}`}.`, ink: 'model' }, // prettier-ignore
    ],
  };
}

const looks = {
  mean: { role: 'model', look: 'solid', name: 'mean', shift: 0 },
  covariance: { role: 'y', look: 'long', name: 'covariance', shift: 0.07 },
  last: { role: 'x', look: 'dashed', name: 'last token', shift: -0.07 },
} as const;

/** Stages of the book's network: the place of the curves before it has read. */
const stagesRead = 5;

/** How far each summary follows what it is compared with, after each block. */
export function curvesPanel(model: SentenceDistance, asked: Asked, bound: Bounds, height: number): PanelSpec {
  const { meanings } = model;
  const { compare, summary } = asked;
  // What is known of another comparison is not drawn under the name of this one.
  const relation = model.relation?.compare === compare ? model.relation : undefined;
  const last = Math.max(stagesRead, model.stages.length) - 1;
  const all = relation?.stages ?? [];
  const values = all.flatMap((one) => summaries.map((s) => one[s].correlation));
  const low = Math.min(-0.3, ...values.map((value) => value - 0.2));
  const reach = all.flatMap((one) => summaries.map((s) => one[s].correlation + (meanings ? one[s].standardError : 0)));
  const high = Math.min(1, Math.max(0.5, ...reach, relation?.words.correlation ?? 0) + 0.1);
  // Each summary has its own: the band is that of the chosen one.
  const chance = all.map(
    (one, at) => [at, 2 * (summary === 'words' ? relation!.words : one[summary]).byChance] as const,
  );
  const band = chance.length === 0 || (summary === 'words' && wordsAreGiven(model, asked)) ? [] : [[-0.3, chance[0][1]] as const, ...chance, [last + 0.3, chance[last][1]] as const]; // prettier-ignore
  const what = !meanings ? 'with the distance by words' : { meaning: 'with what is said', beyond: 'with what is said, words held fixed', form: 'with how it is said' }[compare]; // prettier-ignore
  return {
    height,
    key: 'above',
    title: `Rank correlation of distances ${what}`,
    x: {
      domain: [-0.3, last + 0.3],
      ticks: Array.from({ length: last + 1 }, (_, at) => ({ at, text: String(at) })),
      label: 'after block (0: the embedding)',
    },
    y: { domain: [low, high] },
    marks: [
      band.length > 0 && area(band.map(([x, y]) => [x, -y, y] as const), { role: 'quiet', name: `could be by chance, for ${summaryNames[summary]}` }), // prettier-ignore
      guide(stageAt(model, asked)),
      relation !== undefined && !wordsAreGiven(model, asked) &&
        rule(relation.words.correlation, { role: 'exact', look: 'thick', name: 'words alone, no network' }), // prettier-ignore
      ...summaries.flatMap((s) => {
        const { shift, ...look } = looks[s];
        const points = all.map((one, at) => [at + shift, one[s].correlation] as const);
        return [
          line(points, look),
          meanings !== undefined && whiskers(all.map((one, at) => [at + shift, one[s].correlation - one[s].standardError, one[s].correlation + one[s].standardError] as const), { role: look.role }), // prettier-ignore
          dots(points, { role: look.role }),
        ];
      }),
    ],
    drags: [{ ...bound('stage'), along: 'x', max: last }],
    ...(!relation && { note: [{ text: 'The correlations are being computed.', ink: 'quiet' }] }),
  };
}

const apart = (a: Point, b: Point) => Math.hypot(a[0] - b[0], a[1] - b[1]);

/** Whether the means are so near in the picture that their signs cover each other. */
export function meansMeet({ plane }: NonNullable<SentenceDistance['pair']>): boolean {
  const [one, two] = [ellipseOf(plane.first), ellipseOf(plane.second)];
  const widest = Math.max(...one.outline.map((at) => apart(at, one.mean)));
  return apart(one.mean, two.mean) < widest / 10;
}

/** The tokens of two sentences in the plane in which they spread most. */
export function pairPanel(pair: NonNullable<SentenceDistance['pair']>, room: number): PanelSpec {
  const { plane, tokens, first, second } = pair;
  const sides = [
    { points: plane.first, names: tokens[0], role: 'shared', number: first + 1 },
    { points: plane.second, names: tokens[1], role: 'z', number: second + 1 },
  ] as const;
  const shapes = sides.map((side) => ({ ...side, ...ellipseOf(side.points) }));
  const every = shapes.flatMap(({ points, outline }) => [...points, ...outline]);
  const span = (k: 0 | 1): [number, number] => [Math.min(...every.map((p) => p[k])), Math.max(...every.map((p) => p[k]))]; // prettier-ignore
  const [[x0, x1], [y0, y1]] = [span(0), span(1)];
  // One scale for both directions: as high as the clouds are, where they are as wide as the picture.
  const per = Math.max((1.2 * (x1 - x0)) / room, (1.12 * (y1 - y0)) / 300, 1e-9);
  const height = Math.max(160, Math.ceil((1.12 * (y1 - y0)) / per));
  const around = (from: number, to: number, pixels: number): [number, number] => [(from + to - per * pixels) / 2, (from + to + per * pixels) / 2]; // prettier-ignore
  return {
    height,
    key: 'above',
    x: { domain: around(x0, x1, room), bare: true },
    y: { domain: around(y0, y1, height), bare: true },
    marks: [
      ...shapes.flatMap(({ points, outline, mean, role, number }) => [
        line(outline as readonly Point[], { role, look: 'thin' }),
        dots(points, { role, shape: 'disk', r: 2.6, name: `tokens of ${number}` }),
        dots([mean], { role, shape: 'diamond', r: 6, name: `mean of ${number}` }),
        dots(points.slice(-1), { role, shape: 'ring', r: 7, name: `last token of ${number}` }),
      ]),
      ...shapes.map(({ points, names, role }) => labels(points.map((at, t) => ({ at, text: names[t] })).filter(({ text }) => text.length > 2), role)), // prettier-ignore
    ],
  };
}
