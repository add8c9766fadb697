import { useEffect, useId } from 'react';
import { useAlive } from '#kit/state/alive.ts';
import { Curve } from './Curve.tsx';
import { KeepRow } from './KeepRow.tsx';
import { Kinds } from './Kinds.tsx';
import { goalOf, keyOf } from './model.ts';
import { longestText, params } from './parameters.ts';
import type { TrainProps } from './props.ts';
import { Transport } from './Transport.tsx';

const mostSamples = 5;

export function View(props: TrainProps) {
  const { values, model, set } = props;
  // At the end of what is asked for the training is over: other settings are not to begin by themselves.
  const isOver = values.playing && model.key === keyOf(values) && model.step >= goalOf(values);
  useEffect(() => {
    if (isOver) set({ playing: false });
  });
  return (
    <div className="train-it">
      {values.data === 'own' && <OwnText {...props} />}
      <Transport {...props} />
      <Curve {...props} />
      <div className="train-it-columns">
        <Kinds {...props} />
        <Samples {...props} />
      </div>
      <KeepRow {...props} />
    </div>
  );
}

function OwnText({ values, set }: TrainProps) {
  const id = useId();
  const alive = useAlive();
  return (
    <div className="train-it-text">
      <label htmlFor={id}>{params.text.label}</label>
      <textarea
        id={id}
        dir="auto"
        rows={4}
        spellCheck={false}
        autoComplete="off"
        maxLength={longestText}
        readOnly={!alive}
        value={values.text}
        onChange={(event) => set({ text: event.target.value, playing: false })}
      />
    </div>
  );
}

/** What the network writes, the latest first. */
function Samples({ model }: TrainProps) {
  const shown = model.samples.slice(-mostSamples).reverse();
  return (
    <section className="train-it-samples" aria-label="What it writes">
      <h4>What it writes</h4>
      {shown.length === 0 && <p className="hint">Nothing yet.</p>}
      <ol>
        {shown.map(({ step, text }) => (
          <li key={step}>
            <span>after step {step}</span>
            <q dir="auto">{text.replace(/\n+/g, '\n')}</q>
          </li>
        ))}
      </ol>
    </section>
  );
}
