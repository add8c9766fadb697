import { Fragment, type CSSProperties, type ReactNode } from 'react';
import type { GlossaryEntry } from './book.ts';
import { usePage } from './page.ts';
import { punctuation } from './punctuation.ts';

/** The one place where markup that the build itself has made (a formula, a drawn figure) enters a page. Never a reader's text. */
export function Html({
  as: Tag = 'span',
  html,
  ...rest
}: { as?: 'span' | 'div' | 'script'; html: string } & Record<string, unknown>) {
  // eslint-disable-next-line no-restricted-syntax -- see above
  return <Tag {...rest} dangerouslySetInnerHTML={{ __html: html }} />;
}

/** Ems up to which a formula in a line is kept together with the punctuation after it; longer ones may have to break. */
const keptTogether = 12;

interface TexProps {
  readonly tex: string;
  readonly display?: boolean;
  /** Punctuation that follows, which browsers would let stand alone at the beginning of a line. */
  readonly after?: string;
}

/** A formula: drawn for the eye, in words for the ear. Displayed ones wrap at relations and shrink to the widest part. */
export function Tex({ tex, display, after }: TexProps) {
  const { html, spoken, width, widest } = usePage().formula(tex, display);
  const formula = (
    <span role="math" aria-label={spoken}>
      <Html aria-hidden="true" html={html} />
    </span>
  );
  if (display)
    return (
      <div className="display" style={{ '--ems': widest.toFixed(1) } as CSSProperties}>
        {formula}
      </div>
    );
  if (!after) return formula;
  return (
    <span className={width < keptTogether ? 'together' : undefined}>
      {formula}
      {after}
    </span>
  );
}

/** Plain text of the data files, TeX between dollar signs. */
export function Inline({ text }: { readonly text: string }) {
  const pieces = text.split('$');
  const after = (i: number) => punctuation.exec(pieces[i] ?? '')?.[0] ?? '';
  return pieces.map((piece, i) =>
    i % 2 ? (
      <Tex key={i} tex={piece} after={after(i + 1)} />
    ) : (
      <Fragment key={i}>{i > 0 ? piece.slice(after(i).length) : piece}</Fragment>
    ),
  );
}

/** A mention of a quantity: its words, or by itself its symbol. */
export function Q({
  is,
  after,
  children,
}: {
  readonly is: string;
  readonly after?: string;
  readonly children?: ReactNode;
}) {
  const { id, color, symbol } = usePage().book.notation.get(is)!;
  const mention = children ? (
    <span className={`q ink-${color}`} data-q={id}>
      {children}
    </span>
  ) : (
    <Tex tex={`\\q{${id}}{${symbol}}`} />
  );
  if (!after) return mention;
  return (
    <span className="together">
      {mention}
      {after}
    </span>
  );
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
      {[...entries].map(({ id, term, definition, chapter, see = [] }) => (
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
            {!anchor && book.chapters.has(chapter) && (
              <span className="hint">
                {' '}
                In <a href={`${root}/${chapter}.html`}>{book.chapters.get(chapter)!.title}</a>.
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
