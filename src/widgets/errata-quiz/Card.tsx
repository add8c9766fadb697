import { useContext, useEffect, useRef, useState } from 'react';
import type { ViewProps } from '#contract/spec.ts';
import { Settings } from '#kit/figure/Settings.tsx';
import { useAlive } from '#kit/state/alive.ts';
import { FixedContext } from '#kit/state/fixed.ts';
import { surprisal } from '#theory/measures/entropy.ts';
import { writeAnswers, type Answer } from './answers.ts';
import { forgetAll, keep, kept } from './keep.ts';
import { params } from './parameters.ts';
import type { spec } from './spec.ts';

type Props = ViewProps<typeof spec>;

/** The way to the root of the book, which the page knows. */
const root = () => (typeof document === 'undefined' ? '.' : (document.documentElement.dataset.root ?? '.'));

/** What became of an answer. */
function Outcome({ answer, say }: { readonly answer: Answer; readonly say: Props['say'] }) {
  const { percent, isTrue, statement, says } = answer;
  const cost = surprisal(isTrue ? percent / 100 : 1 - percent / 100);
  return (
    <>
      <p>
        <span className="hint">Your last answer: </span>
        <strong>
          {isTrue ? 'True.' : 'False.'} You gave {percent} % and pay {say.information(cost)}.
        </strong>{' '}
        “{says}”
      </p>
      <p>
        {!isTrue && statement.right !== says && <>Right is: {statement.right} </>}
        {statement.why} <a href={`${root()}/${statement.page}.html#${statement.anchor}`}>Where the book shows it</a>.{' '}
        <span className="hint">
          Made from a sentence of <cite>{statement.source}</cite>.
        </span>
      </p>
    </>
  );
}

/** The statement that is put now, the probability, and what became of the last one. */
export function Card(props: Props) {
  const { values, model, set, say } = props;
  const { now, answers, questions } = model;
  const alive = useAlive();
  const fixed = useContext(FixedContext);
  const isFixed = fixed.has('given') || fixed.has('said');
  const [note, setNote] = useState('');
  const card = useRef<HTMLElement>(null);
  const setNow = useRef(set);
  useEffect(() => {
    setNow.current = set;
  });
  // The browser’s memory decides what is answered: no visit, case, challenge, reset or undo changes it.
  useEffect(() => {
    const all = writeAnswers(kept());
    if (all !== values.given) setNow.current({ given: all });
  }, [values.given]);

  function lock() {
    const refused = card.current!.querySelector<HTMLElement>('[aria-invalid=true]');
    if (refused) {
      setNote('Nothing is locked in yet: give a whole number of percent, from 1 to 99.');
      refused.focus();
      return;
    }
    const lasts = keep({ ...now!, percent: values.said });
    setNote(lasts ? '' : 'Your browser does not store your answers: they are forgotten when you leave this page.');
    set({ given: writeAnswers(kept()), said: params.said.default });
  }
  const p = values.said / 100;
  const last = answers.at(-1);
  return (
    <section className="errata-quiz" aria-label="Statements" ref={card}>
      <div role="status" className="outcome">
        {last && <Outcome answer={last} say={say} />}
        {note && <p>{note}</p>}
      </div>
      {now ? (
        <>
          <p className="name">
            Statement {answers.length + 1} of {questions}: true or false?
          </p>
          <blockquote>{now.says}</blockquote>
          <Settings {...props} params={params} show={['said']} />
          <div className="row">
            <button type="button" className="go" disabled={!alive || isFixed} onClick={lock}>
              Lock it in
            </button>
            <span>
              If it is true you pay {say.information(surprisal(p), 2)}, if it is false{' '}
              {say.information(surprisal(1 - p), 2)}.
            </span>
          </div>
        </>
      ) : (
        <p className="name">You have answered all {questions} statements.</p>
      )}
      {answers.length > 0 && (
        <button
          type="button"
          disabled={!alive || isFixed}
          onClick={() => {
            forgetAll();
            setNote(
              'Your answers to the statements are forgotten, and your bets are not. The same statements come again: a second score is one of your memory. Another seed, below the figure, draws anew which are true.',
            );
            set({ given: '', said: params.said.default });
          }}
        >
          Forget my answers and begin anew
        </button>
      )}
    </section>
  );
}
