import type { ViewProps } from '#contract/spec.ts';
import { bind } from '#kit/figure/bind.ts';
import { Figure } from '#kit/figure/Figure.tsx';
import { area, dots, guide, line, rule } from '#kit/figure/marks.tsx';
import type { Mark } from '#kit/figure/mark.ts';
import { Fold, More } from '#kit/figure/More.tsx';
import { inPowers } from '#kit/figure/scale.ts';
import { Settings } from '#kit/figure/Settings.tsx';
import type { Said } from './model.ts';
import { params, tokensFrom, tokensTo } from './parameters.ts';
import type { spec } from './spec.ts';

const [lowest, highest] = [1e-3 * Math.LN2, 1e3 * Math.LN2];

/** What the theorem allows, against what it would cost to know nothing; and a table of all predictions against the weights. */
export function View(props: ViewProps<typeof spec>) {
  const { values, model, width, say } = props;
  const { along, now, trivial, weights, tables } = model;
  const isOne = values.source === 'one';
  const curve = (of: (said: Said) => number | undefined) =>
    along.flatMap((said): [number, number][] => {
      const nats = of(said);
      return nats === undefined ? [] : [[said.tokens, nats]];
    });
  const counts = tables.map((power, k) => [k, 10 ** power] as const);
  const top = 10 ** Math.ceil(Math.max(tables[tables.length - 1], Math.log10(weights)) + 1);
  const every = top > 1e9 ? 1e6 : 100;
  const ticks = Array.from({ length: 1 + Math.floor(Math.log10(top) / Math.log10(every) + 1e-9) }, (_, i) => ({ at: every ** i, text: inPowers(every ** i) })); // prettier-ignore
  const bounds: (Mark | false)[] = isOne
    ? [
        line(curve((said) => said.scale), { role: 'quiet', look: 'dashed', name: '(W/2T) log T, from T = W on' }), // prettier-ignore
        line(curve((said) => said.stored), { role: 'y', name: `${values.stored} ${values.stored === 1 ? 'bit' : 'bits'} a weight` }), // prettier-ignore
        line(curve((said) => said.bound), { role: 'x', look: 'long', name: 'theorem 3.5' }), // prettier-ignore
      ]
    : [
        line(curve((said) => said.printed), { role: 'quiet', look: 'dashed', name: '4.5 as printed' }), // prettier-ignore
        line(curve((said) => said.corrected), { role: 'exact', look: 'dotted', name: 'conjecture' }), // prettier-ignore
        line(curve((said) => said.bound), { role: 'x', look: 'long', name: '4.5 with the factor L' }), // prettier-ignore
      ];
  return (
    <div className="bound-calculator">
      <Figure
        {...{ width, say }}
        rows={[
          [
            {
              height: 250,
              key: 'above',
              x: { domain: [tokensFrom, tokensTo], scale: 'log', label: 'Tokens read', format: inPowers },
              y: {
                domain: [lowest, highest],
                scale: 'log',
                label: 'Paid for not knowing the weights: at most',
                information: 'per token',
                format: inPowers,
              },
              marks: [
                area([[tokensFrom, trivial, highest], [tokensTo, trivial, highest]], { role: 'quiet', name: 'here a bound says nothing' }), // prettier-ignore
                rule(trivial, { role: 'quiet', look: 'solid', name: 'log |V|' }),
                guide(values.tokens),
                ...bounds,
                dots([[now.tokens, now.bound]], { role: 'x' }),
              ],
              drags: [{ ...bind(params, props)('tokens'), along: 'x', says: say.count }],
            },
          ],
          [
            {
              height: 110,
              title: 'A table of all predictions, and the weights',
              x: {
                domain: [0, Math.max(1, tables.length - 1)],
                label: 'Tokens of context that the table knows, k',
                ticks: tables.map((_, k) => ({ at: k, text: String(k) })),
              },
              y: { domain: [1, top], scale: 'log', label: 'Numbers', ticks },
              marks: [
                rule(weights, { role: 'x', look: 'long', name: 'weights', prefer: 'end' }),
                line(counts, { role: 'exact', look: 'dotted', name: 'table' }),
                dots(counts, { role: 'exact' }),
              ],
            },
          ],
        ]}
      />
      <Settings
        {...props}
        params={params}
        show={['tokens', 'source', 'depth', !isOne && ['length', 'components'], !isOne && 'scale']}
      />
    </div>
  );
}

View.More = (props: ViewProps<typeof spec>) => (
  <More>
    <Fold
      question="Another width, another vocabulary, another context?"
      holds={['dimension', 'vocabulary', 'context', 'stored']}
    >
      <Settings
        {...props}
        params={params}
        show={[['dimension', 'vocabulary'], 'context', props.values.source === 'one' && 'stored']}
      />
    </Fold>
  </More>
);
