import type { ViewProps } from '#contract/spec.ts';
import { bind } from '#kit/figure/bind.ts';
import { Figure } from '#kit/figure/Figure.tsx';
import { area, dots, drawn, rule, steps } from '#kit/figure/marks.tsx';
import type { Pair } from '#kit/figure/mark.ts';
import { Settings } from '#kit/figure/Settings.tsx';
import { tenth } from '#kit/plot/path.ts';
import { params } from './parameters.ts';
import { tossesDrawn } from './model.ts';
import type { spec } from './spec.ts';

const keys = ['first', 'second', 'third', 'fourth'] as const;

/** The coins, what the window predicts while one of them is tossed, and one text of it. */
export function View(props: ViewProps<typeof spec>) {
  const { values, model, width, say } = props;
  const { coins, tossed, different, seen, text } = model;
  const bound = bind(params, props);
  const rowOf = (j: number) => coins.length - j;
  const coin = coins[tossed];
  const [least, greatest] = [Math.min(...different), Math.max(...different)];
  const highest = 1.25 * Math.max(...seen.map(({ probability }) => probability));
  const x = { domain: [0, 1], ticks: [0, 0.25, 0.5, 0.75, 1].map((at) => ({ at, text: String(at) })) } as const;
  const truth = drawn(({ x: toX, box }) => (
    <path className="stroke-exact fig-dotted" d={`M${tenth(toX(coin))},${box.top}V${box.bottom}`} />
  ));
  return (
    <div>
      <Figure
        {...{ width, say }}
        rows={[
          [
            {
              height: 34 * coins.length,
              title: 'The coins',
              key: 'above',
              x: { ...x, label: 'Chance of heads' },
              y: {
                domain: [0.4, coins.length + 0.6],
                ticks: coins.map((_, j) => ({ at: rowOf(j), text: j === tossed ? `${j + 1}, tossed` : String(j + 1) })),
              },
              marks: [
                ...(least < greatest
                  ? [
                      area(
                        [least, greatest].map((at) => [at, 0.4, coins.length + 0.6] as const),
                        { role: 'shared', name: 'hull of those that differ' },
                      ),
                    ]
                  : []),
                truth,
                dots([[coin, rowOf(tossed)]], { role: 'exact', r: 5 }),
              ],
              drags: coins.map((_, j) => ({ ...bound(keys[j]), along: 'x' as const, across: rowOf(j) })),
            },
          ],
          [
            {
              height: 110,
              title: 'What the window predicts, while that coin is tossed',
              x: { ...x, label: 'Predicted chance of heads' },
              y: { domain: [0, highest], label: 'How often' },
              marks: [
                truth,
                drawn(({ x: toX, y: toY, box }) => (
                  <path
                    className="stroke-model fig-thick"
                    d={seen
                      .map((one) => `M${tenth(toX(one.prediction))},${box.bottom}V${tenth(toY(one.probability))}`)
                      .join('')}
                  />
                )),
                dots(seen.map((one): Pair => [one.prediction, one.probability]), { role: 'model' }), // prettier-ignore
              ],
            },
          ],
          [
            {
              height: 120,
              key: 'above',
              title: 'One text',
              x: { domain: [1, tossesDrawn], label: 'Toss' },
              y: { domain: [0, 1], label: 'Predicted chance of heads' },
              marks: [
                rule(coin, { role: 'exact', look: 'dotted', name: 'the tossed coin' }),
                steps(text.map(({ toss, window }): Pair => [toss, window]), { role: 'model', look: 'solid', name: 'window' }), // prettier-ignore
                steps(text.map(({ toss, whole }): Pair => [toss, whole]), { role: 'shared', look: 'long', name: 'whole past' }), // prettier-ignore
              ],
            },
          ],
        ]}
      />
      <Settings
        {...props}
        params={params}
        most={{ tossed: values.count }}
        show={[['tossed', 'count'], ['window', 'pause'], keys.slice(0, coins.length), 'seed']}
      />
    </div>
  );
}
