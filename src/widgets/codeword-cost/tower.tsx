import type { Mark } from '#kit/figure/mark.ts';
import { boxOf, nameBetween } from './columns.tsx';
import { boxesOf, columnsOf, towerOf } from './geometry.ts';
import type { Cost } from './model.ts';
import { outcomes } from './parameters.ts';

/** The columns as wide as their shares of the shelf; on the column of each report those of the next one. */
export function tower(cost: Cost, seen: number): Mark {
  const first = columnsOf(cost, seen);
  // Until the picture has turned, only the first report has its place.
  const layers = seen < 3 ? [] : towerOf(cost);
  return {
    draw: (frame) => (
      <>
        {first.map((column, i) => (
          <g key={outcomes[i]}>
            {!layers[0]?.[i].on && <path className="fill-exact" d={boxOf(column, column.bottom, column.top, frame)} />}
            <path className="stroke-quiet fig-thin fig-solid" d={boxOf(column, column.bottom, column.top, frame)} />
          </g>
        ))}
        {layers.map((layer, k) => (
          <g key={k}>
            {layer.map((column) => (
              <g key={column.symbol}>
                {column.on && <path className="fill-model" d={boxOf(column, column.bottom, column.top, frame)} />}
                <path className="stroke-quiet fig-thin fig-solid" d={boxOf(column, column.bottom, column.top, frame)} />
              </g>
            ))}
          </g>
        ))}
      </>
    ),
    names: ({ x, y, box }) => [
      ...first.flatMap(({ left, right }, i) => nameBetween(outcomes[i], x(left), x(right), box.bottom + 17)),
      ...layers.flatMap((layer) =>
        layer.flatMap(({ symbol, left, right, bottom, top, on }) =>
          on ? nameBetween(outcomes[symbol], x(left), x(right), (y(bottom) + y(top)) / 2 + 4, 'model') : [],
        ),
      ),
    ],
  };
}

/** The row of digits of a message: with each digit half as wide. */
export function digits(word: string): Mark {
  const boxes = boxesOf(word);
  return {
    draw: (frame) => (
      <path className="stroke-x fig-solid" d={boxes.map((box) => boxOf(box, box.bottom, box.top, frame)).join('')} />
    ),
    lines: ({ x, y }) =>
      boxes.flatMap(({ left, right, bottom, top }) => [left, right].map((at) => [[x(at), y(bottom)], [x(at), y(top)]] as const)), // prettier-ignore
  };
}
