import type { ViewProps } from '#contract/spec.ts';
import { natsPer, type Say } from '#contract/say.ts';
import { bind } from '#kit/figure/bind.ts';
import { Figure } from '#kit/figure/Figure.tsx';
import { Fold, More as Folds } from '#kit/figure/More.tsx';
import { Settings } from '#kit/figure/Settings.tsx';
import { columns, ladder, ladderAt, rulers, towers } from './marks.tsx';
import { params } from './parameters.ts';
import type { spec } from './spec.ts';

/** The highest that two events can be, and room for its number: 35.5 bits. */
const top = 35.5 * Math.LN2;

/** Where the ladder says no unit by itself: every five of the reader’s unit. */
const ticksIn = (say: Say) =>
  Array.from({ length: 8 }, (_, i) => 5 * i * natsPer(say.unit))
    .filter((at) => at <= top)
    .map((at) => ({ at, text: say.amount(at, 0) }));

/** A tower of two events, each as high as its surprisal, beside a ladder of things that happen. */
export function View(props: ViewProps<typeof spec>) {
  const { model, width, say } = props;
  const bound = bind(params, props);
  const oneIn = (nats: number) => Math.exp(nats);
  return (
    <div>
      <Figure
        {...{ width, say }}
        rows={[
          [
            {
              height: 400,
              // In pixels from the axis, so that tower and ladder are as wide on any page.
              x: { domain: [0, Math.max(ladderAt + 1, width - 40)], bare: true },
              y: { domain: [0, top], label: 'Surprisal', information: true, ticks: ticksIn(say) },
              marks: [towers(model), ladder(model)],
              drags: [
                {
                  ...bound('first'),
                  along: 'y',
                  across: columns.first + columns.wide / 2,
                  at: Math.log,
                  from: oneIn,
                },
                {
                  ...bound('second'),
                  along: 'y',
                  across: columns.second + columns.wide / 2,
                  at: (value: number) => model.first + Math.log(value),
                  from: (nats: number) => oneIn(nats - model.first),
                },
              ],
            },
          ],
        ]}
      />
      <Settings {...props} params={params} show={['first', 'second']} />
    </div>
  );
}

/** One length, and three rulers to measure it. */
function More({ model, width, say }: ViewProps<typeof spec>) {
  return (
    <Folds>
      <Fold question="How much is it in other units?">
        <Figure
          {...{ width, say }}
          label="The same surprisal in bits, nats and dits"
          rows={[
            [
              {
                height: 132,
                x: { domain: [0, top], bare: true },
                y: { domain: [3, 0], bare: true },
                marks: [rulers(model)],
              },
            ],
          ]}
        />
      </Fold>
    </Folds>
  );
}
View.More = More;
