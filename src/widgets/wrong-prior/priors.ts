import { bind } from '#kit/figure/bind.ts';
import { dots, line, rule } from '#kit/figure/marks.tsx';
import type { PanelSpec } from '#kit/figure/panel.ts';
import type { ViewProps } from '#contract/spec.ts';
import { logGamma } from '#theory/numerics/special.ts';
import { coins, params } from './parameters.ts';
import type { spec } from './spec.ts';

type Props = ViewProps<typeof spec>;

const rows = [
  { at: 0, text: 'true' },
  { at: 1, text: 'believed' },
];
const strip = { height: 60, key: 'above', y: { domain: [1.5, -0.5], ticks: rows } } as const;

/** Two chances of one coin, each on a line of its own. */
function ofTwoCoins(props: Props): PanelSpec {
  const bound = bind(params, props);
  return {
    ...strip,
    title: 'Before the first toss',
    x: { domain: [0, 1], label: 'Chance that it is the coin with heads 0.7' },
    marks: [rule(0, { role: 'exact', look: 'thin' }), rule(1, { role: 'model', look: 'thin' })],
    drags: [
      { ...bound('weight'), along: 'x', across: 0 },
      { ...bound('assumed'), along: 'x', across: 1 },
    ],
  };
}

/** The true coin among those that she has. */
function ofStrangeCoin(props: Props): PanelSpec {
  const bound = bind(params, props);
  const { bias, spare, spread } = props.values;
  const own = coins.map((coin) => [coin, 1] as const);
  return {
    ...strip,
    title: 'Before the first toss',
    x: { domain: [0, 1], label: 'Chance of heads' },
    marks: [
      rule(0, { role: 'exact', look: 'thin' }),
      rule(1, { role: 'model', look: spare !== '0' && spread === 'all' ? 'dotted' : 'thin' }),
      dots(own, { role: 'model', r: 6, name: 'her coins' }),
      spare !== '0' && spread === 'coin' && dots([[bias, 1]], { role: 'model', shape: 'ring', r: 5, name: 'spared' }),
    ],
    drags: [{ ...bound('bias'), along: 'x', across: 0 }],
  };
}

const density = (a: number, b: number) => {
  const logBeta = logGamma(a) + logGamma(b) - logGamma(a + b);
  return (x: number) => Math.exp((a - 1) * Math.log(x) + (b - 1) * Math.log(1 - x) - logBeta);
};

/** Two densities of the bias. */
function ofAnyCoin({ values }: Props): PanelSpec {
  const places = Array.from({ length: 101 }, (_, i) => Math.min(0.995, Math.max(0.005, i / 100)));
  const [truth, belief] = [density(values.trueA, values.trueB), density(values.a, values.b)].map((of) =>
    places.map((x) => [x, of(x)] as const),
  );
  // High peaks at the very ends go on above the frame.
  const highest = Math.min(12, Math.max(...[...truth, ...belief].map(([, y]) => y)));
  return {
    height: 90,
    key: 'above',
    title: 'Before the first toss: density of the chance of heads',
    x: { domain: [0, 1], label: 'Chance of heads' },
    y: { domain: [0, 1.08 * highest], ticks: [] },
    marks: [
      line(truth, { role: 'exact', look: 'solid', name: 'true' }),
      line(belief, { role: 'model', name: 'believed' }),
    ],
  };
}

/** What is true and what is believed before the first toss. */
export const before = (props: Props): PanelSpec =>
  ({ two: ofTwoCoins, strange: ofStrangeCoin, any: ofAnyCoin })[props.values.game](props);
