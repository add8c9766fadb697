import type { ViewProps } from '#contract/spec.ts';
import { TextInput } from '#kit/reading/TextInput.tsx';
import { useAlive } from '#kit/state/alive.ts';
import { extend } from './addresses.ts';
import { Answers } from './Answers.tsx';
import { Stages } from './Stages.tsx';
import { longestText } from './parameters.ts';
import { Stage } from './Stage.tsx';
import type { spec } from './spec.ts';
import { isSettled } from './state.ts';
import { Sum, twoColumns } from './Sum.tsx';
import { Way } from './Way.tsx';

export type Props = ViewProps<typeof spec>;

/** A number, what made it, and the way back from it. */
export function View(props: Props) {
  const { values, model, width, set, say } = props;
  const alive = useAlive();
  const { shown } = model;
  const go = (address: string) => {
    if (shown) set({ trail: extend(shown.trail.map((step) => step.address), address) }); // prettier-ignore
  };
  return (
    <div className="anatomy" aria-busy={!isSettled(model, values)}>
      <TextInput
        label="Your text"
        text={values.text}
        longest={longestText}
        say={say}
        onText={(text) => set({ text, trail: '' })}
      />
      {shown ? (
        <>
          <Answers {...props} shown={shown} alive={alive} />
          <Way {...props} shown={shown} alive={alive} />
          <div className={width >= twoColumns ? 'anatomy anatomy-columns' : 'anatomy'}>
            <Sum {...props} shown={shown} alive={alive} onGo={go} />
            <Stages {...props} shown={shown} alive={alive} onGo={go} />
          </div>
          <Stage {...props} shown={shown} alive={alive} onGo={go} />
        </>
      ) : (
        <p className="hint">The network has not been asked yet.</p>
      )}
    </div>
  );
}
