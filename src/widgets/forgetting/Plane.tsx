import { Figure } from '#kit/figure/Figure.tsx';
import { drawn, dots, guide, line, rule } from '#kit/figure/marks.tsx';
import type { Mark, Role } from '#kit/figure/mark.ts';
import { methodNames, tellOf } from './describe.ts';
import { comparedWith, first, isDone, last, runOf, type Run } from './model.ts';
import type { Point } from './evaluate.ts';
import type { Method } from './parameters.ts';
import type { ForgettingProps } from './props.ts';
import { tellsError } from './texts.ts';

const roles: Record<Method, Role> = { none: 'quiet', leash: 'model', replay: 'y', oldLeash: 'x' };
const room = 0.06;

/** What is told of a run, beside its end, where there is room. */
const endName = (text: string, role: Role, { old, unseen }: Point): Mark =>
  drawn(() => null, {
    names: ({ x, y }) => {
      const spots = [[9, 4, 'start'], [-9, 4, 'end'], [0, -11, 'middle'], [0, 20, 'middle'], [9, 20, 'start'], [9, -11, 'start']] as const; // prettier-ignore
      return [{ text, ink: role, size: 12, spots: spots.map(([dx, dy, anchor]) => ({ x: x(old) + dx, y: y(unseen) + dy, anchor })) }]; // prettier-ignore
    },
  });

/** Both losses at once: to the right is forgotten, downward is learned. */
export function Plane({ model, values, width, say }: ForgettingProps) {
  const chosen = runOf(model, values);
  const all = comparedWith(model, values);
  const start = first(chosen ?? all[0]);
  const end = last(chosen);
  const points = all.flatMap((run) => run.points);
  const extent = (of: (p: (typeof points)[number]) => number): [number, number] => {
    const found = points.map(of);
    const [low, high] = [Math.min(...found), Math.max(...found)];
    const margin = Math.max(0.02, room * (high - low));
    return [low - margin, high + margin];
  };
  const named = new Set<Method>();
  const nameOf = ({ method }: Run) => (named.has(method) ? undefined : (named.add(method), methodNames[method]));
  const path = (run: Run) => run.points.map(({ old, unseen }) => [old, unseen] as const);
  return (
    <Figure
      {...{ width, say }}
      label="What the old and the new text cost while the network learns; the table has the numbers"
      rows={[
        [
          {
            ...{ height: width < 500 ? 260 : 340, key: 'above' },
            x: { domain: points.length > 0 ? extent(({ old }) => old) : [1, 4], label: 'Old novels → forgotten', information: 'a character' }, // prettier-ignore
            y: { domain: points.length > 0 ? extent(({ unseen }) => unseen) : [1, 4], label: 'New text, held out ↓ learned', information: 'a character' }, // prettier-ignore
            ...(points.length === 0 && { note: [{ text: 'Nothing is trained on this text yet.' }] }),
            marks: [
              start && guide(start.old),
              start && rule(start.unseen, { role: 'quiet', look: 'dashed' }),
              ...all.map((run) =>
                line(path(run), {
                  role: roles[run.method],
                  name: nameOf(run),
                  look: run === chosen ? 'thick' : run.method === 'none' ? 'solid' : 'thin',
                }),
              ),
              // A run that has not come to its end has an open one.
              ...all.map(
                (run) =>
                  (run !== chosen || !isDone(run)) &&
                  dots(path(run).slice(-1), { role: roles[run.method], ...(!isDone(run) && { shape: 'ring', r: 7 }) }),
              ),
              ...all.map((run) => {
                const [text, at] = [tellOf(run, all, say), last(run)];
                return text !== '' && at && endName(text, roles[run.method], at);
              }),
              chosen && dots(path(chosen), { role: roles[chosen.method], r: 4 }),
              // One standard error of either difference.
              end &&
                drawn(({ x, y }) => (
                  <path
                    className={`stroke-${roles[chosen!.method]} fig-solid`}
                    d={`M${x(end.old - end.oldError)},${y(end.unseen)}H${x(end.old + end.oldError)}${tellsError(values) ? `M${x(end.old)},${y(end.unseen - end.unseenError)}V${y(end.unseen + end.unseenError)}` : ''}`}
                  />
                )),
              start && dots([[start.old, start.unseen]], { role: 'exact', r: 5, name: 'before' }),
            ],
          },
        ],
      ]}
    />
  );
}
