import type { ReactNode } from 'react';
import { Cite } from './Sources.tsx';
import type { statuses } from './vocabulary.ts';
import { claimsPage } from './book.ts';
import { usePage } from './page.ts';
import { apart } from './Practice.tsx';

interface Content {
  readonly children: ReactNode;
}

export const Claims = ({ children }: Content) => (
  <section className="claims" aria-label="Claims of this chapter">
    {children}
  </section>
);

export const statusNames: Record<(typeof statuses)[number], string> = {
  theorem: 'Theorem',
  quoted: 'Quoted, not checked',
  empirical: 'Empirical',
  contested: 'Contested',
  heuristic: 'Heuristic',
  wrong: 'Wrong as written',
};

interface ClaimProps extends Content {
  readonly id: string;
  readonly status: keyof typeof statusNames;
  readonly cite?: string;
  readonly widget?: string;
}

/** One claim and what kind of truth it has. */
export function Claim({ id, status, cite, widget, children }: ClaimProps) {
  const { book, root } = usePage();
  const name = statusNames[status];
  return (
    <article className={`claim ${status}`} id={`claim-${id}`}>
      <b className="status">
        {book.chapters.has(claimsPage) ? <a href={`${root}/${claimsPage}.html#all-${id}`}>{name}</a> : name}
      </b>
      <div>{children}</div>
      {(cite || widget) && (
        <p className="hint">
          {cite && <Cite id={cite} />} {widget && <a href={`${root}/embed/${widget}.html`}>See for yourself</a>}
        </p>
      )}
    </article>
  );
}

/** What a source says wrongly, and what is right. */
export const Correction = ({ source, children }: Content & { readonly source: string }) => (
  <aside className="correction" aria-label={`Correction of ${source}`}>
    <h3>
      Correction <cite>{source}</cite>
    </h3>
    {children}
  </aside>
);

/** The corrections of a chapter that carry no lesson, folded away at its end. */
export function SourcesErr({ children }: Content) {
  const count = apart(children, Correction)[0].length;
  return (
    <details className="sources-err">
      <summary>{count === 1 ? 'One correction' : `${count} corrections`} of documents that this book grew from</summary>
      {children}
    </details>
  );
}

export const Takeaways = ({ children }: Content) => <div className="takeaways">{children}</div>;

/** Wide tables scroll by themselves, so that the page does not. */
export const Table = ({ children }: Content) => (
  <div className="table-scroll prose-table" role="region" aria-label="Table" tabIndex={0}>
    <table className="data">{children}</table>
  </div>
);
