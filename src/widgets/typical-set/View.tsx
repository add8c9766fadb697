import type { ViewProps } from '#contract/spec.ts';
import { bind } from '#kit/figure/bind.ts';
import { Figure } from '#kit/figure/Figure.tsx';
import { area, dots, drawn, guide, line, rule } from '#kit/figure/marks.tsx';
import type { Mark, Pair, Role } from '#kit/figure/mark.ts';
import { Fold, More as Folds } from '#kit/figure/More.tsx';
import { inPowers } from '#kit/figure/scale.ts';
import { Settings } from '#kit/figure/Settings.tsx';
import { polyline } from '#kit/plot/path.ts';
import { probabilitiesOf, surprisalsShown, thinned, typeAt, type Typical } from './model.ts';
import { mostTosses, params, runs } from './parameters.ts';
import type { spec } from './spec.ts';

type Props = ViewProps<typeof spec>;

/** Neighbors among some numbers of heads, as stretches from the first to the last. */
function stretches(heads: readonly number[]): [number, number][] {
  const all: [number, number][] = [];
  for (const k of heads) {
    const last = all.at(-1);
    if (last?.[1] === k - 1) last[1] = k;
    else all.push([k, k]);
  }
  return all;
}

/** Shares of heads from the left edge of the first to the right edge of the last, over a range of heights. */
const spanOf = ([from, to]: readonly [number, number], tosses: number, low: number, high: number) =>
  [Math.max(0, (from - 0.5) / tosses), Math.min(1, (to + 0.5) / tosses)].map((x) => [x, low, high] as const);

/** Numbers of heads where the curves are drawn: close together at both ends, where they are steep, and at the least likely. */
function bends({ logEach }: Typical['types']): number[] {
  const tosses = logEach.length - 1;
  const least = logEach.indexOf(Math.min(...logEach));
  const spread = Array.from({ length: 49 }, (_, i) => Math.round((tosses * (1 - Math.cos((Math.PI * i) / 48))) / 2));
  return [...new Set([...spread, least])].sort((a, b) => a - b);
}

const onlyFirst = (name: string, i: number) => (i === 0 ? { name } : {});

/** How probable each share is: columns that touch, of which the typical ones are filled in another hue. */
function columnsOf(probabilities: readonly number[], heads: readonly number[], tosses: number, role: Role): Mark[] {
  const most = Math.max(...probabilities);
  return stretches(heads.filter((k) => probabilities[k] > 1e-4 * most)).map(([from, to]) => {
    const shown = thinned(tosses, 61, from, to);
    const isFine = shown.length < to - from + 1;
    const edges = (k: number) => (isFine ? [k / tosses] : [(k - 0.5) / tosses, (k + 0.5) / tosses]);
    return area(
      shown.flatMap((k) => edges(k).map((x) => [Math.min(1, Math.max(0, x)), 0, probabilities[k]] as const)),
      { role },
    );
  });
}

/** The drawn sequences of one coin, in one stroke. */
function rainOf(model: Typical, coin: number, role: Role, name?: string): Mark {
  const all = model.rain.filter((drop) => drop.coin === coin);
  return drawn(
    ({ x, y }) => (
      <path
        className={`stroke-${role} fig-thin`}
        d={all.map(({ along }) => polyline(along.map(([n, nats]) => [x(n), y(nats)] as const))).join('')}
      />
    ),
    {
      free: undefined,
      ...(name !== undefined && { role, name: { text: name, ink: role } }),
      sample: () => <path className={`stroke-${role} fig-thin`} d="M-12,0H12" />,
    },
  );
}

/** Above, how many and how improbable, and what lies between; in the middle, where the probability is; below, drawn sequences. */
export function View(props: Props) {
  const { values, model, width, say } = props;
  const { tosses, coins, heads, second } = values;
  const { rate, tolerance, types, typicalHeads, smallest } = model;
  const bound = bind(params, props);
  const shown = bends(types);
  const perToss = (of: (k: number) => number) => shown.map((k): Pair => [k / tosses, of(k) / tosses]);
  const top = Math.min(2.2 * Math.LN2, Math.max(...types.logEach.map((log) => -log / tosses)) * 1.08);
  const probabilities = probabilitiesOf(types);
  const highest = 1.22 * Math.max(...probabilities);
  const others = probabilities.flatMap((_, k) => (typicalHeads.includes(k) ? [] : [k]));
  const kept = stretches(types.logEach.flatMap((log, k) => (log >= smallest.logLeast - 1e-9 ? [k] : [])));
  const at = typeAt(model, model.heads);
  const share = model.heads / tosses;
  const x = { domain: [0, 1] } as const;
  const likeliest = types.logEach[0] > types.logEach[tosses] ? 0 : tosses;
  const isFair = Math.max(...types.logEach) - Math.min(...types.logEach) < 1e-9;
  return (
    <div>
      <Figure
        {...{ width, say }}
        rows={[
          [
            {
              height: 200,
              key: 'above',
              title: `${say.count(tosses)} tosses: how many sequences, and how improbable is each?`,
              x,
              y: { domain: [0, top], label: 'Logarithm', information: 'per toss' },
              marks: [
                ...stretches(typicalHeads).map((range, i) =>
                  area(spanOf(range, tosses, 0, top), { role: 'exact', ...onlyFirst('typical', i) }),
                ),
                area(
                  shown.map((k) => [k / tosses, types.logNumber[k] / tosses, -types.logEach[k] / tosses] as const),
                  { role: 'quiet', name: 'how improbable all of them are' },
                ),
                rule(rate, { role: 'exact', look: 'dotted', name: 'entropy' }),
                line(perToss((k) => types.logNumber[k]), { role: 'x', look: 'solid', name: 'how many there are' }), // prettier-ignore
                line(
                  perToss((k) => -types.logEach[k]),
                  { role: 'model', name: 'how improbable each is' },
                ),
                !isFair &&
                  dots([[likeliest / tosses, -types.logEach[likeliest] / tosses]], {
                    ...{ role: 'y', r: 5, name: 'the likeliest of all' },
                  }),
                guide(share),
                dots([[share, at.logNumber / tosses]], { role: 'x' }),
                dots([[share, -at.logEach / tosses]], { role: 'model' }),
              ],
              drags: [{ ...bound('look'), along: 'x' }],
            },
          ],
          [
            {
              height: 84,
              key: 'above',
              x: { ...x, label: 'Share of heads' },
              y: { domain: [0, highest], label: 'How probable a number of heads is' },
              marks: [
                ...columnsOf(probabilities, typicalHeads, tosses, 'exact'),
                ...columnsOf(probabilities, others, tosses, 'quiet'),
                ...kept.map(([from, to], i) =>
                  line(
                    spanOf([from, to], tosses, 0, 0).map(([edge]): Pair => [edge, 0.9 * highest]),
                    { role: 'y', look: 'thick', ...onlyFirst('smallest set with 99 percent', i) },
                  ),
                ),
                guide(share),
              ],
            },
          ],
          [
            {
              height: 130,
              key: 'above',
              title: `${runs} drawn sequences, and their surprisal so far`,
              x: { domain: [1, mostTosses], scale: 'log', label: 'Tosses, n', format: inPowers },
              y: { domain: surprisalsShown(model), label: 'Surprisal', information: 'per toss' },
              marks: [
                area([[1, rate - tolerance, rate + tolerance], [mostTosses, rate - tolerance, rate + tolerance]], { role: 'exact', name: 'within ε' }), // prettier-ignore
                coins === 'one'
                  ? rainOf(model, 0, 'model')
                  : rainOf(model, 0, 'model', `heads ${say.number(heads, 2)}`),
                coins === 'two' && rainOf(model, 1, 'x', `heads ${say.number(second, 2)}`),
                rule(rate, { role: 'exact', look: 'dotted' }),
                guide(tosses),
              ],
              drags: [
                { ...bound('tosses'), along: 'x' },
                {
                  ...bound('tolerance'),
                  along: 'y',
                  at: (bits: number) => rate + bits * Math.LN2,
                  from: (nats: number) => (nats - rate) / Math.LN2,
                },
              ],
            },
          ],
        ]}
      />
      <Settings {...props} params={params} show={['tosses', 'tolerance', 'coins']} />
    </div>
  );
}

function More(props: Props) {
  return (
    <Folds>
      <Fold question="What of other coins?" holds={['heads', 'second']}>
        <Settings {...props} params={params} show={['heads', props.values.coins === 'two' && 'second']} />
      </Fold>
      <Fold question="Which numbers exactly?" holds={['look', 'seed']}>
        <Settings {...props} params={params} show={['look', 'seed']} />
      </Fold>
    </Folds>
  );
}
View.More = More;
