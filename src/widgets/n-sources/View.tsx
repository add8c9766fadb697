import type { ViewProps } from '#contract/spec.ts';
import { bind } from '#kit/figure/bind.ts';
import { Figure } from '#kit/figure/Figure.tsx';
import { area, dots, drawn, rule, steps } from '#kit/figure/marks.tsx';
import type { Mark, Pair } from '#kit/figure/mark.ts';
import { Settings } from '#kit/figure/Settings.tsx';
import { tenth } from '#kit/plot/path.ts';
import { params, type Asked } from './parameters.ts';
import { tossesDrawn } from './model.ts';
import type { spec } from './spec.ts';

const keys = ['first', 'second', 'third', 'fourth'] as const;

/** Symbols before a toss that are drawn: two more than the longest window has. */
const drawnBefore = 26;
const disc = (x: number, y: number, r: number) =>
  `M${tenth(x - r)},${tenth(y)}a${r},${r} 0 1,0 ${2 * r},0a${r},${r} 0 1,0 ${-2 * r},0z`;

/** The symbols before a toss, which stands at 0, tosses and those that all sources share, and a frame around the window. */
function symbolsBefore({ window, pause }: Asked): Mark[] {
  const places = Array.from({ length: drawnBefore }, (_, i) => i + 1);
  const isToss = (place: number) => place % (pause + 1) === 0;
  const row = (className: string, size: number, of: (place: number) => boolean, name: string) =>
    drawn(
      ({ x, y }) => (
        <path
          className={className}
          d={places
            .filter(of)
            .map((place) => disc(x(-place), y(0.5), tenth(size * Math.min(6, 0.4 * (x(1) - x(0))))))
            .join('')}
        />
      ),
      { name: { text: name }, sample: () => <path className={className} d={disc(0, 0, 5 * size)} /> },
    );
  return [
    row('solid-exact', 1, isToss, 'toss'),
    row('solid-quiet', 0.5, (place) => !isToss(place), 'symbol that all share'),
    drawn(
      ({ x, y }) => (
        <path
          className="stroke-model fig-solid"
          d={`M${tenth(x(-window - 0.5))},${tenth(y(0.5) - 10)}H${tenth(x(-0.5))}V${tenth(y(0.5) + 10)}H${tenth(x(-window - 0.5))}z`}
        />
      ),
      { name: { text: 'window' }, sample: () => <path className="stroke-model fig-solid" d="M-8,-5H8V5H-8z" /> },
    ),
    drawn(({ x, y }) => (
      <text className="label" x={tenth(x(0))} y={tenth(y(0.5))} dy="0.34em" textAnchor="middle">
        ?
      </text>
    )),
  ];
}

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
              height: 30,
              title: 'What the window sees before a toss',
              key: 'above',
              x: { domain: [-drawnBefore - 0.5, 0.8], bare: true },
              y: { domain: [0, 1], bare: true },
              marks: symbolsBefore(values),
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
