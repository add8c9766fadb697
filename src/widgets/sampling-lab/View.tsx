import { useId } from 'react';
import { NumberControl } from '#kit/controls/NumberControl.tsx';
import { Fold, More as Folds } from '#kit/figure/More.tsx';
import { useAlive } from '#kit/state/alive.ts';
import { Head } from './Head.tsx';
import { LossOnPrompt, Numbers } from './Numbers.tsx';
import { longestPrompt, params } from './parameters.ts';
import { Plot } from './Plot.tsx';
import { HowMany, Samples } from './Samples.tsx';
import { shapedOf } from './state.ts';
import type { LabProps } from './props.ts';

/** Two columns fit from this width on; the gap between them, and the share of the left one. */
const twoColumns = 600;
const gap = 24;
const leftShare = 0.62;
const widestPlot = 600;

const cuts = ['topP', 'topK', 'minP'] as const;

const Setting = ({
  name,
  values,
  set,
}: Pick<LabProps, 'values' | 'set'> & { readonly name: (typeof cuts)[number] | 'temperature' }) => (
  <NumberControl parameter={params[name]} value={values[name]} onChange={(value) => set({ [name]: value })} />
);

/** One question: what does a temperature do to what is drawn, and how does it read? */
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
            <Plot {...props} {...{ shaped }} width={left} moves="temperature" />
            <div className="sampling-lab-beside">
              <Setting {...props} name="temperature" />
              <Head {...props} shaped={shaped} />
            </div>
          </div>
        ) : (
          <p className="hint">The model has not said yet what it expects.</p>
        )}
      </div>
      <Samples {...props} which="first" />
    </div>
  );
}

function More(props: LabProps) {
  const { values, model, width } = props;
  const shaped = shapedOf(model, values);
  return (
    <Folds>
      <Fold question="What do cuts do: top-p, top-k, min-p?" holds={cuts}>
        {shaped && <Plot {...props} {...{ shaped }} width={Math.min(width, widestPlot)} moves="cuts" />}
        <div className="sampling-lab-settings">
          {cuts.map((name) => (
            <Setting key={name} {...props} name={name} />
          ))}
        </div>
        {shaped && <Numbers {...props} shaped={shaped} />}
      </Fold>
      <Fold question="What else does it write, and how surprising is it?" holds={['count', 'length']}>
        <HowMany {...props} />
        <Samples {...props} which="others" />
      </Fold>
      <Fold question="Does this change the loss of the model?">
        <LossOnPrompt {...props} />
      </Fold>
    </Folds>
  );
}
View.More = More;

interface PromptProps {
  readonly prompt: string;
  onPrompt(prompt: string): void;
}

function Prompt({ prompt, onPrompt }: PromptProps) {
  const id = useId();
  // Before the page is alive nothing can be typed, so that nothing typed is lost.
  const alive = useAlive();
  return (
    <div className="sampling-lab-prompt">
      <label htmlFor={id}>{params.prompt.label}</label>
      <textarea
        id={id}
        dir="auto"
        rows={1}
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
