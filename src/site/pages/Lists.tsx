import { Definitions, Inline, Q, Tex } from '#kit/prose/Text.tsx';
import { References } from '#kit/prose/Sources.tsx';
import { usePage } from '#kit/prose/page.ts';

/** Letters with accents belong to those without: Pólya’s urn stands under P. */
const letterOf = (term: string) => term.normalize('NFD')[0].toUpperCase();

export function Glossary() {
  const entries = [...usePage().book.glossary.values()].sort((a, b) => a.term.localeCompare(b.term, 'en'));
  const letters = [...new Set(entries.map(({ term }) => letterOf(term)))];
  return (
    <>
      <h1>Glossary</h1>
      <p className="lede">The terms that the written chapters introduce.</p>
      <div className="find" data-filter=".definitions > div" data-nouns="term terms" hidden>
        <label>
          <span>Show terms with</span> <input type="search" autoComplete="off" />
        </label>
        <span role="status" className="hint"></span>
      </div>
      <nav className="letters" aria-label="Letters">
        {letters.map((letter) => (
          <a key={letter} href={`#letter-${letter}`}>
            {letter}
          </a>
        ))}
      </nav>
      <div className="measure">
        {letters.map((letter) => (
          <section
            key={letter}
            id={`letter-${letter}`}
            data-letter=""
            data-group=""
            aria-labelledby={`letter-${letter}-name`}
          >
            <h2 id={`letter-${letter}-name`}>{letter}</h2>
            <Definitions entries={entries.filter(({ term }) => letterOf(term) === letter)} />
          </section>
        ))}
      </div>
    </>
  );
}

export function Notation() {
  const quantities = [...usePage().book.notation.values()];
  return (
    <>
      <h1>Notation</h1>
      <p className="lede">A quantity has one symbol, one color and one spoken name in the whole book.</p>
      <div className="measure">
        <p>
          Logarithms are written without a base where any will do: to the base 2 they give bits, natural ones nats. By
          convention 0 log 0 is 0.
        </p>
        <dl className="definitions notation">
          {quantities.map(({ id, symbol, name, definition }) => (
            <div key={id} id={id}>
              <dt>
                <Q is={id}>
                  <Tex tex={symbol} />
                </Q>
              </dt>
              <dd>
                <b>{name}</b> <Inline text={definition} />
              </dd>
            </div>
          ))}
        </dl>
      </div>
    </>
  );
}

export function Bibliography() {
  return (
    <>
      <h1>Bibliography</h1>
      <p className="lede">Everything the book cites, and what it takes from it.</p>
      <div className="measure">
        <References sources={usePage().book.bibliography.values()} notes />
      </div>
    </>
  );
}

export function NotFound() {
  const { root } = usePage();
  return (
    <>
      <h1>There is no such page</h1>
      <p className="lede">The address may have been mistyped, or the page may not be written yet.</p>
      <p>
        <a href={`${root}/index.html`}>The contents</a> list everything there is.
      </p>
    </>
  );
}
