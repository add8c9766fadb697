import { natsPer } from '#contract/say.ts';
import type { ViewProps } from '#contract/spec.ts';
import { bind } from '#kit/figure/bind.ts';
import { bars } from '#kit/figure/blocks.tsx';
import { Figure } from '#kit/figure/Figure.tsx';
import type { Mark } from '#kit/figure/mark.ts';
import { area, dots, drawn, line, rule } from '#kit/figure/marks.tsx';
import { Fold, More as Folds } from '#kit/figure/More.tsx';
import { Settings } from '#kit/figure/Settings.tsx';
import { tenth } from '#kit/plot/path.ts';
import type { Draw } from './model.ts';
import { params } from './parameters.ts';
import type { spec } from './spec.ts';

const disc = (x: number, y: number, r: number) =>
  `M${tenth(x - r)},${tenth(y)}a${r},${r} 0 1,0 ${2 * r},0a${r},${r} 0 1,0 ${-2 * r},0z`;

/** The tosses of one draw at a height of the panel, one over each column, and a frame around those that Θ holds. */
function tossesOf({ heads, held }: Draw, at: number): Mark[] {
  const side = (isHeads: boolean, name: string): Mark =>
    drawn(
      ({ x, y }) => {
        const r = Math.min(7, tenth(0.36 * (x(1) - x(0))));
        return (
          <path
            className={isHeads ? 'source-heads' : 'source-tails'}
            d={heads.map((one, t) => (one === isHeads ? disc(x(t + 1), y(at), r) : '')).join('')}
          />
        );
      },
      {
        name: { text: name },
        sample: () => <path className={isHeads ? 'source-heads' : 'source-tails'} d={disc(0, 0, 5)} />,
      },
    );
  const frame = drawn(
    ({ x, y }) =>
      held > 0 && (
        <path
          className="stroke-shared fig-solid"
          d={`M${tenth(x(0.56))},${tenth(y(at) - 11)}H${tenth(x(held + 0.44))}V${tenth(y(at) + 11)}H${tenth(x(0.56))}z`}
        />
      ),
    { name: { text: 'held by Θ' }, sample: () => <path className="stroke-shared fig-solid" d="M-8,-5H8V5H-8z" /> },
  );
  return [side(true, 'heads'), side(false, 'tails'), frame];
}

/** The whole, which the reader divides; and below, toss by toss, one outline in two colors. */
export function View(props: ViewProps<typeof spec>) {
  const { values, model, width, say } = props;
  const { total, costs, learned, estimation, coin, known, draw, mean, error } = model;
  const { tosses } = values;
  const bound = bind(params, props);
  // Sequences that surprise nobody still have a bar to drag along.
  const whole = total || Math.LN2;
  const span = (from: number, to: number) => [from, to].map((x) => [x, 0, 1] as const);
  const highest = Math.max(0.1, ...costs);
  const unit = natsPer(say.unit);
  const ticks = [0, 0.25, 0.5, 0.75, 1].filter((tick) => tick * unit <= 1.02 * highest);
  return (
    <div>
      <Figure
        {...{ width, say }}
        rows={[
          [
            {
              height: 56,
              key: 'above',
              title: `What ${tosses === 1 ? 'one toss costs' : `all ${tosses} tosses cost`} the best predictor, expected`,
              x: { domain: [0, Math.max(1.12 * whole, 1.02 * (mean + 2 * error))], information: true },
              y: { domain: [0, 1], bare: true },
              marks: [
                area(span(0, estimation), { role: 'shared', name: 'estimation error' }),
                area(span(estimation, total), { role: 'exact', name: 'irreducible' }),
                line([[coin, 0], [coin, 1]], { role: 'x', look: 'dashed', name: 'estimation error if Θ is which coin' }), // prettier-ignore
                line([[mean - 2 * error, 0.82], [mean + 2 * error, 0.82]], { role: 'model', look: 'solid' }), // prettier-ignore
                dots([[mean, 0.82]], { role: 'model', name: 'simulated, ± 2 standard errors' }),
              ],
              drags: [
                {
                  ...bound('share'),
                  along: 'x',
                  across: 0.4,
                  at: (share: number) => share * whole,
                  from: (nats: number) => nats / whole,
                  says: (share: number) => `${say.percent(share)}, ${say.information(share * total)}`,
                },
              ],
            },
          ],
          [
            {
              height: 190,
              key: 'above',
              title: 'One draw of the tosses, and what each of them costs',
              x: {
                domain: [0.5, tosses + 0.5],
                label: 'Toss',
                ticks: costs.map((_, t) => ({ at: t + 1, text: String(t + 1) })),
              },
              y: {
                domain: [0, 1.32 * highest],
                label: 'Expected cost of a toss',
                information: true,
                ticks: ticks.map((tick) => ({ at: tick * unit, text: String(tick) })),
              },
              marks: [
                bars(
                  costs.map((cost, t) => ({ at: t + 1, value: cost - learned[t] })).filter(({ value }) => value > 0),
                  { role: 'exact', wide: 0.94 },
                ),
                bars(
                  costs
                    .map((cost, t) => ({ at: t + 1, from: cost - learned[t], value: cost }))
                    .filter(({ from, value }) => value > from),
                  { role: 'shared', wide: 0.94 },
                ),
                rule(known / tosses, { role: 'x', look: 'dashed', name: 'costs one who knows the coin' }),
                ...tossesOf(draw, 1.17 * highest),
              ],
            },
          ],
        ]}
      />
      <Settings {...props} params={params} show={['share', 'way']} />
    </div>
  );
}

function More(props: ViewProps<typeof spec>) {
  return (
    <Folds>
      <Fold question="What of other coins, and fewer tosses?" holds={['first', 'second', 'tosses']}>
        <Settings {...props} params={params} show={['first', 'second', 'tosses']} />
      </Fold>
      <Fold question="What do other draws say?" holds={['runs', 'seed']}>
        <Settings {...props} params={params} show={['runs', 'seed']} />
      </Fold>
    </Folds>
  );
}
View.More = More;
