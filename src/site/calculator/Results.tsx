import { Fragment, type ReactNode } from 'react';
import { checkOf } from '#contract/spec.ts';
import type { Say } from '#contract/say.ts';
import { measures, parts } from '#calculator/measures/all.ts';
import type { Piece } from '#calculator/measures/measure.ts';
import { plain } from '#calculator/measures/steps.ts';
import type { Answered, Row } from '#calculator/report.ts';

interface Tools {
  readonly say: Say;
  /** The formula of a measure, as the build drew it. */
  readonly formula: (id: string) => ReactNode;
  /** The way to a page of the book. */
  readonly href: (address: string) => string;
  /** At build time amounts carry their nats, so that the unit can change without this. */
  readonly fixed?: true;
}

/** An amount of information in the reader's unit. */
function Amount({ nats, say, fixed }: { readonly nats: number } & Pick<Tools, 'say' | 'fixed'>) {
  return <span {...(fixed && { 'data-nats': nats })}>{say.information(nats)}</span>;
}

/** The value of a measure as words; a dash where there is none. */
export function Value({ row, say, fixed }: { readonly row: Row } & Pick<Tools, 'say' | 'fixed'>) {
  const { value, amount } = row;
  if (value === null) return <span aria-label="none">—</span>;
  switch (amount) {
    case 'information':
      return <Amount {...{ nats: value, say, fixed }} />;
    case 'power':
      return say.perplexity(value);
    case 'digits':
      return `${say.number(value)} binary digits`;
    case 'count':
      return say.count(value);
    default:
      return plain(Number(value.toPrecision(5)));
  }
}

const Pieces = ({ pieces, ...tools }: { readonly pieces: readonly Piece[] } & Pick<Tools, 'say' | 'fixed'>) =>
  pieces.map((piece, i) => (
    <Fragment key={i}>{typeof piece === 'string' ? piece : <Amount nats={piece.nats} {...tools} />}</Fragment>
  ));

/** Where a measure is explained, and what its function is checked against. */
export function Places({ id, label, href }: { readonly id: string; readonly label: string } & Pick<Tools, 'href'>) {
  const { at, source } = measures.find((measure) => measure.id === id)!;
  return (
    <span className="places">
      {at && (
        <a href={href(at)}>
          In the book<span className="visually-hidden">: {label}</span>
        </a>
      )}
      {source && (
        <a href={href(checkOf(source))}>
          How it is checked<span className="visually-hidden">: {label}</span>
        </a>
      )}
    </span>
  );
}

function MeasureRow({ row, ...tools }: { readonly row: Row } & Tools) {
  const { id, label, why, steps } = row;
  return (
    <tbody data-measure={id}>
      <tr>
        <th scope="row">{label}</th>
        <td className="num">
          <Value row={row} {...tools} />
        </td>
      </tr>
      <tr>
        <td colSpan={2}>
          {why && <p className="why">{why}</p>}
          {tools.formula(id)}
          <div className="more">
            {steps.length > 0 && (
              <details>
                <summary>
                  Steps<span className="visually-hidden">: {label}</span>
                </summary>
                <ol>
                  {steps.map((step, i) => (
                    <li key={i}>
                      <Pieces pieces={step} {...tools} />
                    </li>
                  ))}
                </ol>
              </details>
            )}
            <Places {...{ id, label }} href={tools.href} />
          </div>
        </td>
      </tr>
    </tbody>
  );
}

/** Everything that was computed of an input, by parts: for the page as it is built, and for the reader's own. */
export function Results({ report, ...tools }: { readonly report: Answered } & Tools) {
  return (
    <>
      {report.warnings.length > 0 && (
        <ul className="warnings" aria-label="Warnings">
          {report.warnings.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      )}
      {report.parts.map((part) => {
        const title = parts.find((each) => each.part === part)!.title;
        return (
          <table key={part} className="measures">
            <caption>{title}</caption>
            <thead>
              <tr>
                <th scope="col">Measure</th>
                <th scope="col" className="num">
                  Value
                </th>
              </tr>
            </thead>
            {report.rows
              .filter((row) => row.part === part)
              .map((row) => (
                <MeasureRow key={row.id} row={row} {...tools} />
              ))}
          </table>
        );
      })}
    </>
  );
}
