import type { ViewProps } from '#contract/spec.ts';
import { bars } from '#kit/figure/blocks.tsx';
import type { Frame } from '#kit/figure/mark.ts';
import { drawn, dots, line, rule } from '#kit/figure/marks.tsx';
import type { PanelSpec } from '#kit/figure/panel.ts';
import { tenth } from '#kit/plot/path.ts';
import { quantizersOfNormal } from './model.ts';
import { letters, params, side } from './parameters.ts';
import { decoded, pictureFor } from './pictures.ts';
import { addressOf } from './png.ts';
import type { spec } from './spec.ts';
import { wordsOf } from './words.ts';

type Props = ViewProps<typeof spec>;

const bare = { domain: [0, 1], bare: true } as const;

/** Half as many pixels across and down, each the mean of four. */
const halved = (grays: ArrayLike<number>): Float64Array =>
  Float64Array.from({ length: side ** 2 / 4 }, (_, i) => {
    const at = 2 * side * Math.floor(i / (side / 2)) + 2 * (i % (side / 2));
    return (grays[at] + grays[at + 1] + grays[at + side] + grays[at + side + 1]) / 4;
  });

/**
 * How well a picture is shown. The page carries it in some forty grays, where it is small with half of the pixels, so that it loads soon; with its
 * scripts it has all that there are.
 */
type Fineness = 'all' | 'grays' | 'half';

/** Gray levels as a square. */
function photograph(grays: ArrayLike<number>, title: string, height: number, fineness: Fineness): PanelSpec {
  const address =
    fineness === 'half' ? addressOf(halved(grays), side / 2, 8) : addressOf(grays, side, fineness === 'all' ? 1 : 7);
  return {
    ...{ height, title, x: bare, y: bare, share: 1 },
    marks: [
      drawn(({ box: { left, right, top, bottom } }) => {
        const size = Math.min(right - left, bottom - top);
        return (
          <image
            {...{ x: tenth(left), y: tenth(top), width: tenth(size), height: tenth(size), href: address }}
            imageRendering="pixelated"
          />
        );
      }),
    ],
  };
}

function pictures({ values, model, width, say }: Props, alive: boolean): PanelSpec[][] {
  const source = pictureFor(values);
  const { alike, built, chosen } = model;
  const at = (numbers: ArrayLike<number>) => Float64Array.from(numbers, (x) => x + source.mean);
  const isNarrow = width < 560;
  const height = isNarrow ? (width - 24) / 2 : Math.min(290, (width - 48) / 3);
  const each = (nats: number) => `${say.amount(nats, 2)} ${say.unit}${isNarrow ? '' : ' per pixel'}`;
  const fineness = alive ? 'all' : isNarrow ? 'half' : 'grays';
  const all = [
    photograph(at(source.pixels), values.drawn ? 'A draw from the model' : 'The picture', height, fineness),
    photograph(at(decoded(source, values.step, 'waves')), `Waves: ${each(built[chosen].rate)}`, height, fineness),
    ...(alike
      ? [photograph(at(decoded(source, alike.step, 'pixels')), `Pixels: ${each(alike.rate)}`, height, fineness)]
      : []),
  ];
  return isNarrow ? [all.slice(0, 2), [...all.slice(2), { ...empty, height }]] : [all];
}

/** Nothing, so that a picture is as large as those above it. */
const empty: Omit<PanelSpec, 'height'> = { x: bare, y: bare, share: 1, marks: [] };

/** Squares of tosses, above what was tossed and below what comes back; heads are filled, wrong ones crossed. */
function tosses({ model: { tossed, back, chosen } }: Props): PanelSpec {
  const n = wordsOf(params.code.options[chosen].value, 0)[0].length;
  const blocks = tossed.length / n;
  // Half a square between blocks.
  const whole = tossed.length + (blocks - 1) / 2;
  const squares = (
    { x, y }: Frame,
    list: readonly number[],
    row: number,
    which: (toss: number, i: number) => boolean,
  ) =>
    list
      .map((toss, i) => {
        if (!which(toss, i)) return '';
        const from = i + Math.floor(i / n) / 2;
        const [left, right, top, bottom] = [x(from + 0.1), x(from + 0.9), y(row + 0.85), y(row + 0.15)].map(tenth);
        return `M${left},${top}H${right}V${bottom}H${left}z`;
      })
      .join('');
  const isWrong = (_: number, i: number) => tossed[i] !== back[i];
  const errors = tossed.filter(isWrong).length;
  return {
    ...{ height: 70, x: { domain: [0, whole], bare: true }, y: { domain: [0, 2], bare: true } },
    title: `${tossed.length} tosses above, and below what comes back: ${errors === 1 ? 'one is' : `${errors} are`} wrong`,
    marks: [
      drawn((frame) => (
        <>
          {[tossed, back].map((list, k) => (
            <g key={k}>
              <path className="stroke-quiet fig-thin" d={squares(frame, list, 1 - k, () => true)} />
              <path
                className={k === 0 ? 'solid-quiet' : 'solid-model'}
                d={squares(frame, list, 1 - k, (toss) => toss === 1)}
              />
            </g>
          ))}
          <path className="stroke-x fig-thick fig-solid" d={squares(frame, back, 0, isWrong)} />
        </>
      )),
    ],
    note: [{ text: 'Filled: heads. Framed: wrong.' }],
  };
}

/** How often letter x comes back as y: a disk as large as the share. */
function reproduction({ model }: Props): PanelSpec {
  const all = model.reproduction;
  return {
    ...{ height: 170, title: 'The best way there is, on the curve: which letter comes back as which' },
    x: { domain: [-0.5, 4.5], label: 'Comes back as', ticks: letters.map((text, at) => ({ at, text })) },
    y: { domain: [4.5, -0.5], label: 'Letter', ticks: letters.map((text, at) => ({ at, text })) },
    marks: [
      drawn(({ x, y }) => (
        <>
          {all.flatMap((row, i) =>
            row.map((q, j) =>
              q < 1e-3 ? null : (
                <circle
                  key={`${i} ${j}`}
                  className="solid-exact"
                  cx={tenth(x(j))}
                  cy={tenth(y(i))}
                  r={tenth(14 * Math.sqrt(q))}
                />
              ),
            ),
          )}
        </>
      )),
    ],
  };
}

const density = Array.from({ length: 121 }, (_, i) => {
  const z = -3.3 + (6.6 * i) / 120;
  return [z, Math.exp((-z * z) / 2)] as const;
});

/** The bell with its cells, and as what each is told back. */
function cells({ model }: Props): PanelSpec {
  const { edges, values: points } = quantizersOfNormal()[model.chosen];
  return {
    ...{ height: 130, title: 'Its cells, and what each is told back as' },
    x: { domain: [-3.3, 3.3], label: 'The number' },
    y: { domain: [0, 1.08], bare: true },
    marks: [
      drawn(({ x, box }) => (
        <path
          className="stroke-quiet fig-thin"
          d={edges.map((at) => `M${tenth(x(at))},${box.top}V${box.bottom}`).join('')}
        />
      )),
      line(density, { role: 'exact', look: 'solid' }),
      dots(
        points.map((at) => [at, 0] as const),
        { role: 'model', r: 4 },
      ),
    ],
  };
}

export function evidence(props: Props, alive: boolean): readonly (readonly PanelSpec[])[] {
  const { source } = props.model;
  if (source === 'picture') return pictures(props, alive);
  return [[source === 'coin' ? tosses(props) : source === 'law' ? reproduction(props) : cells(props)]];
}

/** Reverse water-filling: the waves by their mean squares. What is under water is not told. */
export function water({ model }: Props): PanelSpec {
  const floor = 0.5;
  const sorted = [...model.variances].sort((a, b) => b - a).map((variance) => Math.max(floor, variance));
  const level = Math.max(floor, Math.min(model.level, 2 * sorted[0]));
  const top = Math.max(100, 2 * sorted[0]);
  return {
    height: 170,
    key: 'above',
    x: { domain: [0, 65], label: 'The 64 waves of a block, the strongest first', ticks: [1, 16, 32, 48, 64].map((at) => ({ at, text: String(at) })) }, // prettier-ignore
    y: { domain: [floor, top], scale: 'log', label: 'Mean square, in gray levels squared' },
    marks: [
      bars(sorted.map((variance, i) => ({ at: i + 1, value: Math.min(variance, level), from: floor })), { role: 'quiet', wide: 0.8 }), // prettier-ignore
      bars(sorted.flatMap((variance, i) => (variance > level ? [{ at: i + 1, value: variance, from: level }] : [])), { role: 'model', wide: 0.8 }), // prettier-ignore
      rule(level, { role: 'x', look: 'dashed', name: 'water: the most error of a wave' }),
    ],
    note: [{ text: 'Above the water: told, half a bit for each doubling. Under water: lost.' }],
  };
}
