import { bind } from '#kit/figure/bind.ts';
import { dots, guide, line, rule, whiskers } from '#kit/figure/marks.tsx';
import type { PanelSpec } from '#kit/figure/panel.ts';
import type { Say } from '#contract/say.ts';
import { lastOf, meanOf, stageAt, type LogitLens } from './model.ts';
import { params, type Asked } from './parameters.ts';

export const nameOf = (stage: number) => (stage === 0 ? 'embedding' : `block ${stage}`);

/** What a token costs if the network is stopped after each block, and how sure its predictions are. */
export function costPanel(
  model: LogitLens,
  values: Asked,
  bound: ReturnType<typeof bind<typeof params>>,
  say: Say,
): PanelSpec {
  const { stages, vocabulary } = model;
  const last = lastOf(model);
  const costs = stages.map(({ surprisal }) => meanOf(surprisal));
  const even = Math.log(vocabulary);
  // The embedding taken for the last stage costs several times as much as all others: an arrowhead says so.
  const most = 1.12 * Math.max(even, ...costs.slice(1).map(({ mean, error }) => mean + error));
  const placed = (of: (stage: LogitLens['stages'][number]) => number | undefined) =>
    stages.flatMap((stage, at): [number, number][] => {
      const value = of(stage);
      return value === undefined ? [] : [[at, value]];
    });
  const scaled = placed((stage) => stage.scaled?.after);
  const model_ = { role: 'model', q: 'cross-entropy' } as const;
  const sure = { role: 'y', q: 'entropy' } as const;
  return {
    height: 200,
    key: 'above',
    x: {
      domain: [-0.3, last + 0.3],
      ticks: stages.map((_, at) => ({ at, text: at === 0 ? 'embedding' : String(at) })),
      label: 'The network is stopped after block',
    },
    y: { domain: [0, most], label: 'On average over the text', information: 'per token' },
    marks: [
      guide(stageAt(model, values)),
      rule(even, { role: 'quiet', look: 'dashed', name: `an even choice among ${say.count(vocabulary)} tokens` }),
      line(
        placed(({ entropy }) => meanOf(entropy).mean),
        { ...sure, look: 'long', name: 'entropy of the prediction' },
      ),
      dots(
        placed(({ entropy }) => meanOf(entropy).mean),
        sure,
      ),
      scaled.length > 0 && line(scaled, { role: 'z', look: 'dotted', name: 'cost with a fitted scale' }), // prettier-ignore
      scaled.length > 0 && dots(scaled, { role: 'z' }),
      line(
        costs.map(({ mean }, at) => [at, mean] as const),
        { ...model_, name: 'cost of the token that came' },
      ),
      whiskers(costs.map(({ mean, error }, at) => [at, mean - error, mean + error] as const).slice(1), model_),
      dots(
        costs.map(({ mean }, at) => [at, mean] as const),
        model_,
      ),
    ],
    drags: [{ ...bound('stage'), along: 'x', max: last }],
    note:
      costs.length > 0 && costs[0].mean > most
        ? [
            {
              text: `The arrowhead: taken for the last stage, the embedding costs ${say.information(costs[0].mean, 1)} a token.`,
            },
          ]
        : undefined,
  };
}
