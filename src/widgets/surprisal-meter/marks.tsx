import type { Mark } from '#kit/figure/mark.ts';
import { drawn } from '#kit/figure/marks.tsx';
import { tenth } from '#kit/plot/path.ts';
import { examples, type Kind } from './examples.ts';
import { surprisalOf, type Meter } from './model.ts';
import { oneInSo } from './spec.ts';

/** Pixels from the axis: where the two columns and the ladder stand. */
export const columns = { first: 2, second: 46, wide: 40 };
export const ladderAt = 94;
/** Each kind of example has a lane of its own. */
const lane: Record<Kind, number> = { everyday: 0, language: 9, medicine: 18 };
/** Of the names beside the ladder. */
const [nameSize, nameLine] = [12, 17];
/** From this width of the ladder on there is room for whole names, and for the chances at the right. */
const roomy = { names: 300, chances: 400 };
/** Where the chances end, from where the names begin. */
const chancesEnd = 400;

/** Both events, the second on top of the first, and where on the ladder they end. */
export const towers = ({ first, second, both }: Meter): Mark =>
  drawn(({ x, y, box, say }) => {
    const block = (left: number, from: number, to: number) =>
      `M${tenth(x(left))},${tenth(y(from))}V${tenth(y(to))}H${tenth(x(left + columns.wide))}V${tenth(y(from))}z`;
    const middle = (left: number) => tenth(x(left + columns.wide / 2));
    const [top, floor] = [tenth(y(both)), tenth(y(first))];
    return (
      <>
        <path className="fill-x" d={block(columns.first, 0, first)} />
        <path className="fill-y" d={block(columns.second, first, both)} />
        <path className="stroke-x fig-solid" d={block(columns.first, 0, first)} />
        <path className="stroke-y" d={block(columns.second, first, both)} />
        <path
          className="stroke-quiet fig-dashed"
          d={`M${tenth(x(columns.first + columns.wide))},${floor}H${tenth(x(columns.second))}`}
        />
        <path
          className="stroke-quiet fig-dashed"
          d={`M${tenth(x(columns.second + columns.wide))},${top}H${tenth(x(ladderAt))}`}
        />
        <text className="fig-halo value ink-x fig-small" x={middle(columns.first)} y={floor - 13} textAnchor="middle">
          {say.amount(first, 2)}
        </text>
        <text className="fig-halo value strong fig-small" x={middle(columns.second)} y={top - 13} textAnchor="middle">
          {say.amount(both, 2)}
        </text>
        {floor - top > 44 && (
          <text
            className="value ink-y fig-small"
            x={middle(columns.second)}
            y={tenth((floor + top) / 2 + 8)}
            textAnchor="middle"
          >
            +{say.amount(second, 2)}
          </text>
        )}
        <text className="ink-x fig-small" x={middle(columns.first)} y={box.bottom + 18} textAnchor="middle">
          first
        </text>
        <text className="ink-y fig-small" x={middle(columns.second)} y={box.bottom + 18} textAnchor="middle">
          second
        </text>
      </>
    );
  });

/** Heights of at least `floor` that keep their order and are a line apart at least, near to where they want to be: pools of neighbors. */
export function spread(wanted: readonly number[], apart: number, floor: number): number[] {
  const pools: { sum: number; count: number }[] = [];
  const start = ({ sum, count }: { sum: number; count: number }) => sum / count - (apart * (count - 1)) / 2;
  for (const at of wanted) {
    pools.push({ sum: at, count: 1 });
    while (pools.length > 1) {
      const [low, high] = pools.slice(-2);
      if (start(high) - start(low) >= apart * low.count) break;
      pools.splice(-2, 2, { sum: low.sum + high.sum, count: low.count + high.count });
    }
  }
  const free = pools.flatMap((pool) => Array.from({ length: pool.count }, (_, i) => start(pool) + apart * i));
  let least = floor;
  return free.map((at) => {
    const height = Math.max(least, at);
    least = height + apart;
    return height;
  });
}

const shapes: Record<Kind, (x: number, y: number) => string> = {
  everyday: (x, y) => `M${x - 4},${y - 4}h8v8h-8z`,
  language: (x, y) => `M${x},${y - 5}l5,9h-10z`,
  medicine: (x, y) => `M${x},${y - 6}l6,6l-6,6l-6,-6z`,
};
const kinds = [
  ['everyday', 'everyday'],
  ['language', 'language'],
  ['medicine', 'medicine'],
] as const;

/** Things that happen, at the heights of their surprisals. */
export const ladder = ({ nearest }: Meter): Mark =>
  drawn(({ x, y, box, say }) => {
    const left = tenth(x(ladderAt));
    const names = left + 34;
    const room = box.right - names;
    // From below to above, in pixels from the floor; the lowest stays above the floor.
    const heights = examples.map(({ oneIn }) => box.bottom - y(surprisalOf(oneIn)));
    const lines = spread(heights, nameLine, nameSize / 2);
    return (
      <>
        <path className="stroke-quiet" d={`M${left},${tenth(box.bottom)}V${tenth(box.top)}`} />
        {examples.map((example, i) => {
          const [at, line] = [tenth(box.bottom - heights[i]), tenth(box.bottom - lines[i])];
          const isNearest = example === nearest;
          return (
            <g key={example.short}>
              <path
                className="stroke-quiet fig-thin"
                d={`M${left + lane[example.kind] + 6},${at}L${names - 4},${line}`}
              />
              <path
                className={isNearest ? 'solid-model' : 'solid-quiet'}
                d={shapes[example.kind](left + lane[example.kind], at)}
              />
              <text className={`fig-halo fig-small${isNearest ? ' ink-model' : ''}`} x={names} y={tenth(line + 4)}>
                {room >= roomy.names ? example.says : example.short}
              </text>
              {room >= roomy.chances && (
                <text
                  className="fig-halo fig-small value soft"
                  x={tenth(Math.min(box.right, names + chancesEnd))}
                  y={tenth(line + 4)}
                  textAnchor="end"
                >
                  {oneInSo(example.oneIn, say)}
                </text>
              )}
            </g>
          );
        })}
        {kinds.map(([kind, says], i) => (
          <g key={kind}>
            <path className="solid-quiet" d={shapes[kind](names + 6, tenth(box.top + 8 + nameLine * i))} />
            <text className="fig-halo fig-small soft" x={names + 18} y={tenth(box.top + 12 + nameLine * i)}>
              {says}
            </text>
          </g>
        ))}
      </>
    );
  });

const units = [
  ['bits', Math.LN2, 'x'],
  ['nats', 1, 'y'],
  ['dits', Math.LN10, 'shared'],
] as const;

/** One stretch, cut into bits, into nats and into dits. */
export const rulers = ({ both }: Meter): Mark =>
  drawn(({ x, y, box, say }) =>
    units.map(([unit, nats, role], i) => {
      const [top, bottom, end] = [tenth(y(i + 0.5)), tenth(y(i + 0.88)), tenth(x(both))];
      const cuts = Array.from({ length: Math.floor(both / nats + 1e-9) }, (_, k) => tenth(x((k + 1) * nats)));
      return (
        <g key={unit}>
          <text className={`value ink-${role}`} x={tenth(box.left)} y={top - 7}>
            {say.number(both / nats)} {unit}
          </text>
          <path className={`fill-${role}`} d={`M${tenth(box.left)},${top}H${end}V${bottom}H${tenth(box.left)}z`} />
          <path
            className={`stroke-${role} fig-solid`}
            d={`M${tenth(box.left)},${top}H${end}V${bottom}H${tenth(box.left)}z`}
          />
          <path className={`stroke-${role} fig-solid`} d={cuts.map((cut) => `M${cut},${top}V${bottom}`).join('')} />
        </g>
      );
    }),
  );
