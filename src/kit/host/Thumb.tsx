import type { Content } from '#contract/pin.ts';

const [width, height] = [44, 22];
/** More bars cannot be told apart. */
const mostBars = 24;

const numbersOf = (content: Content): readonly (readonly number[])[] =>
  content.kind === 'distribution' ? [content.values.slice(0, mostBars)] : content.kind === 'text' ? [] : content.rows;

/** A pin as a tiny picture: bars of a law, squares of a table or a chain by their opacity, lines of a text. For the eye alone. */
export function Thumb({ content }: { readonly content: Content }) {
  const rows = numbersOf(content);
  const most = Math.max(...rows.flat());
  const high = height / rows.length;
  return (
    <svg className="thumb" width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {content.kind === 'text' &&
        [2, 8, 14].map((y, i) => <rect key={y} y={y} width={i === 2 ? 26 : width} height={2} />)}
      {rows.flatMap((row, i) =>
        row.map((p, j) => {
          const wide = width / row.length;
          return content.kind === 'distribution' ? (
            <rect key={j} x={j * wide} width={0.8 * wide} y={height * (1 - p / most)} height={(height * p) / most} />
          ) : (
            <rect
              key={`${i} ${j}`}
              x={j * wide}
              y={i * high}
              width={0.9 * wide}
              height={0.9 * high}
              opacity={0.12 + (0.88 * p) / most}
            />
          );
        }),
      )}
    </svg>
  );
}
