import type { Frame, Mark, Name } from '#kit/figure/mark.ts';
import { widthOf } from '#kit/figure/measure.ts';
import { tenth } from '#kit/plot/path.ts';
import type { Code } from './model.ts';
import { letters } from './parameters.ts';

const small = { size: 12, strong: true, tabular: true };
const deepest = 6;

export const rowsOf = ({ words }: Code) => Math.min(deepest, Math.max(4, ...words.map(({ length }) => length)));

/** A word as a place in the tree: its row, and what it takes of the width. */
function placeOf(word: string) {
  const width = 2 ** -word.length;
  const from = (word === '' ? 0 : Number.parseInt(word, 2)) * width;
  return { from, to: from + width, row: word.length - 1 };
}

const box = (word: string, { x, y }: Frame) => {
  const { from, to, row } = placeOf(word);
  return `M${tenth(x(from))},${tenth(y(row))}H${tenth(x(to))}V${tenth(y(row + 1))}H${tenth(x(from))}z`;
};

const wordsIn = (row: number) => Array.from({ length: 2 ** (row + 1) }, (_, i) => i.toString(2).padStart(row + 1, '0'));

/** All words, each above those that begin with it. What has been given away is filled; what lies under it is closed. */
export function tree(code: Code, give: ((word: string) => void) | undefined): Mark {
  const rows = rowsOf(code);
  const all = Array.from({ length: rows }, (_, row) => wordsIn(row)).flat();
  const holders = (word: string) => letters.filter((_, i) => code.words[i] === word);
  const given = [...new Set(code.words)].filter((word) => word !== '' && word.length <= rows);
  const isClosed = (word: string) => given.some((other) => other !== word && word.startsWith(other));
  /** Two symbols on one word, or a word under another. */
  const isClash = (word: string) => holders(word).length > 1 || isClosed(word);
  return {
    free: true,
    draw: (frame) => (
      <>
        {given.map((word) => (
          <g key={word}>
            {word.length < rows && (
              <path
                className="fill-quiet"
                d={`M${tenth(frame.x(placeOf(word).from))},${tenth(frame.y(word.length))}H${tenth(frame.x(placeOf(word).to))}V${tenth(frame.y(rows))}H${tenth(frame.x(placeOf(word).from))}z`}
              />
            )}
          </g>
        ))}
        {given.map(
          (word) =>
          <path key={word} className={isClash(word) ? 'solid-model' : 'fill-x'} fillOpacity={isClash(word) ? 0.35 : undefined} d={box(word, frame)} />, // prettier-ignore
        )}
        <path className="stroke-quiet fig-thin fig-solid" d={all.map((word) => box(word, frame)).join('')} />
        <path className="stroke-x" d={given.map((word) => box(word, frame)).join('')} />
        {give &&
          all.map((word) => (
            // The fields below do the same by keyboard.
            <path
              key={word}
              className="code-builder-cell"
              role="button"
              tabIndex={-1}
              aria-label={`The word ${word}`}
              d={box(word, frame)}
              onClick={() => give(word)}
              onKeyDown={({ key }) => key === 'Enter' && give(word)}
            />
          ))}
      </>
    ),
    names: ({ x, y }) =>
      all.flatMap((word): Name[] => {
        const { from, to, row } = placeOf(word);
        const names = holders(word).join('');
        const texts = names ? [`${names} ${word}`, names, names[0]] : isClosed(word) ? [] : [word];
        const text = texts.find((one) => widthOf(one, small) + 4 <= x(to) - x(from));
        const spot = { x: (x(from) + x(to)) / 2, y: y(row + 0.5) + 4, anchor: 'middle' as const };
        return text === undefined ? [] : [{ text, ink: names ? 'strong' : 'soft', size: 12, spots: [spot] }];
      }),
  };
}

/** Every word on the shelf, side by side in the order of the symbols; beyond 1 there is no shelf. */
export function shelf({ words, kraft }: Code): Mark {
  let edge = 0;
  const cells = words.flatMap((word, i) =>
    word === '' ? [] : [{ name: letters[i], word, from: edge, to: (edge += 2 ** -word.length) }],
  );
  return {
    free: true,
    draw({ x, box: { top, bottom } }) {
      const outline = (from: number, to: number) => `M${tenth(x(from))},${top}H${tenth(x(to))}V${bottom}H${tenth(x(from))}z`; // prettier-ignore
      return (
        <>
          <path className="fill-x" d={cells.map(({ from, to }) => outline(from, to)).join('')} />
          <path className="stroke-x" d={cells.map(({ from, to }) => outline(from, to)).join('')} />
          {kraft < 1 && <path className="stroke-quiet fig-dashed" d={outline(kraft, 1)} />}
          {kraft > 1 && <path className="solid-model" fillOpacity={0.35} d={outline(1, kraft)} />}
        </>
      );
    },
    names({ x, box: { top, bottom } }) {
      const inside = (from: number, to: number, texts: readonly string[], ink: Name['ink']): Name[] => {
        const text = texts.find((one) => widthOf(one, small) + 4 <= x(to) - x(from));
        const spot = { x: (x(from) + x(to)) / 2, y: (top + bottom) / 2 + 4, anchor: 'middle' as const };
        return text === undefined ? [] : [{ text, ink, size: 12, spots: [spot] }];
      };
      // The part beyond the shelf, between the edges of words.
      const edges = [1, ...cells.map(({ to }) => to).filter((to) => to > 1 + 1e-9)];
      const beyond = edges.slice(1).map((to, i) => [edges[i], to] as const);
      return [
        // Where the shelf ends, no word of a cell may stand across.
        ...cells.flatMap(({ from, to, name, word }) =>
          inside(from, Math.min(1, to), [`${name} ${word}`, name], 'strong'),
        ),
        ...(kraft < 1 ? inside(kraft, 1, ['empty'], 'soft') : []),
        ...beyond.flatMap(([from, to]) => inside(from, to, ['too much', '!'], 'strong')).slice(0, 1),
      ];
    },
  };
}
