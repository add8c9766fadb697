import { Figure } from '#kit/figure/Figure.tsx';
import { area, dots, line, rule, whiskers } from '#kit/figure/marks.tsx';
import { latest, type Point } from './model.ts';
import type { TrainProps } from './props.ts';

const mostWhiskers = 24;

/** Loss against steps: the floor that is known, what the network pays above it on what is new, and what it paid in training. */
export function Curve({ model, width, say }: TrainProps) {
  const { points, goal, fresh, even, floor, rate } = model;
  const last = latest(model);
  // A fresh network gives all symbols about the same.
  const all: Point[] = [...(fresh ? [{ step: 0, heldOut: even, train: even, error: 0 }] : []), ...points];
  const curve = (of: (point: Point) => number) => all.map((point) => [point.step, of(point)] as const);
  const every = Math.ceil(points.length / mostWhiskers);
  const isDrawn = (i: number) => (points.length - 1 - i) % every === 0;
  const errors = points
    .filter(({ error }, i) => error > 0 && isDrawn(i))
    .map(({ step, heldOut, error }) => [step, heldOut - error, heldOut + error] as const);
  // What was measured where the law is known: its noise is drawn, not only the expectation.
  const came = points.flatMap(({ step, measured }, i) => (measured && isDrawn(i) ? [{ step, ...measured }] : []));
  const hasAnew = floor !== undefined && rate !== undefined && rate > 0 && floor - rate > 0.005;
  const highest = Math.max(
    fresh ? 0 : (floor ?? 0),
    ...all.flatMap(({ heldOut, train, error }) => [heldOut + error, train]),
    ...came.map(({ loss, error }) => loss + error),
  );
  const onFloor = { role: 'exact', name: floor === undefined ? '' : `floor ${say.amount(floor)}, which nobody can save` } as const; // prettier-ignore
  const onNew = { role: 'model', q: 'cross-entropy', name: last && `held out ${say.amount(last.heldOut)}` } as const;
  return (
    <Figure
      {...{ width, say }}
      label="The loss while it falls; the table has the numbers"
      rows={[
        [
          {
            ...{ height: width < 500 ? 190 : 230, key: 'above' },
            x: { domain: [0, goal], label: 'steps' },
            y: { domain: [0, 1.04 * highest], label: 'Loss', information: 'a symbol' },
            marks: [
              floor !== undefined && area([[0, 0, floor], [goal, 0, floor]], onFloor), // prettier-ignore
              floor !== undefined && area(all.map(({ step, heldOut }) => [step, floor, heldOut]), { role: 'model' }), // prettier-ignore
              floor !== undefined && rule(floor, { ...onFloor, look: 'solid' }),
              hasAnew && rule(rate, { role: 'quiet', q: 'entropy-rate', name: `rate ${say.amount(rate)}` }),
              line(curve(({ train }) => train), { role: 'quiet', look: 'dashed', name: last && last.step > 0 ? `training ${say.amount(last.train)}` : undefined }), // prettier-ignore
              whiskers(
                came.map(({ step, loss, error }) => [step, loss - error, loss + error]),
                { role: 'quiet' },
              ),
              dots(
                came.map(({ step, loss }) => [step, loss]),
                { role: 'quiet', r: 2.5, name: last?.measured && `as it came ${say.amount(last.measured.loss)}` },
              ),
              line(curve(({ heldOut }) => heldOut), { ...onNew, look: 'thick' }), // prettier-ignore
              whiskers(errors, onNew),
              last
                ? dots([[last.step, last.heldOut]], onNew)
                : fresh && dots([[0, even]], { role: 'model', name: `untrained ${say.amount(even)}` }),
            ],
          },
        ],
      ]}
    />
  );
}
