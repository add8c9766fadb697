import type { ViewProps } from '#contract/spec.ts';
import { bind } from '#kit/figure/bind.ts';
import { Figure } from '#kit/figure/Figure.tsx';
import { area, dots, guide, line, rule, whiskers } from '#kit/figure/marks.tsx';
import { Fold, More as Folds } from '#kit/figure/More.tsx';
import { inPowers } from '#kit/figure/scale.ts';
import { Settings } from '#kit/figure/Settings.tsx';
import { longest, params } from './parameters.ts';
import type { Place } from './model.ts';
import type { spec } from './spec.ts';

type Props = ViewProps<typeof spec>;

/** What is less than this, in nats, leaves the picture at its lower edge. */
const [floor, top] = [1e-5, 4];

/** Above, a window against its two bounds and its worst case; below, why the first bound holds for all sources at once. */
export function View(props: Props) {
  const { values, model, width, say } = props;
  const { places, here, moved } = model;
  const { window } = values;
  const curve = (of: (place: Place) => number) =>
    places.filter((place) => of(place) > 0).map((place) => [place.length, of(place)] as const);
  return (
    <div>
      <Figure
        {...{ width, say }}
        rows={[
          [
            {
              height: 220,
              key: 'above',
              x: { domain: [1, longest], label: 'Symbols in the window, w', ticks: [1, 8, 16, 24, 32, 40, 48, 56, 64].map((at) => ({ at, text: String(at) })) }, // prettier-ignore
              y: { domain: [floor, top], scale: 'log', label: 'Lost against the whole past', information: 'per symbol', format: inPowers }, // prettier-ignore
              marks: [
                guide(window),
                line(curve((place) => place.greatestDivergence), { role: 'y', name: 'the worst window' }), // prettier-ignore
                line(curve((place) => place.universal), { role: 'shared', look: 'long', name: 'H(J)/w' }), // prettier-ignore
                line(curve((place) => place.chernoff), { role: 'model', look: 'dashed', name: 'Chernoff bound' }), // prettier-ignore
                line(curve((place) => place.excessLoss), { role: 'exact', look: 'thick', name: 'expected' }), // prettier-ignore
                here.greatestDivergence > 0 && dots([[window, here.greatestDivergence]], { role: 'y' }),
                dots([[window, here.universal]], { role: 'shared' }),
                here.excessLoss > 0 && dots([[window, here.excessLoss]], { role: 'exact' }),
              ],
              drags: [{ ...bind(params, props)('window'), along: 'x' }],
            },
          ],
          [
            {
              height: 110,
              key: 'above',
              x: {
                domain: [0, 1],
                label: 'How far the second source is moved from the first',
                ticks: [
                  { at: 0, text: 'alike' },
                  { at: 0.5, text: 'half-way' },
                  { at: 1, text: 'as set' },
                ],
              },
              y: {
                domain: [0, 1.15 * here.universal],
                label: `Lost by a window of ${window}, expected`,
                information: 'per symbol',
              },
              marks: [
                area(moved.map(([share, loss]) => [share, 0, loss] as const), { role: 'exact' }), // prettier-ignore
                line(moved, { role: 'exact', look: 'solid', name: 'expected' }),
                rule(here.universal, { role: 'shared', look: 'long', name: 'H(J)/w' }),
                dots([[1, here.excessLoss]], { role: 'exact' }),
              ],
            },
          ],
        ]}
      />
      <Settings {...props} params={params} show={['window', ['first0', 'first1'], ['second0', 'second1'], 'prior']} />
    </div>
  );
}

/** Drawn texts scatter about what is expected. */
function More(props: Props) {
  const { model, width, say } = props;
  const { drawn } = model;
  const reach = drawn.flatMap(({ exact, mean, error }) => [exact, mean - 2 * error, mean + 2 * error]);
  const [least, greatest] = [Math.min(0, ...reach), Math.max(1e-4, ...reach)];
  return (
    <Folds>
      <Fold question="Do drawn texts pay this?" holds={['runs', 'seed']}>
        <Figure
          {...{ width, say }}
          rows={[
            [
              {
                height: 150,
                key: 'above',
                x: { domain: [0.9, 72], scale: 'log', base: 2, label: 'Symbols in the window, w' },
                y: {
                  domain: [least, 1.1 * greatest],
                  label: 'Lost with the symbol after the window',
                  information: true,
                },
                marks: [
                  rule(0, { role: 'quiet' }),
                  line(drawn.map(({ window, exact }) => [window, exact] as const), { role: 'exact', name: 'expected' }), // prettier-ignore
                  whiskers(drawn.map(({ window, mean, error }) => [window, mean - 2 * error, mean + 2 * error] as const), { role: 'model' }), // prettier-ignore
                  dots(drawn.map(({ window, mean }) => [window, mean] as const), { role: 'model', name: 'mean of texts ± 2 standard errors' }), // prettier-ignore
                ],
              },
            ],
          ]}
        />
        <Settings {...props} params={params} show={[['runs', 'seed']]} />
      </Fold>
    </Folds>
  );
}
View.More = More;
