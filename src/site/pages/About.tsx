import type { ReactNode } from 'react';
import { Pairs } from '#kit/prose/Record.tsx';
import type { Workshop } from '#site/workshop.ts';

/** Below the written part: what depends on the build, and the reader's own answers. */
export function About({
  reports,
  version,
  children,
}: { readonly children: ReactNode } & Pick<Workshop, 'reports' | 'version'>) {
  return (
    <>
      <h1>About this book</h1>
      {children}
      <div className="measure">
        <h2 id="your-answers">Your answers</h2>
        <p>
          Bets, predictions, solved challenges, settings and your place in the book, as this browser remembers them.
          Nobody else has them.
        </p>
        <div className="answers" data-answers="" hidden>
          <p data-scores=""></p>
          <Pairs />
          <div className="row">
            <button type="button" data-export-answers="">
              Export
            </button>
            <label className="button">
              Import{' '}
              <input type="file" accept="application/json,.json" data-import-answers="" className="visually-hidden" />
            </label>
            <button type="button" data-erase-answers="">
              Erase everything
            </button>
          </div>
          <p role="status" className="hint"></p>
          <textarea readOnly rows={6} hidden aria-label="Your answers as text" />
        </div>
        <h2 id="report-an-error">Report an error</h2>
        <p>
          {reports ? (
            <>
              Errors are collected at <a href={reports}>{reports}</a>.
            </>
          ) : (
            <>Tell whoever gave you this copy, or open an issue where you found its source code.</>
          )}{' '}
          Say which page, what you did, what you saw, and what you expected instead.
        </p>
        <div className="report" data-report-form="" hidden>
          <label htmlFor="report-text">
            Your report, to be filled in and copied. It holds the address of the page that you came from, with the state
            of its figures.
          </label>
          <textarea
            id="report-text"
            rows={6}
            defaultValue={`Page: \nVersion: ${version}\nWhat I did: \nWhat I saw: \nWhat I expected: `}
          />
        </div>
        <h2 id="browsers">Browsers</h2>
        <p>
          Each release is tested in Chromium. The book uses nothing that Firefox and Safari of the last two years lack,
          but it has not been tested in them automatically. WebGL makes the model faster and is not needed.
        </p>
        <h2 id="addresses">Addresses that last</h2>
        <p>
          Pages keep their addresses. A link to a figure in some state goes on showing that state: parameters may be
          added, but do not change their names or meanings; if one must, the old name goes on working.
        </p>
      </div>
    </>
  );
}
