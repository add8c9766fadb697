import type { ViewProps } from '#contract/spec.ts';
import { bind } from '#kit/figure/bind.ts';
import { bars } from '#kit/figure/blocks.tsx';
import { Figure } from '#kit/figure/Figure.tsx';
import { guide } from '#kit/figure/marks.tsx';
import { verdict } from './describe.ts';
import { Graph } from './Graph.tsx';
import { shareOf } from './model.ts';
import { longest, params } from './parameters.ts';
import type { spec } from './spec.ts';
import { Words } from './Words.tsx';

const windows = Array.from({ length: longest }, (_, i) => i + 1);

/** Above two chains to draw; below how often a window of each length leaves a doubt, and which windows do. */
export function View(props: ViewProps<typeof spec>) {
  const { values, model, width, say, set } = props;
  const { window } = values;
  const says = (share: number) =>
    share === 0
      ? 'none'
      : share < 0.005
        ? '< 1%'
        : share >= 0.995 && share < 1 - 1e-9
          ? '> 99%'
          : `${Math.round(100 * share)}%`;
  return (
    <div className="support-graph">
      <div className="support-graph-pair">
        <Graph model={model} which={0} onChange={(first) => set({ first })} />
        <Graph model={model} which={1} onChange={(second) => set({ second })} />
      </div>
      <p className="support-graph-key">
        <span className="is-shared">both have it</span> <span className="is-own">only this one has it</span>{' '}
        <span className="is-lit">a shared cycle</span>
      </p>
      <p className="support-graph-verdict">{verdict(model)}</p>
      {model.problem === undefined && (
        <>
          <Figure
            {...{ width, say }}
            rows={[
              [
                {
                  height: 96,
                  title: 'How often the last w letters leave a doubt that matters',
                  x: {
                    domain: [0.4, longest + 0.6],
                    label: 'Letters in the window, w',
                    ticks: windows.map((w) => ({ at: w, text: String(w) })),
                  },
                  y: {
                    domain: [0, 1.2],
                    ticks: [0, 0.5, 1].map((share) => ({ at: share, text: `${100 * share}%` })),
                  },
                  marks: [
                    bars(
                      windows.map((w) => ({ at: w, value: shareOf(model, w), says: says(shareOf(model, w)) })),
                      { role: 'shared', wide: 0.6 },
                    ),
                    guide(window, 0, shareOf(model, window)),
                  ],
                  drags: [{ ...bind(params, props)('window'), along: 'x' }],
                },
              ],
            ]}
          />
          <Words {...{ model, window, say }} />
        </>
      )}
    </div>
  );
}
