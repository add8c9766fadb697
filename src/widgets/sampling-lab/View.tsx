import { useId, useSyncExternalStore } from 'react';
import { NumberControl } from '#kit/controls/NumberControl.tsx';
import { Head } from './Head.tsx';
import { LossOnPrompt, Numbers } from './Numbers.tsx';
import { longestPrompt, params } from './parameters.ts';
import { Plot } from './Plot.tsx';
import { Samples } from './Samples.tsx';
import { shapedOf } from './state.ts';
import type { LabProps } from './props.ts';

const never = () => () => {};

/** Two columns fit from this width on; the gap between them, and the share of the left one. */
const twoColumns = 600;
const gap = 24;
const leftShare = 0.62;

const settings = ['temperature', 'topP', 'topK', 'minP'] as const;

export function View(props: LabProps) {
  const { values, model, width, set } = props;
  const shaped = shapedOf(model, values);
  const wide = width >= twoColumns;
  const left = wide ? Math.round(leftShare * (width - gap)) : width;
  return (
    <div className="sampling-lab">
      <Prompt prompt={values.prompt} onPrompt={(prompt) => set({ prompt })} />
      <div aria-busy={model.prompt !== values.prompt} className="sampling-lab-next">
        {shaped ? (
          <div
            className={wide ? 'sampling-lab-columns' : undefined}
            style={wide ? { gridTemplateColumns: `${left}px minmax(0, 1fr)` } : undefined}
          >
            <Plot {...props} shaped={shaped} width={left} />
            <Head {...props} shaped={shaped} />
          </div>
        ) : (
          <p className="hint">The model has not said yet what it expects.</p>
        )}
      </div>
      <div className="sampling-lab-settings">
        {settings.map((name) => (
          <NumberControl
            key={name}
            parameter={params[name]}
            value={values[name]}
            onChange={(value) => set({ [name]: value })}
          />
        ))}
      </div>
      {shaped && <Numbers {...props} shaped={shaped} />}
      <LossOnPrompt {...props} />
      <Samples {...props} />
    </div>
  );
}

interface PromptProps {
  readonly prompt: string;
  onPrompt(prompt: string): void;
}

function Prompt({ prompt, onPrompt }: PromptProps) {
  const id = useId();
  // Before the page is alive nothing can be typed, so that nothing typed is lost.
  const alive = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return (
    <div className="sampling-lab-prompt">
      <label htmlFor={id}>{params.prompt.label}</label>
      <textarea
        id={id}
        dir="auto"
        rows={2}
        spellCheck={false}
        autoComplete="off"
        maxLength={longestPrompt}
        readOnly={!alive}
        value={prompt}
        onChange={(event) => onPrompt(event.target.value)}
      />
      {prompt.endsWith(' ') && (
        <p className="hint">
          Most tokens begin with the space before a word, so the model expects more after “man” than after “man ”.
        </p>
      )}
    </div>
  );
}
