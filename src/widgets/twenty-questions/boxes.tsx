import type { Frame, Mark, Name } from '#kit/figure/mark.ts';
import { widthOf } from '#kit/figure/measure.ts';
import { tenth } from '#kit/plot/path.ts';
import type { Twenty } from './model.ts';
import { animals } from './plan.ts';

/** Rows of the picture: one for each question in a row, and one for the animal that is found. */
export const rowsOf = ({ answers }: Twenty) => Math.max(3, ...answers.map(({ length }) => length)) + 1;

const small = { size: 12, strong: true, tabular: true };

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Of a question or a group: the part of the strip that its animals have. */
function spanOf({ strip, answers }: Twenty, after: string): Span {
  const own = strip.filter(({ animal }) => answers[animal].startsWith(after));
  return { from: own[0].from, to: own[own.length - 1].to };
}

const outline = ({ from, to }: Span, top: number, bottom: number, { x, y }: Frame) =>
  `M${tenth(x(from))},${tenth(y(top))}H${tenth(x(to))}V${tenth(y(bottom))}H${tenth(x(from))}z`;

/** The first of these texts that has room. */
function inside({ from, to }: Span, row: number, texts: readonly string[], ink: Name['ink'], { x, y }: Frame): Name[] {
  const text = texts.find((one) => widthOf(one, small) + 6 <= x(to) - x(from));
  if (text === undefined) return [];
  const at = y(row) + 4;
  // In the middle, or to either side of the line of a draw.
  const spots = [
    { x: (x(from) + x(to)) / 2, y: at, anchor: 'middle' as const },
    { x: x(from) + 4, y: at, anchor: 'start' as const },
    { x: x(to) - 4, y: at, anchor: 'end' as const },
  ];
  return [{ text, ink, size: 12, spots }];
}

/** Each question is as wide as it is likely, and a question high. Colored is what its answer tells; under the questions are the animals. */
export function boxes(model: Twenty): Mark {
  const { questions, answers } = model;
  const asks = questions.map((question) => ({ ...question, span: spanOf(model, question.after) }));
  const groups = [...new Set(answers)].map((row) => ({
    row,
    span: spanOf(model, row),
    all: answers.flatMap((other, i) => (other === row ? [i] : [])),
  }));
  const isShown = ({ span }: { readonly span: Span }) => span.to - span.from > 1e-9;
  return {
    free: true,
    draw: (frame) => (
      <>
        {asks.filter(isShown).map(({ after, span, probability, told }) => {
          const share = told / probability / Math.LN2;
          return (
            <g key={after}>
              <path className="fill-exact" d={outline(span, after.length + 1 - share, after.length + 1, frame)} />
              <path
                className="stroke-exact fig-thin fig-solid"
                d={outline(span, after.length, after.length + 1, frame)}
              />{' '}
              {/* prettier-ignore */}
            </g>
          );
        })}
        {groups.filter(isShown).map(({ row, span, all }) => (
          <path
            key={row}
            className={all.length > 1 ? 'stroke-model fig-dashed' : 'fill-x'}
            d={outline(span, row.length + 0.12, row.length + (all.length > 1 ? 0.88 : 0.7), frame)}
          />
        ))}
      </>
    ),
    names: (frame) => [
      ...asks.filter(isShown).flatMap(({ after, span, yes }) => {
        const share = frame.say.probability(yes);
        return inside(span, after.length + 0.5, [`yes ${share}`, share], 'strong', frame);
      }),
      ...groups.filter(isShown).flatMap(({ row, span, all }) => {
        const names = all.map((animal) => animals[animal]);
        const texts = all.length > 1 ? [names.join(', '), `${names.length} animals`, String(names.length)] : [names[0], names[0][0]]; // prettier-ignore
        return inside(span, row.length + (all.length > 1 ? 0.5 : 0.41), texts, all.length > 1 ? 'model' : 'x', frame);
      }),
    ],
  };
}
