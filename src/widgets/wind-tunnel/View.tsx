import { At } from './At.tsx';
import { Choices, progressOf, Training } from './Controls.tsx';
import { Figure } from './Figure.tsx';
import { Losses } from './Losses.tsx';
import { Numbers } from './Numbers.tsx';
import { Phases } from './Phases.tsx';
import type { TunnelProps } from './props.ts';

/** Two columns fit from this width on. */
const twoColumns = 600;
const between = 28;

export function View(props: TunnelProps) {
  const { width } = props;
  const wide = width >= twoColumns;
  const half = wide ? Math.floor((width - between) / 2) : width;
  const progress = progressOf(props);
  return (
    <div className="wind-tunnel" style={{ maxWidth: width }}>
      <Choices {...props} />
      <div aria-busy={progress !== undefined}>
        <Figure {...props} />
      </div>
      <Numbers {...props} />
      <div className={wide ? 'wind-tunnel-columns' : 'wind-tunnel-stack'}>
        <div>
          <Phases {...props} width={half} />
          <Training {...props} />
        </div>
        <div>
          <At {...props} />
          <Losses {...props} width={half} />
        </div>
      </div>
      <p className="hint wind-tunnel-progress">{progress}</p>
    </div>
  );
}
