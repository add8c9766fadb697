import type { ViewProps } from '#contract/spec.ts';
import { bind } from '#kit/figure/bind.ts';
import { bars } from '#kit/figure/blocks.tsx';
import { Figure } from '#kit/figure/Figure.tsx';
import { dots, guide, rule } from '#kit/figure/marks.tsx';
import type { PanelSpec } from '#kit/figure/panel.ts';
import { Fold, More as Folds } from '#kit/figure/More.tsx';
import { Settings } from '#kit/figure/Settings.tsx';
import { costOf, type Source } from './model.ts';
import { mostTosses, params } from './parameters.ts';
import type { spec } from './spec.ts';

const wide = 0.74;
const tosses = Array.from({ length: mostTosses }, (_, i) => i + 1);
const x = {
  domain: [0.4, mostTosses + 0.6],
  ticks: tosses.map((toss) => ({ at: toss, text: String(toss) })),
} as const;

/** The mixture and the first chain alone; above what the past tells about the future, below what each toss costs. */
export function View(props: ViewProps<typeof spec>) {
  const { values, model, width, say } = props;
  const { mixture, known } = model;
  const bound = bind(params, props);
  const most = 1.25 * Math.max(0.02, ...[mixture, known].flatMap(({ parts }) => parts.map(({ total }) => total)));
  const dearest = 1.2 * Math.max(costOf(mixture, 1), costOf(known, 1));

  const told = ({ parts, blocks, rate }: Source, title: string): PanelSpec => ({
    height: 170,
    title,
    x: { ...x, label: 'Tosses seen, T' },
    y: { domain: [0, most], label: 'Told about all that follow', information: true },
    marks: [
      bars(
        tosses.map((T) => ({ at: T, value: parts[T].memory })).filter(({ value }) => value > 1e-12),
        { role: 'x', wide, name: 'remembered' },
      ),
      bars(
        tosses
          .map((T) => ({ at: T, from: parts[T].memory, value: parts[T].total }))
          .filter(({ from, value }) => value - from > 1e-12),
        { role: 'shared', wide, name: 'learned: which chain' },
      ),
      dots(
        tosses.map((T) => [T, blocks[T] - T * rate] as const),
        { role: 'exact', name: 'all of it, from the words' },
      ),
      guide(values.tosses),
    ],
  });
  const cost = (source: Source, title: string): PanelSpec => ({
    height: 96,
    title,
    x: { ...x, label: 'Toss' },
    y: { domain: [0, dearest], label: 'Expected cost of a toss', information: true },
    marks: [
      bars(
        tosses.map((T) => ({ at: T, value: costOf(source, T) })),
        { role: 'quiet', wide },
      ),
      rule(source.rate, { role: 'exact', look: 'dashed', name: 'in the long run' }),
      guide(values.tosses),
    ],
  });
  return (
    <div>
      <Figure
        {...{ width, say }}
        rows={[
          [
            {
              ...told(mixture, 'One of two chains, picked in secret'),
              key: 'above',
              drags: [{ ...bound('tosses'), along: 'x' }],
            },
            { ...told(known, 'The first chain, known to all'), key: 'elsewhere' },
          ],
          [
            { ...cost(mixture, 'One of two chains, toss by toss'), key: 'above' },
            { ...cost(known, 'The first chain, toss by toss'), key: 'elsewhere' },
          ],
        ]}
      />
      <Settings {...props} params={params} show={['share', 'tosses']} />
    </div>
  );
}

function More(props: ViewProps<typeof spec>) {
  return (
    <Folds>
      <Fold question="What of other chains?" holds={['firstHeads', 'firstTails', 'secondHeads', 'secondTails']}>
        <Settings
          {...props}
          params={params}
          show={[
            ['firstHeads', 'firstTails'],
            ['secondHeads', 'secondTails'],
          ]}
        />
      </Fold>
    </Folds>
  );
}
View.More = More;
