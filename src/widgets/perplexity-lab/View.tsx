import { NumberField } from '#kit/controls/NumberControl.tsx';
import { Overlap } from './Overlap.tsx';
import { cutsInUse, params } from './parameters.ts';
import { Report } from './Report.tsx';
import { reportOf } from './report.ts';
import { Strip } from './Strip.tsx';
import { TextPane } from './TextPane.tsx';
import { WindowProgress } from './WindowProgress.tsx';
import type { Props } from './props.ts';

/** The text with its surprisals, the same along an axis with batches and windows, and what has been reported of it. */
export function View(props: Props) {
  const { values, model, width, set, say } = props;
  const numbers = reportOf(model, values);
  return (
    <div className="perplexity-lab">
      {values.source === 'text' && (
        <TextPane
          reading={model.reading}
          text={values.text}
          cuts={numbers.cuts}
          prompt={values.prompt}
          say={say}
          onText={(text) => set({ text, halted: false })}
        />
      )}
      {numbers.marks.length === 0 ? (
        <p className="soft">{values.text === '' ? 'No text, no surprisals.' : 'The model is about to read.'}</p>
      ) : (
        <>
          <section>
            <p className="perplexity-lab-caption">
              <b>
                <span data-q="surprisal">Surprisal</span> in {say.unit}, token by token.
              </b>{' '}
              Above each batch its own <span data-q="perplexity">perplexity</span>; levels are means, dashed the mean of
              all.
            </p>
            <Strip {...props} numbers={numbers} />
            <div className="row perplexity-lab-fields">
              {cutsInUse(values).map((name, c) => (
                <span key={name}>
                  Cut {c + 1}
                  <NumberField
                    label={params[name].label}
                    parameter={params[name]}
                    value={values[name]}
                    onChange={(value) => set({ [name]: value })}
                  />
                </span>
              ))}
              <span>
                Prompt
                <NumberField
                  label={params.prompt.label}
                  parameter={params.prompt}
                  value={values.prompt}
                  onChange={(prompt) => set({ prompt })}
                />
              </span>
            </div>
            <WindowProgress {...props} />
          </section>
          <section>
            <p className="perplexity-lab-caption">
              <b>What was reported.</b> Crosses are wrong. Circles are right, each in its own unit; between two models
              only the last column compares.
            </p>
            <Report numbers={numbers} width={width} say={say} />
          </section>
          <section>
            <Overlap guessed={numbers.guessed} say={say} />
          </section>
        </>
      )}
    </div>
  );
}
