import type { ViewProps } from '#contract/spec.ts';
import { bind } from '#kit/figure/bind.ts';
import { Figure } from '#kit/figure/Figure.tsx';
import { guide } from '#kit/figure/marks.tsx';
import { Fold, More as Folds } from '#kit/figure/More.tsx';
import { inPowers } from '#kit/figure/scale.ts';
import { Settings } from '#kit/figure/Settings.tsx';
import { Bill, Sure } from './Bill.tsx';
import { budgetsShown, fanMarks, mapMarks, ratiosShown, refitsShown } from './map.tsx';
import { ratioOf } from './model.ts';
import { cloud, money, valley } from './panels.tsx';
import { params } from './parameters.ts';
import type { spec } from './spec.ts';
import { perParameter } from './words.ts';

const ten = { at: (value: number) => 10 ** value, from: (at: number) => Math.log10(at) };

/** One question: how should a budget be split, and does one know? */
export function View(props: ViewProps<typeof spec>) {
  const { values, model, width, say } = props;
  const { repeated, here, flops } = model;
  const bound = bind(params, props);
  return (
    <div>
      <Figure
        {...{ width, say }}
        rows={[
          [
            {
              height: 280,
              key: repeated || width < 600 ? 'above' : undefined,
              title: repeated ? 'What each refit advises' : 'What each fit advises',
              x: { domain: budgetsShown, scale: 'log', label: 'Budget, in operations', format: inPowers },
              y: { domain: repeated ? refitsShown : ratiosShown, scale: 'log', label: 'Tokens per parameter' },
              marks: [guide(flops), ...(repeated ? fanMarks(values, model) : mapMarks(values, model))],
              drags: [
                { ...bound('budget'), ...ten, along: 'x', says: (value) => `ten to the ${value}` },
                !repeated && {
                  ...{ ...bound('ratio'), ...ten },
                  along: 'y',
                  across: flops,
                  says: (value) => `${perParameter(10 ** value, say)} tokens per parameter`,
                },
              ],
            },
          ],
          ...(repeated ? [[cloud(repeated, model.law)]] : [[valley(model, say)], [money(model)]]),
        ]}
      />
      {repeated ? <Sure {...props} /> : <Bill {...props} />}
      <Settings
        {...props}
        params={params}
        show={repeated ? ['budget', 'noise', 'largest', 'shown'] : ['budget', 'ratio', 'served', 'law', 'shown']}
      />
      <p className="hint">
        {repeated
          ? 'Each line is one repetition of the same experiment, with errors of its own.'
          : `Drag the two handles: the budget along the floor, and the ${perParameter(ratioOf(here), say)} tokens per parameter up and down.`}
      </p>
    </div>
  );
}

function More(props: ViewProps<typeof spec>) {
  // Elsewhere there is nothing drawn at random.
  if (!props.model.repeated) return null;
  return (
    <Folds>
      <Fold question="Other constants, other errors?" holds={['seed']}>
        <Settings {...props} params={params} show={['law', 'seed']} />
      </Fold>
    </Folds>
  );
}
View.More = More;
