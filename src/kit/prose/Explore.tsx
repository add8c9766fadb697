import { useContext, type ReactNode } from 'react';
import { holds, parseCondition } from '#contract/condition.ts';
import type { NumberParameter } from '#contract/parameter.ts';
import { count, natsPer, sayIn } from '#contract/say.ts';
import { sayNow } from '#contract/spec.ts';
import { parseExpression, relationOf } from './expression.ts';
import { ExploreContext, useExplore, usePage } from './page.ts';
import { Tex } from './Text.tsx';

interface ExploreProps extends Readonly<Record<string, unknown>> {
  readonly id: string;
  readonly widget: string;
  readonly children: ReactNode;
}

/** A stretch of prose around one widget: its handles, values and figure share one state, which the page's script keeps. */
export function Explore({ id, widget, children, ...written }: ExploreProps) {
  const shown = usePage().show(id, widget, written as Record<string, string>);
  return (
    <ExploreContext value={shown}>
      <div className="explore" data-explore={id}>
        {children}
      </div>
    </ExploreContext>
  );
}

/** The widget of the Explore around it, or one with values of its own. */
export function Figure({ widget, ...written }: Readonly<Record<string, string>>) {
  const around = useContext(ExploreContext);
  const page = usePage();
  if (around && !widget) return page.island(around);
  const id = `${widget}-${page.count(widget)}`;
  return (
    <div className="explore" data-explore={id}>
      {page.island(page.show(id, widget, written))}
    </div>
  );
}

/** The number of decimals that the steps of a parameter need. */
const decimals = (step: number) => Math.max(0, Math.ceil(-Math.log10(step) - 1e-9));

/** The current value of a parameter as a handle in the sentence; a plain number until the script has made it one. */
export function Scrub({ param }: { readonly param: string }) {
  const { spec, values } = useExplore();
  const { step } = spec.params[param] as NumberParameter;
  const value = values[param] as number;
  return (
    <span className="scrub" data-scrub={param}>
      {step < 1 ? value.toFixed(decimals(step)) : count(value)}
    </span>
  );
}

interface TryProps extends Readonly<Record<string, unknown>> {
  /** The Explore whose figure it is, unless it is the one around. */
  readonly figure?: string;
  readonly children: ReactNode;
}

/** Words that name a state of a figure: the page’s script makes a button of them, which puts the figure into that state. */
export function Try({ figure, children, ...written }: TryProps) {
  const around = useContext(ExploreContext);
  return (
    <span className="try" data-try={JSON.stringify(written)} data-of={figure ?? around!.id}>
      {children}
    </span>
  );
}

/** A readout as displayed. Information carries its nats, so that the unit can change without the widget's code. */
export function Value({ of, bare }: { readonly of: string; readonly bare?: 'yes' }) {
  const { spec, values, model } = useExplore();
  const { book, unit } = usePage();
  const readout = spec.readouts[of];
  const now = readout.of(model, values);
  const say = sayIn(unit);
  const isInformation = readout.kind === 'information';
  const quantity = readout.quantity ? book.notation.get(readout.quantity) : undefined;
  return (
    <span
      className={`value${quantity ? ` ink-${quantity.color}` : ''}`}
      data-value={of}
      data-nats={isInformation ? now : undefined}
      data-bare={bare && isInformation ? '' : undefined}
      data-q={quantity?.id}
    >
      {bare && isInformation && !readout.none?.(model, values) ? say.amount(now) : sayNow(readout, model, values, say)}
    </span>
  );
}

/** Words that stand there while a condition holds. */
export function Show({ when, children }: { readonly when: string; readonly children: ReactNode }) {
  const { spec, values, model } = useExplore();
  const condition = parseCondition(when)!;
  const readout = spec.readouts[condition.name];
  const left = readout
    ? readout.of(model, values) / (readout.kind === 'information' ? natsPer('bits') : 1)
    : spec.params[condition.name].format(values[condition.name]);
  return (
    <span data-show={when} hidden={!holds(condition, left)}>
      {children}
    </span>
  );
}

/** A chain of equations whose every line shows its current value on both sides. */
export function Derivation({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const { unit } = usePage();
  return (
    <section className="derivation" aria-label={title}>
      <h3>{title}</h3>
      <p className="hint">
        Beside each line its two sides with the figure’s current numbers, in <span data-unit-word>{unit}</span>.
      </p>
      <ol>{children}</ol>
    </section>
  );
}

const glyphs = { '+': ' + ', '-': ' − ', '(': '(', ')': ')' } as const;

interface SidesProps {
  readonly tex: string;
  readonly left: string;
  readonly right: string;
}

/** Both sides of a line with the figure’s current numbers. */
export function Sides({ tex, left, right }: SidesProps) {
  return (
    <>
      <span className="left">
        <Value of={left} bare="yes" />
      </span>
      <span className="right">
        {relationOf(tex)}{' '}
        {parseExpression(right)!.map((part, i) =>
          'readout' in part ? <Value key={i} of={part.readout} bare="yes" /> : glyphs[part.sign],
        )}
      </span>
    </>
  );
}

export function Step({ why, ...sides }: SidesProps & { readonly why: string }) {
  return (
    <li>
      <span className="line">
        <Tex tex={sides.tex} />
      </span>
      <Sides {...sides} />
      <span className="why">{why}</span>
    </li>
  );
}
