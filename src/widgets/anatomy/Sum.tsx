import { howMade, quoted } from './words.ts';
import { readKind } from './addresses.ts';
import { mostTerms } from './parameters.ts';
import type { GoingProps } from './parts.ts';
import type { Term } from './terms.ts';
import { columnsOf } from './state.ts';

/** From this width on the map stands beside the sum. */
export const twoColumns = 760;

interface BarProps {
  readonly value: number;
  /** The least and the largest of all bars, zero among them. */
  readonly range: readonly [number, number];
  readonly width: number;
}

function Bar({ value, range: [least, most], width }: BarProps) {
  const x = (y: number) => ((y - least) / (most - least || 1)) * (width - 2) + 1;
  const [from, to] = [x(Math.min(0, value)), x(Math.max(0, value))];
  // Borders, which are also seen on paper and in forced colors.
  return (
    <span className="anatomy-bar" style={{ width }} aria-hidden="true">
      <i style={{ left: x(0) }} />
      <b className={value < 0 ? 'minus' : undefined} style={{ left: from, width: to - from }} />
    </span>
  );
}

/** A number as the sum of what made it, the largest terms first, or by its formula. */
export function Sum({ shown, alive, values, width, set, say, onGo }: GoingProps) {
  const { trail, by, terms, others, rest, formula, answer, against } = shown;
  const step = trail.at(-1)!;
  const whole = (name: string) => quoted(name).replaceAll(' ', '\u00a0');
  const kind = readKind(step.address);
  const all = [0, rest, step.value, ...terms.map(({ value }) => value)];
  const range = [Math.min(...all), Math.max(...all)] as const;
  const bar = width < 480 ? Math.round(0.3 * width) : Math.round(0.4 * (width >= twoColumns ? 0.6 * width : width));
  const isSum = by === 'sum';
  const name = ({ name, to }: Term) =>
    to ? (
      <button type="button" className="anatomy-link" disabled={!alive} onClick={() => onGo(to)}>
        {name}
      </button>
    ) : (
      name
    );
  const link = (x: number, to: string | undefined) =>
    to ? (
      <button type="button" className="anatomy-link" disabled={!alive} onClick={() => onGo(to)}>
        {say.number(x)}
      </button>
    ) : (
      say.number(x)
    );
  const product = ({ factors, first, second }: Term) =>
    factors && (
      <>
        {link(factors[0], first)} × {link(factors[1], second)}
      </>
    );
  const wide = width >= 480;
  const [likelier, lessLikely] = step.value < 0 && against ? [against, answer] : [answer, against ?? answer];
  const hasProducts = isSum && terms.some(({ factors }) => factors);
  return (
    <section className="anatomy-sum" aria-label="What it is made of">
      {kind === 'logit' && (
        <p className="anatomy-why">
          {against
            ? `How ${whole(answer.name)} compares with ${whole(against.name)}`
            : `The logit of ${whole(answer.name)}`}
        </p>
      )}
      <p className="anatomy-what">
        {kind !== 'logit' && <b>{say.number(step.value)}</b>} {howMade[kind]}
      </p>
      {kind === 'logit' && (
        <p className="anatomy-formula">
          {against ? (
            <>
              {whole(likelier.name)} is e<sup>{say.number(Math.abs(step.value))}</sup> ={' '}
              {say.number(Math.exp(Math.abs(step.value)), 1)} times as likely as {whole(lessLikely.name)}: the rest of
              the softmax cancels.
            </>
          ) : (
            <>
              Softmax: e<sup>{say.number(step.value)}</sup> over the sum of e<sup>logit</sup> over all tokens, e
              <sup>{say.number(step.value - answer.logProbability)}</sup>, is{' '}
              {say.probability(Math.exp(answer.logProbability))}.
            </>
          )}
        </p>
      )}
      {formula && <p className="anatomy-formula">{formula}</p>}
      {terms.length > 0 && (
        <table>
          <thead className="visually-hidden">
            <tr>
              <th>made of</th>
              {isSum && <th>picture</th>}
              {hasProducts && wide && <th>product</th>}
              <th>number</th>
            </tr>
          </thead>
          <tbody>
            {terms.map((term) => (
              <tr key={`${term.name}${term.to ?? ''}`}>
                <th scope="row">
                  {name(term)}
                  {hasProducts && !wide && <small> {product(term)}</small>}
                </th>
                {isSum && (
                  <td>
                    <Bar value={term.value} range={range} width={bar} />
                  </td>
                )}
                {hasProducts && wide && <td className="anatomy-number">{product(term)}</td>}
                <td className="anatomy-number">{say.number(term.value)}</td>
              </tr>
            ))}
            {others > 0 && (
              <tr>
                <th scope="row">
                  {isSum ? `the other ${say.count(others)}, together` : `and ${say.count(others)} more`}
                </th>
                {isSum && (
                  <td>
                    <Bar value={rest} range={range} width={bar} />
                  </td>
                )}
                {hasProducts && wide && <td />}
                <td className="anatomy-number">{isSum ? say.number(rest) : ''}</td>
              </tr>
            )}
            {isSum && (
              <tr className="anatomy-total">
                <th scope="row">{step.title}</th>
                <td>
                  <Bar value={step.value} range={range} width={bar} />
                </td>
                {hasProducts && wide && <td />}
                <td className="anatomy-number">{say.number(step.value)}</td>
              </tr>
            )}
          </tbody>
        </table>
      )}
      <div className="row">
        {others > 0 && (
          <button type="button" disabled={!alive} onClick={() => set({ terms: Math.min(mostTerms, values.terms * 2) })}>
            Write out more terms
          </button>
        )}
        {values.terms > 8 && (
          <button type="button" disabled={!alive} onClick={() => set({ terms: 8 })}>
            Fewer
          </button>
        )}
        {kind === 'logit' && (
          <>
            <button
              type="button"
              disabled={!alive}
              aria-pressed={values.against === 'itself'}
              onClick={() => set({ against: values.against === 'next' ? 'itself' : 'next' })}
            >
              The logit by itself
            </button>
            <button type="button" disabled={!alive} onClick={() => onGo(columnsOf(shown))}>
              Column by column
            </button>
          </>
        )}
      </div>
    </section>
  );
}
