import type { ViewProps } from '#contract/spec.ts';
import { dots, guide, line, rule, whiskers } from '#kit/figure/marks.tsx';
import type { Pair } from '#kit/figure/mark.ts';
import type { PanelSpec } from '#kit/figure/panel.ts';
import type { HeldOut } from '#sim/held-out-critic.ts';
import { estimatorNames, meanOf } from './estimates.ts';
import { ceilingOf } from './lab.ts';
import { lastStep } from './parameters.ts';
import { rowsPanel } from './panels.tsx';
import type { spec } from './spec.ts';

type Props = ViewProps<typeof spec>;

/** What critics of the reader’s columns say in each split, beside those of shuffled columns. */
export function heldPanel({ model, values, say }: Props): PanelSpec {
  const { real = [], shuffled = [] } = model.held ?? {};
  const row = (name: string, all: readonly HeldOut[], of: 'held' | 'own') => ({
    ...{ name, estimator: values.bound, draws: all.map((split) => split[of]) },
  });
  const rows = [row('new pairs', real, 'held'), row('own pairs', real, 'own'), row('new pairs, shuffled', shuffled, 'held'), row('own pairs, shuffled', shuffled, 'own')]; // prettier-ignore
  return rowsPanel(rows, model, say, {
    title: `${say.count(model.n)} pairs, ${say.count(real.length)} splits`,
    label: `${estimatorNames[values.bound]} at the step that was chosen`,
    of: 'one split',
  });
}

/** Means over the splits along the training. */
function along(all: readonly HeldOut[], of: 'held' | 'own') {
  const steps = all[0]?.looks ?? [];
  return steps.flatMap(({ step }, i) => {
    const middle = meanOf({ draws: all.map(({ looks }) => looks[i][of]) });
    return middle ? [{ step, ...middle }] : [];
  });
}

export function alongPanel({ model, values }: Props): PanelSpec {
  const { real = [], shuffled = [] } = model.held ?? {};
  const [own, fresh, control] = [along(real, 'own'), along(real, 'held'), along(shuffled, 'held')];
  const most = Math.max(0.2, ...[...own, ...fresh].map(({ mean, error }) => mean + error));
  const least = Math.max(-0.5 * most, Math.min(-0.05 * most, ...[...fresh, ...control].map(({ mean }) => mean)));
  const at = (all: typeof own) => all.map(({ step, mean }): Pair => [step, Math.max(least, mean)]);
  const chosen = real.flatMap((split) => (split.chosen === undefined ? [] : [split.chosen]));
  return {
    height: 210,
    title: 'While the critics are trained, means of the splits',
    key: 'above',
    x: { domain: [0, lastStep], label: 'Step of training' },
    y: { domain: [1.15 * least, 1.15 * most], label: estimatorNames[values.bound], information: true },
    marks: [
      rule(0, { role: 'quiet', look: 'thin' }),
      ...[...new Set(chosen)].map((step) => guide(step)),
      ceilingOf(model) < 1.15 * most && rule(ceilingOf(model), { role: 'quiet', look: 'dashed', name: 'log K' }),
      own.length > 1 && line(at(own), { role: 'x', look: 'long', name: 'own pairs' }),
      control.length > 1 && line(at(control), { role: 'quiet', look: 'dotted', name: 'new pairs, shuffled' }),
      fresh.length > 1 && line(at(fresh), { role: 'model', look: 'thick', name: 'new pairs' }),
      whiskers(fresh.filter(({ mean }) => mean > least).map(({ step, mean, error }) => [step, mean - error, mean + error] as const), { role: 'model' }), // prettier-ignore
      dots(at(fresh), { role: 'model', r: 2.4 }),
    ],
  };
}
