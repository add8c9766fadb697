import type { ViewProps } from '#contract/spec.ts';
import { SimplexControl, TableControl } from '#kit/controls/TableControl.tsx';
import { Figure } from '#kit/figure/Figure.tsx';
import { Fold, More } from '#kit/figure/More.tsx';
import { Settings } from '#kit/figure/Settings.tsx';
import { curvePanel, estimatesPanel, judgedPanel, scatterPanel, trainingPanel } from './panels.tsx';
import { OwnColumns } from './OwnColumns.tsx';
import { mostPairs, params, type Asked } from './parameters.ts';
import type { spec } from './spec.ts';

/** What can be set for each source, besides the size of a sample. */
const settings = ({ source, names, rare }: Asked): readonly (keyof typeof params & string)[] =>
  ({
    names: names === 'dice' ? (['sides', 'copies', 'names'] as const) : (['names'] as const),
    rare: rare === 'falling' ? (['outcomes', 'slope', 'rare'] as const) : (['rare'] as const),
    numbers: ['correlation', 'dimensions', 'bins', 'twist'] as const,
    critic: ['step', 'correlation', 'dimensions', 'bound'] as const,
    columns: [] as const,
  })[source];

/** What estimators say of samples from a law that is known, beside the exact value and what none of them can exceed. */
export function View(props: ViewProps<typeof spec>) {
  const { values, now = values, model, width, say } = props;
  const { source } = model;
  const rows =
    source === 'critic'
      ? [[trainingPanel(props), judgedPanel(props)]]
      : source === 'names' || source === 'rare'
        ? [[estimatesPanel(props), curvePanel(props)]]
        : model.candidates
          ? [[judgedPanel(props), ...(model.scatter ? [scatterPanel(props)] : [])], [trainingPanel(props)]]
          : model.scatter
            ? [[estimatesPanel(props), scatterPanel(props)]]
            : [[estimatesPanel(props)]];
  return (
    <div>
      <Settings {...props} params={params} show={['source']} />
      {now.source === 'columns' && <OwnColumns {...props} />}
      {model.problem === undefined && <Figure {...{ width, say, rows }} />}
      {
        now.source !== 'columns' &&
        <Settings {...props} params={params} show={['pairs', ...settings(now)]} most={{ pairs: mostPairs[now.source] }} /> // prettier-ignore
      }
      {now.source === 'names' && now.names === 'table' && (
        <Settings {...props} params={params} show={['joint']} Table={TableControl} />
      )}
      {now.source === 'rare' && now.rare === 'own' && (
        <Settings {...props} params={params} show={['law']} Table={SimplexControl} />
      )}
      <More>
        <Fold question="Which samples are drawn?" holds={['samples', 'seed']}>
          <Settings {...props} params={params} show={['samples', 'seed']} />
        </Fold>
      </More>
    </div>
  );
}
