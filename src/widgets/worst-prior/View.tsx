import { number } from '#contract/parameter.ts';
import type { ViewProps } from '#contract/spec.ts';
import { SimplexControl, withEntry } from '#kit/controls/TableControl.tsx';
import { bind } from '#kit/figure/bind.ts';
import { bars } from '#kit/figure/blocks.tsx';
import { Figure } from '#kit/figure/Figure.tsx';
import { area, dots, drawn, line, rule } from '#kit/figure/marks.tsx';
import { Fold, More as Folds } from '#kit/figure/More.tsx';
import { Settings } from '#kit/figure/Settings.tsx';
import { tenth } from '#kit/plot/path.ts';
import { useAlive } from '#kit/state/alive.ts';
import { spreads } from './coordinates.ts';
import { bestChances } from './model.ts';
import { names, params } from './parameters.ts';
import type { spec } from './spec.ts';

type Props = ViewProps<typeof spec>;

/** A little more than Laplace's rule pays at worst, log(T + 1). */
const topOf = (tosses: number) => 1.1 * Math.log(tosses + 1);

/** How the coin is drawn, and above it what each coin costs one who knows only that. */
export function View(props: Props) {
  const { values, model, width, say, set } = props;
  const { tosses, weights } = values;
  const { coins, cells, curve, information, highest } = model;
  const bound = bind(params, props);
  const alive = useAlive();
  // The line of the dearest coin stays in the picture; where it is infinitely far up, that is said below.
  const top = Math.max(topOf(tosses), highest === Infinity ? 0 : 1.06 * Math.min(highest, 40));
  const chance = (i: number) => ({
    name: 'weights',
    parameter: number({ label: `How often the ${names[i]} coin is drawn`, default: 0.2, min: 0, max: 1, step: 0.01 }),
    value: weights[i],
    set: (value: number) => set({ weights: withEntry(weights, i, value)! }),
  });
  const handles =
    coins.length === 0
      ? []
      : names.flatMap((name, i) => [
          { ...bound(name), along: 'x' as const },
          { ...chance(i), along: 'y' as const, across: values[name] },
        ]);
  return (
    <div>
      <Figure
        {...{ width, say }}
        rows={[
          [
            {
              height: 190,
              key: 'above',
              x: { domain: [0, 1], label: 'Chance of heads of the coin' },
              y: {
                domain: [0, top],
                label: `Paid in ${tosses === 1 ? 'one toss' : `${say.count(tosses)} tosses`} beyond one who knows the coin`,
                information: true,
              },
              marks: [
                area([0, 1].map((x) => [x, information, Math.min(top, highest)] as const), { role: 'shared', name: 'the most any draw can cost: in here' }), // prettier-ignore
                rule(Math.min(highest, 2 * top), { role: 'quiet', look: 'dashed', name: 'for the dearest coin' }),
                rule(information, { role: 'exact', look: 'dotted', name: 'on average over the draw' }),
                line(curve.filter(([, nats]) => nats < 40), { role: 'model', look: 'solid', name: 'for this coin' }), // prettier-ignore
                dots(coins.filter(({ chance, paid }) => chance > 0 && paid < Infinity).map(({ bias, paid }) => [bias, paid] as const), { role: 'model' }), // prettier-ignore
              ],
            },
          ],
          [
            {
              height: 140,
              x: {
                domain: [0, 1],
                label:
                  coins.length > 0
                    ? 'Drag a coin along, and its chance up and down'
                    : 'Chance of heads, in twenty equal cells',
              },
              y: { domain: [0, coins.length > 0 ? 1 : 0.3], label: 'How often it is drawn' },
              marks: [
                drawn(({ x, y }) => (
                  <path
                    className="stroke-model fig-thick"
                    d={coins
                      .map(({ bias, chance }) => `M${tenth(x(bias))},${tenth(y(0))}V${tenth(y(chance))}`)
                      .join('')}
                  />
                )),
                cells.length > 0 && bars(cells.map((value, i) => ({ at: (i + 0.5) / cells.length, value })), { role: 'model', wide: 0.9 / cells.length }), // prettier-ignore
              ],
              drags: handles,
            },
          ],
        ]}
      />
      {coins.length > 0 && (
        <div className="row">
          <button type="button" disabled={!alive} onClick={() => set({ weights: bestChances(values) })}>
            Draw these coins in the worst way
          </button>
        </div>
      )}
      <Settings {...props} params={params} show={['tosses', 'prior']} />
    </div>
  );
}

/** What each even spread costs, beside the draw of the figure. */
function More(props: Props) {
  const { model, width, say, values } = props;
  const { coins, information, highest, spread } = model;
  const all = [
    ...Object.entries(spreads).map(([key, { brief }]) => ({
      nats: spread[key as keyof typeof spreads],
      called: brief,
    })),
    ...(coins.length > 0 ? [{ nats: information, called: 'coins' }] : []),
  ];
  return (
    <Folds>
      <Fold question="Uniform, but in which coordinate?">
        <Figure
          {...{ width: Math.min(width, 600), say }}
          rows={[
            [
              {
                height: 150,
                x: { domain: [0.5, all.length + 0.5], bare: true },
                y: { domain: [0, topOf(values.tosses)], label: 'Paid on average over the draw', information: true },
                marks: [
                  area([0.5, all.length + 0.5].map((x) => [x, information, Math.min(topOf(values.tosses), highest)] as const), { role: 'shared' }), // prettier-ignore
                  bars(
                    all.map(({ nats, called }, i) => ({ at: i + 1, value: nats, says: say.amount(nats, 2), called, role: called === 'coins' ? 'model' : 'quiet' })), // prettier-ignore
                    { role: 'quiet', wide: 0.6 },
                  ),
                ],
              },
            ],
          ]}
        />
      </Fold>
      {coins.length > 0 && (
        <Fold question="Coins and chances, as numbers" holds={[]}>
          <Settings {...props} params={params} show={[[...names], 'weights']} Table={SimplexControl} />
        </Fold>
      )}
    </Folds>
  );
}
View.More = More;
