import { Html } from './Text.tsx';
import { usePage } from './page.ts';

/** The bets that are asked twice, for the script to fill in what the reader answered. */
export function Pairs() {
  const { book, root } = usePage();
  const link = (id: string) => {
    const { chapter } = book.bets.get(id)!;
    return <a href={`${root}/${chapter}.html#bet-${id}`}>chapter {book.chapters.get(chapter)!.number}</a>;
  };
  const again = [...book.bets].flatMap(([id, bet]) => (bet.again ? [[bet.again, id]] : []));
  return (
    <ul>
      {again.map(([first, second]) => (
        <li key={second} hidden data-pair={`${first} ${second}`}>
          Asked in {link(first)} and again in {link(second)}: <span />
        </li>
      ))}
    </ul>
  );
}

/** What the reader’s bets in the whole book have cost, page by page; the script fills it in from what the browser remembers. */
export function Record() {
  const { book, root } = usePage();
  const bets = [...book.bets].filter(([, { kind }]) => kind === 'Bet');
  const pages = [...book.chapters.values()].flatMap(({ id, number, title }) => {
    const own = bets.filter(([, { chapter }]) => chapter === id);
    return own.length > 0 ? [{ id, number, title, own }] : [];
  });
  const answers = Object.fromEntries(bets.map(([id, { answer }]) => [id, answer === 'yes' ? 'y' : 'n']));
  return (
    <section className="record" data-record="" aria-label="Your bets">
      <p data-record-says="" role="status">
        What you have bet is kept in your own browser, and shown here where the page can read it.
      </p>
      <div data-record-pairs="" hidden>
        <h3>Bets that were asked twice</h3>
        <Pairs />
      </div>
      <details>
        <summary>Page by page</summary>
        <div className="table-scroll" role="region" aria-label="Your bets page by page" tabIndex={0}>
          <table className="data">
            <thead>
              <tr>
                <th scope="col">page</th>
                <th scope="col">bets</th>
                <th scope="col">answered</th>
                <th scope="col">bits each</th>
              </tr>
            </thead>
            <tbody>
              {pages.map(({ id, number, title, own }) => (
                <tr key={id} data-record-of={own.map(([bet]) => bet).join(' ')}>
                  <th scope="row">
                    <a href={`${root}/${id}.html`}>
                      {number} {title}
                    </a>
                  </th>
                  <td>{own.length}</td>
                  <td>—</td>
                  <td>—</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
      <p className="hint">
        To take your answers along, or to erase them, go to <a href={`${root}/about.html#your-answers`}>Your answers</a>
        .
      </p>
      <Html as="script" type="application/json" data-record-answers="" html={JSON.stringify(answers)} />
    </section>
  );
}
