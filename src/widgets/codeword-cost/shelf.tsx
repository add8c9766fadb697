import { widthOf } from '#kit/figure/measure.ts';
import type { Mark, Name } from '#kit/figure/mark.ts';
import { tenth } from '#kit/plot/path.ts';
import { boxOf } from './columns.tsx';
import { columnsOf } from './geometry.ts';
import type { Cost } from './model.ts';
import { outcomes } from './parameters.ts';

/** Where the shelf lies in its panel, of which the upper half joins columns to words. */
export const shelfTop = 0.5;

/** What each word takes of the code space, joined to the column that it is for; beyond 1 there is no shelf. */
export function shelf(cost: Cost, seen: number): Mark {
  const { shares, kraft, words } = cost;
  const cells = shares.map((share, i) => {
    const left = shares.slice(0, i).reduce((a, b) => a + b, 0);
    return { left, right: left + share };
  });
  const above = columnsOf(cost, seen);
  return {
    draw(frame) {
      const { x, y } = frame;
      const join = (from: number, to: number) =>
        `M${tenth(x(from))},${tenth(y(1))}L${tenth(x(to))},${tenth(y(shelfTop))}`;
      return (
        <>
          {cells.map((cell, i) => (
            <g key={outcomes[i]}>
              <path className="fill-x" d={boxOf(cell, 0, shelfTop, frame)} />
              <path className="stroke-x" d={boxOf(cell, 0, shelfTop, frame)} />
              <path
                className="stroke-quiet fig-thin"
                d={join(above[i].left, cell.left) + join(above[i].right, cell.right)}
              />
            </g>
          ))}
          {kraft < 1 - 1e-9 && (
            <path className="stroke-quiet fig-dashed" d={boxOf({ left: kraft, right: 1 }, 0, shelfTop, frame)} />
          )}
          {kraft > 1 + 1e-9 && (
            <path className="solid-model" fillOpacity={0.35} d={boxOf({ left: 1, right: kraft }, 0, shelfTop, frame)} />
          )}
        </>
      );
    },
    names({ x, y, box, say }) {
      // Words that reach beyond the frame are cut there.
      const end = x.invert(box.right);
      const inside = (left: number, right: number, texts: readonly string[], ink?: Name['ink']): Name[] => {
        const text = texts.find(
          (one) => widthOf(one, { size: 12, strong: true, tabular: true }) + 4 <= x(right) - x(left),
        );
        const spot = { x: (x(left) + x(right)) / 2, y: y(shelfTop / 2) + 4, anchor: 'middle' as const };
        return text === undefined ? [] : [{ text, size: 12, ink, spots: [spot] }];
      };
      /** Under what has no room on the shelf, beside the 1 at its end. */
      const beside = (texts: readonly string[]): Name[] => {
        const left = x(1) + 10;
        const text = texts.find((one) => left + widthOf(one, { size: 12, strong: true }) <= box.right + 6);
        return text ? [{ text, size: 12, ink: 'strong', spots: [{ x: left, y: y(0) + 17, anchor: 'start' }] }] : [];
      };
      const mark = (at: number, text: string): Name => ({ text, size: 12, ink: 'soft', spots: [{ x: x(at), y: y(0) + 17, anchor: at === 0 ? 'start' : 'middle' }] }); // prettier-ignore
      return [
        ...[mark(0, '0'), mark(0.5, '½'), mark(1, '1')],
        // Where the shelf ends, no word of a cell may stand across.
        ...cells.flatMap(({ left, right }, i) =>
          inside(left, Math.min(1, right), words ? [words[i]] : [say.probability(shares[i])], words && 'x'),
        ),
        ...(kraft < 1 - 1e-9 ? inside(kraft, 1, ['empty'], 'soft') : []),
        ...(kraft > 1 + 1e-9 ? beside(kraft > end ? ['too much →', '→'] : ['too much', '!']) : []),
      ];
    },
  };
}
