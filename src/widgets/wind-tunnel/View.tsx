import { ChoiceControl } from '#kit/controls/SmallControls.tsx';
import { Fold, More as Folds } from '#kit/figure/More.tsx';
import { At } from './At.tsx';
import { Attention } from './Attention.tsx';
import { Prior, progressOf, Sequence, Training } from './Controls.tsx';
import { Figure } from './Figure.tsx';
import { Losses } from './Losses.tsx';
import { Numbers } from './Numbers.tsx';
import { params, type Asked } from './parameters.ts';
import { Phases } from './Phases.tsx';
import type { TunnelProps } from './props.ts';

/** Two columns fit from this width on. */
const twoColumns = 600;
const between = 28;

/** One question: does the network predict what the exact answer predicts, at each position and under each prior? */
export function View(props: TunnelProps) {
  const { width } = props;
  return (
    <div className="wind-tunnel" style={{ maxWidth: width }}>
      <div aria-busy={progressOf(props) !== undefined}>
        <Figure {...props} />
      </div>
      <Prior {...props} />
    </div>
  );
}

function More(props: TunnelProps) {
  const { values, width, set } = props;
  const wide = width >= twoColumns;
  const half = wide ? Math.floor((width - between) / 2) : width;
  const columns = wide ? 'wind-tunnel-columns' : 'wind-tunnel-stack';
  return (
    <Folds>
      <Fold question="How is the exact answer counted?">
        <At {...props} />
      </Fold>
      <Fold
        question="How did it come to this in training?"
        holds={['checkpoint', 'rate', 'pace', 'onDisplay', 'playing', 'stepped']}
      >
        <div className={columns}>
          <Phases {...props} width={half} />
          <Training {...props} />
        </div>
      </Fold>
      <Fold question="Where does it look, and which heads does it need?" holds={['without']}>
        <ChoiceControl
          parameter={params.without}
          value={values.without}
          onChange={(without) => set({ without: without as Asked['without'] })}
        />
        <Attention {...props} />
      </Fold>
      <Fold question="What does it pay on fresh sequences?">
        <Losses {...props} width={Math.min(width, 560)} />
        <Numbers {...props} />
        <p className="hint wind-tunnel-progress">{progressOf(props)}</p>
      </Fold>
      <Fold question="What of other sequences and another network?" holds={['source', 'length', 'network', 'symbols']}>
        <Sequence {...props} />
      </Fold>
    </Folds>
  );
}
View.More = More;
