import type { ViewProps } from '#contract/spec.ts';
import { bind } from '#kit/figure/bind.ts';
import { Figure } from '#kit/figure/Figure.tsx';
import { Settings } from '#kit/figure/Settings.tsx';
import { lossPanel, placePanel } from './panels.tsx';
import { params } from './parameters.ts';
import type { spec } from './spec.ts';

/** How much of its place is in a row, beside what the network pays. */
export function View(props: ViewProps<typeof spec>) {
  const { model, width, say } = props;
  const most = model.chosen.place.length - 1;
  const handle = { ...bind(params, props)('stage'), along: 'x', max: most } as const;
  return (
    <>
      <Figure
        {...{ width, say }}
        rows={[[{ ...placePanel(model, width), drags: [handle] }], [lossPanel(model, width)]]}
      />
      <Settings {...props} params={params} show={['network', 'stage', 'reader']} most={{ stage: most }} />
    </>
  );
}
