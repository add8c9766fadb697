import { area, dots, guide, line, rule, whiskers } from '#kit/figure/marks.tsx';
import type { PanelSpec } from '#kit/figure/panel.ts';
import { pointsOf } from '#kit/figure/series.ts';
import { hardly, neededFor, paidFor, ratioOf, type Optimal, type Repeated } from './model.ts';
import type { ParametricLoss } from '#theory/scale/scaling-law.ts';
import { columns, reach, rowsOf } from './series.ts';

const advisers = [
  { key: 'corrected', name: '2024', role: 'exact' },
  { key: 'published', name: '2022', role: 'model' },
  { key: 'kaplan', name: '2020', role: 'quiet' },
] as const;

/** One budget, split in every way: the loss above the floor, and what it is made of. */
export function valley(model: Optimal): PanelSpec {
  const { law, here, best, valley: edges, advice, served } = model;
  const rows = rowsOf(model);
  const least = best.loss - law.floor;
  const top = Math.max(2.4 * least, least + 4 * hardly);
  const whole = pointsOf(rows, columns.ratio, columns.loss).map(([ratio, loss]) => [ratio, loss - law.floor] as const);
  const inside = whole.filter(([ratio]) => ratio >= edges[0] && ratio <= edges[1]);
  const level = least + hardly;
  return {
    height: 190,
    key: 'above',
    x: { domain: reach, scale: 'log' },
    y: { domain: [0, top], label: 'Expected loss above the floor', information: 'per token' },
    marks: [
      area(rows.map(({ ratio, parameterTerm }) => [ratio, 0, parameterTerm] as const), { role: 'x', name: 'too few parameters' }), // prettier-ignore
      area(rows.map(({ ratio, parameterTerm, loss }) => [ratio, parameterTerm, loss - law.floor] as const), { role: 'y', name: 'too little text' }), // prettier-ignore
      rule(level, { role: 'quiet', look: 'dashed' }),
      line(whole, { role: 'quiet', look: 'solid' }),
      line([[edges[0], level], ...inside, [edges[1], level]], { role: 'shared', look: 'thick', name: `at most ${hardly} nats above the best` }), // prettier-ignore
      guide(ratioOf(here)),
      dots([[ratioOf(here), here.loss - law.floor]], { role: 'quiet', shape: 'ring', r: 6, name: 'yours' }),
      ...(served > 0
        ? [dots([[ratioOf(best), least]], { role: 'y', name: 'the best, with use' })]
        : advisers.map(({ key, name, role }) =>
            dots(
              advice[key] >= reach[0] && advice[key] <= reach[1]
                ? [[advice[key], least + Math.max(0, paidFor(model, advice[key]))]]
                : [],
              { role, shape: 'diamond', name },
            ),
          )),
    ],
  };
}

/** What share of the budget would have the same loss, if it were split in the best way. */
export function money(model: Optimal): PanelSpec {
  const { here, advice, needed, served } = model;
  const rows = rowsOf(model);
  return {
    height: 110,
    key: 'elsewhere',
    x: { domain: reach, scale: 'log', label: 'Tokens per parameter, for this budget' },
    y: { domain: [0, 1.08], label: 'Share of the budget that would do for this loss', ticks: [0, 0.5, 1].map((at) => ({ at, text: `${100 * at} %` })) }, // prettier-ignore
    marks: [
      line(pointsOf(rows, columns.ratio, columns.needed), { role: 'quiet', look: 'solid' }),
      guide(ratioOf(here)),
      dots([[ratioOf(here), Math.min(1, needed)]], { role: 'quiet', shape: 'ring', r: 6 }),
      ...(served > 0
        ? []
        : advisers.map(({ key, role }) =>
            dots(
              advice[key] >= reach[0] && advice[key] <= reach[1] ? [[advice[key], neededFor(model, advice[key])]] : [],
              { role, shape: 'diamond' },
            ),
          )),
    ],
  };
}

/** Two constants of every refit, and the standard errors of the two as if they had nothing to do with each other. */
export function cloud({ fits, covariance, low, high }: Repeated, law: ParametricLoss): PanelSpec {
  const [errorA, error] = [Math.sqrt(covariance[1][1]), Math.sqrt(covariance[3][3])];
  const { parameterExponent: alpha, parameterScale: scale } = law;
  const point = (i: number) => [fits[i].parameterExponent, fits[i].parameterScale] as const;
  const box = [alpha - error, alpha + error].map((x) => [x, scale * Math.exp(-errorA), scale * Math.exp(errorA)] as const); // prettier-ignore
  return {
    height: 190,
    key: 'above',
    x: { domain: [alpha - 3.6 * error, alpha + 3.6 * error], label: 'Exponent α of the parameters' },
    y: {
      domain: [scale * Math.exp(-3.6 * errorA), scale * Math.exp(3.6 * errorA)],
      scale: 'log',
      label: 'Their constant A',
    },
    marks: [
      area(box, { role: 'shared', name: 'one standard error of each' }),
      whiskers([[alpha, scale * Math.exp(-errorA), scale * Math.exp(errorA)]], { role: 'quiet' }),
      dots(
        fits.flatMap((_, i) => (i === low || i === high ? [] : [point(i)])),
        { role: 'z', name: 'refits' },
      ),
      dots([point(low)], { role: 'x', name: 'the lowest' }),
      dots([point(high)], { role: 'y', name: 'the highest' }),
      dots([[alpha, scale]], { role: 'exact', name: 'the law of the runs', r: 4.5 }),
    ],
  };
}
