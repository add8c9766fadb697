import type { ComponentProps } from 'react';
import type { ViewProps } from '#contract/spec.ts';
import { bind } from '#kit/figure/bind.ts';
import { bars } from '#kit/figure/blocks.tsx';
import { Figure } from '#kit/figure/Figure.tsx';
import type { Mark } from '#kit/figure/mark.ts';
import { dots, guide, line, rule, whiskers } from '#kit/figure/marks.tsx';
import { Fold, More as Folds } from '#kit/figure/More.tsx';
import type { PanelSpec } from '#kit/figure/panel.ts';
import { Settings } from '#kit/figure/Settings.tsx';
import { nearTo, type WrongPrior } from './model.ts';
import { last, params, type Game } from './parameters.ts';
import { before } from './priors.ts';
import type { spec } from './spec.ts';

type Props = ViewProps<typeof spec>;

/** Simulated games that are drawn, every so many tosses; all of them count for the average. */
const [shown, every] = [6, 3];

const points = (row: readonly number[], step: number) =>
  row.flatMap((nats, t) => (t % step === 0 ? [[t, nats] as const] : []));

/** From what to what the paid amounts go: all that is drawn has room, and the bound, if it is near. */
function reachOf({ paid, games, ceiling, mean, error }: WrongPrior): readonly [number, number] {
  const most = Math.max(...paid);
  const reached = [...games.slice(0, shown).flat(), mean - 2 * error, mean + 2 * error, most, 0];
  const top = Math.max(0.05, ...reached, ceiling < 3 * Math.max(most, 0.05) ? 1.1 * ceiling : 0);
  return [Math.min(-0.06 * top, ...reached), 1.12 * top];
}

/** What has been paid beyond the right prior, in expectation and in single games. */
function bill(props: Props): PanelSpec {
  const { values, model } = props;
  const { paid, told, games, ceiling, rate, mean, error } = model;
  const domain = reachOf(model);
  return {
    height: 200,
    key: 'above',
    x: { domain: [0, last], label: 'Tosses, T' },
    y: { domain, label: 'Paid beyond one with the right prior, in all', information: true },
    marks: [
      guide(values.tosses),
      rule(0, { role: 'quiet', look: 'thin' }),
      ...games.slice(1, shown).map((row) => line(points(row, every), { role: 'quiet', look: 'thin' })),
      line(points(games[0], every), { role: 'model', name: 'one game' }),
      ceiling < domain[1] && rule(ceiling, { role: 'x', look: 'dashed', name: 'bound: D of the priors' }),
      rate > 0 && line([[0, 0], [last, last * rate]], { role: 'x', look: 'long', name: 'T · D(θ‖nearest)' }), // prettier-ignore
      line(points(paid, 2), { role: 'exact', look: 'dotted', name: 'expected' }),
      dots(told, { role: 'exact', name: 'D(P‖Q) of all tosses' }),
      whiskers([[values.tosses, mean - 2 * error, mean + 2 * error]], { role: 'model' }),
      dots([[values.tosses, mean]], { role: 'model', name: 'mean of all games, ± 2 standard errors' }),
    ],
    drags: [{ ...bind(params, props)('tosses'), along: 'x' }],
  };
}

const tenths = [0, 0.2, 0.4, 0.6, 0.8, 1].map((at) => ({ at, text: String(at) }));

/** Places of a prediction, from 0 to 1. */
const places = 20;

/** What is given to heads after T tosses, over all that may have come: hers and that of the right prior. */
function after({ values: { tosses }, model: { believed, right } }: Props): PanelSpec {
  const [hers, best] = [believed, right].map((all) =>
    nearTo(all, places).flatMap((value, i) => (value > 5e-4 ? [{ at: i / places, value }] : [])),
  );
  const outline: Mark = bars(best.map((bar) => ({ ...bar, hollow: true })), { role: 'exact', wide: 0.96 / places, name: 'the right prior' }); // prettier-ignore
  return {
    height: 84,
    key: 'above',
    title: `The chance that each gives to heads after ${tosses === 1 ? 'one toss' : `${tosses} tosses`}`,
    x: { domain: [-0.03, 1.03], label: 'Chance given to heads', ticks: tenths },
    y: { domain: [0, 1.08 * Math.max(...[...hers, ...best].map(({ value }) => value))], label: 'How often' },
    marks: [
      bars(hers, { role: 'model', wide: 0.76 / places, name: 'she' }),
      { ...outline, sample: () => <path className="stroke-exact fig-dashed" d="M-8,-5H8V5H-8z" /> },
    ],
  };
}

const settings: Record<Game, ComponentProps<typeof Settings<typeof params>>['show']> = {
  two: ['weight', 'assumed', 'tosses'],
  strange: ['bias', 'spare', 'spread', 'tosses'],
  any: [['trueA', 'trueB'], ['a', 'b'], 'tosses'],
};

/** What is true and believed, what it costs, and what becomes of the prediction. */
export function View(props: Props) {
  const { values, width, say } = props;
  return (
    <div>
      <Settings {...props} params={params} show={['game']} />
      <Figure {...{ width, say }} rows={[[before(props)], [bill(props)], [after(props)]]} />
      <Settings {...props} params={params} show={settings[values.game]} />
    </div>
  );
}

function More(props: Props) {
  return (
    <Folds>
      <Fold question="What do other games say?" holds={['runs', 'seed']}>
        <Settings {...props} params={params} show={['runs', 'seed']} />
      </Fold>
    </Folds>
  );
}
View.More = More;
