import { Children, createContext, isValidElement, useContext, type ReactElement, type ReactNode } from 'react';
import { Sides } from './Explore.tsx';
import { Inline, Tex } from './Text.tsx';

interface LineProps {
  /** What the line claims: a formula, or words with formulas between dollar signs. */
  readonly tex?: string;
  readonly says?: string;
  readonly why: string;
  /** Readouts of the figure around it: both sides of what `tex` claims. */
  readonly left?: string;
  readonly right?: string;
  /** The reason at length, folded. */
  readonly children?: ReactNode;
}

interface Place {
  readonly proof: string;
  readonly number: number;
  readonly isLast: boolean;
}
const PlaceContext = createContext<Place | undefined>(undefined);

const isLine = (child: ReactNode): child is ReactElement<LineProps> => isValidElement(child) && child.type === Line;

/** A theorem: what stands in it besides its lines is its statement. Lines are numbered, and each has an address. */
export function Proof({
  id,
  title,
  children,
}: {
  readonly id: string;
  readonly title: string;
  readonly children: ReactNode;
}) {
  // prettier-ignore
  const parts = Children.toArray(children);
  const lines = parts.filter(isLine);
  return (
    <section className="proof" id={`proof-${id}`} aria-label={title}>
      <h3>{title}</h3>
      <div className="statement">{parts.filter((part) => !isLine(part))}</div>
      <p className="label">Proof</p>
      <ol>
        {lines.map((line, i) => (
          <PlaceContext key={i} value={{ proof: id, number: i + 1, isLast: i === lines.length - 1 }}>
            {line}
          </PlaceContext>
        ))}
      </ol>
    </section>
  );
}

export function Line({ tex, says, why, left, right, children }: LineProps) {
  const { proof, number, isLast } = useContext(PlaceContext)!;
  const anchor = `proof-${proof}-${number}`;
  return (
    <li id={anchor} data-line>
      <a className="number" href={`#${anchor}`} aria-label={`Line ${number}`}>
        {number}
      </a>
      <span className="line">{tex ? <Tex tex={tex} /> : <Inline text={says ?? ''} />}</span>
      {left && right && tex && <Sides tex={tex} left={left} right={right} />}
      <span className="why">
        <Inline text={why} />
        {isLast && <span aria-label="End of the proof"> ∎</span>}
      </span>
      {children && (
        <details>
          <summary>In full</summary>
          {children}
        </details>
      )}
    </li>
  );
}
