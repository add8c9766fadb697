import type { ViewProps } from '#contract/spec.ts';
import { Figure } from '#kit/figure/Figure.tsx';
import { Fold, More } from '#kit/figure/More.tsx';
import { Settings } from '#kit/figure/Settings.tsx';
import { causePanels, errorPanel, fitPanel } from './panels.tsx';
import { params } from './parameters.ts';
import type { spec } from './spec.ts';

/** A fit, its error over the width or the number of examples, and what makes the peak. */
export function View(props: ViewProps<typeof spec>) {
  const { values, now = values, width, say } = props;
  const { world, penalty } = now;
  return (
    <div>
      <Figure {...{ width, say }} rows={[[fitPanel(props)], [errorPanel(props)]]} label="The fit and its error" />
      <Settings
        {...props}
        params={params}
        show={[
          ['width', 'examples', 'noise', world === 'waves' ? 'uneven' : 'truth'],
          ['penalty', penalty === 'yours' && 'ridge'].filter((key) => key !== false) as ('penalty' | 'ridge')[],
          ['world', 'axis'],
        ]}
      />
      <Figure {...{ width, say }} rows={[causePanels(props)]} label="What makes the peak" />
      <More>
        <Fold question="Which examples are drawn?" holds={['seed']}>
          <Settings {...props} params={params} show={['seed']} />
        </Fold>
      </More>
      {values.axis === 'examples' && values.width > 40 && (
        <p className="says">With m above 40 the peak at n = m is beyond the end of this axis.</p>
      )}
    </div>
  );
}
