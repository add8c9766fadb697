import { Fragment } from 'react';
import { statusNames } from './Cards.tsx';
import { usePage, type ClaimsOfPage } from './page.ts';
import { statuses } from './vocabulary.ts';

const partNames = ['Part I', 'Part II', 'Part III', 'Part IV'];

function Counts({ pages }: { readonly pages: readonly ClaimsOfPage[] }) {
  const count = (status?: string, part?: number) =>
    pages
      .filter(({ chapter }) => part === undefined || chapter.part === part)
      .flatMap(({ claims }) => claims)
      .filter((claim) => status === undefined || claim.status === status).length;
  const row = (status?: string) => (
    <>
      {partNames.map((name, i) => (
        <td key={name}>{count(status, i + 1)}</td>
      ))}
      <td>{count(status)}</td>
    </>
  );
  return (
    <div className="table-scroll prose-table" role="region" aria-label="How many claims have which status" tabIndex={0}>
      <table className="data claim-counts">
        <thead>
          <tr>
            <th scope="col">status</th>
            {partNames.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
            <th scope="col">all</th>
          </tr>
        </thead>
        <tbody>
          {statuses.map((status) => (
            <tr key={status}>
              <th scope="row">{statusNames[status]}</th>
              {row(status)}
            </tr>
          ))}
          <tr>
            <th scope="row">All claims</th>
            {row()}
          </tr>
        </tbody>
      </table>
    </div>
  );
}

/** Above the list, where there is a script: which of the claims are wanted. */
function Wanted({ pages }: { readonly pages: readonly ClaimsOfPage[] }) {
  const chapters = new Map(pages.map(({ chapter }) => [chapter.number, chapter]));
  return (
    <div className="find" data-filter="li" data-nouns="claim claims" hidden>
      <label>
        <span>Show claims with</span> <input type="search" autoComplete="off" />
      </label>
      <label>
        <span>Status</span>{' '}
        <select name="status" autoComplete="off">
          <option value="">any</option>
          {statuses.map((status) => (
            <option key={status} value={status}>
              {statusNames[status]}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>From</span>{' '}
        <select name="where" autoComplete="off">
          <option value="">the whole book</option>
          {partNames.map((name, i) => (
            <Fragment key={name}>
              <option value={`part-${i + 1}`}>{name}</option>
              {[...chapters.values()]
                .filter(({ part }) => part === i + 1)
                .map(({ number, title }) => (
                  <option key={number} value={`chapter-${number}`}>
                    {`Chapter ${number}, ${title}`}
                  </option>
                ))}
            </Fragment>
          ))}
        </select>
      </label>
      <span role="status" className="hint"></span>
    </div>
  );
}

/** Every claim of the written chapters, as they stand there: by pages, with what decides each. */
export function AllClaims() {
  const { claims: pages, root } = usePage();
  return (
    <section className="all-claims" aria-label="Every claim of the book">
      <Counts pages={pages} />
      <Wanted pages={pages} />
      {pages.map(({ id, number, title, chapter, claims }) => (
        <section key={id} data-group="" data-where={`part-${chapter.part} chapter-${chapter.number}`}>
          <h3 id={`claims-of-${id}`}>
            <a href={`${root}/${id}.html`}>
              {number} {title}
            </a>
          </h3>
          <ul>
            {claims.map(({ id: claim, status, says, widget }) => (
              <li key={claim} id={`all-${claim}`} data-status={status}>
                <b>{statusNames[status]}</b>
                <div>{says}</div>
                <p className="hint">
                  <a href={`${root}/${id}.html#claim-${claim}`}>Where it stands</a>
                  {widget && (
                    <>
                      {' · '}
                      <a href={`${root}/embed/${widget.id}.html`}>{widget.title}</a>
                    </>
                  )}
                </p>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}
