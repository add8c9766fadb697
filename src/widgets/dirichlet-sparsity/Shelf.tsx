import type { Box, MixtureProps } from './View.tsx';
import { hues, huesOf, letterOf } from './names.ts';

const tall = 32;
const between = 8;

/** The latest documents in order, as books on shelves: a color and a letter for each source. */
export function Shelf({ model, values, say, box }: MixtureProps & { readonly box: Box & { readonly rows: number } }) {
  const { x, y, width, rows } = box;
  const hueOf = huesOf(model.shares);
  const perRow = Math.floor(width / 16);
  const room = perRow * rows;
  const from = Math.max(0, values.documents - room);
  const names = Array.from(model.labels).slice(from);
  const at = (i: number) => ({ left: x + (i % perRow) * 16, top: y + Math.floor(i / perRow) * (tall + between) });
  const spines = (hue: string | undefined) => names.flatMap((name, i) => (hueOf(name) === hue ? [at(i)] : []));
  return (
    <g>
      <text className="label strong" x={x} y={y - 9}>
        {from > 0
          ? `The last ${say.count(room)} of ${say.count(values.documents)} documents`
          : values.documents === 1
            ? 'The one document'
            : `The ${say.count(values.documents)} documents`}
        {', each with its source'}
      </text>
      {[...hues, undefined].map((hue) => {
        const books = spines(hue);
        if (books.length === 0) return null;
        return (
          <g key={hue ?? 'other'}>
            <path
              className={`fill-${hue ?? 'quiet'}`}
              d={books.map(({ left, top }) => `M${left},${top}h14v${tall}h-14z`).join('')}
            />
            {hue && (
              <path className={`solid-${hue}`} d={books.map(({ left, top }) => `M${left},${top}h14v6h-14z`).join('')} />
            )}
          </g>
        );
      })}
      {Array.from({ length: rows }, (_, row) => {
        const books = names.slice(row * perRow, (row + 1) * perRow);
        const { top } = at(row * perRow);
        return (
          <g key={row}>
            <text className="dirichlet-small strong" textAnchor="start" y={top + 23}>
              {books.map((name, i) => (
                <tspan key={i} x={x + i * 16 + 7} textAnchor="middle">
                  {letterOf(name)}
                </tspan>
              ))}
            </text>
            <path className="stroke-quiet" d={`M${x},${top + tall + 0.5}h${perRow * 16 - 2}`} />
          </g>
        );
      })}
    </g>
  );
}
