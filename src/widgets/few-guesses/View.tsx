import type { ViewProps } from '#contract/spec.ts';
import { bind } from '#kit/figure/bind.ts';
import { Figure } from '#kit/figure/Figure.tsx';
import { dots, guide, line, rule, whiskers } from '#kit/figure/marks.tsx';
import { Settings } from '#kit/figure/Settings.tsx';
import { games } from './model.ts';
import { fewest, most, params } from './parameters.ts';
import type { spec } from './spec.ts';

/** How far the games of one n stand apart, as a ratio of n: dots on one another could not be counted. */
const apart = 1.4;

/** Two bounds that stay where they are, the entropy between them, and what n letters say of it. */
export function View(props: ViewProps<typeof spec>) {
  const { model, width, say } = props;
  const { letters, entropy, lower, upper, curve, estimates, lowerSpread, simulatedUpper, simulatedLower } = model;
  const bound = bind(params, props);
  /** To the side where there is room. */
  const side = letters > most / 3 ? 1 / apart : apart;
  const at = (game: number) => letters * side ** (0.2 + (0.8 * game) / games);
  const aside = letters / side ** 0.2;
  const highest = Math.max(upper, ...estimates.map((one) => Math.max(one.upper, one.lower)));
  // For few letters a game may lie below, as an arrowhead.
  const lowest = Math.max(0, lower - (2 * model.spread) / Math.sqrt(fewest));
  const exact = { role: 'exact', look: 'dotted', name: 'entropy' } as const;
  return (
    <div>
      <Figure
        {...{ width, say }}
        rows={[
          [
            {
              height: 300,
              key: 'above',
              x: { domain: [fewest, most], scale: 'log', label: 'Letters guessed, n' },
              y: { domain: [lowest, 1.04 * highest], label: 'A letter carries', information: true },
              marks: [
                guide(letters),
                rule(upper, { role: 'x', look: 'dashed', name: 'upper bound, n = ∞' }),
                rule(lower, { role: 'y', look: 'dashed', name: 'lower bound, n = ∞' }),
                rule(entropy, exact),
                line(curve, { role: 'x', name: 'upper bound from n letters, expected' }),
                dots(estimates.map((one, i) => [at(i), one.upper] as const), { role: 'x', shape: 'disk', r: 2.2, name: `upper, each of ${games} games` }), // prettier-ignore
                dots(estimates.map((one, i) => [at(i), one.lower] as const), { role: 'y', shape: 'ring', r: 2.2, name: 'lower' }), // prettier-ignore
                whiskers(
                  [
                    [aside, simulatedUpper.mean - simulatedUpper.error, simulatedUpper.mean + simulatedUpper.error],
                    [aside, simulatedLower.mean - simulatedLower.error, simulatedLower.mean + simulatedLower.error],
                  ],
                  { role: 'quiet' },
                ),
              ],
              drags: [{ ...bound('letters'), along: 'x' }],
              note: [
                {
                  text: `The lower bound of one game has a standard deviation of ${say.information(lowerSpread, 2)}, exactly.`,
                },
              ],
            },
          ],
        ]}
      />
      <Settings {...props} params={params} show={['letters', 'seed', 'law']} />
    </div>
  );
}
