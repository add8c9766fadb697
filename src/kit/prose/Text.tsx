import { Fragment, type CSSProperties, type ReactNode } from 'react';
import type { GlossaryEntry, Quantity } from './book.ts';
import { usePage } from './page.ts';

/** The one place where markup that the build itself has made (a formula, a drawn figure) enters a page. Never a reader's text. */
export function Html({
  as: Tag = 'span',
  html,
  ...rest
}: { as?: 'span' | 'div' | 'script'; html: string } & Record<string, unknown>) {
  // eslint-disable-next-line no-restricted-syntax -- see above
  return <Tag {...rest} dangerouslySetInnerHTML={{ __html: html }} />;
}

/** A formula: drawn for the eye, in words for the ear. Displayed ones wrap at relations and shrink to the widest part. */
export function Tex({ tex, display }: { readonly tex: string; readonly display?: boolean }) {
  const { html, spoken, width } = usePage().formula(tex, display);
  const formula = (
    <span role="math" aria-label={spoken}>
      <Html aria-hidden="true" html={html} />
    </span>
  );
  if (!display) return formula;
  return (
    <div className="display" style={{ '--ems': width.toFixed(1) } as CSSProperties}>
      {formula}
    </div>
  );
}

/** Plain text of the data files, TeX between dollar signs. */
export function Inline({ text }: { readonly text: string }) {
  return text.split('$').map((piece, i) => <Fragment key={i}>{i % 2 ? <Tex tex={piece} /> : piece}</Fragment>);
}

export const quantityProps = ({ id, color }: Quantity) => ({ className: `q ink-${color}`, 'data-q': id });

/** A mention of a quantity: its words, or by itself its symbol. */
export function Q({ is, children }: { readonly is: string; readonly children?: ReactNode }) {
  const quantity = usePage().book.notation.get(is)!;
  return <span {...quantityProps(quantity)}>{children ?? <Tex tex={quantity.symbol} />}</span>;
}

/** A term of the glossary. The link leads to its definition; with scripts the definition opens on the spot. */
export function Term({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  const { root, mention } = usePage();
  mention('term', id);
  return (
    <a className="term" href={`${root}/glossary.html#${id}`} data-card={`term-${id}`}>
      {children}
    </a>
  );
}

/** Definitions of glossary entries, each with an anchor. */
export function Definitions({
  entries,
  anchor = '',
}: {
  readonly entries: Iterable<GlossaryEntry>;
  readonly anchor?: string;
}) {
  const { root, book } = usePage();
  return (
    <dl className="definitions">
      {[...entries].map(({ id, term, definition, see = [] }) => (
        <div key={id} id={anchor + id}>
          <dt>{term}</dt>
          <dd>
            <Inline text={definition} />
            {see.length > 0 && (
              <span className="hint">
                {' '}
                See{' '}
                {see.map((other, i) => (
                  <Fragment key={other}>
                    {i > 0 && ', '}
                    <a href={`${root}/glossary.html#${other}`}>{book.glossary.get(other)!.term}</a>
                  </Fragment>
                ))}
                .
              </span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** A note: beside the text on a wide page, below its paragraph on a narrow one. */
export function Note({ children }: { readonly children: ReactNode }) {
  const number = usePage().count('note');
  return (
    <>
      <sup className="note-mark" aria-hidden="true">
        {number}
      </sup>
      <small className="note" role="note">
        <b aria-hidden="true">{number}</b> {children}
      </small>
    </>
  );
}
