import type { ReactNode } from 'react';
import { usePage } from '#kit/prose/page.ts';

const places = [
  ['index.html', 'Contents'],
  ['widgets.html', 'Widgets'],
  ['glossary.html', 'Glossary'],
  ['about.html', 'About'],
] as const;

const more = [
  ['notation.html', 'Notation'],
  ['bibliography.html', 'Bibliography'],
  ['correctness.html', 'Correctness'],
  ['calculator.html', 'Calculator'],
  ['teaching.html', 'For teachers'],
  ['about.html#privacy', 'Privacy'],
  ['about.html#accessibility', 'Accessibility'],
] as const;

/** The frame of every page of the book. */
export function Layout(props: { readonly path: string; readonly version: string; readonly children: ReactNode }) {
  const { path, version, children } = props;
  const { root } = usePage();
  /** The pages of the gallery count as one. */
  const here = path.replace(/-\d\.html$/, '.html');
  return (
    <>
      <a className="skip" href="#main">
        Skip to the text
      </a>
      <header className="bar">
        <a className="brand" href={`${root}/index.html`}>
          Bits per Token
        </a>
        <nav aria-label="Book">
          {places.map(([href, title]) => (
            <a key={href} href={`${root}/${href}`} aria-current={href === here ? 'page' : undefined}>
              {title}
            </a>
          ))}
        </nav>
        <div className="tools">
          <button type="button" data-search="" aria-haspopup="dialog">
            Search
          </button>
          <span className="switch" role="group" aria-label="Unit of information">
            <button type="button" data-choose-unit="bits">
              bits
            </button>
            <button type="button" data-choose-unit="nats">
              nats
            </button>
          </span>
          <button type="button" data-toggle-theme="" aria-label="Dark theme" className="theme">
            <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
              <circle cx="8" cy="8" r="6.5" />
              <path d="M8 1.5a6.5 6.5 0 0 1 0 13z" />
            </svg>
          </button>
        </div>
      </header>
      <dialog className="search" aria-label="Search the book">
        <form role="search">
          <label>
            <span>Search the book</span>
            <input type="search" name="query" autoComplete="off" />
          </label>
          <button type="button" data-close="">
            Close
          </button>
        </form>
        <p role="status" className="hint"></p>
        <ol></ol>
      </dialog>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <footer className="foot">
        <nav aria-label="About the book">
          {more.map(([href, title]) => (
            <a key={href} href={`${root}/${href}`}>
              {title}
            </a>
          ))}
          <a href={`${root}/about.html#report-an-error`} data-report="">
            Report an error
          </a>
          <a href={`${root}/about.html#how-to-cite`}>Cite this page</a>
        </nav>
        <p>
          Bits per Token, version {version}. Text under CC BY 4.0, code under the MIT license. Nothing you do here
          leaves your computer.
        </p>
      </footer>
    </>
  );
}
