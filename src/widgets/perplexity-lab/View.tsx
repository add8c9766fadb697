import { NumberField } from '#kit/controls/NumberControl.tsx';
import { Fold, More as Folds } from '#kit/figure/More.tsx';
import { Settings } from '#kit/figure/Settings.tsx';
import { Overlap } from './Overlap.tsx';
import { noteOfCuts, noteOfPrompt } from './notes.ts';
import { cutsInUse, params } from './parameters.ts';
import { Report } from './Report.tsx';
import { reportOf } from './report.ts';
import { Strip } from './Strip.tsx';
import { TextPane } from './TextPane.tsx';
import { WindowProgress } from './WindowProgress.tsx';
import type { Props } from './props.ts';

/** What the cuts move, beside what they do not. */
const ofBatches: ReadonlySet<string> = new Set(['right', 'meanOfPerplexities', 'batchMeans']);

interface FieldProps extends Pick<Props, 'values' | 'set'> {
  readonly name: 'prompt' | ReturnType<typeof cutsInUse>[number];
  readonly called: string;
}

const Field = ({ name, called, values, set }: FieldProps) => (
  <span>
    {called}
    <NumberField
      label={params[name].label}
      parameter={params[name]}
      value={values[name]}
      onChange={(value) => set({ [name]: value })}
    />
  </span>
);

/** One question: what do batches make of one list of surprisals? */
export function View(props: Props) {
  const { values, model, width, say } = props;
  const numbers = reportOf(model, values);
  if (numbers.marks.length === 0)
    return <p className="soft">{values.text === '' ? 'No text, no surprisals.' : 'The model is about to read.'}</p>;
  const note = noteOfCuts(model, values, say);
  return (
    <div className="perplexity-lab">
      <section>
        <p className="perplexity-lab-caption">
          <b>
            <span data-q="surprisal">Surprisal</span> in {say.unit}, token by token.
          </b>{' '}
          Above each batch its own <span data-q="perplexity">perplexity</span>; levels are means, dashed the mean of
          all.
        </p>
        <Strip {...props} {...{ numbers }} moves="cuts" />
        <div className="row perplexity-lab-fields">
          <Settings {...{ ...props, params }} show={['batches']} />
          {cutsInUse(values).map((name, c) => (
            <Field key={name} {...{ ...props, name }} called={`Cut ${c + 1}`} />
          ))}
        </div>
        {note && <p className="perplexity-lab-caption">{note}</p>}
      </section>
      <Report
        numbers={{ ...numbers, marks: numbers.marks.filter(({ id }) => ofBatches.has(id)) }}
        {...{ width, say }}
      />
    </div>
  );
}

function More(props: Props) {
  const { values, model, width, set, say } = props;
  const numbers = reportOf(model, values);
  const isRead = numbers.marks.length > 0;
  const promptNote = noteOfPrompt(model, values, say);
  return (
    <Folds>
      <Fold question="Which text, and which of its tokens are hard?" holds={['text', 'source']}>
        <Settings {...{ ...props, params }} show={['source']} />
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
      </Fold>
      {/* Cases move the prompt out of the way as well: that alone opens nothing. */}
      <Fold
        question="What else was reported as its perplexity?"
        holds={['kind', 'weight', 'window', 'stride', 'order', 'halted']}
      >
        {isRead && (
          <>
            <Strip {...props} {...{ numbers }} moves="prompt" />
            <div className="row perplexity-lab-fields">
              <Field {...props} name="prompt" called="Prompt" />
            </div>
            {promptNote && <p className="perplexity-lab-caption">{promptNote}</p>}
            <WindowProgress {...props} />
          </>
        )}
        <Settings {...{ ...props, params }} show={[['window', 'stride'], ['kind', 'weight'], 'order']} />
        {isRead && (
          <section>
            <p className="perplexity-lab-caption">
              <b>What was reported.</b> Crosses are wrong. Circles are right, each in its own unit. Compare two models
              in one unit only, as in the last column.
            </p>
            <Report numbers={numbers} width={width} say={say} />
          </section>
        )}
      </Fold>
      {isRead && (
        <Fold question="And if first guesses are counted, as BLEU does?">
          <Overlap guessed={numbers.guessed} say={say} />
        </Fold>
      )}
    </Folds>
  );
}
View.More = More;
