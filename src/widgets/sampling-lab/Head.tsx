import type { CSSProperties } from 'react';
import type { Shaped } from '#theory/language-models/truncation.ts';
import { visibleText } from '#kit/reading/cells.ts';
import type { LabProps } from './props.ts';

const rows = 4;

/** The likeliest tokens by name, each with what the model gives it and what it is drawn with. */
export function Head({ model, say, shaped }: LabProps & { readonly shaped: Shaped }) {
  const { names } = model.prediction!;
  const all = names.slice(0, rows).map((name, rank) => ({
    name: visibleText(name),
    q: Math.exp(shaped.logModel[rank]),
    s: Math.exp(shaped.logProbabilities[rank]),
    isCut: rank >= shaped.kept,
  }));
  const rest = (logs: Float64Array) =>
    Math.max(0, 1 - logs.slice(0, rows).reduce((sum, log) => sum + Math.exp(log), 0));
  const others = { q: rest(shaped.logModel), s: rest(shaped.logProbabilities) };
  const longest = Math.max(...all.flatMap(({ q, s }) => [q, s]), others.q);
  const bars = ({ q, s }: { q: number; s: number }) =>
    ({ '--q': (q / longest).toFixed(3), '--s': Math.min(1, s / longest).toFixed(3) }) as CSSProperties;
  return (
    <section className="sampling-lab-head" aria-label="The likeliest tokens">
      <p>
        <span>next token</span>{' '}
        <span className="ink-model" data-q="q">
          model
        </span>{' '}
        <b>drawn</b>
      </p>
      <ol>
        {all.map(({ name, q, s, isCut }, rank) => (
          <li key={rank} className={isCut ? 'cut' : undefined} style={bars({ q, s })}>
            <span className="name">{name}</span>
            <span className="ink-model">{say.probability(q)}</span>
            <b>{isCut ? 'cut' : say.probability(Math.min(1, s))}</b>
          </li>
        ))}
        <li style={bars(others)} className={shaped.kept <= rows ? 'others cut' : 'others'}>
          <span className="name">{say.count(shaped.logModel.length - rows)} others</span>
          <span className="ink-model">{say.probability(others.q)}</span>
          <b>{shaped.kept <= rows ? 'cut' : say.probability(others.s)}</b>
        </li>
      </ol>
    </section>
  );
}
