import type { Say } from '#contract/say.ts';
import { tokenNamed, visibleText } from '#kit/reading/cells.ts';
import { lastOf, readingAt, top, type LogitLens } from './model.ts';
import { nameOf } from './panel.ts';

interface TokenTableProps {
  readonly model: LogitLens;
  readonly token: number;
  readonly looked: number;
  readonly say: Say;
}

/** Whole, and neither 0 nor 100 for what is possible and not sure. */
const percent = (p: number) => (p < 0.005 ? '<1' : p > 0.995 ? '>99' : Math.round(100 * p));

/** One token: what each stage would have said in its place, and what it would have cost. */
export function TokenTable({ model, token, looked, say }: TokenTableProps) {
  const { stages, names } = model;
  const named = tokenNamed(readingAt(model, lastOf(model)), token);
  return (
    <table className="logit-lens-token">
      <caption>
        In the place of {named}: the likeliest tokens after each block, and what {named} costs there, in {say.unit}.
      </caption>
      <thead>
        <tr>
          <th scope="col">After</th>
          <th scope="col">Likeliest</th>
          <th scope="col">Costs</th>
          <th scope="col">Rank</th>
        </tr>
      </thead>
      <tbody>
        {stages.map(({ likeliest, chances, surprisal, rank }, l) => (
          <tr key={l} aria-current={l === looked ? 'true' : undefined}>
            <th scope="row">{nameOf(l)}</th>
            <td>
              {likeliest.slice(top * token, top * (token + 1)).map((id, i) => (
                <span key={id} className={id === model.ids[token] ? 'came' : undefined} dir="auto">
                  {visibleText(names[id] ?? '')} <small>{percent(chances[top * token + i])} %</small>
                </span>
              ))}
            </td>
            <td>{say.amount(surprisal[token], 1)}</td>
            <td>{say.count(rank[token])}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
