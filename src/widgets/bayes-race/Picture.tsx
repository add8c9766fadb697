import { bind } from '#kit/figure/bind.ts';
import { Figure } from '#kit/figure/Figure.tsx';
import type { Mark, Role } from '#kit/figure/mark.ts';
import { area, dots, guide, line, rule } from '#kit/figure/marks.tsx';
import type { PanelSpec } from '#kit/figure/panel.ts';
import { mostDrawn, params } from './parameters.ts';
import type { RaceProps } from './props.ts';
import { watched, type Race } from './race.ts';
import { modelNames, otherThan } from './text.ts';

const roles: readonly Role[] = ['x', 'y', 'shared', 'model', 'quiet'];
/** The last source has the last hue, of two sources the second. */
const roleOf = (source: number, of: number) => roles[of === 2 ? source : source === of - 1 ? 4 : source];

/** Probabilities, one on top of the other. */
function stacked({ posterior, names, read }: Race): Mark[] {
  return names.map((name, j) => {
    const below = (t: number, to: number) => posterior[t].slice(0, to).reduce((sum, p) => sum + p, 0);
    return area(
      Array.from({ length: read + 1 }, (_, t) => [t, below(t, j), below(t, j + 1)] as const),
      { role: roleOf(j, names.length), name },
    );
  });
}

/** The border between the first source and all others. */
const border = ({ posterior, read, names }: Race) =>
  line(
    Array.from({ length: read + 1 }, (_, t) => [t, posterior[t][0]] as const),
    {
      role: roleOf(0, names.length),
      look: 'solid',
    },
  );

/** What was to be expected: the mean of every source, and one standard deviation about that of one of them. */
function expectations(race: Race, lead: number): (Mark | false)[] {
  const { runners, divergences, names, most } = race;
  const of = watched(race);
  const { mean, deviation } = runners[of];
  if (mean.length === 0)
    // Of a text only the slopes are known, for either chain.
    return race.by === 'networks'
      ? []
      : [
          line([[0, lead], [most, lead + most * divergences[0]]], { role: 'x', look: 'dotted', name: 'if Austen’s chain wrote' }), // prettier-ignore
          line([[0, lead], [most, lead - most * divergences[1]]], { role: 'y', look: 'dotted', name: 'if Melville’s chain wrote' }), // prettier-ignore
        ];
  return [
    area(
      mean.map((m, t) => [t, m - deviation[t], m + deviation[t]] as const),
      { role: 'exact' },
    ),
    ...runners.slice(0, -1).map((runner, j) =>
      line(
        runner.mean.map((m, t) => [t, m] as const),
        {
          role: j === of ? 'exact' : roleOf(j, names.length),
          look: 'dotted',
          ...(j === of && { name: 'expected ± 1 σ' }),
        },
      ),
    ),
  ];
}

function reach({ runners, divergences, most, by, rival = [] }: Race, more: readonly number[]): [number, number] {
  const all = runners.flatMap(({ logOdds, mean, deviation }) => [
    ...logOdds,
    ...mean.flatMap((m, t) => [m - deviation[t], m + deviation[t]]),
  ]);
  const slopes = runners[0].mean.length === 0 && by !== 'networks' ? [runners[0].logOdds[0] + most * divergences[0], runners[0].logOdds[0] - most * divergences[1]] : []; // prettier-ignore
  const values = [...all, ...slopes, ...rival, ...more, -2, 2];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  // Of more than two sources those far behind leave the picture.
  const least = runners.length > 2 ? Math.max(low, -1.2 * high - 8) : low;
  const margin = 0.06 * (high - least);
  return [least - margin, high + margin];
}

/** Above, what is believed; below, the same as log-odds. */
export function Picture(props: RaceProps) {
  const { values, model, width, say } = props;
  const { names, runners, read, most, misled, truth, by, rival } = model;
  const bound = bind(params, props);
  const x = { domain: [0, Math.max(20, runners[0].mean.length > 0 ? mostDrawn : most)] as const };
  const lead = values.lead * Math.LN2;
  const last = names[names.length - 1];
  // Evidence for the other coin: downwards if the first is the right one.
  const side = truth === 0 ? -1 : 1;
  const level = (odds: number) => lead + side * Math.log(odds);
  const odds: PanelSpec = {
    height: 220,
    key: 'above',
    x: { ...x, label: by ? 'Letters read' : 'Tokens read, n' },
    y: {
      domain: reach(model, misled ? [level(values.odds)] : []),
      label: names.length === 2 ? `Log-odds of ${names[0]} against ${last}` : `Log-odds of each against ${last}`,
      information: true,
    },
    marks: [
      ...expectations(model, lead),
      rule(0, { role: 'quiet' }),
      misled && rule(level(values.odds), { role: 'quiet', look: 'dashed', name: `${values.odds} to 1 for the other coin` }), // prettier-ignore
      guide(read),
      rival && by && line(rival.slice(0, read + 1).map((value, t) => [t, value] as const), { role: 'quiet', look: 'dashed', name: modelNames[otherThan(by)] }), // prettier-ignore
      ...runners.slice(0, -1).map(({ logOdds, name }, j) =>
        line(
          logOdds.slice(0, read + 1).map((value, t) => [t, value] as const),
          {
            role: roleOf(j, names.length),
            look: 'thick',
            ...(names.length > 2 ? { name } : { name: by ? modelNames[by] : 'log-odds' }),
          },
        ),
      ),
      dots(runners.slice(0, -1).map(({ logOdds }) => [read, logOdds[read]] as const), { role: 'quiet', shape: 'disk', r: 2.6 }), // prettier-ignore
    ],
    drags: [
      { ...bound('read'), along: 'x', max: most },
      {
        ...bound('lead'),
        along: 'y',
        across: 0,
        at: (bits: number) => bits * Math.LN2,
        from: (nats: number) => nats / Math.LN2,
      },
      misled && {
        ...bound('odds'),
        along: 'y',
        across: x.domain[1],
        at: level,
        from: (nats) => Math.exp(side * (nats - lead)),
      },
    ],
  };
  return (
    <Figure
      {...{ width, say }}
      rows={[
        [
          {
            height: 120,
            key: 'above',
            x,
            y: { domain: [0, 1], label: 'Probability of each source' },
            marks: [...stacked(model), border(model), guide(read)],
          },
        ],
        [odds],
      ]}
    />
  );
}
