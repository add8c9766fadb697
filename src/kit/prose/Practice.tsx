import { Children, isValidElement, type ComponentType, type ReactElement, type ReactNode } from 'react';
import { natsPer } from '#contract/say.ts';
import { sayAnswer } from './answer.ts';
import { usePage } from './page.ts';

/* Everything here can be read without scripts: replies and solutions are <details>. practice.ts adds the checking. */

interface Content {
  readonly children: ReactNode;
}

/** The children that are of a component, and all others in their order. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- components with different properties
export function apart(children: ReactNode, component: ComponentType<any>): [ReactElement[], ReactNode[]] {
  const all = Children.toArray(children);
  const is = (child: ReactNode): child is ReactElement => isValidElement(child) && child.type === component;
  return [all.filter(is), all.filter((child) => !is(child))];
}

interface BetProps extends Content {
  readonly id: string;
  readonly answer: string;
  readonly again?: string;
  /** The heading before which the answer is shown; at once if there is none. */
  readonly until?: string;
}

/** A statement that the reader gives a probability for, and is scored on in bits, before the page says what is true. */
export function Bet({ id, answer, again, until, children }: BetProps) {
  const [reveal, statement] = apart(children, Reveal);
  return (
    <section className="bet" data-bet={id} data-answer={answer} data-until={until} aria-labelledby={`bet-${id}`}>
      <h3 id={`bet-${id}`}>A bet</h3>
      {again && <Again id={again} />}
      {statement}
      <form hidden>
        <label>
          <span>Yes, with a probability of</span>
          <input type="range" name="percent" min="1" max="99" defaultValue="50" />
          <output>50 %</output>
        </label>
        <button className="go">Lock it in</button>
        <p className="hint">
          You will be scored in bits, whatever unit you chose: minus the logarithm of the probability that you gave to
          what is true. Half and half costs one bit, and a sure wrong answer costs dearly.
        </p>
      </form>
      <p className="outcome" role="status"></p>
      {reveal}
    </section>
  );
}

/** Says which bet is asked again, in another case. The script adds whether it was answered. */
function Again({ id }: { readonly id: string }) {
  const { book, root } = usePage();
  const chapter = book.chapters.get(book.bets.get(id)!.chapter)!;
  return (
    <p className="hint" data-again={id}>
      This asks in another case what{' '}
      <a href={`${root}/${chapter.id}.html#bet-${id}`}>a bet of chapter {chapter.number}</a> asked. <span />
    </p>
  );
}

export function Reveal({ children }: Content) {
  return (
    <details className="reveal">
      <summary>What is true</summary>
      {children}
    </details>
  );
}

export function Exercise(props: Content & { readonly id: string; readonly misconception: string }) {
  const { id, misconception, children } = props;
  const number = usePage().count('exercise');
  const [choices, others] = apart(children, Choice);
  const [solution, body] = apart(others, Solution);
  return (
    <section className="exercise" id={`exercise-${id}`} data-exercise={id} aria-labelledby={`exercise-${id}-name`}>
      <h3 id={`exercise-${id}-name`}>Exercise {number}</h3>
      {body}
      {choices.length > 0 && <ul className="choices">{choices}</ul>}
      <details className="solution">
        <summary>Solution</summary>
        {solution}
        <p className="hint">The mistake this exercise is after: “{misconception}”.</p>
      </details>
    </section>
  );
}

export function Choice({ right, children }: Content & { readonly right?: 'yes' }) {
  const [reply, answer] = apart(children, Reply);
  return (
    <li>
      <details className="choice" data-right={right}>
        <summary>{answer}</summary>
        <div className={right ? 'reply right' : 'reply'}>
          <span className="mark">{right ? '✓' : '✗'}</span>
          <div>{reply}</div>
        </div>
      </details>
    </li>
  );
}

export const Reply = ({ children }: Content) => children;
export const Solution = ({ children }: Content) => children;

/** What is asked for and scored stays in bits; readers who see nats are told. */
export const StaysInBits = () => (
  <p className="hint stays-in-bits">
    Amounts are shown in nats. What is asked for here stays in bits: a nat is 1.443 bits.
  </p>
);

interface NumericProps extends Readonly<Record<string, unknown>> {
  readonly widget: string;
  readonly of: string;
  readonly within: string;
  readonly children: ReactNode;
}

/** An answer in numbers. What is right is computed by the widget; information is asked for in bits. */
export function Numeric({ widget, of, within, children, ...written }: NumericProps) {
  const page = usePage();
  const { spec, values, model } = page.show('', widget, written as Record<string, string>);
  const readout = spec.readouts[of];
  const now = readout.of(model, values);
  const isInformation = readout.kind === 'information';
  return (
    <div className="numeric" data-answer={isInformation ? now / natsPer('bits') : now} data-within={within}>
      <form hidden>
        <label>
          <span>Your answer{isInformation && ' in bits'}</span>
          <input className="number" name="number" inputMode="decimal" autoComplete="off" />
        </label>
        <button>Check</button>
        {isInformation && <StaysInBits />}
      </form>
      <div className="replies" role="status">
        {children}
        <p className="reply right" hidden data-right="">
          <span className="mark">✓</span> That is right.
        </p>
        <p className="reply" hidden data-unread="">
          That is not a number. Write it like 0.25.
        </p>
        <p className="reply" hidden data-rounded="">
          That is nearly it. More digits, please.
        </p>
      </div>
      <details className="computed">
        <summary>What the figure computes</summary>
        <p>
          {sayAnswer(readout, now, Number(within))}.
          {Number(within) > 0 && ` Whatever lies within ${within} of it counts as right.`}
        </p>
      </details>
    </div>
  );
}

export function Wrong({ value, within, children }: Content & { readonly value: string; readonly within: string }) {
  return (
    <div className="reply" hidden data-wrong={value} data-within={within}>
      <span className="mark">✗</span>
      <div>{children}</div>
    </div>
  );
}

export function Otherwise({ children }: Content) {
  return (
    <div className="reply" hidden data-otherwise="">
      <span className="mark">✗</span>
      <div>{children}</div>
    </div>
  );
}
