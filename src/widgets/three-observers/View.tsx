import type { ViewProps } from '#contract/spec.ts';
import { bind } from '#kit/figure/bind.ts';
import { Figure } from '#kit/figure/Figure.tsx';
import { Fold, More as Folds } from '#kit/figure/More.tsx';
import { guide, line } from '#kit/figure/marks.tsx';
import { Settings } from '#kit/figure/Settings.tsx';
import { TextInput } from '#kit/reading/TextInput.tsx';
import { Bills } from './Bills.tsx';
import { Cells } from './Cells.tsx';
import { areDigits, mostDigits, params } from './parameters.ts';
import type { spec } from './spec.ts';

/** What three observers have paid for the same digits. */
export function View(props: ViewProps<typeof spec>) {
  const { values, model, width, say, set } = props;
  const { digits, read, coin, counter, solver } = model;
  const bound = bind(params, props);
  const last = Math.max(1, digits.length);
  const curve = (costs: readonly number[]) => costs.map((nats, n) => [n, nats] as const);
  const highest = Math.max(Math.LN2, ...[coin, counter, solver].map((costs) => costs[costs.length - 1]));
  return (
    <div className="three-observers">
      <Figure
        {...{ width, say }}
        rows={[
          [
            {
              height: 250,
              key: 'above',
              title: 'What each has paid for the same digits',
              x: { domain: [0, last], label: 'Digits read, n' },
              y: { domain: [0, 1.06 * highest], label: 'Paid so far', information: true },
              marks: [
                guide(read),
                line(curve(coin), { role: 'quiet', look: 'dashed', name: 'coin thrower' }),
                line(curve(counter), { role: 'x', name: 'counter' }),
                line(curve(solver), { role: 'exact', look: 'thick', name: 'solver' }),
              ],
              drags: [{ ...bound('at'), along: 'x', max: last }],
            },
          ],
        ]}
      />
      <Bills {...props} />
      {values.source === 'own' ? (
        <div>
          <TextInput
            label={params.own.label}
            text={values.own}
            longest={mostDigits}
            say={say}
            onText={(own) => set({ own })}
          />
          {values.own !== '' && (
            <p className="hint" role="status">
              {areDigits(values.own)
                ? 'Nothing but zeros and ones: these are the digits.'
                : 'There are other signs than 0 and 1, so each byte of the text is eight digits.'}
            </p>
          )}
        </div>
      ) : (
        <Cells {...props} />
      )}
      <Settings
        {...props}
        params={params}
        show={[values.source === 'register' && 'told', values.source === 'register' && 'cells', 'source']}
        most={{ at: last }}
      />
    </div>
  );
}

function More(props: ViewProps<typeof spec>) {
  return (
    <Folds>
      <Fold question="What if the counter looks further back?" holds={['order']}>
        <Settings {...props} params={params} show={['order']} />
      </Fold>
      <Fold question="After how many digits, exactly?" holds={['at']}>
        <Settings {...props} params={params} show={['at']} most={{ at: Math.max(1, props.model.digits.length) }} />
      </Fold>
    </Folds>
  );
}
View.More = More;
