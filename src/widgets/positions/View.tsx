import type { ViewProps } from '#contract/spec.ts';
import { bind } from '#kit/figure/bind.ts';
import { Figure } from '#kit/figure/Figure.tsx';
import { Settings } from '#kit/figure/Settings.tsx';
import { areAlike, text } from './model.ts';
import { lossPanel, placePanel, swapPanel } from './panels.tsx';
import { params } from './parameters.ts';
import type { spec } from './spec.ts';

/** How much of its place is in a row, beside what the network pays; or what two letters exchanged change. */
export function View(props: ViewProps<typeof spec>) {
  const { values, model, width, say } = props;
  const bound = bind(params, props);
  const isPlace = values.view === 'place';
  return (
    <div className="positions">
      <Settings {...props} params={params} show={['view']} />
      <Figure
        {...{ width, say }}
        rows={
          isPlace
            ? [
                [
                  {
                    ...placePanel(model, width),
                    drags: [{ ...bound('stage'), along: 'x', max: model.chosen.place.length - 1 }],
                  },
                ],
                [lossPanel(model, width)],
              ]
            : [[{ ...swapPanel(model), drags: [{ ...bound('back'), along: 'x' }] }]]
        }
      />
      {!isPlace && <Exchanged back={values.back} {...{ model, say }} />}
      <Settings
        {...props}
        params={params}
        show={['network', isPlace ? 'stage' : 'back', isPlace && 'reader']}
        most={{ stage: model.chosen.place.length - 1 }}
      />
    </div>
  );
}

const shown = text.replace('\n', '↵');

/** The text with the pair exchanged, and what that does to the prediction of what comes after it. */
function Exchanged({ back, model, say }: Pick<ViewProps<typeof spec>, 'model' | 'say'> & { readonly back: number }) {
  const at = shown.length - 1 - back;
  return (
    <p className="positions-text">
      {shown.slice(0, at - 1)}
      <mark>
        {shown[at]}
        {shown[at - 1]}
      </mark>
      {shown.slice(at + 1)}
      <b>
        {' '}
        {areAlike(back)
          ? 'two letters alike: no change'
          : model.change === 0
            ? 'no change'
            : `${say.information(model.change)} of change`}
      </b>
    </p>
  );
}
