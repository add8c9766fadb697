import type { ViewProps } from '#contract/spec.ts';
import { bind } from '#kit/figure/bind.ts';
import { Figure } from '#kit/figure/Figure.tsx';
import { Settings } from '#kit/figure/Settings.tsx';
import { codePanel, rowPanel, tablePanel } from './panels.tsx';
import { params } from './parameters.ts';
import type { spec } from './spec.ts';

/** A code of places, what two places have in common by it, and one of them with all others. */
export function View(props: ViewProps<typeof spec>) {
  const { model, width, say } = props;
  return (
    <>
      <Settings {...props} params={params} show={['code']} />
      <Figure
        {...{ width, say }}
        rows={[
          [codePanel(model), tablePanel(model)],
          [{ ...rowPanel(model), drags: [{ ...bind(params, props)('place'), along: 'x' }] }],
        ]}
      />
      <Settings {...props} params={params} show={['place', 'distance']} />
    </>
  );
}
