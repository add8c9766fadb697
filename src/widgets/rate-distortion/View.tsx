import type { ViewProps } from '#contract/spec.ts';
import { SimplexControl } from '#kit/controls/TableControl.tsx';
import { Figure } from '#kit/figure/Figure.tsx';
import { Fold, More as Folds } from '#kit/figure/More.tsx';
import { Settings } from '#kit/figure/Settings.tsx';
import { PictureInput } from '#kit/reading/PictureInput.tsx';
import { useAlive } from '#kit/state/alive.ts';
import { curvePanel } from './curve.tsx';
import { evidence, water } from './evidence.tsx';
import { params, side } from './parameters.ts';
import type { spec } from './spec.ts';

type Props = ViewProps<typeof spec>;

const shown = {
  picture: ['step', 'drawn'],
  coin: ['heads', 'wrong', 'code'],
  law: ['price', 'measure'],
  normal: ['levels'],
} as const;

/** The curve with what can be built, and under it what a code does to the source. */
export function View(props: Props) {
  const { now = props.values, model, width, say, set } = props;
  const alive = useAlive();
  return (
    <div>
      <Settings {...props} params={params} show={['source']} />
      <Figure {...{ width, say }} rows={[[curvePanel(props)], ...evidence(props, alive)]} gap={24} />
      <Settings {...props} params={params} show={shown[now.source]} />
      {now.source === 'picture' && (
        <PictureInput
          {...{ side, as: 'in gray', instead: 'the landscape', isOwn: now.own !== '', problem: model.problem }}
          onPicture={(grays) => set({ own: btoa(String.fromCharCode(...grays.map(Math.round))), drawn: false })}
          onBack={() => set({ own: '' })}
        />
      )}
    </div>
  );
}

function More(props: Props) {
  const { model, width, say, values } = props;
  const { drawn } = values;
  if (model.source === 'normal') return null;
  return (
    <Folds>
      {model.source === 'picture' && (
        <Fold question="How is the curve of the normal model made?">
          <Figure {...{ width: Math.min(width, 640), say }} rows={[[water(props)]]} />
        </Fold>
      )}
      {model.source === 'law' && (
        <Fold question="The letters, as numbers" holds={['law']}>
          <Settings {...props} params={params} show={['law']} Table={SimplexControl} />
        </Fold>
      )}
      {(model.source === 'coin' || (model.source === 'picture' && drawn)) && (
        <Fold question="Other draws" holds={['seed']}>
          <Settings {...props} params={params} show={['seed']} />
        </Fold>
      )}
    </Folds>
  );
}
View.More = More;
