import type { ViewProps } from '#contract/spec.ts';
import { bind } from '#kit/figure/bind.ts';
import { Figure } from '#kit/figure/Figure.tsx';
import { Settings } from '#kit/figure/Settings.tsx';
import { logPaper, plain, profile, residuals } from './panels.tsx';
import { largest, params } from './parameters.ts';
import type { spec } from './spec.ts';

/** The losses as they are, with the floor to drag; on log paper; what the line misses; and how well each floor does. */
export function View(props: ViewProps<typeof spec>) {
  const { values, model, width, say } = props;
  const bound = bind(params, props);
  return (
    <>
      <Figure
        {...{ width, say }}
        rows={[
          [
            {
              ...plain(model),
              drags: [
                { ...bound('floor'), along: 'y', max: model.mostFloor, across: model.points[0].size },
                {
                  ...bound('times'),
                  along: 'x',
                  at: (times: number) => largest * times,
                  from: (size: number) => size / largest,
                  says: (times: number) => `${say.count(times)} times`,
                },
              ],
            },
            logPaper(model),
          ],
          [residuals(model, values.noise), profile(model)],
        ]}
      />
      {values.floor > model.mostFloor && (
        <p className="notice" role="status">
          {`A floor of ${say.number(values.floor, 2)} is above the lowest loss, or too near it for a logarithm: ${say.number(model.mostFloor, 2)} is used.`}
        </p>
      )}
      <Settings
        {...props}
        params={params}
        show={['floor', 'decades', 'times', ['sizes', 'noise'], ['drawn', 'seed']]}
        most={{ floor: model.mostFloor }}
      />
    </>
  );
}
