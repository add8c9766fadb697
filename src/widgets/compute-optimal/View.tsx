import type { ViewProps } from '#contract/spec.ts';
import { bind } from '#kit/figure/bind.ts';
import { Figure } from '#kit/figure/Figure.tsx';
import { guide } from '#kit/figure/marks.tsx';
import { Fold, More as Folds } from '#kit/figure/More.tsx';
import { inPowers } from '#kit/figure/scale.ts';
import { Settings } from '#kit/figure/Settings.tsx';
import { Bill, Sure } from './Bill.tsx';
import { budgetsShown, fanMarks, mapMarks, ratiosShown, refitsShown } from './map.tsx';
import { guess, mostServed, ratioOf } from './model.ts';
import { cloud, money, valley } from './panels.tsx';
import { params } from './parameters.ts';
import type { spec } from './spec.ts';
import { beyond, large, perParameter } from './words.ts';

const ten = { at: (value: number) => 10 ** value, from: (at: number) => Math.log10(at) };

/** One question: how should a budget be split, and does one know? */
export function View(props: ViewProps<typeof spec>) {
  const { values, model, width, say } = props;
  const { repeated, here, flops, served } = model;
  const isCut = values.served > mostServed(values.budget);
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
              marks: [guide(flops), ...(repeated ? fanMarks(values, model) : mapMarks(values, model, width >= 600))],
              drags: [
                { ...bound('budget'), ...ten, along: 'x', says: (value) => `${large(10 ** value, say)} operations` },
                !repeated && {
                  ...{ ...bound('ratio'), ...ten },
                  along: 'y',
                  across: flops,
                  says: (value) => `${perParameter(10 ** value, say)} tokens per parameter`,
                },
              ],
            },
          ],
          ...(repeated ? [[cloud(repeated, model.law)]] : [[valley(model)], [money(model)]]),
        ]}
      />
      {repeated ? <Sure {...props} /> : <Bill {...props} />}
      <Settings
        {...props}
        params={params}
        most={{ served: mostServed(values.budget) }}
        show={repeated ? ['budget', 'noise', 'largest', 'shown'] : ['budget', 'ratio', 'served', 'law', 'shown']}
      />
      <p className="hint">
        {repeated
          ? `Each line is one repetition of the same experiment, with errors of its own. All advice here is for training alone${served > 0 ? ': the tokens served do not count' : ''}.`
          : `Drag the two handles: the budget of ${large(flops, say)} operations along the floor, and the ${perParameter(ratioOf(here), say)} tokens per parameter up and down. ${served > 0 ? `${large(served, say)} tokens` : 'None'} are served later. The laws were fitted to networks of 70 million to 16 billion parameters on 5 to 500 billion tokens.`}
      </p>
      {!repeated && isCut && (
        <p className="hint">
          This budget serves at most {large(served, say)} tokens here. With more, its networks would be far smaller than
          any that the laws are about.
        </p>
      )}
      {!repeated && here.loss > guess && <p className="hint">{beyond}</p>}
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
