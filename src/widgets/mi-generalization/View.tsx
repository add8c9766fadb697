import type { ViewProps } from '#contract/spec.ts';
import { bind } from '#kit/figure/bind.ts';
import { Figure } from '#kit/figure/Figure.tsx';
import { dots, guide, line, rule, whiskers } from '#kit/figure/marks.tsx';
import { Fold, More } from '#kit/figure/More.tsx';
import type { AxisSpec } from '#kit/figure/panel.ts';
import { Settings } from '#kit/figure/Settings.tsx';
import { unionOfDigits } from './model.ts';
import { mostDigits, noises, params, temperatures } from './parameters.ts';
import type { spec } from './spec.ts';

/** The gap between test and training loss with its bounds, over what the learner is allowed to tell; below, how much that is. */
export function View(props: ViewProps<typeof spec>) {
  const { values, model, width, say } = props;
  const { curve, now, union, growth, recognized, draws, mean, error } = model;
  const { family, samples } = values;
  const bound = bind(params, props);
  const key = ({ guessers: 'temperature', thresholds: 'digits', mean: 'noise' } as const)[family];
  const x: AxisSpec =
    family === 'guessers'
      ? { domain: temperatures, scale: 'log', label: 'T, temperature of the pick' }
      : family === 'thresholds'
        ? { domain: [1, mostDigits], label: 'Binary digits of a place' }
        : { domain: noises, scale: 'log', label: 's, deviation of the noise' };
  const most =
    family === 'mean' ? 1.2 : 1.05 * Math.max(0.1, growth ?? 0, curve[curve.length - 1].bound, curve[0].bound);
  const least = Math.min(-0.03, ...draws);
  const digits = curve.map(({ at }) => at);
  return (
    <div>
      <Settings {...props} params={params} show={['family']} />
      <Figure
        {...{ width, say }}
        rows={[
          [
            {
              height: 230,
              title: 'Test loss less training loss',
              key: 'above',
              x,
              y: { domain: [1.05 * least, most], label: family === 'mean' ? 'Squared loss' : '0–1 loss' },
              marks: [
                guide(now.at),
                dots(
                  draws.map((gap) => [now.at, Math.min(gap, most)] as const),
                  { role: 'quiet', r: 2.2, name: 'single runs' },
                ),
                line(
                  curve.map(({ at, gap }) => [at, gap] as const),
                  { role: 'exact', look: 'dotted', name: 'expected, exactly' },
                ),
                line(curve.map(({ at, bound: nats }) => [at, Math.min(nats, 2 * most)] as const), { role: 'model', look: 'thick', name: family === 'mean' ? '√(2I/n)' : 'by information' }), // prettier-ignore
                family === 'guessers' && rule(union!, { role: 'x', look: 'dashed', name: 'counting guessers' }),
                family === 'thresholds' && line(digits.map((at) => [at, unionOfDigits(at, samples)] as const), { role: 'x', look: 'dashed', name: 'counting thresholds' }), // prettier-ignore
                family === 'guessers' && rule(growth!, { role: 'y', look: 'long', name: 'counting labelings' }),
                family === 'thresholds' && line(digits.map((at) => [at, Math.sqrt((2 * Math.log(Math.min(2 ** at, samples) + 1)) / samples)] as const), { role: 'y', look: 'long', name: 'counting labelings' }), // prettier-ignore
                recognized !== undefined && rule(recognized, { role: 'z', look: 'dashed', name: 'recognition' }),
                whiskers([[now.at, mean - error, mean + error]], { role: 'model' }),
              ],
              drags: [{ ...bound(key), along: 'x' }],
            },
          ],
          [
            {
              height: 90,
              title: 'What the choice tells of the sample',
              x: { ...x, label: undefined },
              y: { domain: [0, 1.1 * Math.max(...curve.map(({ information }) => information), 0.1)], label: 'I(S;W)', information: true }, // prettier-ignore
              marks: [
                guide(now.at),
                line(
                  curve.map(({ at, information }) => [at, information] as const),
                  { role: 'model' },
                ),
              ],
            },
          ],
        ]}
      />
      <Settings
        {...props}
        params={params}
        show={[key, 'samples', ...(family === 'guessers' ? (['guessers', 'skill'] as const) : [])]}
      />
      <More>
        <Fold question="Which runs are drawn?" holds={['runs', 'seed']}>
          <Settings {...props} params={params} show={['runs', 'seed']} />
        </Fold>
      </More>
    </div>
  );
}
